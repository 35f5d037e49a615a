"""For everybody: each control has a name and a way by keyboard, and every text is translated."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDockWidget,
    QLineEdit,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.views.action_table import ACTIONS, ActionId, Scope
from co2desk.views.connections.connections_dialog import ConnectionsDialog
from co2desk.views.connections.first_run import FirstRun
from co2desk.views.desk import Desk
from co2desk.views.dialogs.crash_dialog import CrashDialog
from co2desk.views.navigation import Navigation
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from tests.gui.hands import Hands
from tests.gui.looking import OF_QT, Pseudo, fixed_texts, is_words, nameless


def every_view(desk: Desk, hands: Hands) -> Iterator[str]:
    """Bring each view and each of its tabs to the front."""
    for page_id in PageId:
        desk.window.go(Place(page_id))
        hands.settle()
        yield page_id.value
        for tabs in desk.window.pages.page(page_id).findChildren(QTabWidget):
            for at in range(1, tabs.count()):
                tabs.setCurrentIndex(at)
                hands.settle()
                yield f"{page_id} {tabs.tabText(at)}"


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot) -> Hands:
    return Hands(qtbot, desk.window.around, desk.window)


def test_that_every_control_of_every_view_has_a_name(desk: Desk, hands: Hands) -> None:
    found = {view: names for view in every_view(desk, hands) if (names := nameless(desk.window))}
    assert not found


@pytest.mark.parametrize(
    "action", [ActionId.SETTINGS, ActionId.COMMANDS, ActionId.ABOUT, ActionId.CONNECTIONS]
)
def test_that_every_control_of_a_dialog_has_a_name(
    desk: Desk, hands: Hands, action: ActionId
) -> None:
    desk.window.actions_by_id[action].trigger()
    hands.settle()
    dialogs = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
    assert dialogs
    for dialog in dialogs:
        assert not nameless(dialog)
        dialog.reject()


def test_that_what_comes_before_the_views_has_names(around: Surroundings, qtbot: QtBot) -> None:
    for widget in (FirstRun(around.icons), CrashDialog(around.icons)):
        qtbot.addWidget(widget)
        assert not nameless(widget)


def test_that_every_control_of_the_import_has_a_name(desk: Desk, hands: Hands) -> None:
    desk.window.actions_by_id[ActionId.IMPORT_FILE].trigger()
    hands.settle()
    assert not nameless(desk.import_windows[-1])


def test_that_every_action_is_reached_by_keyboard(desk: Desk) -> None:
    menus = [action.menu() for action in desk.window.menuBar().actions()]
    in_menus = {action for menu in menus if menu is not None for action in menu.actions()}
    for spec in ACTIONS:
        if spec.scope is Scope.MAIN:
            action = desk.window.actions_by_id[spec.id]
            assert action in in_menus or not action.shortcut().isEmpty(), spec.id
    for top in desk.window.menuBar().actions():
        assert re.search("&[^&]", top.text()), top.text()


def test_that_every_visible_button_takes_the_focus(desk: Desk, hands: Hands) -> None:
    for view in every_view(desk, hands):
        for button in desk.window.findChildren(QAbstractButton):
            if button.isVisible() and not isinstance(button.parentWidget(), QDockWidget):
                inner = button.objectName().startswith("qt_") or type(button).__name__ in OF_QT
                inner = inner or isinstance(button.parentWidget(), QLineEdit)
                # One of these is in the chain; the arrow keys lead to the others.
                inner = inner or isinstance(button.parentWidget(), Navigation)
                focus = button.focusPolicy() & Qt.FocusPolicy.TabFocus
                assert inner or focus, f"{view}: {button.objectName()} {button.text()!r}"


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("pseudo")
def test_that_no_text_of_a_view_stays_untranslated(desk: Desk, hands: Hands) -> None:
    assert QCoreApplication.translate("Any", "text") == "⟦text⟧"
    found: dict[str, set[str]] = {}
    for view in every_view(desk, hands):
        page = desk.window.pages.front
        assert page is not None
        plain = {text for text in fixed_texts(page) if "⟦" not in text and is_words(text)}
        if plain:
            found[view] = plain
    assert not found


def test_that_the_connections_can_be_walked_by_tab(desk: Desk, hands: Hands) -> None:
    desk.window.actions_by_id[ActionId.CONNECTIONS].trigger()
    hands.settle()
    dialog = desk.window.findChild(ConnectionsDialog)
    dialog._new()
    reached, widget = set(), dialog.focusWidget()
    while widget is not None and widget.objectName() not in reached:
        reached.add(widget.objectName())
        widget = widget.nextInFocusChain()
        while widget is not None and not (
            widget.isVisible()
            and widget.isEnabled()
            and widget.objectName()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            widget = widget.nextInFocusChain()
    dialog.reject()
    expected = {"name", "host", "port", "database", "user", "password", "tls", "try", "save", "use"}
    assert {f"connection_{name}" for name in expected} <= reached

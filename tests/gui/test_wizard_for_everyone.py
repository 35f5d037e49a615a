"""Every step of the import, by keyboard, by ear, on a small screen, and in three languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.importing.flow import Step
from co2desk.views.action_table import ACTIONS, ActionId, Scope
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow
from co2desk.views.translators import install_language
from co2desk.views.widgets.text import ElidedLabel
from tests.gui.hands import Hands
from tests.gui.test_accessibility import nameless
from tests.gui.test_journey import begin

SMALL = (1280, 720)


def every_step(window: ImportWindow, hands: Hands) -> Iterator[str]:
    """Go through the import to its result, looking at each page, tab and bar."""
    yield "source"
    window.steps.forward()
    hands.settle()
    tabs = hands.find(QTabWidget, "columns_tabs")
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        hands.settle()
        yield f"columns {at}"
    window.steps.forward()
    hands.settle()
    yield "review"
    for action in (ActionId.REPLACE, ActionId.FIX_ALL):
        window.actions_by_id[action].trigger()
        hands.settle()
        yield f"review {action}"
    window.steps.forward()
    hands.settle()
    yield "commit"
    window.steps.forward()
    hands.settle()
    yield "result"


def cut_off(window: QWidget) -> list[str]:
    """Texts of buttons and labels that have less room than they need."""
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, ElidedLabel):
            continue
        if isinstance(one, QToolButton):
            words = one.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        else:
            words = isinstance(one, QAbstractButton) or (
                isinstance(one, QLabel) and not one.wordWrap()
            )
        if not words or not one.text():  # type: ignore[attr-defined]
            continue
        if (
            one.width() < one.sizeHint().width() - 1
            or one.height() < one.minimumSizeHint().height()
        ):
            found.append(f"{one.objectName()} {one.text()!r}")  # type: ignore[attr-defined]
    return found


@pytest.fixture
def wizard(desk: Desk, qtbot: QtBot, lab: str) -> tuple[ImportWindow, Hands]:
    return begin(desk, qtbot, lab)


@pytest.mark.slow
def test_that_every_control_of_every_step_has_a_name(
    wizard: tuple[ImportWindow, Hands],
) -> None:
    window, hands = wizard
    found = {step: names for step in every_step(window, hands) if (names := nameless(window))}
    assert not found


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_that_nothing_is_cut_off_on_a_small_screen(
    desk: Desk, qtbot: QtBot, lab: str, qapp: QApplication, language: str
) -> None:
    translators = install_language(qapp, language)
    try:
        window, hands = begin(desk, qtbot, lab)
        window.resize(*SMALL)
        found = {}
        for step in every_step(window, hands):
            assert (window.width(), window.height()) == SMALL, step
            if cut := cut_off(window):
                found[step] = cut
        assert not found
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_that_a_file_is_imported_by_keyboard_alone(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "one.csv"
    file.write_text(
        "date,activity_type,category,quantity,unit,factor_code\n"
        "2025-01-02,energy,electricity,viel,kWh,CH-ELECTRICITY\n"
        "2025-01-03,energy,electricity,200,kWh,CH-ELECTRICITY\n"
    )
    desk.import_file(file)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    # The focus is where the only question is: the laboratory.
    box = window.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.objectName() == "lab"
    for _ in range(box.findText(lab, Qt.MatchFlag.MatchStartsWith) - box.currentIndex()):
        hands.press(Qt.Key.Key_Down)
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    hands.press(Qt.Key.Key_Right, alt)
    hands.press(Qt.Key.Key_Right, alt)
    assert window.flow.step is Step.REVIEW
    hands.press(Qt.Key.Key_F8)
    grid = hands.find(QTableView, "review_grid")
    assert window.focusWidget() is grid
    hands.press(Qt.Key.Key_Delete)
    assert grid.currentIndex().data() == ""
    hands.press(Qt.Key.Key_Z, control)
    assert grid.currentIndex().data() == "viel"
    qtbot.keyClicks(grid, "1")
    editor = window.focusWidget()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.focusWidget() is grid)
    hands.settle()
    assert "2 ready" in hands.find(QLabel, "review_summary").text()
    # The key of the next step, held down, writes nothing; it ends at the button that does.
    for _ in range(3):
        hands.press(Qt.Key.Key_Right, alt)
    assert not window.session.is_committed
    button = window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Commit 2 rows"
    hands.press(Qt.Key.Key_Return)
    assert hands.find(QLabel, "result_title").text() == f"2 activities were committed to {lab}"
    assert window.focusWidget() is hands.find(QPushButton, "show_activities")


def test_that_every_action_of_the_import_has_a_key(wizard: tuple[ImportWindow, Hands]) -> None:
    window, _ = wizard
    of_menus = {
        action
        for top in window.menuBar().actions()
        if (menu := top.menu()) is not None
        for action in menu.actions()  # type: ignore[attr-defined]
    }
    for spec in ACTIONS:
        if spec.scope is Scope.IMPORT:
            assert window.actions_by_id[spec.id] in of_menus, spec.id
            assert spec.shortcut, spec.id

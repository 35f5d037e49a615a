"""What the menus and a right click do in the view in front, and what comes before and beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from co2desk.desktop.paths import resource
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.views.action_table import OF_THE_VIEW, ActionId
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from tests.gui.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot) -> Hands:
    return Hands(qtbot, desk.window.around, desk.window)


def awake(desk: Desk) -> set[ActionId]:
    """The actions of the view that are not grey."""
    return {one for one in OF_THE_VIEW if desk.window.actions_by_id[one].isEnabled()}


def test_that_only_what_the_view_in_front_can_do_is_awake(desk: Desk, hands: Hands) -> None:
    assert awake(desk) == set()
    desk.window.go(Place(PageId.LABS))
    hands.settle()
    assert {ActionId.NEW, ActionId.CHANGE, ActionId.DELETE, ActionId.EXPORT} <= awake(desk)
    assert ActionId.SAVE_VIEW not in awake(desk)
    desk.window.go(Place(PageId.ACTIVITIES))
    hands.settle()
    assert {ActionId.NEW, ActionId.DUPLICATE, ActionId.SAVE_VIEW} <= awake(desk)
    assert not {ActionId.UNDO, ActionId.REDO, ActionId.ARCHIVE} & awake(desk)


@pytest.mark.parametrize(
    ("page", "form"),
    [
        (PageId.LABS, "lab_form"),
        (PageId.ACTIVITIES, "activity_form"),
        (PageId.FACTORS, "factor_form"),
        (PageId.ADMINISTRATION, "person_form"),
    ],
)
def test_that_control_n_begins_a_new_one_of_what_is_shown(
    desk: Desk, hands: Hands, page: PageId, form: str
) -> None:
    desk.window.go(Place(page))
    hands.settle()
    hands.press(Qt.Key.Key_N, CONTROL)
    hands.find(QDialog, form).reject()


def test_that_a_right_click_offers_what_the_view_can_do(desk: Desk, hands: Hands) -> None:
    desk.window.go(Place(PageId.LABS))
    hands.settle()
    table = hands.find(QTableView, "labs_table")
    at = table.viewport().mapTo(desk.window, QPoint(40, 10))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, desk.window.mapToGlobal(at))
    QApplication.sendEvent(desk.window, event)
    [menu] = desk.window.findChildren(QMenu, "view_menu")
    offered = {one.objectName() for one in menu.actions() if not one.isSeparator()}
    menu.close()
    assert offered == {f"action_{one}" for one in awake(desk)}
    assert "action_delete" in offered


def test_that_rows_are_copied_with_titles_and_without(desk: Desk, hands: Hands) -> None:
    desk.window.go(Place(PageId.LABS))
    hands.settle()
    table = hands.find(QTableView, "labs_table")
    code = table.model().index(0, 0).data()
    table.setFocus()
    hands.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[0] == code
    desk.window.actions_by_id[ActionId.COPY_PLAIN].trigger()
    assert QGuiApplication.clipboard().text().split("\t")[0] == code


def test_that_a_table_copied_elsewhere_is_pasted_as_an_import(desk: Desk, hands: Hands) -> None:
    QGuiApplication.clipboard().setText("date\tquantity\n2025-01-01\t5\n")
    desk.window.go(Place(PageId.ACTIVITIES))
    hands.settle()
    hands.find(QTableView, "activities_table").setFocus()
    hands.press(Qt.Key.Key_V, CONTROL)
    assert len(desk.import_windows) == 1
    desk.import_windows[-1].close()


def test_that_an_empty_template_is_saved_and_can_be_imported(
    desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    desk.window.actions_by_id[ActionId.TEMPLATE].trigger()
    hands.settle()
    hands.choose("template_kind", "Flights")
    hands.choose("template_language", "Deutsch")
    hands.click("template_save")
    for dialog in desk.window.findChildren(QFileDialog):
        dialog.reject()
    path = tmp_path / "flights.xlsx"
    desk._templates.save(str(path))
    hands.settle()
    assert "flights.xlsx" in desk.window.notes.text
    desk.import_file(path)
    window = desk.import_windows[-1]
    Hands(hands.qtbot, window.around, window).settle()
    assert window.session.inspection is not None
    assert window.session.inspection.kind == "flight"


def test_that_files_opened_last_are_offered_while_they_are_there(
    desk: Desk, hands: Hands, settings: SettingsFile, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.csv"
    settings.remember_file(gone)
    settings.remember_file(resource("demo", "travel.csv"))
    desk.window.file_menu.aboutToShow.emit()
    [recent] = desk.window.findChildren(QMenu, "menu_recent")
    [entry] = recent.actions()
    assert entry.text() == "&1 travel.csv"
    entry.trigger()
    window = desk.import_windows[-1]
    mine = Hands(hands.qtbot, window.around, window)
    mine.settle()
    assert mine.find(QLabel, "file_name").text() == "travel.csv"


def test_that_an_older_database_is_offered_to_be_brought_up_to_date(
    desk: Desk, hands: Hands
) -> None:
    desk._not_opened(DatabaseProblem(ErrorCode.SCHEMA_TOO_OLD, schema="001", head="013"))
    assert "backup is made first" in hands.find(QLabel, "confirm_text").text()
    assert "001" in hands.find(QLabel, "confirm_text").text()
    hands.click("confirm_no")
    assert (
        "cannot be used"
        in desk.window.findChild(QWidget, "empty_state").findChildren(QLabel)[1].text()
    )

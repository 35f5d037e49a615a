"""First run to last undo, on a real database, by what a person sees and clicks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from co2desk.desktop.paths import resource
from co2desk.importing.flow import Step
from co2desk.models.columns import STATE_ROLE
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow
from tests.gui.hands import Hands

FINANCE = resource("demo", "activities-2025.csv")
ROLE = Qt.ItemDataRole


def drop(window: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, data, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, *held))


def begin(desk: Desk, qtbot: QtBot, lab: str, path: Path = FINANCE) -> tuple[ImportWindow, Hands]:
    drop(desk.window, path)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    hands.choose("lab", lab)
    return window, hands


def imported(desk: Desk, qtbot: QtBot, lab: str) -> tuple[ImportWindow, Hands]:
    """Go through all steps of the sample file as it is, to the result of its import."""
    window, hands = begin(desk, qtbot, lab)
    for _ in range(4):
        hands.click("forward")
    return window, hands


def texts(model: QAbstractItemModel, column: int = 0) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_that_a_file_goes_in_is_mended_shows_in_the_results_and_comes_out_again(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    drop(desk.window, FINANCE)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()

    # 1 Source: detected, shown, and only the laboratory is still the person's to say.
    assert hands.find(QLabel, "file_name").text() == "activities-2025.csv"
    forward = hands.find(QPushButton, "forward")
    assert not forward.isEnabled()
    assert "laboratory" in hands.find(QLabel, "why_not").text()
    hands.choose("lab", lab)
    assert forward.isEnabled()
    hands.click("forward")

    # 2 Columns: all recognised.
    assert forward.text() == "Next: Review"
    assert forward.isEnabled()
    hands.click("forward")

    # 3 Review: exactly three cells are wrong, and say so.
    summary = hands.find(QLabel, "review_summary")
    assert summary.text().startswith("200 rows · 197 ready · 3 in error")
    problems = hands.find(QListView, "problems")
    named = [text for text in texts(problems.model()) if text.startswith("Row ")]
    assert [text.split(":")[0] for text in named] == ["Row 48", "Row 97", "Row 151"]
    grid = hands.find(QTableView, "review_grid")
    cell = grid.currentIndex()
    assert grid.model().headerData(cell.row(), Qt.Orientation.Vertical) == "48"
    assert cell.data(STATE_ROLE) == "error"
    assert cell.data(ROLE.AccessibleDescriptionRole).startswith("Error: ")
    assert cell.data(ROLE.ToolTipRole) == cell.data(ROLE.AccessibleDescriptionRole)
    assert hands.find(QLabel, "focus_line").text() in cell.data(ROLE.ToolTipRole)

    # F8 goes to the next one; it is mended in its cell and checked at once.
    hands.press(Qt.Key.Key_F8)
    cell = grid.currentIndex()
    assert grid.model().headerData(cell.row(), Qt.Orientation.Vertical) == "97"
    hands.type_into(grid, cell, "1'217,50")
    assert cell.data() == "1'217,50"
    assert cell.data(STATE_ROLE) is None
    assert summary.text().startswith("200 rows · 198 ready · 2 in error")
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert summary.text().startswith("200 rows · 197 ready · 3 in error")
    hands.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert summary.text().startswith("200 rows · 198 ready · 2 in error")
    hands.click("show_errors")
    assert grid.model().rowCount() == 2
    hands.click("forward")

    # 4 Commit: the button says what it does; Enter neither commits nor leads back.
    assert window.commit.isAncestorOf(window.focusWidget())
    hands.press(Qt.Key.Key_Return)
    assert window.flow.step is Step.COMMIT
    assert window.session.result is None
    assert "198 activities will be added to " + lab in hands.find(QLabel, "effect").text()
    assert forward.text() == "Commit 198 rows"
    hands.click("all_or_nothing")
    assert not forward.isEnabled()
    hands.click("valid_only")
    hands.click("forward")
    assert hands.find(QLabel, "result_title").text() == f"198 activities were committed to {lab}"

    # The main window shows them, and what they add up to.
    hands.click("show_activities")
    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    assert desk.window.status._counts.text().startswith("198 activities")
    main.click("go_results")
    main.choose("results_lab", lab)
    assert desk.window.status._counts.text().startswith("198 activities")
    shown = main.find(QLabel, "results_total").text()
    assert shown.endswith("t CO₂e")

    # The import is undone as a whole; nothing is left.
    main.click("go_imports")
    main.click("job_undo")
    main.click("confirm_yes")
    assert "198 activities were removed." in desk.window.pages.front.notes.text
    main.click("go_results")
    assert desk.window.status._counts.text().startswith("0 activities")


def test_that_a_file_that_is_no_table_is_told_in_a_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "empty.csv"
    file.write_bytes(b"")
    drop(desk.window, file)
    window = desk.import_windows[-1]
    Hands(qtbot, window.around, window).settle()
    assert "empty.csv" in window.notes.text
    assert window.flow.step == "source"


@pytest.mark.parametrize("key", ["fill_down", "skip", "paste"])
def test_that_rows_are_corrected_as_in_a_spreadsheet(
    desk: Desk, qtbot: QtBot, lab: str, key: str
) -> None:
    _, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    hands.click("forward")
    hands.press(Qt.Key.Key_F8)
    grid = hands.find(QTableView, "review_grid")
    here = grid.currentIndex()
    control = Qt.KeyboardModifier.ControlModifier
    match key:
        case "fill_down":
            above = here.siblingAtRow(here.row() - 1)
            grid.setCurrentIndex(above)
            hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
            hands.press(Qt.Key.Key_D, control)
            assert here.data() == above.data()
            assert "2 in error" in hands.find(QLabel, "review_summary").text()
        case "skip":
            hands.press(Qt.Key.Key_K, control)
            assert "2 in error" in hands.find(QLabel, "review_summary").text()
            assert hands.find(QWidget, "show_skipped").text() == "Skipped 1"
            hands.press(Qt.Key.Key_K, control)
            assert "3 in error" in hands.find(QLabel, "review_summary").text()
        case "paste":
            QApplication.clipboard().setText("5,5\tkWh\n6,5\tkWh")
            hands.press(Qt.Key.Key_V, control)
            below = here.siblingAtRow(here.row() + 1)
            assert (here.data(), below.data()) == ("5,5", "6,5")
            assert below.siblingAtColumn(here.column() + 1).data() == "kWh"
            QApplication.clipboard().clear()
            hands.click_cell(grid, here)
            hands.press(Qt.Key.Key_C, control)
            assert QApplication.clipboard().text() == "5,5"

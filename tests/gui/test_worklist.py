"""Rows that an import left behind: mended in the order of the file, and never lost unasked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from co2desk.views.dialogs.confirm import Confirm
from tests.gui.hands import Hands
from tests.gui.test_journey import imported


def test_that_rows_left_behind_are_mended_from_the_result_of_the_import(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = imported(desk, qtbot, lab)
    hands.click("open_worklist")
    dialog = desk.window.findChild(QDialog, "worklist_window")
    work = Hands(qtbot, window.around, dialog)
    work.settle()
    table = work.find(QTableView, "worklist_table")
    model = table.model()
    shown = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert shown == [
        "DATE", "ACTIVITY_TYPE", "CATEGORY", "SUBCATEGORY", "QUANTITY", "UNIT", "FACTOR_CODE",
        "NOTE", "What is wrong",
    ]  # fmt: skip
    assert [model.headerData(at, Qt.Orientation.Vertical) for at in range(3)] == [
        "48", "97", "151",
    ]  # fmt: skip

    # All that is wrong in the current row can be read, however narrow the columns are.
    wrong = work.find(QLabel, "worklist_wrong")
    for row in (0, 2):
        work.click_cell(table, model.index(row, 0))
        assert wrong.text() == model.index(row, model.columnCount() - 1).data()

    # Typing a cell back to what it was is no correction.
    date = model.index(0, 0)
    work.type_into(table, date, "28.02.2025")
    commit = work.find(QPushButton, "worklist_commit")
    assert commit.isEnabled()
    work.type_into(table, date, "31.02.2025")
    assert not commit.isEnabled()

    # Closing with a correction asks first.
    work.type_into(table, date, "28.02.2025")
    dialog.reject()
    [sure] = [one for one in dialog.findChildren(Confirm) if one.isVisible()]
    assert dialog.isVisible()
    sure.reject()
    assert model.index(0, 0).data() == "28.02.2025"
    problems = model.columnCount() - 1
    width = table.columnWidth(problems)
    work.click("worklist_commit")
    assert model.rowCount() == 2
    # What is wrong stays as narrow as it was: it would push the cells out of sight.
    assert table.columnWidth(problems) == width
    assert table.visualRect(table.currentIndex()).left() >= 0
    dialog.reject()
    assert not dialog.isVisible()
    assert desk.services is not None
    [job] = [one for one in desk.services.imports.jobs() if one.lab_code == lab]
    assert (job.rows_valid, job.rows_error) == (198, 2)

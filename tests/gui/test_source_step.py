"""Step 1 by hand: how a file was read, each choice overridden, with a preview that follows."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTableView,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from tests.gui.hands import Hands
from tests.gui.test_journey import begin


def preview(hands: Hands, row: int, column: int) -> str:
    return str(hands.find(QTableView, "preview").model().index(row, column).data())


def test_that_encodings_are_compared_and_the_byte_that_does_not_fit_is_named(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    assert preview(hands, 1, 7) == "Genève–Lyon, co-tutelle"
    hands.choose("encoding", "UTF-8")
    assert "0xE8" in window.notes.text
    assert "3" in window.notes.text
    # What cannot be is not taken: the box and the preview are as they were.
    assert hands.find(QComboBox, "encoding").currentText().startswith("cp1252")
    assert preview(hands, 1, 7) == "Genève–Lyon, co-tutelle"

    hands.click("message_action")
    dialog = window.findChild(QDialog, "encodings_dialog")
    table = dialog.findChild(QTableWidget, "encodings")
    shown = {table.item(row, 0).text(): row for row in range(table.rowCount())}
    take = dialog.findChild(QPushButton, "encoding_take")
    table.selectRow(shown["utf-8"])
    assert not take.isEnabled()
    assert "0xE8" in table.item(shown["utf-8"], 1).text()
    assert table.item(shown["cp1252"], 1).text() == "Genève–Lyon"
    table.selectRow(shown["mac-roman"])
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    hands.settle()
    assert preview(hands, 1, 7) == "GenËveñLyon, co-tutelle"
    assert window.session.choices.lab_code == lab


@pytest.mark.slow
@pytest.mark.parametrize(
    ("box", "entry", "expected"),
    [
        ("delimiter", "comma", "02.01.2025;purchase;Organic chemicals;325199;211"),
        ("header_row", "2", "02.01.2025"),
        ("header_row", "no header", "A"),
    ],
)
def test_that_the_preview_follows_another_way_to_read(
    desk: Desk, qtbot: QtBot, lab: str, box: str, entry: str, expected: str
) -> None:
    _, hands = begin(desk, qtbot, lab)
    hands.choose(box, entry)
    model = hands.find(QTableView, "preview").model()
    assert str(model.headerData(0, Qt.Orientation.Horizontal)).startswith(expected)


@pytest.mark.slow
def test_that_the_rows_of_the_preview_have_the_numbers_of_the_file(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "preamble.csv"
    file.write_text(
        "Report of 2025\n\ndate,activity_type,quantity,unit,factor_code\n"
        "2025-01-02,energy,5,kWh,CH-ELECTRICITY\n2025-01-03,energy,6,kWh,CH-ELECTRICITY\n"
    )
    _, hands = begin(desk, qtbot, lab, file)
    model = hands.find(QTableView, "preview").model()
    assert [model.headerData(at, Qt.Orientation.Vertical) for at in range(2)] == ["4", "5"]
    assert "1 (above the table)" in hands.find(QLabel, "left_out").text()


@pytest.mark.slow
def test_that_pasted_rows_are_read_like_a_file(desk: Desk, qtbot: QtBot, lab: str) -> None:
    window, hands = begin(desk, qtbot, lab)
    QApplication.clipboard().setText(
        "date\tactivity_type\tquantity\tunit\tfactor_code\n"
        "2025-01-02\tenergy\t5\tkWh\tCH-ELECTRICITY\n"
    )
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert hands.find(QLabel, "file_name").text() == "pasted rows"
    assert window.session.inspection is not None
    assert window.session.inspection.delimiter == "\t"
    QApplication.clipboard().clear()


def test_that_every_reason_to_wait_is_said(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "nothing-known.csv"
    file.write_text("alpha,beta\n1,2\n3,4\n")
    desk.import_file(file)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    forward, why = hands.find(QPushButton, "forward"), hands.find(QLabel, "why_not")
    expected = ("what kind of data", "the laboratory", "the reporting year")
    for reason, (box, entry) in zip(
        expected, (("kind", "Activities"), ("lab", lab), ("year", "2025")), strict=True
    ):
        assert not forward.isEnabled()
        assert reason in why.text()
        hands.choose(box, entry)
    assert forward.isEnabled()
    assert why.text() == ""
    hands.click("forward")
    assert not forward.isEnabled()
    assert "which columns hold" in why.text()


def test_that_a_row_there_twice_is_named_before_the_commit_and_the_year_read_from_the_name(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "Fluege 2025.csv"
    file.write_text("Von;Nach;Personalnummer\nGVA;CDG;7\nZRH;LHR;8\nGVA;CDG;7\n")
    desk.import_file(file)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    hands.choose("lab", lab)
    assert hands.find(QComboBox, "year").currentText() == "2025"
    for _ in range(3):
        hands.click("forward")
    told = hands.find(QLabel, "particulars").text()
    assert "1 of them is there already" in told or "1 of them are there already" in told


def test_that_what_a_workbook_holds_beside_its_table_is_told(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Energy of the house"])
    sheet.append(["date", "activity_type", "quantity", "unit", "factor_code"])
    sheet.append(["2025-01-02", "energy", 5, "kWh", "CH-ELECTRICITY"])
    sheet.merge_cells("A1:E1")
    hidden = book.create_sheet("<b>Old")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "energy.xlsx")
    _, hands = begin(desk, qtbot, lab, tmp_path / "energy.xlsx")
    label = hands.find(QLabel, "left_out")
    assert label.textFormat() is Qt.TextFormat.PlainText
    lines = label.text().splitlines()
    assert lines[0].endswith("1 (above the table)")
    assert any("A1:E1" in line for line in lines)
    assert any("<b>Old" in line for line in lines)

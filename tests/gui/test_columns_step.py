"""Step 2 by hand: columns dropped on fields, words given a meaning, meanings forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.models.field_slots_model import column_data
from co2desk.models.words_model import RememberedColumn, WordColumn
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow
from tests.gui.hands import Hands

HEADER = "Tag;Was;category;subcategory;Wieviel;unit;factor_code\n"
ROWS = [
    "02.01.2025;energy;electricity;grid;100;kWh;CH-ELECTRICITY\n",
    "03.01.2025;Spannung;electricity;grid;200;kWh;CH-ELECTRICITY\n",
    "04.01.2025;Spannung;electricity;grid;300;kWh;CH-ELECTRICITY\n",
]
PURCHASES = (
    "name;total_spent_amount;currency;purchase_institutional_code;code description\n"
    "Acetone;10;CHF;X-1;Organic chemicals\n"
    "Ethanol;20;CHF;X-1;Organic chemicals\n"
)


def at_columns(
    desk: Desk, qtbot: QtBot, lab: str, file: Path, kind: str = "Activities", year: str = ""
) -> Hands:
    desk.import_file(file)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    hands.choose("lab", lab)
    hands.choose("kind", kind)
    if year:
        hands.choose("year", year)
    hands.click("forward")
    return hands


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "own.csv"
    made.write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return made


def field_of(hands: Hands, column: int) -> str:
    assert isinstance(hands.window, ImportWindow)
    assert hands.window.session.inspection is not None
    return hands.window.session.inspection.columns[column].field


def row_of(table: QTableView, text: str, column: int = 0) -> int:
    model = table.model()
    [row] = [at for at in range(model.rowCount()) if model.index(at, column).data() == text]
    return row


def drop(table: QTableView, column: int, row: int) -> None:
    """Drop a column of the file on a row of the fields."""
    at = table.visualRect(table.model().index(row, 1)).center()
    data, copy = column_data(column), Qt.DropAction.CopyAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at, copy, data, *held),
        QDragMoveEvent(at, copy, data, *held),
        QDropEvent(QPointF(at), copy, data, *held),
    ):
        QApplication.sendEvent(table.viewport(), event)


def show_tab(hands: Hands, at: int) -> None:
    hands.find(QTabWidget, "columns_tabs").setCurrentIndex(at)
    hands.settle()


def test_that_columns_are_dropped_on_fields_or_chosen_by_keyboard(
    desk: Desk, qtbot: QtBot, lab: str, file: Path
) -> None:
    hands = at_columns(desk, qtbot, lab, file)
    forward = hands.find(QPushButton, "forward")
    assert not forward.isEnabled()
    assert "Type of activity" in hands.find(QWidget, "missing_fields").text
    fields = hands.find(QTableView, "field_table")
    lacking = row_of(fields, "Type of activity")
    assert fields.model().index(lacking, 1).data() == "needed: drop a column here"

    drop(fields, 1, lacking)
    hands.settle()
    assert field_of(hands, 1) == "activity_type"
    assert fields.model().index(lacking, 1).data() == "B   Was"

    # The same by keyboard: Return opens the list of columns, Delete empties the field.
    fields.setFocus()
    fields.setCurrentIndex(fields.model().index(row_of(fields, "Quantity"), 0))
    hands.press(Qt.Key.Key_Return)
    menu = fields.findChild(QMenu, "column_menu")
    qtbot.keyClicks(menu, "E")
    action = next(one for one in menu.actions() if one.text().startswith("E "))
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    hands.settle()
    assert field_of(hands, 4) == "quantity"
    if not field_of(hands, 0):
        hands.choose("field_0", "Date")
    assert forward.isEnabled()
    assert not hands.find(QWidget, "columns_tabs").isHidden()
    fields.setFocus()
    fields.setCurrentIndex(fields.model().index(row_of(fields, "Subcategory"), 0))
    hands.press(Qt.Key.Key_Delete)
    assert field_of(hands, 3) == ""

    # Back keeps what was chosen.
    hands.click("back")
    hands.click("forward")
    assert (field_of(hands, 1), field_of(hands, 3), field_of(hands, 4)) == (
        "activity_type", "", "quantity",
    )  # fmt: skip


@pytest.mark.slow
def test_that_a_column_dropped_on_a_taken_field_takes_its_place(
    desk: Desk, qtbot: QtBot, lab: str, file: Path
) -> None:
    hands = at_columns(desk, qtbot, lab, file)
    fields = hands.find(QTableView, "field_table")
    assert field_of(hands, 2) == "category"
    drop(fields, 1, row_of(fields, "Category"))
    hands.settle()
    assert (field_of(hands, 1), field_of(hands, 2)) == ("category", "")


def match_all(hands: Hands) -> None:
    for column, field in ((0, "Date"), (1, "Type of activity"), (4, "Quantity")):
        hands.choose(f"field_{column}", field)


def test_that_a_word_is_given_a_meaning_that_counts_for_all_its_rows(
    desk: Desk, qtbot: QtBot, lab: str, file: Path
) -> None:
    hands = at_columns(desk, qtbot, lab, file)
    match_all(hands)
    tabs = hands.find(QTabWidget, "columns_tabs")
    assert tabs.tabText(1) == "Words (1 not known)"
    show_tab(hands, 1)
    words = hands.find(QTableView, "words_table")
    assert words.model().index(0, WordColumn.TEXT).data() == "Spannung"
    assert words.model().index(0, WordColumn.ROWS).data() == "2"
    say(hands, words, "ener")
    assert tabs.tabText(1) == "Words"
    hands.click("words_all")
    row = row_of(words, "Spannung", WordColumn.TEXT)
    assert words.model().index(row, WordColumn.ORIGIN).data() == "said by you"
    hands.click("forward")
    assert hands.find(QLabel, "review_summary").text().startswith("3 rows · 3 ready")

    # Remembered with the commit; then shown, and forgotten again.
    hands.click("forward")
    hands.click("forward")
    file.write_text(HEADER + "".join(ROWS).replace(".01.", ".02."), encoding="utf-8")
    again = at_columns(desk, qtbot, lab, file)
    assert field_of(again, 1) == "activity_type"
    show_tab(again, 2)
    remembered = again.find(QTableView, "remembered_table")
    row = row_of(remembered, "spannung", RememberedColumn.TEXT)
    assert remembered.model().index(row, RememberedColumn.MEANING).data() == "energy"
    remembered.setFocus()
    remembered.setCurrentIndex(remembered.model().index(row, 0))
    again.click("remembered_forget")
    assert remembered.model().rowCount() == row
    assert again.find(QTabWidget, "columns_tabs").tabText(1) == "Words (1 not known)"


def say(hands: Hands, table: QTableView, text: str) -> None:
    """Type the beginning of a meaning into the current row and take the first idea."""
    table.setFocus()
    hands.press(Qt.Key.Key_Return)
    box = table.viewport().findChild(QComboBox, "answer_box")
    hands.qtbot.keyClicks(box.lineEdit(), text)
    popup = box.completer().popup()
    assert popup.isVisible()
    hands.qtbot.keyClick(popup, Qt.Key.Key_Down)
    hands.qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert isinstance(table, QAbstractItemView)
    hands.qtbot.waitUntil(lambda: table.viewport().findChild(QComboBox, "answer_box") is None)
    hands.settle()


@pytest.mark.slow
def test_that_a_factor_is_found_for_a_code_by_what_the_file_says_of_it(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "bought.csv"
    file.write_text(PURCHASES, encoding="utf-8")
    hands = at_columns(desk, qtbot, lab, file, "Purchases", "2025")
    show_tab(hands, 1)
    hands.click("word_find")
    finder = hands.window.findChild(QDialog, "factor_finder")
    assert finder.findChild(QLineEdit, "factor_search").text() == "Organic chemicals"
    found = finder.findChild(QTableView, "found_factors").model()
    assert "Organic Chem" in found.index(0, 1).data()
    code = found.index(0, 0).data()
    qtbot.mouseClick(finder.findChild(QPushButton, "factor_take"), Qt.MouseButton.LeftButton)
    hands.settle()
    window = hands.window
    assert isinstance(window, ImportWindow)
    assert window.session.choices.values == {("purchase_institutional_code", "X-1"): code}
    hands.click("forward")
    assert hands.find(QLabel, "review_summary").text().startswith("2 rows · 2 ready")


def test_that_codes_without_a_factor_lead_from_the_review_to_the_words(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "bought.csv"
    file.write_text(PURCHASES, encoding="utf-8")
    hands = at_columns(desk, qtbot, lab, file, "Purchases", "2025")
    hands.click("forward")
    hands.settle()
    hands.click("find_factors")
    assert hands.find(QTabWidget, "columns_tabs").currentIndex() == 1
    assert hands.find(QTableView, "words_table").model().rowCount() == 1

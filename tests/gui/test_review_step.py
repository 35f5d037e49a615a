"""Step 3 by hand: what is asked of a whole column, of empty cells, and of rows that repeat."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from tests.gui.hands import Hands
from tests.gui.test_fix_all import HEADER, reviewed, summary, type_answer
from tests.gui.test_journey import begin

CONTROL = Qt.KeyboardModifier.ControlModifier


def file_of(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    """A file of electricity, of (date, quantity, unit)."""
    file = folder / "rows.csv"
    lines = [
        f"{day},energy,electricity,grid,{quantity},{unit},CH-ELECTRICITY\n"
        for day, quantity, unit in rows
    ]
    file.write_text(HEADER + "".join(lines))
    return file


def choose_problem(hands: Hands, text: str) -> None:
    """Click the heading of a problem and what can be done about all of it."""
    problems = hands.find(QListView, "problems")
    model = problems.model()
    shown = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    [at] = [row for row, one in enumerate(shown) if text in one and not one.startswith("Row ")]
    hands.click_cell(problems, model.index(at, 0))
    hands.click("offer_fix")


def test_that_one_answer_says_how_a_column_writes_its_numbers(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = file_of(tmp_path, [("2025-01-02", "1.234", "kWh"), ("2025-01-03", "5.678", "kWh")])
    hands = reviewed(desk, qtbot, lab, file)
    assert summary(hands).startswith("2 rows · 0 ready · 2 in error")
    grid = hands.find(QTableView, "review_grid")
    grid.setCurrentIndex(grid.model().index(1, 3))
    choose_problem(hands, "two ways")
    reading = hands.find(QComboBox, "reading")
    assert [reading.itemText(at) for at in range(2)] == ["1’234", "1.234"]
    hands.click("read_so")
    assert summary(hands).startswith("2 rows · 2 ready · 0 in error")
    # The file keeps its text; only how it is read was said.
    assert grid.model().index(0, 5).data() == "1.234"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "2 rows · 2 ready · 0 in error · 1 with a warning · 1 duplicate"),
        ("fr", "2 lignes · 2 prêtes · 0 en erreur · 1 avec avertissement · 1 doublon"),
        ("de", "2 Zeilen · 2 bereit · 0 fehlerhaft · 1 mit Warnung · 1 doppelt"),
    ],
)
def test_that_a_single_duplicate_is_told_in_the_singular(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path, speaking: Callable[[str], None],
    language: str, told: str,
) -> None:  # fmt: skip
    same = ("2025-01-02", "5", "kWh")
    speaking(language)
    assert summary(reviewed(desk, qtbot, lab, file_of(tmp_path, [same, same]))) == told


@pytest.mark.slow
def test_that_one_answer_says_whether_the_day_or_the_month_comes_first(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = file_of(tmp_path, [("03/04/2025", "1", "kWh"), ("05/06/2025", "2", "kWh")])
    hands = reviewed(desk, qtbot, lab, file)
    choose_problem(hands, "two ways")
    reading = hands.find(QComboBox, "reading")
    assert [reading.itemText(at) for at in range(2)] == ["2025-04-03", "2025-03-04"]
    reading.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.click("read_so")
    assert summary(hands).startswith("2 rows · 2 ready · 0 in error")
    window = desk.import_windows[-1]
    assert window.session.choices.date_orders == {0: "mdy"}


def test_that_dates_read_by_another_cell_are_told_and_can_be_read_otherwise(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = file_of(tmp_path, [("03/04/2025", "5", "kWh"), ("13/04/2025", "6", "kWh")])
    hands = reviewed(desk, qtbot, lab, file)
    told = hands.find(QLabel, "date_reading_0")
    assert "“03/04/2025” is read day first, 2025-04-03, because of “13/04/2025”" in told.text()
    hands.click("change_date_reading_0")
    reading = hands.find(QComboBox, "reading")
    assert reading.currentText() == "2025-04-03"
    reading.setCurrentIndex(1)
    hands.click("read_so")
    assert "“03/04/2025” is read month first, 2025-03-04, as you said" in told.text()
    grid = hands.find(QTableView, "review_grid")
    rows = [desk.import_windows[-1].review.model.checked_row(row) for row in range(2)]
    days = [row.activity.date for row in rows if row is not None and row.activity is not None]
    assert [f"{day:%m-%d}" for day in days] == ["03-04", "04-13"]
    assert grid.isVisible()


def test_that_dates_that_need_no_decision_are_not_talked_about(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    hands = reviewed(desk, qtbot, lab, file_of(tmp_path, [("2025-04-03", "5", "kWh")]))
    assert not any(one.isVisible() for one in hands.window.findChildren(QLabel, "date_reading_0"))


@pytest.mark.slow
def test_that_empty_cells_are_filled_at_once(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    rows = [(f"2025-01-0{day}", "5", "") for day in range(2, 6)]
    hands = reviewed(desk, qtbot, lab, file_of(tmp_path, [*rows, ("2025-01-09", "5", "kWh")]))
    assert "4 in error" in summary(hands)
    choose_problem(hands, "missing value")
    assert hands.find(QComboBox, "fix_word").currentText() == "(empty)  (4)"
    type_answer(hands, "kWh")
    hands.click("fix_all")
    assert "5 ready · 0 in error" in summary(hands)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert "4 in error" in summary(hands)


@pytest.mark.slow
def test_that_the_number_beside_a_unit_is_offered(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = file_of(tmp_path, [("2025-01-02", "1'200.5 kWh", "kWh")])
    hands = reviewed(desk, qtbot, lab, file)
    choose_problem(hands, "not a number")
    assert hands.find(QComboBox, "fix_answer").currentText() == "1'200.5"
    hands.click("fix_all")
    assert "1 ready · 0 in error" in summary(hands)


def test_that_rows_that_repeat_are_shown_and_skipped_at_once(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    same = ("2025-01-02", "5", "kWh")
    file = file_of(tmp_path, [same, ("2025-01-03", "6", "kWh"), same, same])
    hands = reviewed(desk, qtbot, lab, file)
    assert summary(hands).endswith("2 duplicates")
    assert hands.find(QWidget, "show_duplicates").text() == "Duplicates 2"
    hands.click("show_duplicates")
    grid = hands.find(QTableView, "review_grid")
    numbers = [grid.model().headerData(at, Qt.Orientation.Vertical) for at in range(2)]
    assert numbers == ["4", "5"]
    choose_problem(hands, "same row twice in the file")
    skip = hands.find(QPushButton, "skip_all")
    assert skip.text() == "Skip these 2 rows"
    hands.click("skip_all")
    assert summary(hands).startswith("4 rows · 2 ready · 0 in error")
    assert hands.find(QWidget, "show_skipped").text() == "Skipped 2"
    assert hands.find(QLabel, "review_summary").text().endswith("2 skipped")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.find(QWidget, "show_skipped").text() == "Skipped 0"
    assert "skipped" not in hands.find(QLabel, "review_summary").text()


@pytest.mark.slow
def test_that_an_amount_far_above_the_history_is_pointed_out(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    history = [(f"2024-{month:02}-15", "100", "kWh") for month in range(1, 13)]
    history += [(f"2024-{month:02}-16", "110", "kWh") for month in range(1, 13)]
    hands = reviewed(desk, qtbot, lab, file_of(tmp_path, history))
    hands.click("forward")
    hands.click("forward")
    hands.find(QLabel, "result_title")
    file = file_of(tmp_path, [("2025-01-15", "105", "kWh"), ("2025-02-15", "990000", "kWh")])
    hands = reviewed(desk, qtbot, lab, file)
    link = hands.find(QPushButton, "unusual")
    assert link.text() == "1 amounts far above your history"
    hands.click("unusual")
    grid = hands.find(QTableView, "review_grid")
    assert grid.model().rowCount() == 1
    assert grid.model().headerData(0, Qt.Orientation.Vertical) == "3"


def test_that_a_bar_that_opens_leaves_the_current_cell_in_sight(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    hands.click("forward")
    grid = hands.find(QTableView, "review_grid")
    lowest = grid.rowAt(grid.viewport().height() - 1) - 1
    hands.click_cell(grid, grid.model().index(lowest, 2))
    window.actions_by_id[ActionId.REPLACE].trigger()
    qtbot.waitUntil(lambda: hands.find(QWidget, "replace_bar").isVisible())
    qtbot.wait(50)
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))

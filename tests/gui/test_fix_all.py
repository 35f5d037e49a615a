"""One answer mends all cells with the same problem, in one step, and is remembered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListView,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from tests.gui.hands import Hands

HEADER = "date,activity_type,category,subcategory,quantity,unit,factor_code\n"


def written(folder: Path, name: str, words: list[str], month: str = "01") -> Path:
    file = folder / name
    rows = [
        f"2025-{month}-{day:02},{word},electricity,grid,{day},kWh,CH-ELECTRICITY"
        for day, word in enumerate(words, start=1)
    ]
    file.write_text(HEADER + "\n".join(rows) + "\n")
    return file


def reviewed(desk: Desk, qtbot: QtBot, lab: str, file: Path) -> Hands:
    desk.import_file(file)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    hands.choose("lab", lab)
    hands.click("forward")
    hands.click("forward")
    return hands


def summary(hands: Hands) -> str:
    return hands.find(QLabel, "review_summary").text()


def type_answer(hands: Hands, text: str) -> None:
    """Type an answer, and leave the list of what it could be."""
    answer = hands.find(QComboBox, "fix_answer")
    answer.lineEdit().clear()
    hands.qtbot.keyClicks(answer.lineEdit(), text)
    answer.completer().popup().hide()
    hands.window.activateWindow()
    hands.qtbot.waitUntil(hands.window.isActiveWindow)


def test_that_one_answer_mends_all_cells_in_one_step_and_is_remembered(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = written(tmp_path, "one.csv", ["Spannung"] * 11 + ["energy"] * 3 + ["Volt"] * 2)
    hands = reviewed(desk, qtbot, lab, file)
    assert summary(hands).startswith("16 rows · 3 ready · 13 in error")
    problems = hands.find(QListView, "problems")
    hands.click_cell(problems, problems.model().index(0, 0))
    hands.click("offer_fix")

    # The most frequent word first, with its rows; the answers are those that the field takes.
    word, answer = hands.find(QComboBox, "fix_word"), hands.find(QComboBox, "fix_answer")
    assert word.currentText() == "Spannung  (11)"
    offered = [answer.itemText(at).split("  –  ")[0] for at in range(answer.count())]
    assert offered == ["travel", "energy", "purchase", "service"]
    fix = hands.find(QPushButton, "fix_all")
    assert not fix.isEnabled()
    type_answer(hands, "energy")
    assert fix.text() == "Change 11 cells"
    hands.click("fix_all")
    assert summary(hands).startswith("16 rows · 14 ready · 2 in error")

    # The other word waits in the bar; one undo takes all eleven back.
    assert word.currentText() == "Volt  (2)"
    hands.click("fix_close")
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert summary(hands).startswith("16 rows · 3 ready · 13 in error")
    hands.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert summary(hands).startswith("16 rows · 14 ready · 2 in error")
    hands.click("forward")
    hands.click("forward")
    assert hands.find(QLabel, "result_title").text() == f"14 activities were committed to {lab}"

    # The laboratory's next file is understood, but for what nobody answered.
    file = written(tmp_path, "two.csv", ["SPANNUNG"] * 4 + ["Volt"], month="02")
    again = reviewed(desk, qtbot, lab, file)
    assert "1 in error" in summary(again)


def test_that_the_list_of_answers_gives_no_focus_to_a_bar_that_has_gone(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    hands = reviewed(desk, qtbot, lab, written(tmp_path, "one.csv", ["Volt", "energy"]))
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    answer = hands.find(QComboBox, "fix_answer")
    qtbot.keyClicks(answer.lineEdit(), "energy")
    assert answer.completer().popup().isVisible()
    # The window system hears of the list only after the bar has gone.
    hands.find(QWidget, "fix_all_bar").hide()
    hands.window.activateWindow()
    qtbot.wait(50)
    assert hands.window.focusWidget() is hands.find(QWidget, "review_grid")


def test_that_what_is_typed_takes_the_place_of_the_idea_and_return_gives_the_answer(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    file = tmp_path / "factor.csv"
    file.write_text(HEADER + "2025-01-05,energy,electricity,grid,5,kWh,CH-ELECTRICTY\n")
    hands = reviewed(desk, qtbot, lab, file)
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    answer = hands.find(QComboBox, "fix_answer")
    assert answer.currentText().startswith("CH-ELECTRICITY  –  ")
    assert answer.lineEdit().cursorPosition() == 0
    qtbot.keyClicks(answer.lineEdit(), "FR-ELECTRICITY")
    assert answer.currentText() == "FR-ELECTRICITY"
    answer.completer().popup().hide()
    qtbot.keyClick(answer.lineEdit(), Qt.Key.Key_Return)
    hands.settle()
    assert "1 ready · 0 in error" in summary(hands)
    assert "FR-ELECTRICITY" in [
        hands.find(QTableView, "review_grid").model().index(0, at).data() for at in range(8)
    ]


def test_that_an_answer_that_was_undone_is_not_remembered(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    hands = reviewed(desk, qtbot, lab, written(tmp_path, "one.csv", ["Volt", "energy"]))
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    type_answer(hands, "energy")
    hands.click("fix_all")
    assert not hands.window.findChild(QWidget, "fix_all_bar").isVisible()
    assert "0 in error" in summary(hands)
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "1 in error" in summary(hands)
    hands.click("forward")
    hands.click("forward")
    file = written(tmp_path, "two.csv", ["Volt", "energy"] * 2, month="02")
    again = reviewed(desk, qtbot, lab, file)
    assert "2 in error" in summary(again)

"""A draft is resumed exactly where it was left, and no way of leaving it loses anything."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.importing.flow import Step
from co2desk.services.prepare_import import Preparation
from co2desk.views.desk import Desk
from tests.gui.hands import Hands
from tests.gui.test_journey import FINANCE, begin
from tests.gui.test_offline import answer


def resumed(desk: Desk, qtbot: QtBot, path: Path | None = None) -> Hands:
    """Open the draft that was saved last, or the one named."""
    assert desk.services is not None
    draft = path or desk.services.preparations.drafts()[0].path
    desk.import_file(draft)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    return hands


def close(hands: Hands) -> None:
    """Close the window, and wait until its draft is closed too."""
    runner = hands.around.runner
    hands.window.close()
    hands.qtbot.waitUntil(lambda: not runner.running, timeout=20_000)


def test_that_a_draft_is_resumed_at_its_step_filter_and_cell(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    _, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    hands.click("forward")
    grid = hands.find(QTableView, "review_grid")
    hands.press(Qt.Key.Key_F8)
    hands.type_into(grid, grid.currentIndex(), "12,5")
    hands.click("show_errors")
    hands.press(Qt.Key.Key_F8)
    here = grid.currentIndex()
    row = grid.model().headerData(here.row(), Qt.Orientation.Vertical)
    close(hands)

    hands = resumed(desk, qtbot)
    assert "198 ready · 2 in error" in hands.find(QLabel, "review_summary").text()
    grid = hands.find(QTableView, "review_grid")
    assert grid.model().rowCount() == 2
    back = grid.currentIndex()
    assert grid.model().headerData(back.row(), Qt.Orientation.Vertical) == row
    assert back.column() == here.column()
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "197 ready · 3 in error" in hands.find(QLabel, "review_summary").text()


@pytest.mark.slow
def test_that_a_search_and_a_tab_are_resumed_too(desk: Desk, qtbot: QtBot, lab: str) -> None:
    _, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    hands.find(QTabWidget, "columns_tabs").setCurrentIndex(1)
    hands.settle()
    close(hands)
    hands = resumed(desk, qtbot)
    assert hands.find(QTabWidget, "columns_tabs").currentIndex() == 1
    hands.click("forward")
    hands.find(QLineEdit, "find").setText("workshop")
    grid = hands.find(QTableView, "review_grid")
    qtbot.waitUntil(lambda: 0 < grid.model().rowCount() < 200)
    hands.settle()
    found = grid.model().rowCount()
    close(hands)
    hands = resumed(desk, qtbot)
    assert hands.find(QLineEdit, "find").text() == "workshop"
    assert hands.find(QTableView, "review_grid").model().rowCount() == found


@pytest.mark.slow
def test_that_the_way_to_commit_is_resumed(desk: Desk, qtbot: QtBot, lab: str) -> None:
    _, hands = begin(desk, qtbot, lab)
    for _ in range(3):
        hands.click("forward")
    hands.click("all_or_nothing")
    close(hands)
    hands = resumed(desk, qtbot)
    assert hands.find(QRadioButton, "all_or_nothing").isChecked()
    assert not hands.find(QWidget, "forward").isEnabled()


@pytest.mark.slow
def test_that_a_program_that_ends_suddenly_leaves_the_place(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    window, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    hands.click("forward")
    # The place is kept a moment after the last move, without anybody closing anything.
    qtbot.waitUntil(lambda: draft(window).place.get("step") == "review", timeout=5_000)
    copy = tmp_path / "copy.co2draft"
    draft(window).export(copy)
    again = resumed(desk, qtbot, copy)
    assert "3 in error" in again.find(QLabel, "review_summary").text()


def draft(window: object) -> Preparation:
    preparation = window.session._preparation  # type: ignore[attr-defined]
    assert isinstance(preparation, Preparation)
    return preparation


@pytest.mark.slow
def test_that_a_mailed_draft_can_be_opened_without_its_laboratory(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    assert desk.services is not None
    window, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    mailed = tmp_path / "mailed.co2draft"
    answer(hands, "export_draft", str(mailed))
    assert "mailed.co2draft" in window.notes.text
    close(hands)
    labs = desk.services.labs
    [there] = [one for one in labs.search(lab) if one.code == lab]
    labs.delete(there.id, lab)
    hands = resumed(desk, qtbot, mailed)
    assert "laboratory" in hands.find(QLabel, "why_not").text()


@pytest.mark.slow
def test_that_another_file_leaves_no_untouched_draft_behind(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    assert desk.services is not None
    window, hands = begin(desk, qtbot, lab)
    first = draft(window).path
    other = tmp_path / "other.csv"
    other.write_bytes(FINANCE.read_bytes())
    window.open_file(other)
    hands.settle()
    assert not first.exists()
    # Once something was corrected, it stays to be resumed.
    second = draft(window).path
    hands.choose("lab", lab)
    hands.click("forward")
    hands.click("forward")
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.open_file(FINANCE)
    hands.settle()
    assert second.exists()
    assert second in [one.path for one in desk.services.preparations.drafts()]


def test_that_a_window_that_writes_rows_is_not_closed(desk: Desk, qtbot: QtBot, lab: str) -> None:
    window, hands = begin(desk, qtbot, lab)
    for _ in range(3):
        hands.click("forward")
    window.way_on.forward_wanted.emit()
    assert window.session.is_committing
    assert not window.close()
    assert "being written" in window.notes.text
    assert not hands.find(QPushButton, "forward").isEnabled()
    assert not hands.find(QPushButton, "back").isEnabled()
    window.steps.back()
    window.steps.go(Step.COMMIT)
    assert window.flow.step is Step.COMMIT
    hands.settle()
    assert window.session.is_committed
    assert window.close()


def test_that_a_draft_tells_the_kind_that_its_file_was_taken_for(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    assert window.session.choices.kind is None, "nobody said it"
    close(hands)
    main = Hands(qtbot, window.around, desk.window)
    main.click("go_imports")
    table = main.find(QTableView, "drafts_table").model()
    titles = [table.headerData(at, Qt.Orientation.Horizontal) for at in range(table.columnCount())]
    assert table.index(0, titles.index("Kind")).data() == "Activities"


@pytest.mark.slow
def test_that_an_import_begins_anew_with_the_file_of_a_damaged_draft(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    path, before = window.session.draft_path, window.session.inspection
    assert path is not None
    assert before is not None
    close(hands)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE part SET content = 'xxxxxxxx{}' WHERE name = 'choices'")
    main = Hands(qtbot, window.around, desk.window)
    main.click("go_imports")
    main.settle()
    table = main.find(QTableView, "drafts_table")
    main.click_cell(table, table.model().index(0, 0))
    main.click("draft_begin_anew")
    main.settle()
    [again] = desk.import_windows
    now = again.session.inspection
    assert now is not None
    assert (now.sha256, Path(now.path).name) == (before.sha256, Path(before.path).name)
    assert again.session.draft_path not in (None, path)
    assert path.exists(), "it goes when the person throws it away"
    [taken_out] = path.parent.glob(f"files/*/{Path(before.path).name}")
    assert desk.services is not None
    desk.services.preparations.remove(path)
    assert not taken_out.exists()


@pytest.mark.slow
def test_that_a_draft_is_thrown_away_only_when_no_window_has_it(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    path = window.session.draft_path
    assert path is not None
    main = Hands(qtbot, window.around, desk.window)

    def throw_away() -> None:
        main.click("go_imports")
        table = main.find(QTableView, "drafts_table")
        main.click_cell(table, table.model().index(0, 0))
        main.click("draft_throw_away")
        main.click("confirm_yes")

    throw_away()
    assert "open in a window" in desk.window.notes.text
    assert path.exists()
    # The same draft again brings its window to the front instead of a second one.
    desk.import_file(path)
    assert desk.import_windows == [window]
    close(hands)
    throw_away()
    assert not path.exists()

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester

from co2desk.desktop.messages import Messages
from co2desk.domain.issue import Issue, IssueCode, Severity
from co2desk.importing.checked import CheckedRow, RowState
from co2desk.models.columns import STATE_ROLE
from co2desk.models.formats import Formats
from co2desk.models.problem_list_model import ProblemListModel, ProblemWords
from co2desk.models.review_table_model import PLACEHOLDER, ReviewTableModel
from co2desk.services.preparation.review_snapshot import Problem, ProblemGroup
from co2desk.views.imports.wizard.review_words import review_words

ROLE = Qt.ItemDataRole
BAD = Issue(IssueCode.NOT_A_NUMBER, 3, "quantity", "Menge", "B", "viel", params={"value": "viel"})
ODD = Issue(IssueCode.DUPLICATE_IN_FILE, 4, severity=Severity.WARNING, params={"first_row": "2"})


def row(number: int, *cells: str, issues: Sequence[Issue] = ()) -> CheckedRow:
    state = RowState.VALID
    if issues:
        worst = min(issue.severity for issue in issues)
        state = RowState.ERROR if worst is Severity.ERROR else RowState.WARNING
    return CheckedRow(number, cells, state, tuple(issues))


ROWS = {
    0: row(2, "12.03.2025", "5"),
    1: row(3, "12.03.2025", "viel", issues=[BAD]),
    2: row(4, "12.03.2025", issues=[ODD]),
}


@pytest.fixture
def model(qapp: object) -> ReviewTableModel:
    words = review_words(Messages.load("en"))
    made = ReviewTableModel(words, Formats.of(QLocale("de_CH")))
    made.show_review(["Datum", "Menge"], ["A", "B"], 3, numeric=[1])
    return made


def test_that_the_model_is_sound(model: ReviewTableModel, qtmodeltester: ModelTester) -> None:
    model.rows_came(ROWS)
    qtmodeltester.check(model, force_py=True)


def test_that_the_model_is_sound_while_rows_come_and_are_filtered(
    model: ReviewTableModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model, force_py=True)
    model.rows_came(ROWS)
    model.rows_changed([1])
    model.show_order([2, 0])
    model.rows_came({2: ROWS[2]})


def test_that_a_row_in_sight_is_asked_for_once(model: ReviewTableModel) -> None:
    asked: list[list[int]] = []
    model.rows_wanted.connect(asked.append)
    assert model.index(0, 1).data() == PLACEHOLDER
    assert model.index(2, 2).data() == PLACEHOLDER
    assert asked == [[0, 1, 2]]


def test_that_an_error_is_marked_explained_and_read_aloud(model: ReviewTableModel) -> None:
    model.rows_came(ROWS)
    cell = model.cell(1, 1)
    assert cell.data(STATE_ROLE) == "error"
    assert cell.data(ROLE.ToolTipRole).startswith("Error: ")
    assert "viel" in cell.data(ROLE.ToolTipRole)
    assert cell.data(ROLE.AccessibleDescriptionRole) == cell.data(ROLE.ToolTipRole)
    assert model.cell(1, 0).data(STATE_ROLE) is None
    assert model.headerData(1, Qt.Orientation.Vertical) == "3"


def test_that_a_problem_of_the_whole_row_stands_at_its_state(model: ReviewTableModel) -> None:
    model.rows_came(ROWS)
    cell = model.cell(2, None)
    assert cell.data() == "warning"
    assert cell.data(ROLE.ToolTipRole).startswith("Warning: ")


def test_that_a_short_row_shows_empty_cells_that_can_be_filled(model: ReviewTableModel) -> None:
    model.rows_came(ROWS)
    asked: list[object] = []
    model.edit_wanted.connect(asked.append)
    cell = model.cell(2, 1)
    assert cell.data() == ""
    assert model.setData(cell, "7")
    assert asked == [{(2, 1): "7"}]
    assert (cell.data(), cell.data(STATE_ROLE)) == ("7", "pending")
    model.forget_pending()
    assert cell.data() == ""


def test_that_a_filter_changes_what_is_shown_and_not_the_rows(model: ReviewTableModel) -> None:
    model.rows_came(ROWS)
    model.show_order([2, 1])
    assert [model.row_index(model.index(place, 0)) for place in range(2)] == [2, 1]
    assert not model.cell(0, 0).isValid()
    assert model.cell(1, 1).row() == 1


def test_that_problems_are_listed_under_their_heading(
    qapp: object, qtmodeltester: ModelTester
) -> None:
    group = ProblemGroup(
        IssueCode.NOT_A_NUMBER, Severity.ERROR, "Menge", 1, 3, (("viel", 3),), (Problem(1, 1, BAD),)
    )
    words = ProblemWords(
        lambda one: f"{one.column} {one.count}",
        lambda one: one.issue.value,
        lambda more: f"+{more}",
    )
    listed = ProblemListModel(words)
    listed.show_groups([group])
    assert [listed.index(at).data() for at in range(listed.rowCount())] == ["Menge 3", "viel", "+2"]
    qtmodeltester.check(listed, force_py=True)

"""Correcting rows, step by step and back."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import IssueCode, Severity
from co2desk.domain.reference import KnownRow, Reference
from co2desk.domain.row_edit import EditStep
from co2desk.importing.checked import CheckChoices, RowState
from co2desk.importing.review import Review
from co2desk.importing.review_order import Show
from co2desk.importing.table import SourceTable
from tests.importing.tables import CHOICES, table, table_of

_TEXT = """name;unit;quantity;note
natural_gas;kWh;1200;a
natural_gas;kWh;viel;b
pellets;kg;5;c
pellets;kg;5,0;c
heating_oil;kWh;;
propane;kg;3;d
"""


@pytest.fixture
def review(reference: Reference) -> Review:
    return Review(table(_TEXT), CHOICES, reference)


def _state(review: Review) -> object:
    return (
        list(review.rows),
        review.counts,
        review.co2e_kg,
        dict(review.co2e_by_category),
        review.missing_count,
        review.order(Show.ERRORS),
        review.issue_groups(),
    )


def test_that_a_corrected_cell_is_checked_at_once(review: Review) -> None:
    before = review.co2e_kg
    assert review.rows[1].state is RowState.ERROR
    assert review.apply(review.edit({(1, 2): "100"})) == [1]
    assert review.rows[1].state is RowState.VALID
    assert review.co2e_kg == before + 24
    assert review.counts.error == 1


def test_that_the_inverse_takes_a_step_back(review: Review) -> None:
    before = _state(review)
    step = review.edit({(1, 2): "100", (0, 0): "propane", (2, 2): "6"})
    review.apply(step)
    assert _state(review) != before
    review.apply(step.inverse)
    assert _state(review) == before


def test_that_a_correction_that_makes_rows_alike_is_told(review: Review) -> None:
    changed = review.apply(review.edit({(1, 2): "1200", (1, 3): "a"}))
    assert changed == [0, 1]
    (issue,) = review.rows[1].issues
    assert (issue.code, issue.params["first_row"]) == (IssueCode.DUPLICATE_IN_FILE, "2")


def test_that_skipping_the_first_of_two_alike_clears_the_second(review: Review) -> None:
    assert review.rows[3].state is RowState.WARNING
    assert review.apply(review.skip([2])) == [2, 3]
    assert review.rows[2].state is RowState.SKIPPED
    assert review.rows[3].state is RowState.VALID
    assert review.counts.skipped == 1
    review.apply(review.skip([2], skipped=False))
    assert review.rows[3].state is RowState.WARNING


def test_that_one_answer_fits_many_rows(reference: Reference) -> None:
    lines = "\n".join(["flugbenzin;kWh;3;x"] * 5)
    review = Review(table("name;unit;quantity;note\n" + lines), CHOICES, reference)
    (group,) = review.issue_groups()
    assert group.values == (("flugbenzin", 5),)
    step = review.replace("flugbenzin", "heating_oil", group.column_index, whole_cell=True)
    review.apply(step)
    assert review.counts.error == 0


def test_that_replacing_reaches_parts_of_cells(review: Review) -> None:
    review.apply(review.replace("natural_", "natural "))
    assert review.text(0, 0) == "natural gas"
    assert review.rows[0].state is RowState.VALID


def test_that_filling_down_copies_the_first_cell(review: Review) -> None:
    review.apply(review.fill_down([0, 1, 2], 2))
    assert [review.text(row, 2) for row in range(4)] == ["1200", "1200", "1200", "5,0"]


def test_that_a_step_that_changes_nothing_is_empty(review: Review) -> None:
    assert review.edit({(0, 2): "1200", (99, 0): "x", (0, 99): "x"}) == EditStep(
        review.edit({}).action
    )


def test_that_problems_are_listed_by_kind_errors_first(review: Review) -> None:
    found = [(one.code, one.field, one.count, one.severity) for one in review.issue_groups()]
    assert found == [
        (IssueCode.NOT_A_NUMBER, "quantity", 1, Severity.ERROR),
        (IssueCode.NO_FACTOR, "name", 1, Severity.ERROR),
        (IssueCode.DUPLICATE_IN_FILE, "", 1, Severity.WARNING),
        (IssueCode.UNFILLED_ROW, "", 1, Severity.WARNING),
    ]


def test_that_rows_are_shown_by_state_problem_and_text(review: Review) -> None:
    assert review.order(Show.ERRORS) == [1, 5]
    assert review.order(Show.WARNINGS) == [3]
    assert review.order(Show.UNFILLED) == [4]
    assert review.order(Show.VALID) == [0, 2, 3]
    assert review.order(IssueCode.NO_FACTOR) == [5]
    assert review.order(text="PELLETS") == [2, 3]


def test_that_numbers_are_sorted_by_value(review: Review) -> None:
    assert review.order(sort_by=2) == [5, 2, 3, 0, 1, 4]
    assert review.order(sort_by=2, descending=True)[-1] == 5


def test_that_errors_are_found_one_after_the_other(review: Review) -> None:
    assert review.next_issue(0, 0) == (1, 2)
    assert review.next_issue(1, 2) == (5, 0)
    assert review.next_issue(5, 0) is None
    assert review.next_issue(5, 0, forward=False) == (1, 2)
    assert review.next_issue(1, 2, forward=False) is None


def test_that_steps_of_a_draft_are_taken_before_the_first_check(reference: Reference) -> None:
    review = Review(table(_TEXT), CHOICES, reference)
    steps = [review.edit({(1, 2): "7"}), review.skip([5])]
    for step in steps:
        review.apply(step)
    assert _state(Review(table(_TEXT), CHOICES, reference, steps)) == _state(review)


def test_that_a_typed_cell_is_text_whatever_the_spreadsheet_said(reference: Reference) -> None:
    source = table_of(
        ["name", "unit", "quantity"],
        [["natural_gas", "kWh", "#N/A"]],
        kinds=[bytes([0, 0, 4])],
    )
    review = Review(source, CHOICES, reference)
    assert review.rows[0].issues[0].code is IssueCode.EXCEL_ERROR_CELL
    review.apply(review.edit({(0, 2): "1'200,5"}))
    assert review.rows[0].state is RowState.VALID


def test_that_a_row_known_to_the_database_is_an_error_until_it_is_changed(
    reference: Reference,
) -> None:
    known = KnownRow(ImportJobId(uuid4()), "old.csv", 42, "Ada", datetime(2025, 3, 1, tzinfo=UTC))
    first = Review(table(_TEXT), CHOICES, reference).rows[0].fingerprint
    assert first is not None
    knowing = Reference(
        **{
            **{name: getattr(reference, name) for name in reference.__dataclass_fields__},
            "known_rows": lambda asked: {first: known} if first in asked else {},
        }
    )
    review = Review(table(_TEXT), CHOICES, knowing)
    (issue,) = review.rows[0].issues
    assert (issue.code, issue.severity) == (IssueCode.ALREADY_IMPORTED, Severity.ERROR)
    assert issue.params == {"filename": "old.csv", "line": "42", "by": "Ada", "on": "2025-03-01"}
    assert review.co2e_kg == Decimal("1.1080")
    step = review.edit({(0, 2): "1201"})
    review.apply(step)
    assert review.rows[0].state is RowState.VALID
    review.apply(step.inverse)
    assert review.rows[0].state is RowState.ERROR
    again = Review(table(_TEXT), CheckChoices(year=2025, again=True), knowing)
    assert again.rows[0].state is RowState.WARNING


_CELLS = st.sampled_from(["natural_gas", "propane", "kWh", "kg", "5", "viel", "", "1.5", "c"])
_EDITS = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 3)), _CELLS, max_size=4)
_SKIPS = st.tuples(st.sets(st.integers(0, 5), max_size=3), st.booleans())


@given(st.lists(_EDITS | _SKIPS, max_size=5))
@settings(max_examples=60, deadline=None)
def test_that_any_steps_lead_where_a_fresh_check_leads_and_all_the_way_back(
    reference: Reference, plan: list[dict[tuple[int, int], str] | tuple[set[int], bool]]
) -> None:
    source: SourceTable = table(_TEXT)
    review = Review(source, CHOICES, reference)
    before = _state(review)
    steps = []
    for one in plan:
        step = review.edit(one) if isinstance(one, dict) else review.skip(*one)
        review.apply(step)
        steps.append(step)
    assert _state(review) == _state(Review(source, CHOICES, reference, steps))
    for step in reversed(steps):
        review.apply(step.inverse)
    assert _state(review) == before


def test_that_with_no_error_left_warnings_are_gone_through(reference: Reference) -> None:
    review = Review(table(_TEXT), CHOICES, reference)
    review.apply(review.edit({(1, 2): "100", (5, 0): "natural_gas", (5, 1): "kWh"}))
    assert review.counts.error == 0
    [warned] = [at for at, row in enumerate(review.rows) if row.state is RowState.WARNING]
    found = review.next_issue(0, 0)
    assert found is not None
    assert found[0] == warned

"""A review as it stands at one moment, as a frozen value that the window may keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from co2desk.domain.issue import Issue, IssueCode, Severity
from co2desk.importing.checked import Counts
from co2desk.importing.date_readings import DateReading
from co2desk.importing.review import IssueGroup, Review
from co2desk.importing.review_order import Show

_ROWS_LOOKED_AT = 200
_PROBLEMS_NAMED = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One issue; `row` and `column` count from 0, `column` is None for a row as a whole."""

    row: int
    column: int | None
    issue: Issue


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All issues of one code in one field; `problems` are the first of `count`.

    `values` are the most frequent texts in these cells, with their number of rows; "" where all
    of them are empty.
    """

    code: IssueCode
    severity: Severity
    column: str
    column_index: int | None
    count: int
    values: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReviewSnapshot:
    """Counts, kg CO2e and problems of a review.

    `repeated` are those of the `duplicates` that would be committed all the same.
    """

    counts: Counts
    co2e_kg: Decimal
    co2e_by_category: Mapping[tuple[str, str], Decimal]
    missing_count: int
    duplicates: int
    repeated: int
    groups: tuple[ProblemGroup, ...]
    date_readings: tuple[DateReading, ...]
    can_undo: bool
    can_redo: bool


def snapshot_of(review: Review, *, can_undo: bool, can_redo: bool) -> ReviewSnapshot:
    """Take the snapshot."""
    duplicates = review.order(Show.DUPLICATES)
    ready = frozenset(review.order(Show.VALID)) if duplicates else frozenset()
    return ReviewSnapshot(
        counts=review.counts,
        co2e_kg=review.co2e_kg,
        co2e_by_category=dict(review.co2e_by_category),
        missing_count=review.missing_count,
        duplicates=len(duplicates),
        repeated=sum(row in ready for row in duplicates),
        groups=tuple(_group(review, group) for group in review.issue_groups()),
        date_readings=review.date_readings,
        can_undo=can_undo,
        can_redo=can_redo,
    )


def _group(review: Review, group: IssueGroup) -> ProblemGroup:
    rows = review.order(group.code)[:_ROWS_LOOKED_AT]
    problems = [
        Problem(row, group.column_index, issue)
        for row, checked in zip(rows, review.rows_at(rows), strict=True)
        for issue in checked.issues
        if issue.code is group.code and issue.field == group.field
    ]
    named = group.column_index is not None
    return ProblemGroup(
        group.code,
        group.severity,
        review.table.header[group.column_index or 0] if named else group.field,
        group.column_index,
        group.count,
        group.values or ((("", group.count),) if named else ()),
        tuple(problems[:_PROBLEMS_NAMED]),
    )

"""Checks activities that are entered by hand, by the very rules of a file's rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from co2desk.domain.activity import NewActivity
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.issue import Issue, IssueCode
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices, CheckedRow, RowState
from co2desk.importing.checker import EVERY_COLUMN
from co2desk.importing.pipeline import check_table
from co2desk.importing.table import Dialect, SourceTable

FIELDS = (
    "date",
    "activity_type",
    "category",
    "subcategory",
    "quantity",
    "unit",
    "factor_code",
    "note",
    "lab_code",
    "kg_co2eq",
)

# Of a row in a file that is empty nothing is said but that; a form names what it needs.
_NEEDED = ("date", "activity_type", "quantity", "unit")
# Findings that are about files: an entry by hand may repeat another one.
_ABOUT_FILES = frozenset({IssueCode.DUPLICATE_IN_FILE, IssueCode.ALREADY_IMPORTED})


class InvalidEntry(UnusableInput):
    """What was entered cannot be kept; `issues` say why, with the field and the text."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        first = issues[0]
        super().__init__(
            ErrorCode.INVALID_VALUE, name=first.field, value=first.value, detail=first.code.value
        )
        self.issues = tuple(issues)


@dataclass(frozen=True, slots=True)
class EntryStyle:
    """How the person writes what could be read in two ways (`1.234`, `03/04/2025`)."""

    decimal_mark: str = "."
    date_order: str = "dmy"


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """One entry checked: what would be kept (None where it cannot be), and what was found."""

    activity: NewActivity | None
    issues: tuple[Issue, ...]


def check_entries(
    entries: Sequence[Mapping[str, str]],
    reference: Reference,
    style: EntryStyle = EntryStyle(),
    *,
    allow_no_factor: bool = True,
) -> list[NewActivity]:
    """Make activities of texts by field (of FIELDS; those left out are blank).

    Each entry is read by itself: another's decimal mark says nothing about it.

    Raises:
        InvalidEntry: an entry cannot be kept as it is.
    """
    made = []
    for entry in entries:
        found = check_entry(entry, reference, style, allow_no_factor=allow_no_factor)
        if found.activity is None:
            raise InvalidEntry(found.issues)
        made.append(found.activity)
    return made


def check_entry(
    entry: Mapping[str, str],
    reference: Reference,
    style: EntryStyle = EntryStyle(),
    *,
    allow_no_factor: bool = True,
) -> EntryCheck:
    """Check one entry and say all that is to be said about it.

    A file's rows without a date get the last day of the reporting year; an entry by hand has no
    such year, so its date must be given.
    """
    choices = CheckChoices(
        kind="activity",
        lab_code=entry.get("lab_code", ""),
        allow_no_factor=allow_no_factor,
        again=True,
    )
    row = _check(entry, reference, choices)
    if any(issue.code in _TWO_READINGS for issue in row.issues):
        answered = replace(
            choices,
            decimal_marks={EVERY_COLUMN: style.decimal_mark},
            date_orders={EVERY_COLUMN: style.date_order},
        )
        row = _check(entry, reference, answered)
    issues = [issue for issue in row.issues if issue.code not in _ABOUT_FILES]
    needed = _NEEDED if row.state is RowState.UNFILLED else ("date",)
    blank = [
        Issue(IssueCode.MISSING_VALUE, row.row_number, field=name, column=name)
        for name in needed
        if not entry.get(name, "").strip()
    ]
    if not blank:
        return EntryCheck(row.activity, tuple(issues))
    told = [issue for issue in issues if issue.code is not IssueCode.UNFILLED_ROW]
    return EntryCheck(None, (*blank, *told))


_TWO_READINGS = frozenset({IssueCode.AMBIGUOUS_NUMBER, IssueCode.AMBIGUOUS_DATE})


def _check(entry: Mapping[str, str], reference: Reference, choices: CheckChoices) -> CheckedRow:
    table = SourceTable(
        name="",
        sha256="",
        dialect=Dialect("csv"),
        header=FIELDS,
        letters=("",) * len(FIELDS),
        rows=[tuple(entry.get(name, "") for name in FIELDS)],
        row_numbers=[1],
        header_row=0,
    )
    return check_table(table, choices, reference).rows[0]

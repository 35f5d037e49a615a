"""The fate of each row of a file: a closed set of outcomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from co2desk.domain.activity import NewActivity
from co2desk.domain.issue import Issue


class RowState(StrEnum):
    """What becomes of a row; VALID and WARNING rows can be committed."""

    VALID = "valid"
    WARNING = "warning"
    ERROR = "error"
    UNFILLED = "unfilled"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row with its outcome: `activity` is there exactly when the state is VALID or WARNING.

    `row_number` is the physical row. `cells` is the row as the file (or the person's correction)
    has it, in the order of the header. `fingerprint` (32 bytes) is the same for rows that say
    the same, whatever the file's dialect; None for rows in error or unfilled.
    """

    row_number: int
    cells: tuple[str, ...]
    state: RowState
    issues: tuple[Issue, ...] = ()
    activity: NewActivity | None = None
    fingerprint: bytes | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows by outcome: total = valid + error + unfilled + skipped; warning is a part of valid."""

    total: int = 0
    valid: int = 0
    warning: int = 0
    error: int = 0
    unfilled: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class CheckChoices:
    """What the person chose for the check; None means: find out.

    `columns` maps a column's index in the file to a field name. `decimal_marks` and
    `date_orders` ("dmy", "mdy", "ymd") answer the questions that a column leaves open, by column
    index. `values` maps (field, text as the file has it) to the value meant ("avion" -> "plane").
    """

    kind: str | None = None
    lab_code: str = ""
    year: int | None = None
    columns: Mapping[int, str] | None = None
    decimal_marks: Mapping[int, str] = field(default_factory=dict)
    date_orders: Mapping[int, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    allow_no_factor: bool = False
    again: bool = False


@dataclass(frozen=True)
class CheckedTable:
    """A whole file checked.

    `columns` maps column index to field name as used; `co2e_by_category` is kg CO2e of the rows
    that can be committed, keyed by (activity type, category). `default_date` is the date that
    rows without one were given, None if no row needed it. `year` is the reporting year: the
    person's choice, else that of most dates of the file.
    """

    kind: str
    header: tuple[str, ...]
    columns: Mapping[int, str]
    rows: Sequence[CheckedRow]
    counts: Counts
    co2e_kg: Decimal
    co2e_by_category: Mapping[tuple[str, str], Decimal]
    missing_count: int
    default_date: date | None = None
    year: int = 0

"""A problem in a file: a code, parameters, a place and a severity; never prose."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether the row can be committed as it is."""

    ERROR = "error"
    WARNING = "warning"


class IssueCode(StrEnum):
    """Stable codes; `resources/messages/*/issues.toml` has a text for each in every language."""

    MISSING_VALUE = "missing_value"
    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS_NUMBER = "ambiguous_number"
    NEGATIVE_QUANTITY = "negative_quantity"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    NUMBER_ROUNDED = "number_rounded"
    NOT_A_DATE = "not_a_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    DATE_OUTSIDE_YEAR = "date_outside_year"
    UNKNOWN_CHOICE = "unknown_choice"
    UNKNOWN_FACTOR = "unknown_factor"
    NO_FACTOR = "no_factor"
    AMBIGUOUS_FACTOR = "ambiguous_factor"
    FACTOR_NOT_VALID_ON_DATE = "factor_not_valid_on_date"
    UNKNOWN_UNIT = "unknown_unit"
    UNIT_MISMATCH = "unit_mismatch"
    UNKNOWN_CURRENCY = "unknown_currency"
    UNKNOWN_AIRPORT = "unknown_airport"
    UNKNOWN_STATION = "unknown_station"
    AMBIGUOUS_STATION = "ambiguous_station"
    SAME_ORIGIN_AND_DESTINATION = "same_origin_and_destination"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_FEW_CELLS = "too_few_cells"
    MISSING_COLUMN = "missing_column"
    UNDECODABLE_TEXT = "undecodable_text"
    CONTROL_CHARACTER = "control_character"
    TEXT_TOO_LONG = "text_too_long"
    EXCEL_ERROR_CELL = "excel_error_cell"
    FORMULA_NOT_CALCULATED = "formula_not_calculated"
    UNFILLED_ROW = "unfilled_row"
    UNKNOWN_LAB = "unknown_lab"
    NOT_YOUR_LAB = "not_your_lab"
    DUPLICATE_IN_FILE = "duplicate_in_file"
    ALREADY_IMPORTED = "already_imported"
    HOURS_EXCEED_WEEK = "hours_exceed_week"
    UNUSUAL_QUANTITY = "unusual_quantity"
    CABIN_FALLBACK = "cabin_fallback"
    OVERRIDE_USED = "override_used"
    YEAR_PUBLISHED = "year_published"
    PERIOD_REVERSED = "period_reversed"


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem in one cell, or in one row where `field` is empty.

    `row` is the physical row as a spreadsheet or editor shows it, counted from 1. `field` is the
    field of the kind (`quantity`), `column` the header as the file has it, `letter` the column
    letter (`D`), `value` the text of the cell. A whole-row issue has empty strings in these.
    """

    code: IssueCode
    row: int
    field: str = ""
    column: str = ""
    letter: str = ""
    value: str = ""
    severity: Severity = Severity.ERROR
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)

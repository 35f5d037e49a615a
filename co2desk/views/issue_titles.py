"""What each kind of problem is called, in a few words; whole sentences are in the messages."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from co2desk.domain.issue import IssueCode

_TITLES = {
    IssueCode.MISSING_VALUE: QT_TRANSLATE_NOOP("Issues", "missing value"),
    IssueCode.NOT_A_NUMBER: QT_TRANSLATE_NOOP("Issues", "not a number"),
    IssueCode.AMBIGUOUS_NUMBER: QT_TRANSLATE_NOOP("Issues", "number can be read two ways"),
    IssueCode.NEGATIVE_QUANTITY: QT_TRANSLATE_NOOP("Issues", "negative quantity"),
    IssueCode.NUMBER_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Issues", "number out of range"),
    IssueCode.NUMBER_ROUNDED: QT_TRANSLATE_NOOP("Issues", "decimals rounded off"),
    IssueCode.NOT_A_DATE: QT_TRANSLATE_NOOP("Issues", "not a date"),
    IssueCode.AMBIGUOUS_DATE: QT_TRANSLATE_NOOP("Issues", "date can be read two ways"),
    IssueCode.DATE_OUTSIDE_YEAR: QT_TRANSLATE_NOOP("Issues", "date outside the reporting year"),
    IssueCode.UNKNOWN_CHOICE: QT_TRANSLATE_NOOP("Issues", "unknown word"),
    IssueCode.UNKNOWN_FACTOR: QT_TRANSLATE_NOOP("Issues", "unknown emission factor"),
    IssueCode.NO_FACTOR: QT_TRANSLATE_NOOP("Issues", "no emission factor"),
    IssueCode.AMBIGUOUS_FACTOR: QT_TRANSLATE_NOOP("Issues", "several emission factors fit"),
    IssueCode.FACTOR_NOT_VALID_ON_DATE: QT_TRANSLATE_NOOP(
        "Issues", "factor not valid on that date"
    ),
    IssueCode.UNKNOWN_UNIT: QT_TRANSLATE_NOOP("Issues", "unknown unit"),
    IssueCode.UNIT_MISMATCH: QT_TRANSLATE_NOOP("Issues", "unit does not fit"),
    IssueCode.UNKNOWN_CURRENCY: QT_TRANSLATE_NOOP("Issues", "unknown currency"),
    IssueCode.UNKNOWN_AIRPORT: QT_TRANSLATE_NOOP("Issues", "unknown airport"),
    IssueCode.UNKNOWN_STATION: QT_TRANSLATE_NOOP("Issues", "unknown station"),
    IssueCode.AMBIGUOUS_STATION: QT_TRANSLATE_NOOP("Issues", "several stations of that name"),
    IssueCode.SAME_ORIGIN_AND_DESTINATION: QT_TRANSLATE_NOOP(
        "Issues", "same origin and destination"
    ),
    IssueCode.TOO_MANY_CELLS: QT_TRANSLATE_NOOP("Issues", "too many cells"),
    IssueCode.TOO_FEW_CELLS: QT_TRANSLATE_NOOP("Issues", "too few cells"),
    IssueCode.MISSING_COLUMN: QT_TRANSLATE_NOOP("Issues", "missing column"),
    IssueCode.UNDECODABLE_TEXT: QT_TRANSLATE_NOOP("Issues", "text cannot be read"),
    IssueCode.CONTROL_CHARACTER: QT_TRANSLATE_NOOP("Issues", "invisible character"),
    IssueCode.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("Issues", "text too long"),
    IssueCode.EXCEL_ERROR_CELL: QT_TRANSLATE_NOOP("Issues", "error in the spreadsheet"),
    IssueCode.FORMULA_NOT_CALCULATED: QT_TRANSLATE_NOOP("Issues", "formula not calculated"),
    IssueCode.UNFILLED_ROW: QT_TRANSLATE_NOOP("Issues", "row not filled in"),
    IssueCode.UNKNOWN_LAB: QT_TRANSLATE_NOOP("Issues", "unknown laboratory"),
    IssueCode.NOT_YOUR_LAB: QT_TRANSLATE_NOOP("Issues", "not your laboratory"),
    IssueCode.DUPLICATE_IN_FILE: QT_TRANSLATE_NOOP("Issues", "same row twice in the file"),
    IssueCode.ALREADY_IMPORTED: QT_TRANSLATE_NOOP("Issues", "already imported"),
    IssueCode.HOURS_EXCEED_WEEK: QT_TRANSLATE_NOOP("Issues", "more hours than a week has"),
    IssueCode.UNUSUAL_QUANTITY: QT_TRANSLATE_NOOP("Issues", "unusual quantity"),
    IssueCode.CABIN_FALLBACK: QT_TRANSLATE_NOOP("Issues", "cabin class assumed"),
    IssueCode.OVERRIDE_USED: QT_TRANSLATE_NOOP("Issues", "own CO₂e value used"),
    IssueCode.YEAR_PUBLISHED: QT_TRANSLATE_NOOP("Issues", "year already published"),
}


def issue_title(code: IssueCode) -> str:
    """The name of a kind of problem."""
    return QCoreApplication.translate("Issues", str(_TITLES[code]))

"""Values that would spoil a database are refused with their row and column, and none is mended."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.issue import IssueCode, Severity
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices, CheckedRow
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.services.check_file import check_file

_HEADER = "date,activity_type,category,subcategory,quantity,unit,factor_code,note,lab_code,kg_co2eq"
_GOOD = ["2025-03-12", "energy", "electricity", "", "10", "kWh", "CH-ELECTRICITY", "", "", ""]
_COLUMNS = dict(zip(_HEADER.split(","), "ABCDEFGHIJ", strict=True))

_NO_NUMBERS = [
    "nan",
    "NaN",
    "inf",
    "-inf",
    "Infinity",
    "1e999",
    "1e-999",
    "1e5000",
    "0x10",
    "1_000",
    "٣٤٥",
    "１２",
    "²",
    "½",
    "Ⅻ",
    "1,2,3.4",
    "1.2.3",
    "--5",
    "5e",
    "TRUE",
    "None",
    "null",
    "12kg",
    "1;2",
    "=1+1",
    "9" * 400,
    '=HYPERLINK("http://127.0.0.1")',
    "'; DROP TABLE activities; --",
    "\u202e12",
    "1\u200b0",
    "1 2",
]
_NO_DATES = [
    "infinity",
    "-infinity",
    "5874897-12-31",
    "0001-01-01",
    "yesterday",
    "now",
    "epoch",
    "2025-02-30",
    "1899-12-31",
    "2101-01-01",
    "0",
    "-1",
    "99999999",
    "2025-W10",
    "٢٠٢٥-٠٣-١٢",
    "4713-01-01 BC",
]
_VALUES = [
    *(("quantity", text, IssueCode.NOT_A_NUMBER) for text in _NO_NUMBERS),
    ("quantity", "10000000000", IssueCode.NUMBER_OUT_OF_RANGE),
    ("quantity", "0.00001", IssueCode.NUMBER_OUT_OF_RANGE),
    ("quantity", "-0.0001", IssueCode.NEGATIVE_QUANTITY),
    ("quantity", "#REF!", IssueCode.EXCEL_ERROR_CELL),
    ("kg_co2eq", "nan", IssueCode.NOT_A_NUMBER),
    ("kg_co2eq", "-1", IssueCode.NEGATIVE_QUANTITY),
    ("kg_co2eq", "1e99", IssueCode.NUMBER_OUT_OF_RANGE),
    *(("date", text, IssueCode.NOT_A_DATE) for text in _NO_DATES),
    *(
        ("note", f"a{mark}b", IssueCode.CONTROL_CHARACTER)
        for mark in "\x07\x1b\x7f\u200e\u200f\u202e\u2066\ufeff"
    ),
    ("note", "x" * 3_000, IssueCode.TEXT_TOO_LONG),
    ("note", "\ufffd", IssueCode.UNDECODABLE_TEXT),
    ("category", "x" * 101, IssueCode.TEXT_TOO_LONG),
    ("category", "elec\u202etricity", IssueCode.CONTROL_CHARACTER),
    ("factor_code", "CH-ELECTRICIT\u0423", IssueCode.UNKNOWN_FACTOR),
    ("unit", "\u043aWh", IssueCode.UNKNOWN_UNIT),
    ("unit", "kWh; DROP", IssueCode.UNKNOWN_UNIT),
    ("activity_type", "energ\u0443", IssueCode.UNKNOWN_CHOICE),
    ("lab_code", "L\u0410B-A", IssueCode.UNKNOWN_LAB),
]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return builtin_reference(resource())


def checked(folder: Path, rows: list[list[str]], reference: Reference) -> list[CheckedRow]:
    path = folder / "values.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_HEADER.split(","), *rows])
    choices = CheckChoices(year=2025, lab_code="LAB-A")
    return list(check_file(path, reference, choices).checked.rows)


def with_value(column: str, text: str) -> list[str]:
    place = list(_COLUMNS).index(column)
    return [*_GOOD[:place], text, *_GOOD[place + 1 :]]


@pytest.mark.parametrize(("column", "text", "code"), _VALUES)
def test_that_a_hostile_value_is_refused_at_its_cell(
    tmp_path: Path, reference: Reference, column: str, text: str, code: IssueCode
) -> None:
    good, bad = checked(tmp_path, [_GOOD, with_value(column, text)], reference)
    assert (good.issues, good.activity is not None) == ((), True)
    assert bad.activity is None
    (issue,) = [issue for issue in bad.issues if issue.severity is Severity.ERROR]
    assert (issue.code, issue.row, issue.letter) == (code, 3, _COLUMNS[column])
    assert text.startswith(issue.value.rstrip("…"))


def test_that_all_of_them_in_one_file_leave_the_good_rows_right(
    tmp_path: Path, reference: Reference
) -> None:
    rows = [row for column, text, _ in _VALUES for row in (_GOOD, with_value(column, text))]
    found = checked(tmp_path, rows, reference)
    kept = [row.activity for row in found if row.activity is not None]
    assert len(kept) == len(_VALUES) >= 40
    assert {activity.quantity for activity in kept} == {Decimal(10)}


@pytest.mark.parametrize("text", ["<script>", "=cmd|'/c calc'!A1", "Robert'); DROP TABLE", "é 🧪"])
def test_that_harmless_text_is_kept_letter_by_letter(
    tmp_path: Path, reference: Reference, text: str
) -> None:
    (row,) = checked(tmp_path, [with_value("note", text)], reference)
    assert row.activity is not None
    assert row.activity.note == text

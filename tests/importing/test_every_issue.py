"""Every issue code is found by some file, at its place, and reads well in three languages."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages, read_texts
from co2desk.desktop.paths import resource
from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import Issue, IssueCode, Severity
from co2desk.domain.reference import KnownRow, Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.columns import missing_column_issues, recognise
from co2desk.importing.factor_set import check_factors
from co2desk.importing.pipeline import check_table
from tests.importing.tables import table, table_of

_CHOICES = CheckChoices(year=2025, lab_code="LAB-A")
_ACTIVITY = "date;activity_type;category;quantity;unit;factor_code;note;lab_code;kg_co2eq"
_GOOD = "2025-03-12;energy;electricity;10;kWh;CH-ELECTRICITY;;;"
_TRAIN = "origin_name;origin_country_code;destination_name;destination_country_code"
_FLIGHT = "origin_iata;destination_iata;cabin_class"
_EQUIPMENT = (
    "equipment_id;name;equipment_class;active_usage_hours_per_week;"
    "standby_usage_hours_per_week;active_power_w;standby_power_w"
)

# code: header, row, letter of the cell
_ROWS: dict[IssueCode, tuple[str, str, str]] = {
    IssueCode.MISSING_VALUE: (_ACTIVITY, _GOOD.replace(";10;", ";;"), "D"),
    IssueCode.NOT_A_NUMBER: (_ACTIVITY, _GOOD.replace(";10;", ";viel;"), "D"),
    IssueCode.AMBIGUOUS_NUMBER: (_ACTIVITY, _GOOD.replace(";10;", ";1.234;"), "D"),
    IssueCode.NEGATIVE_QUANTITY: (_ACTIVITY, _GOOD.replace(";10;", ";-10;"), "D"),
    IssueCode.NUMBER_OUT_OF_RANGE: (_ACTIVITY, _GOOD.replace(";10;", ";10000000000;"), "D"),
    IssueCode.NUMBER_ROUNDED: (_ACTIVITY, _GOOD.replace(";10;", ";10123456e-6;"), "D"),
    IssueCode.NOT_A_DATE: (_ACTIVITY, _GOOD.replace("2025-03-12", "soon"), "A"),
    IssueCode.AMBIGUOUS_DATE: (_ACTIVITY, _GOOD.replace("2025-03-12", "03/04/2025"), "A"),
    IssueCode.DATE_OUTSIDE_YEAR: (_ACTIVITY, _GOOD.replace("2025-03", "2023-03"), "A"),
    IssueCode.UNKNOWN_CHOICE: (_ACTIVITY, _GOOD.replace("energy", "fun"), "B"),
    IssueCode.UNKNOWN_FACTOR: (_ACTIVITY, _GOOD.replace("CH-ELEC", "XX-ELEC"), "F"),
    IssueCode.NO_FACTOR: ("name;unit;quantity", "propane;kg;10", "A"),
    IssueCode.AMBIGUOUS_FACTOR: (_ACTIVITY, _GOOD.replace("CH-ELECTRICITY", ""), "F"),
    IssueCode.FACTOR_NOT_VALID_ON_DATE: (
        _ACTIVITY,
        _GOOD.replace("CH-ELECTRICITY", "UKGOV-2024-1-100-1004-7-1"),
        "F",
    ),
    IssueCode.UNKNOWN_UNIT: (_ACTIVITY, _GOOD.replace("kWh", "Fass"), "E"),
    IssueCode.UNIT_MISMATCH: (_ACTIVITY, _GOOD.replace("kWh", "km"), "E"),
    IssueCode.UNKNOWN_CURRENCY: (
        "service_type;provider;spent_amount;currency",
        "compute;AWS;10;XAU",
        "D",
    ),
    IssueCode.UNKNOWN_AIRPORT: (_FLIGHT, "GVA;QQQ;economy", "B"),
    IssueCode.UNKNOWN_STATION: (_TRAIN, "Atlantis;CH;Bern;CH", "A"),
    IssueCode.AMBIGUOUS_STATION: (_TRAIN, "Villeneuve;FR;Bern;CH", "A"),
    IssueCode.SAME_ORIGIN_AND_DESTINATION: (_FLIGHT, "GVA;GVA;economy", "B"),
    IssueCode.TOO_MANY_CELLS: (_FLIGHT, "GVA;CDG;economy;what", ""),
    IssueCode.TOO_FEW_CELLS: (_FLIGHT, "GVA", ""),
    IssueCode.UNDECODABLE_TEXT: (_ACTIVITY, _GOOD.replace("electricity", "\ufffdlec"), "C"),
    IssueCode.CONTROL_CHARACTER: (_ACTIVITY, _GOOD.replace("TY;", "TY;a\x07b", 1), "G"),
    IssueCode.TEXT_TOO_LONG: (_ACTIVITY, _GOOD.replace("electricity", "e" * 101), "C"),
    IssueCode.EXCEL_ERROR_CELL: (_ACTIVITY, _GOOD.replace(";10;", ";#DIV/0!;"), "D"),
    IssueCode.UNFILLED_ROW: ("name;unit;quantity", "pellets;kg;", ""),
    IssueCode.UNKNOWN_LAB: (_ACTIVITY, f"{_GOOD[:-1]}NOWHERE;", "H"),
    IssueCode.NOT_YOUR_LAB: (_ACTIVITY, f"{_GOOD[:-1]}LAB-C;", "H"),
    IssueCode.HOURS_EXCEED_WEEK: (
        _EQUIPMENT,
        "E1;Laser;laser;160;20;10;1",
        "D",
    ),
    IssueCode.UNUSUAL_QUANTITY: (_ACTIVITY, _GOOD.replace(";10;", ";100000;"), "D"),
    IssueCode.CABIN_FALLBACK: (_FLIGHT, "GVA;CDG;premium economy", "C"),
    IssueCode.OVERRIDE_USED: (_ACTIVITY, f"{_GOOD}5", "I"),
    IssueCode.YEAR_PUBLISHED: (_ACTIVITY, _GOOD.replace("2025-03", "2022-03"), "A"),
}
_SENTENCE = re.compile(r"[^.;:]{8,}")
"""What is wrong, and then what to do, behind a full stop."""
_WARNINGS = {
    IssueCode.NUMBER_ROUNDED,
    IssueCode.DUPLICATE_IN_FILE,
    IssueCode.DATE_OUTSIDE_YEAR,
    IssueCode.UNUSUAL_QUANTITY,
    IssueCode.CABIN_FALLBACK,
    IssueCode.OVERRIDE_USED,
    IssueCode.UNFILLED_ROW,
}


def _found(code: IssueCode, world: Reference) -> Issue:
    header, row, _ = _ROWS[code]
    source = table_of(header.split(";"), [row.split(";")])
    issues = check_table(source, _CHOICES, world).rows[0].issues
    (issue,) = [issue for issue in issues if issue.code is code]
    return issue


def _in_two_rows(world: Reference) -> Issue:
    checked = check_table(table(f"{_ACTIVITY}\n{_GOOD}\n{_GOOD}"), _CHOICES, world)
    return checked.rows[1].issues[0]


def _uncalculated(world: Reference) -> Issue:
    source = table_of(
        ["name", "unit", "quantity"], [["pellets", "kg", "=B2*2"]], kinds=[bytes([0, 0, 5])]
    )
    return check_table(source, _CHOICES, world).rows[0].issues[0]


def _imported(world: Reference) -> Issue:
    known = KnownRow(ImportJobId(uuid4()), "old.csv", 7, "Ada", datetime(2025, 4, 1, tzinfo=UTC))
    knowing = replace(world, known_rows=lambda asked: dict.fromkeys(asked, known))
    checked = check_table(table(f"{_ACTIVITY}\n{_GOOD}"), _CHOICES, knowing)
    assert checked.co2e_kg == 0
    return checked.rows[0].issues[0]


def _without_column(_world: Reference) -> Issue:
    source = table("name;unit\npellets;kg")
    return missing_column_issues(source, recognise(source, "fuel"))[0]


def _reversed(world: Reference) -> Issue:
    text = "code;name;category;value;unit;valid_from;valid_to\nA;A;a;1;kg;2025-02-01;2025-01-01"
    return check_factors(table(text), _CHOICES, world).checked.rows[0].issues[0]


_OTHERS: dict[IssueCode, Callable[[Reference], Issue]] = {
    IssueCode.DUPLICATE_IN_FILE: _in_two_rows,
    IssueCode.FORMULA_NOT_CALCULATED: _uncalculated,
    IssueCode.ALREADY_IMPORTED: _imported,
    IssueCode.MISSING_COLUMN: _without_column,
    IssueCode.PERIOD_REVERSED: _reversed,
}


def _issue(code: IssueCode, world: Reference) -> Issue:
    return _OTHERS[code](world) if code in _OTHERS else _found(code, world)


@pytest.mark.parametrize("code", IssueCode)
def test_that_a_file_has_this_issue_with_its_severity(world: Reference, code: IssueCode) -> None:
    issue = _issue(code, world)
    assert issue.code is code
    assert issue.severity is (Severity.WARNING if code in _WARNINGS else Severity.ERROR)


@pytest.mark.parametrize("code", _ROWS)
def test_that_it_is_told_at_its_cell(world: Reference, code: IssueCode) -> None:
    assert _found(code, world).letter == _ROWS[code][2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", IssueCode)
def test_that_its_sentence_gets_all_it_names(
    world: Reference, code: IssueCode, language: str
) -> None:
    sentence = Messages.load(language).issue(_issue(code, world))
    assert "…" not in sentence
    assert "{" not in sentence


def test_that_one_file_may_hold_nearly_all_of_them(world: Reference) -> None:
    rows = [row.split(";") for header, row, _ in _ROWS.values() if header == _ACTIVITY]
    checked = check_table(table_of(_ACTIVITY.split(";"), rows), _CHOICES, world)
    found = {issue.code for row in checked.rows for issue in row.issues}
    expected = {code for code, (header, _, _) in _ROWS.items() if header == _ACTIVITY}
    assert expected <= found


def test_that_rows_of_another_laboratory_go_there(world: Reference) -> None:
    row = check_table(table(f"{_ACTIVITY}\n{_GOOD[:-1]}lab-b;"), _CHOICES, world).rows[0]
    assert row.activity is not None
    assert row.activity.lab_code == "LAB-B"
    own = check_table(table(f"{_ACTIVITY}\n{_GOOD[:-1]}lab-a;"), _CHOICES, world).rows[0]
    assert own.activity is not None
    assert own.activity.lab_code == ""
    assert own.fingerprint != row.fingerprint


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_text_has_its_code_and_says_how_to_go_on(language: str) -> None:
    texts = read_texts(resource("messages", language))
    issues = {key: text for key, text in texts.items() if key.startswith("issues.")}
    assert set(issues) == {f"issues.{code}" for code in IssueCode}
    alone = {key for key, text in issues.items() if len(_SENTENCE.findall(text)) < 2}
    assert alone == set()

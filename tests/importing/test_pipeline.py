"""A file from its bytes to checked rows."""

import random
from decimal import Decimal

import pytest

from co2desk.domain.activity import ActivityType, Co2eSource
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.issue import IssueCode
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices, RowState
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import Source, read_table, source_from_text
from tests.importing.tables import CHOICES, check, codes, only_row, table_of


def _swiss_file() -> bytes:
    """200 rows as a Swiss spreadsheet saves them, three of them wrong."""
    numbers = random.Random(7)
    lines = ["DATE;ACTIVITY_TYPE;CATEGORY;QUANTITY;UNIT;FACTOR_CODE;NOTE"]
    for index in range(200):
        thousands, rest = numbers.randrange(1, 9), numbers.randrange(1000)
        amount = f"{thousands}'{rest:03d},{numbers.randrange(100):02d}"
        day = f"{numbers.randrange(1, 29):02d}.{numbers.randrange(1, 13):02d}.2025"
        unit = "kWh"
        match index:
            case 17:
                amount = "viel"
            case 99:
                day = "31.02.2025"
            case 180:
                unit = "Fass"
        lines.append(f"{day};energy;électricité;{amount};{unit};CH-ELECTRICITY;Zähler {index}")
    return "\r\n".join(lines).encode("cp1252")


def test_that_three_wrong_rows_among_200_are_named_and_no_others(reference: Reference) -> None:
    source = Source("travel.csv", _swiss_file(), "0" * 64)
    checked = check_table(read_table(source), CHOICES, reference)
    assert codes(checked.rows) == [
        (19, "D", IssueCode.NOT_A_NUMBER),
        (101, "A", IssueCode.NOT_A_DATE),
        (182, "E", IssueCode.UNKNOWN_UNIT),
    ]
    assert (checked.counts.total, checked.counts.valid, checked.counts.error) == (200, 197, 3)
    assert checked.co2e_kg == sum(
        row.activity.co2e_kg for row in checked.rows if row.activity and row.activity.co2e_kg
    )


def test_that_co2e_is_summed_by_category_of_the_rows_that_can_be_committed(
    reference: Reference,
) -> None:
    checked = check(
        """activity_type;category;quantity;unit;factor_code;date
energy;electricity;10;kWh;CH-ELECTRICITY;2025-01-01
energy;lighting;20;kWh;CH-ELECTRICITY;2025-01-02
energy;electricity;30;kWh;CH-ELECTRICITY;2025-01-03
energy;spoilt;many;kWh;CH-ELECTRICITY;2025-01-04""",
        reference,
    )
    [first, second, third, _] = [row.activity and row.activity.co2e_kg for row in checked.rows]
    assert first
    assert second
    assert third
    assert dict(checked.co2e_by_category) == {
        (ActivityType.ENERGY, "electricity"): first + third,
        (ActivityType.ENERGY, "lighting"): second,
    }


def test_that_an_issue_says_where_and_what(reference: Reference) -> None:
    row = only_row("name;unit;Quantity\nnatural gas;kWh;viel", reference)
    (issue,) = row.issues
    assert (issue.row, issue.field, issue.column, issue.letter, issue.value) == (
        2,
        "quantity",
        "Quantity",
        "C",
        "viel",
    )
    assert row.state is RowState.ERROR
    assert row.activity is None


def test_that_a_flight_from_geneva_to_paris_is_197_kg(reference: Reference) -> None:
    row = only_row("origin_iata;destination_iata;cabin_class\nGVA;CDG;economy", reference)
    activity = row.activity
    assert activity is not None
    assert row.state is RowState.VALID
    assert activity.quantity == pytest.approx(Decimal(503), abs=1)
    assert activity.co2e_kg == pytest.approx(Decimal("197.3"), abs=Decimal("0.1"))
    assert (activity.unit, activity.factor_code) == ("passenger*km", "PLANE-SHORT-ECONOMY")
    assert (activity.activity_type, activity.category) == (ActivityType.TRAVEL, "plane")


def test_that_1200_kwh_of_natural_gas_are_288_kg(reference: Reference) -> None:
    activity = only_row("name;unit;quantity\nnatural_gas;kWh;1200", reference).activity
    assert activity is not None
    assert str(activity.co2e_kg) == "288.0000"


def test_that_propane_has_no_factor_and_never_0_kg(reference: Reference) -> None:
    text = "name;unit;quantity\npropane;kg;10"
    row = only_row(text, reference)
    assert codes(row) == [(2, "A", IssueCode.NO_FACTOR)]
    assert row.state is RowState.ERROR
    allowed = only_row(text, reference, CheckChoices(year=2025, allow_no_factor=True))
    assert allowed.state is RowState.WARNING
    assert allowed.activity is not None
    assert allowed.activity.co2e_kg is None
    assert allowed.activity.co2e_source is Co2eSource.MISSING


def test_that_a_missing_factor_is_counted_and_adds_nothing(reference: Reference) -> None:
    checked = check(
        "name;unit;quantity\npropane;kg;10\nnatural_gas;kWh;1200",
        reference,
        CheckChoices(year=2025, allow_no_factor=True),
    )
    assert (checked.missing_count, checked.counts.valid, checked.counts.warning) == (1, 2, 1)
    assert checked.co2e_kg == Decimal(288)


def test_that_a_quantity_stays_as_the_file_has_it_and_is_converted_to_be_multiplied(
    reference: Reference,
) -> None:
    activity = only_row("name;unit;quantity\nErdgas;MWh;1,2", reference).activity
    assert activity is not None
    assert (activity.quantity, activity.unit) == (Decimal("1.2"), "MWh")
    assert (activity.factor_value, activity.co2e_kg) == (Decimal("0.24"), Decimal(288))


def test_that_a_volume_of_gas_is_not_taken_for_energy(reference: Reference) -> None:
    row = only_row("name;unit;quantity\nnatural_gas;m3;100", reference)
    (issue,) = row.issues
    assert (issue.code, issue.letter) == (IssueCode.UNIT_MISMATCH, "B")
    assert issue.params["accepted"].startswith("kWh, ")


def test_that_a_vehicles_km_are_not_passenger_km(reference: Reference) -> None:
    row = only_row(
        "date;activity_type;quantity;unit;factor_code\n2025-03-12;travel;10;km;TRAIN-CH", reference
    )
    assert codes(row) == [(2, "D", IssueCode.UNIT_MISMATCH)]


def test_that_a_duplicate_names_the_first_row(reference: Reference) -> None:
    checked = check(
        "name;unit;quantity\nnatural_gas;kWh;1'200\npellets;kg;5\nERDGAS;kwh;1200.0", reference
    )
    third = checked.rows[2]
    (issue,) = third.issues
    assert (issue.code, issue.params["first_row"]) == (IssueCode.DUPLICATE_IN_FILE, "2")
    assert third.state is RowState.WARNING
    assert checked.rows[0].fingerprint == third.fingerprint
    assert checked.counts.valid == 3


def test_that_rows_with_other_notes_are_no_duplicates(reference: Reference) -> None:
    checked = check(
        "name;unit;quantity;note\npellets;kg;5;January\npellets;kg;5;February", reference
    )
    assert codes(checked.rows) == []


def test_that_a_fingerprint_is_the_same_in_every_dialect(reference: Reference) -> None:
    english = only_row(
        "date;activity_type;category;subcategory;quantity;unit\n"
        "2025-03-12;energy;combustion;natural gas;1200.5;kWh",
        reference,
    )
    german = only_row(
        "Datum;Typ;Kategorie;Unterkategorie;Menge;Einheit\n"
        "12.03.2025;Energie;Verbrennung;Erdgas;1'200,50;kwh",
        reference,
    )
    assert english.fingerprint is not None
    assert english.fingerprint == german.fingerprint
    assert len(english.fingerprint) == 32


def test_that_a_row_without_a_date_gets_the_last_day_of_the_year(reference: Reference) -> None:
    checked = check("name;unit;quantity\nnatural_gas;kWh;1200", reference)
    activity = checked.rows[0].activity
    assert activity is not None
    assert activity.date.isoformat() == "2025-12-31"
    assert checked.default_date == activity.date


def test_that_a_date_in_another_year_is_pointed_out(reference: Reference) -> None:
    row = only_row("name;unit;quantity;date\nnatural_gas;kWh;1;05.01.2026", reference)
    assert codes(row) == [(2, "D", IssueCode.DATE_OUTSIDE_YEAR)]
    assert row.state is RowState.WARNING


def test_that_a_factor_of_another_year_is_refused(reference: Reference) -> None:
    row = only_row(
        "date;activity_type;quantity;unit;factor_code\n"
        "2025-03-12;energy;10;kWh;UKGOV-2024-1-100-1004-7-1",
        reference,
    )
    assert codes(row) == [(2, "E", IssueCode.FACTOR_NOT_VALID_ON_DATE)]


def test_that_several_factors_are_a_question(reference: Reference) -> None:
    row = only_row(
        "date;activity_type;category;quantity;unit;factor_code\n"
        "2025-03-12;energy;electricity;10;kWh;",
        reference,
    )
    (issue,) = row.issues
    assert (issue.code, issue.letter) == (IssueCode.AMBIGUOUS_FACTOR, "F")
    assert "CH-ELECTRICITY" in issue.params["candidates"]


def test_that_an_override_is_the_total_and_is_marked(reference: Reference) -> None:
    row = only_row("name;unit;quantity;kg_co2eq\npropane;kg;10;29,4", reference)
    assert codes(row) == [(2, "D", IssueCode.OVERRIDE_USED)]
    assert row.activity is not None
    assert row.activity.co2e_kg == Decimal("29.4")
    assert row.activity.co2e_source is Co2eSource.OVERRIDE


def test_that_a_negative_override_is_refused(reference: Reference) -> None:
    row = only_row("name;unit;quantity;kg_co2eq\npropane;kg;10;-1", reference)
    assert (2, "D", IssueCode.NEGATIVE_QUANTITY) in codes(row)


def test_that_template_rows_left_empty_are_counted_and_no_error(reference: Reference) -> None:
    checked = check(
        "name;unit;quantity\nnatural_gas;kWh;1200\nheating_oil;kWh;\npellets;kg;-", reference
    )
    assert (checked.counts.unfilled, checked.counts.error, checked.counts.valid) == (2, 0, 1)
    assert checked.co2e_kg == Decimal(288)


def test_that_a_filled_row_without_its_amount_is_an_error(reference: Reference) -> None:
    row = only_row("name;unit;quantity;date\nnatural_gas;kWh;;2025-01-01", reference)
    assert codes(row) == [(2, "C", IssueCode.MISSING_VALUE)]


def test_that_a_short_row_without_optional_cells_is_no_issue(reference: Reference) -> None:
    checked = check("name;unit;quantity;note\nnatural_gas;kWh;1200", reference)
    assert codes(checked.rows) == []


def test_that_a_row_that_lacks_required_cells_says_so_once(reference: Reference) -> None:
    checked = check("date;name;quantity;unit\n2025-01-01;natural_gas", reference)
    assert codes(checked.rows) == [
        (2, "", IssueCode.TOO_FEW_CELLS),
    ]


def test_that_a_row_with_more_cells_than_the_header_is_an_error(reference: Reference) -> None:
    checked = check("name,unit,quantity\nnatural_gas,kWh,1,200", reference, delimiter=",")
    assert codes(checked.rows) == [(2, "", IssueCode.TOO_MANY_CELLS)]


def test_that_all_that_is_wrong_with_a_row_is_said_at_once(reference: Reference) -> None:
    row = only_row(
        "date;activity_type;quantity;unit;factor_code\n31.02.2025;fun;viel;Fass;XX-1", reference
    )
    assert {code for _, _, code in codes(row)} == {
        IssueCode.NOT_A_DATE,
        IssueCode.UNKNOWN_CHOICE,
        IssueCode.NOT_A_NUMBER,
        IssueCode.UNKNOWN_UNIT,
        IssueCode.UNKNOWN_FACTOR,
    }


def test_that_error_cells_and_uncalculated_formulas_are_named(reference: Reference) -> None:
    source = table_of(
        ["name", "unit", "quantity"],
        [["natural_gas", "kWh", "#N/A"], ["natural_gas", "kWh", "=B1*2"]],
        kinds=[bytes([0, 0, 4]), bytes([0, 0, 5])],
    )
    checked = check_table(source, CHOICES, reference)
    assert codes(checked.rows) == [
        (2, "C", IssueCode.EXCEL_ERROR_CELL),
        (3, "C", IssueCode.FORMULA_NOT_CALCULATED),
    ]


def test_that_a_number_cell_is_read_with_its_point_in_any_column(reference: Reference) -> None:
    source = table_of(
        ["name", "unit", "quantity"],
        [["natural_gas", "kWh", "1.234"], ["natural_gas", "kWh", "12,5"]],
        kinds=[bytes([0, 0, 1]), bytes([0, 0, 0])],
    )
    first = check_table(source, CHOICES, reference).rows[0].activity
    assert first is not None
    assert first.quantity == Decimal("1.234")


def test_that_a_mark_with_two_readings_is_a_question(reference: Reference) -> None:
    text = "name;unit;quantity\nnatural_gas;kWh;12,5\npellets;kg;1.234"
    checked = check(text, reference)
    assert codes(checked.rows) == [(3, "C", IssueCode.AMBIGUOUS_NUMBER)]
    answered = check(text, reference, CheckChoices(year=2025, decimal_marks={2: ","}))
    activity = answered.rows[1].activity
    assert activity is not None
    assert activity.quantity == 1234


def test_that_a_date_with_two_readings_is_a_question(reference: Reference) -> None:
    text = "name;unit;quantity;date\nnatural_gas;kWh;1;03/04/2025"
    assert codes(only_row(text, reference)) == [(2, "D", IssueCode.AMBIGUOUS_DATE)]
    answered = only_row(text, reference, CheckChoices(year=2025, date_orders={3: "dmy"})).activity
    assert answered is not None
    assert answered.date.isoformat() == "2025-04-03"


def test_that_the_rows_of_a_check_are_the_same_in_any_order(reference: Reference) -> None:
    lines = "\n".join(f"natural_gas;kWh;{number}" for number in range(1, 2500))
    checked = check("name;unit;quantity\n" + lines, reference)
    in_order = list(checked.rows)
    assert [checked.rows[index] for index in (2400, 0, -1)] == [
        in_order[2400],
        in_order[0],
        in_order[-1],
    ]
    assert len(in_order) == 2499


def test_that_an_error_value_in_a_note_is_named_too(reference: Reference) -> None:
    row = only_row("name;unit;quantity;note\npellets;kg;1;#REF!", reference)
    assert codes(row) == [(2, "D", IssueCode.EXCEL_ERROR_CELL)]


def test_that_columns_chosen_by_hand_say_the_kind(reference: Reference) -> None:
    choices = CheckChoices(year=2025, columns={0: "quantity", 1: "name", 2: "unit"})
    checked = check("x;y;z\n1200;natural_gas;kWh", reference, choices)
    assert (checked.kind, checked.co2e_kg) == ("fuel", 288)


def test_that_a_row_with_an_example_note_is_left_out(reference: Reference) -> None:
    text = "name;unit;quantity;note\npellets;kg;1;Beispiel – diese Zeile wird nicht importiert"
    checked = check(text, reference)
    assert (checked.counts.skipped, checked.counts.valid, checked.co2e_kg) == (1, 0, 0)


@pytest.mark.parametrize(
    ("text", "choices", "code"),
    [
        ("colour;shape\nred;round", CHOICES, ErrorCode.KIND_NOT_RECOGNISED),
        ("name;unit\nnatural_gas;kWh", CheckChoices(kind="fuel"), ErrorCode.MISSING_COLUMNS),
        ("name;unit;quantity\nx;y;1", CheckChoices(kind="boat"), ErrorCode.UNKNOWN_KIND),
    ],
)
def test_that_a_file_that_cannot_be_checked_is_refused_with_a_reason(
    reference: Reference, text: str, choices: CheckChoices, code: ErrorCode
) -> None:
    with pytest.raises(UnusableInput) as caught:
        check_table(read_table(source_from_text(text)), choices, reference)
    assert caught.value.code is code


def test_that_a_row_in_error_for_want_of_a_date_is_given_none(reference: Reference) -> None:
    checked = check(
        """date;activity_type;category;quantity;unit;factor_code
2025-01-01;energy;electricity;10;kWh;CH-ELECTRICITY
;energy;electricity;20;kWh;CH-ELECTRICITY""",
        reference,
    )
    assert codes(checked.rows) == [(3, "A", IssueCode.MISSING_VALUE)]
    assert checked.default_date is None


def test_that_a_factor_is_missed_for_the_type_where_no_category_is_written(
    reference: Reference,
) -> None:
    checked = check(
        "date;activity_type;category;quantity;unit\n2025-01-01;purchase;;450;EUR", reference
    )
    [issue] = checked.rows[0].issues
    assert issue.code is IssueCode.NO_FACTOR
    assert issue.params["category"] == "purchase"

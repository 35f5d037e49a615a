"""The demo files come out of the checks as their README says."""

from decimal import Decimal

import pytest

from co2desk.desktop.paths import resource
from co2desk.importing.checked import CheckChoices, CheckedTable, Counts
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import open_source, read_table
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.demo_laboratory import DemoFile, demo

_REFERENCE = builtin_reference(resource())
_DEMO = demo(resource())


def _checked(file: DemoFile) -> CheckedTable:
    table = read_table(open_source(file.path))
    return check_table(table, CheckChoices(year=file.year), _REFERENCE)


def _sample(name: str) -> CheckedTable:
    return _checked(next(file for file in _DEMO.samples if file.path.name == name))


def _errors(checked: CheckedTable) -> list[tuple[int, str, str]]:
    return [
        (issue.row, issue.field, issue.code.value)
        for row in checked.rows
        for issue in row.issues
        if issue.severity == "error"
    ]


def test_that_the_export_of_finance_has_three_named_errors() -> None:
    checked = _sample("activities-2025.csv")
    assert checked.counts == Counts(total=200, valid=197, error=3)
    assert _errors(checked) == [
        (48, "date", "not_a_date"),
        (97, "quantity", "not_a_number"),
        (151, "factor_code", "unknown_factor"),
    ]


@pytest.mark.parametrize("file", _DEMO.imported, ids=lambda file: str(file.path.name))
def test_that_the_history_goes_in_whole(file: DemoFile) -> None:
    counts = _checked(file).counts
    assert counts.total > 100
    assert counts == Counts(total=counts.total, valid=counts.total)


def test_that_the_travel_file_has_one_unknown_airport() -> None:
    assert _errors(_sample("travel.csv")) == [(9, "destination_iata", "unknown_airport")]


def test_that_the_first_journey_of_the_workbook_is_geneva_to_paris() -> None:
    checked = _sample("travel.xlsx")
    assert _errors(checked) == []
    first = checked.rows[0].activity
    assert first is not None
    assert first.co2e_kg is not None
    assert abs(first.quantity - 503) < 1
    assert abs(first.co2e_kg - Decimal("197.3")) < Decimal("0.1")


def test_that_gas_is_288_kg_and_propane_is_not_nothing() -> None:
    checked = _sample("fuel.xlsx")
    gas = checked.rows[0].activity
    assert gas is not None
    assert gas.co2e_kg == Decimal("288.00")
    assert _errors(checked) == [(6, "name", "no_factor")]

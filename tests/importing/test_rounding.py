"""What a file says with more decimals than are kept is never shortened without a word."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.issue import IssueCode
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckedRow
from co2desk.importing.parsing.rounding import RoundedNumber, kept_number
from co2desk.importing.pipeline import check_table
from co2desk.importing.table import CellKind
from tests.importing.tables import CHOICES, table_of

_FUEL = ["name", "unit", "quantity", "kg_co2eq"]
_TOLD = IssueCode.NUMBER_ROUNDED


def _row(reference: Reference, quantity: str, override: str = "", kind: int = 0) -> CheckedRow:
    kinds = [bytes([0, 0, kind, 0])] if kind else None
    table = table_of(_FUEL, [["natural_gas", "kWh", quantity, override]], kinds=kinds)
    return check_table(table, CHOICES, reference).rows[0]


@pytest.mark.parametrize(
    ("quantity", "kind", "kept", "told"),
    [
        ("12.12345", CellKind.TEXT, "12.1235", True),
        ("0,123449", CellKind.TEXT, "0.1234", True),
        ("12.1234", CellKind.TEXT, "12.1234", False),
        ("12.123400", CellKind.TEXT, "12.1234", False),
        ("0.30000000000000004", CellKind.TEXT, "0.3", False),
        ("0.30000000000000004", CellKind.NUMBER, "0.3", False),
        ("0.3333333333333333", CellKind.NUMBER, "0.3333", True),
        ("1234.5678912", CellKind.NUMBER, "1234.5679", True),
    ],
)
def test_that_a_quantity_cut_short_is_a_warning_with_what_is_kept(
    reference: Reference, quantity: str, kind: CellKind, kept: str, told: bool
) -> None:
    row = _row(reference, quantity, kind=kind)
    assert row.activity is not None
    assert row.activity.quantity == Decimal(kept)
    assert type(row.activity.quantity) is Decimal
    found = [(issue.code, issue.letter, issue.params) for issue in row.issues]
    assert found == ([(_TOLD, "C", {"kept": kept})] if told else [])


def test_that_a_total_cut_short_is_a_warning(reference: Reference) -> None:
    row = _row(reference, "1", "7.00019")
    assert row.activity is not None
    assert row.activity.co2e_kg == Decimal("7.0002")
    assert [issue.letter for issue in row.issues if issue.code is _TOLD] == ["D"]


def test_that_hours_and_watts_cut_short_are_warnings(reference: Reference) -> None:
    header = "equipment_id;name;equipment_class;active_usage_hours_per_week;active_power_w"
    table = table_of(header.split(";"), [["E1", "Laser", "laser", "10,00001", "100"]])
    row = check_table(table, CHOICES, reference).rows[0]
    assert (_TOLD, "D") in [(issue.code, issue.letter) for issue in row.issues]


@given(st.decimals(0, 10**9, allow_nan=False, places=9), st.integers(0, 9))
def test_that_a_number_is_marked_exactly_where_it_changed(number: Decimal, decimals: int) -> None:
    kept = kept_number(number, decimals)
    assert abs(kept - number) <= Decimal(1).scaleb(-decimals) / 2
    if isinstance(kept, RoundedNumber):
        assert kept != number
    else:
        assert abs(kept - number) <= abs(number) * Decimal("1e-14")

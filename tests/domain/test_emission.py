"""Quantity times factor, rounded as the database rounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.distance import great_circle_km, plane_km
from co2desk.domain.emission import co2e_kg, rounded


def test_that_1200_kwh_of_natural_gas_are_288_kg() -> None:
    assert str(co2e_kg(Decimal(1200), Decimal("0.24"))) == "288.0000"


def test_that_geneva_to_paris_in_economy_is_197_3_kg() -> None:
    km = plane_km(great_circle_km(46.2381, 6.1089, 49.0128, 2.55))
    assert co2e_kg(km, Decimal("0.39231")) == pytest.approx(Decimal("197.3"), abs=Decimal("0.1"))


def test_that_no_factor_is_not_zero() -> None:
    assert co2e_kg(Decimal(1200), None) is None


@pytest.mark.parametrize(
    ("amount", "kept"), [("0.00005", "0.0001"), ("0.00004", "0.0000"), ("2.71825", "2.7183")]
)
def test_that_halves_are_rounded_away_from_zero(amount: str, kept: str) -> None:
    assert str(rounded(Decimal(amount))) == kept


def test_that_a_factor_of_ten_decimals_loses_none_of_them() -> None:
    assert co2e_kg(Decimal("9999999999.9999"), Decimal("0.0000075")) == Decimal("75000.0000")


@given(
    st.decimals(0, Decimal("9999999999.9999"), places=4),
    st.decimals(0, 30000, places=10),
)
def test_that_the_product_is_off_by_half_a_unit_of_the_last_decimal_at_most(
    quantity: Decimal, value: Decimal
) -> None:
    kg = co2e_kg(quantity, value)
    assert kg is not None
    exact = int(quantity * 10**4) * int(value * 10**10)
    assert abs(int(kg * 10**4) * 10**10 - exact) * 2 <= 10**10

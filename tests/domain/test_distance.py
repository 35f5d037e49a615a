"""Great circles and the detours of planes and trains."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.distance import great_circle_km, is_short_haul, plane_km, train_km

_GVA = (46.2381, 6.1089)
_CDG = (49.0128, 2.55)
_DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_that_geneva_to_paris_is_about_503_km_by_plane() -> None:
    assert plane_km(great_circle_km(*_GVA, *_CDG)) == pytest.approx(Decimal(503), abs=1)


def test_that_a_quarter_of_the_equator_is_a_quarter_of_the_circumference() -> None:
    assert great_circle_km(0, 0, 0, 90) == Decimal("10007.557")


def test_that_rails_are_a_fifth_longer() -> None:
    assert train_km(Decimal(100)) == Decimal(120)


def test_that_the_short_haul_ends_below_2500_km() -> None:
    assert is_short_haul(Decimal("2499.999"))
    assert not is_short_haul(Decimal(2500))


@given(_DEGREES, _DEGREES)
def test_that_the_way_back_is_as_long(
    there: tuple[float, float], back: tuple[float, float]
) -> None:
    assert great_circle_km(*there, *back) == great_circle_km(*back, *there)


@given(_DEGREES, _DEGREES)
def test_that_nothing_is_farther_than_half_the_circumference(
    here: tuple[float, float], there: tuple[float, float]
) -> None:
    assert 0 <= great_circle_km(*here, *there) <= Decimal("20015.115")


@given(_DEGREES)
def test_that_a_place_is_at_no_distance_from_itself(place: tuple[float, float]) -> None:
    assert great_circle_km(*place, *place) == 0

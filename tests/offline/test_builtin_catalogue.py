"""The shipped reference data is complete, told apart rightly, and cheap until it is needed."""

import pickle
import subprocess
import sys
from decimal import Decimal

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.reference import Reference
from co2desk.offline.builtin_catalogue import builtin_reference, shipped_factors, shipped_rates

_ONLY_IMPORT_AND_MAKE = """
import sys
from pathlib import Path
from co2desk.offline.builtin_catalogue import builtin_reference
builtin_reference(Path("nowhere"))
print(sorted({"airportsdata", "pint", "PySide6", "sqlalchemy"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return builtin_reference(resource())


@pytest.fixture(scope="module")
def factors() -> list[EmissionFactor]:
    return shipped_factors(resource())


def test_that_nothing_is_read_before_it_is_asked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ONLY_IMPORT_AND_MAKE], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_that_all_three_sets_are_there(reference: Reference) -> None:
    assert len(reference.factors) == 2616 + 1016 + 89
    assert reference.origin == "builtin"
    assert not reference.knows_laboratories


@pytest.mark.parametrize(
    ("haul", "cabin", "value"),
    [
        ("short", "economy", "0.39231"),
        ("long", "business", "0.53055"),
        ("long", "first", "0.81756"),
    ],
)
def test_that_one_plane_factor_is_for_anywhere(
    factors: list[EmissionFactor], haul: str, cabin: str, value: str
) -> None:
    found = [
        factor
        for factor in factors
        if (factor.mode, factor.haul, factor.cabin_class, factor.country)
        == ("plane", haul, cabin, "")
    ]
    assert [factor.value for factor in found] == [Decimal(value)]


def test_that_part_of_a_flight_is_never_taken_for_the_flight(
    factors: list[EmissionFactor],
) -> None:
    parts = [factor for factor in factors if "WTT-" in factor.name or "Without RF" in factor.name]
    assert len(parts) > 500
    assert not [factor.code for factor in parts if factor.mode or factor.carrier]


@pytest.mark.parametrize(
    ("code", "details"),
    [
        ("TRAIN-FR", {"mode": "train", "country": "FR"}),
        ("UKGOV-2024-25-315-3147-11-1", {"mode": "train", "country": "GB"}),
        ("CH-ELECTRICITY", {"carrier": "electricity", "country": "CH"}),
        ("NATURAL-GAS", {"carrier": "natural_gas", "country": "", "heating_value": ""}),
        ("WOOD-PELLETS", {"carrier": "wood_pellets"}),
        ("GAS-R134A", {"carrier": "r134a"}),
        ("CLOUD-EUR", {"currency": "EUR", "purchase_code": ""}),
        ("USEPA-SC-111110", {"currency": "USD", "purchase_code": "111110"}),
        ("AI-TEXT", {"currency": "", "value": Decimal("0.0000075")}),
        ("PLANE-SHORT-ECONOMY", {"mode": "plane", "haul": "short", "cabin_class": "economy"}),
    ],
)
def test_that_the_details_of_a_type_are_derived(
    reference: Reference, code: str, details: dict[str, object]
) -> None:
    factor = reference.factors[code]
    assert {name: getattr(factor, name) for name in details} == details


def test_that_heating_values_are_told_apart(factors: list[EmissionFactor]) -> None:
    gas = {
        factor.heating_value: factor.value
        for factor in factors
        if (factor.carrier, factor.unit, factor.country) == ("natural_gas", "kWh", "GB")
    }
    assert gas == {"gross": Decimal("0.1829"), "net": Decimal("0.20264")}


def test_that_propane_has_no_factor_of_the_laboratories(factors: list[EmissionFactor]) -> None:
    assert not [factor for factor in factors if factor.carrier == "propane" and not factor.country]


def test_that_rates_are_units_per_euro(reference: Reference) -> None:
    assert reference.rates["CHF", 2024].per_eur == Decimal("0.9526258")
    assert reference.rates["EUR", 2024].per_eur == 1
    assert {"USD", "GBP", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CNY", "INR"} <= {
        rate.currency for rate in shipped_rates(resource()) if rate.year == 2025
    }


def test_that_a_year_that_is_not_over_says_so(reference: Reference) -> None:
    last_year = max(year for _, year in reference.rates)
    assert "only to" in reference.rates["CHF", last_year].source
    assert "only to" not in reference.rates["CHF", last_year - 1].source


def test_that_airports_have_codes_and_places(reference: Reference) -> None:
    geneva = reference.airports["GVA"]
    assert (geneva.country, round(geneva.latitude), round(geneva.longitude)) == ("CH", 46, 6)
    assert "" not in reference.airports


def test_that_a_reference_reads_the_files_again_in_another_process(reference: Reference) -> None:
    assert len(reference.factors) > 3000
    sent = pickle.dumps(reference)
    assert len(sent) < 2_000
    assert pickle.loads(sent).factors["TRAIN-CH"] == reference.factors["TRAIN-CH"]

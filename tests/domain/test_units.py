"""Units as people write them, and what converts into what."""

import pickle
from decimal import Decimal
from pathlib import Path

import pytest

from co2desk.domain.units import Units

_FILE = Path(__file__).parents[2] / "resources" / "units.txt"


def _lines() -> list[str]:
    return _FILE.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def units() -> Units:
    return Units(_lines)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("kWh", "kWh"),
        ("KWH", "kWh"),
        ("Kilowattstunden", "kWh"),
        ("kilowatt-heures", "kWh"),
        ("m³", "m3"),
        ("Litres", "l"),
        ("passenger.km", "passenger*km"),
        ("Personenkilometer", "passenger*km"),
        ("PASSENGER*KM", "passenger*km"),
        ("passager·km", "passenger*km"),
        ("nuitées", "room*night"),
        ("Übernachtungen", "room*night"),
        ("€", "EUR"),
        ("SFr.", "CHF"),
        ("to", "t"),
        ("mL", "ml"),
        ("Ml", "Ml"),
        (" kg ", "kg"),
    ],
)
def test_that_a_unit_is_known_as_people_write_it(units: Units, written: str, unit: str) -> None:
    assert units.normalised(written) == unit


@pytest.mark.parametrize("written", ["", "furlong", "kWh/a", "kWh kWh", "%", "kg CO2e"])
def test_that_a_unit_is_never_guessed(units: Units, written: str) -> None:
    assert units.normalised(written) is None


def test_that_what_only_case_tells_apart_is_not_found_without_it(units: Units) -> None:
    assert units.normalised("Ml") == "Ml"
    assert units.normalised("ml") == "ml"
    assert units.normalised("mL") == "ml"
    assert units.normalised("mL") == "ml"


@pytest.mark.parametrize(
    ("source", "target", "factor"),
    [
        ("MWh", "kWh", "1000"),
        ("kWh", "MWh", "0.001"),
        ("t", "kg", "1000"),
        ("g", "kg", "0.001"),
        ("l", "m3", "0.001"),
        ("Ml", "m3", "1000"),
        ("mile", "km", "1.609344"),
        ("passenger*mile", "passenger*km", "1.609344"),
        ("kWh", "MJ", "3.6"),
    ],
)
def test_that_units_of_one_dimension_convert_exactly(
    units: Units, source: str, target: str, factor: str
) -> None:
    assert units.factor(source, target) == Decimal(factor)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("km", "passenger*km"),
        ("m3", "kWh"),
        ("l", "kg"),
        ("CHF", "EUR"),
        ("h", "FTE*h"),
        ("night", "room*night"),
    ],
)
def test_that_units_of_other_dimensions_do_not_convert(
    units: Units, source: str, target: str
) -> None:
    assert units.factor(source, target) is None
    assert source not in units.convertible_into(target)


def test_that_the_units_to_write_instead_are_named(units: Units) -> None:
    assert units.convertible_into("passenger*km") == ("passenger*km", "passenger*mile")


def test_that_normalised_units_are_their_own_spelling(units: Units) -> None:
    for unit in [
        "km",
        "mile",
        "kg",
        "t",
        "l",
        "Ml",
        "m3",
        "kWh",
        "GJ",
        "t*km",
        "passenger*km",
        "room*night",
        "FTE*h",
        "EUR",
        "USD",
    ]:
        assert units.normalised(unit) == unit
        assert units.factor(unit, unit) == 1


def test_that_every_normalised_unit_is_defined(units: Units) -> None:
    for unit in units.all:
        assert units._registry.parse_units(unit) is not None


def test_that_units_travel_to_another_process(units: Units) -> None:
    assert units.factor("MWh", "kWh") == 1000
    assert pickle.loads(pickle.dumps(units)).factor("t", "kg") == 1000


@pytest.mark.parametrize("text", ["\u043aWh", "\u039cWh", "k\u0412\u0442", "кг"])
def test_that_letters_of_another_alphabet_make_no_other_unit(units: Units, text: str) -> None:
    assert units.normalised(text) is None

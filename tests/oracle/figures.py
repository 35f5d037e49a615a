"""What rows of every kind stand for, reckoned anew from the sources without the program.

Nothing here imports co2desk: factors, airports, towns and rates are read from the shipped files,
and every rule is written a second time, in fractions.
"""

import csv
import gzip
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import airportsdata

RESOURCES = Path(__file__).parent.parent.parent / "resources"
KILOMETRES_OF_RADIUS = 6371.0088

UNITS: Mapping[str, tuple[str, Fraction]] = {
    name: (dimension, Fraction(size))
    for dimension, sizes in {
        "mass": {"kg": "1", "g": "1/1000", "t": "1000"},
        "energy": {"kWh": "1", "MWh": "1000", "GWh": "1000000", "Wh": "1/1000", "GJ": "2500/9"},
        "volume": {"l": "1", "m3": "1000", "Ml": "1000000"},
        "length": {"km": "1", "mile": "1609344/1000000"},
        "trip": {"passenger*km": "1"},
        "time": {"h": "1"},
        "request": {"request": "1"},
    }.items()
    for name, size in sizes.items()
}
"""Dimension and size of the units that the generated files use."""


@dataclass(frozen=True)
class Factor:
    """A line of a factor file."""

    code: str
    category: str
    subcategory: str
    value: Fraction
    unit: str
    valid_from: date | None
    valid_to: date | None

    def valid_on(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


@dataclass(frozen=True)
class Town:
    """A line of the list of towns."""

    name: str
    country: str
    latitude: float
    longitude: float


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def read_factors(path: Path) -> dict[str, Factor]:
    """The factors of one file by code."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: Factor(
                row["code"],
                row["category"],
                row["subcategory"],
                Fraction(row["value"]),
                row["unit"],
                _day(row["valid_from"]),
                _day(row["valid_to"]),
            )
            for row in csv.DictReader(lines)
        }


FACTORS: dict[str, Factor] = {
    code: factor
    for name in ("laboratory-reference", "uk-government-2024", "us-epa-supply-chain-2022")
    for code, factor in read_factors(RESOURCES / "factors" / f"{name}.csv").items()
}
OF_TOWNS_CALLED: dict[tuple[str, str], list[Town]] = defaultdict(list)
POPULATION: dict[Town, int] = {}
with gzip.open(RESOURCES / "stations.csv.gz", "rt", encoding="utf-8", newline="") as _lines:
    for _row in csv.DictReader(_lines):
        _town = Town(
            _row["name"], _row["country"], float(_row["latitude"]), float(_row["longitude"])
        )
        POPULATION[_town] = int(_row["population"])
        for _key in _row["keys"].split("|"):
            OF_TOWNS_CALLED[_key, _town.country].append(_town)
with (RESOURCES / "exchange_rates.csv").open(encoding="utf-8", newline="") as _lines:
    PER_EUR = {
        (row["currency"], int(row["year"])): Fraction(row["per_eur"])
        for row in csv.DictReader(_lines)
    }
AIRPORTS = airportsdata.load("IATA")


@dataclass(frozen=True)
class Expected:
    """What must come out of a row: `error`, or what it becomes.

    Amounts are exact but for distances, where `slack_km` allows a metre for each trip, and
    `slack_kg` the rounding of its CO2e.
    """

    error: str = ""
    activity_type: str = ""
    category: str = ""
    quantity: Fraction = Fraction(0)
    unit: str = ""
    factor: str = ""
    co2e: Fraction | None = None
    day: date | None = None
    slack_km: Fraction = Fraction(0)
    slack_kg: Fraction = Fraction(0)


def great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres, by the arc tangent form, which is exact at every distance."""
    (phi, lam), (psi, mu) = (tuple(map(math.radians, place)) for place in (one, other))
    across = math.hypot(
        math.cos(psi) * math.sin(mu - lam),
        math.cos(phi) * math.sin(psi) - math.sin(phi) * math.cos(psi) * math.cos(mu - lam),
    )
    along = math.sin(phi) * math.sin(psi) + math.cos(phi) * math.cos(psi) * math.cos(mu - lam)
    return KILOMETRES_OF_RADIUS * math.atan2(across, along)


def converted(amount: Fraction, source: str, target: str) -> Fraction | None:
    """An amount in another unit, None where there is no way."""
    if source == target:
        return amount
    if source not in UNITS or target not in UNITS or UNITS[source][0] != UNITS[target][0]:
        return None
    return amount * UNITS[source][1] / UNITS[target][1]


def rounded(amount: Fraction) -> Fraction:
    """Four decimals, halves up."""
    return Fraction(math.floor(amount * 10_000 + Fraction(1, 2)), 10_000)


def by_factor(what: tuple[str, str], amount: Fraction, unit: str, code: str, day: date) -> Expected:
    """An activity of `amount` in `unit`, with the factor of `code` ("" where there is none)."""
    if code not in FACTORS:
        return Expected("no_factor" if not code else "unknown_factor", day=day)
    factor = FACTORS[code]
    amount = rounded(amount)  # CO2e is that of the quantity that is kept
    multiplied = converted(amount, unit, factor.unit)
    if multiplied is None:
        return Expected("unit_mismatch", *what, amount, unit, day=day)
    if not factor.valid_on(day):
        return Expected("factor_not_valid_on_date", *what, amount, unit, day=day)
    co2e = rounded(multiplied * factor.value)
    if co2e >= 10**11:
        return Expected("number_out_of_range", day=day)
    return Expected("", *what, amount, unit, code, co2e, day)


def flight(origin: str, destination: str, trips: int, cabin: str, day: date) -> Expected:
    """(Great circle + 95 km) x trips, by haul (below 2,500 km or not) and cabin."""
    if origin not in AIRPORTS or destination not in AIRPORTS:
        return Expected("unknown_airport")
    if origin == destination:
        return Expected("same_origin_and_destination")
    places = [(AIRPORTS[code]["lat"], AIRPORTS[code]["lon"]) for code in (origin, destination)]
    one_trip = Fraction(great_circle(*places)) + 95
    haul = "SHORT" if one_trip < 2500 else "LONG"
    cabin = {"": "economy", "premium economy": "business"}.get(cabin, cabin)
    distance = one_trip * trips
    found = by_factor(
        ("travel", "plane"), distance, "passenger*km", f"PLANE-{haul}-{cabin.upper()}", day
    )
    return _roughly(found, trips)


def train(origin: Town, destination: Town, trips: int, day: date) -> Expected:
    """Great circle x 1.2 x trips; Swiss only where both ends are, else the end that is not."""
    places = [(town.latitude, town.longitude) for town in (origin, destination)]
    if places[0] == places[1]:
        return Expected("same_origin_and_destination")
    abroad = [town.country for town in (destination, origin) if town.country != "CH"]
    country = abroad[0] if abroad else "CH"
    code = f"TRAIN-{country}"
    distance = Fraction(great_circle(*places)) * Fraction(12, 10) * trips
    found = by_factor(
        ("travel", "train"), distance, "passenger*km", code if code in FACTORS else "", day
    )
    return _roughly(found, trips)


def _roughly(found: Expected, trips: int) -> Expected:
    return replace(found, slack_km=Fraction(trips, 1000), slack_kg=Fraction(1, 10_000))


def equipment(
    active: Fraction, standby: Fraction, watts: Fraction, standby_watts: Fraction, code: str,
    day: date,
) -> Expected:  # fmt: skip
    """(Hours x W + hours x W) x 52 weeks / 1000, as electricity."""
    if active + standby > 168:
        return Expected("hours_exceed_week")
    kwh = (active * watts + standby * standby_watts) * 52 / 1000
    return by_factor(("energy", "equipment"), kwh, "kWh", code or "CH-ELECTRICITY", day)


def money(
    what: tuple[str, str], amount: Fraction, currency: str, code: str, year: int, day: date
) -> Expected:
    """An amount at the mean rate of the reporting year, x the factor per unit of its currency."""
    if code not in FACTORS:
        return Expected("no_factor")
    target = FACTORS[code].unit
    if currency != target:
        if (currency, year) not in PER_EUR:
            return Expected("unknown_currency")
        amount = amount * PER_EUR[target, year] / PER_EUR[currency, year]
    return by_factor(what, amount, target, code, day)


MIDPOINTS = {
    "1_5": Fraction(3),
    "5_20": Fraction(25, 2),
    "20_100": Fraction(60),
    "gt_100": Fraction(100),
}


def assistant(usage: str, requests: str, people: Fraction, day: date) -> Expected:
    """Midpoint of the range x 235 working days x people x the factor per request."""
    amount = MIDPOINTS[requests] * 235 * people
    return by_factor(("service", "ai"), amount, "request", f"AI-{usage.upper()}", day)

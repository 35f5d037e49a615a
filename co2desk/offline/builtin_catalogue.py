"""The reference data that ships with the program, for work without any database.

The same factors and rates are what a new database begins with.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.reference import ExchangeRate, Reference
from co2desk.domain.units import Units
from co2desk.offline.factor_details import with_details
from co2desk.offline.lazy_mapping import LazyMapping
from co2desk.offline.places import load_airports, load_stations


def builtin_reference(resources: Path) -> Reference:
    """Everything in `resources`, the folder of shipped files, read as it is needed.

    It knows no laboratories, so a file's laboratory is not checked, and nothing that was imported
    before. It can be sent to another process, which reads the files for itself.
    """
    return Reference(
        laboratories={},
        factors=LazyMapping(partial(_factors_by_code, resources)),
        airports=LazyMapping(load_airports),
        stations=LazyMapping(partial(load_stations, resources / "stations.csv.gz")),
        rates=LazyMapping(partial(_rates_by_currency, resources)),
        units=Units(partial(_unit_lines, resources)),
        knows_laboratories=False,
        origin="builtin",
    )


def shipped_factors(resources: Path) -> list[EmissionFactor]:
    """The factors of `factors/*.csv` with the details of their type; kg CO2e per unit."""
    files = sorted((resources / "factors").glob("*.csv"))
    return [with_details(_factor(row)) for file in files for row in _rows(file)]


def shipped_rates(resources: Path) -> list[ExchangeRate]:
    """Yearly means of the ECB's rates, units of the currency per euro; the euro itself is 1."""
    return [
        ExchangeRate(
            currency=row["currency"],
            year=int(row["year"]),
            per_eur=Decimal(row["per_eur"]),
            source=row["source"],
        )
        for row in _rows(resources / "exchange_rates.csv")
    ]


def _unit_lines(resources: Path) -> list[str]:
    return (resources / "units.txt").read_text(encoding="utf-8").splitlines()


def _factors_by_code(resources: Path) -> Mapping[str, EmissionFactor]:
    return {factor.code: factor for factor in shipped_factors(resources)}


def _rates_by_currency(resources: Path) -> Mapping[tuple[str, int], ExchangeRate]:
    return {(rate.currency, rate.year): rate for rate in shipped_rates(resources)}


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _factor(row: Mapping[str, str]) -> EmissionFactor:
    return EmissionFactor(
        code=row["code"],
        factor_type=FactorType(row["factor_type"]),
        name=row["name"],
        category=row["category"],
        subcategory=row["subcategory"],
        value=Decimal(row["value"]),
        unit=row["unit"],
        source=row["source"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    )

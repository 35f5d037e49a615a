"""Write the demo laboratory's files into resources/demo/.

    python packaging/data/build_demo.py

The same script gives the same bytes: the figures come from a generator with a fixed seed, and the
workbooks carry a fixed date. resources/demo/README.md says what each file is good for.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import xlsxwriter

FOLDER = Path(__file__).parents[2] / "resources" / "demo"
MADE_AT = datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001 (a workbook knows no time zones)

HEADER = (
    "date",
    "activity_type",
    "category",
    "subcategory",
    "quantity",
    "unit",
    "factor_code",
    "note",
)
# Share of a year's heating in each month, in percent.
HEATING = (17, 15, 12, 8, 4, 1, 1, 1, 3, 8, 13, 17)
TRAINS = (
    ("TRAIN-CH", "CH", 62, "Lausanne–Genève, séminaire"),
    ("TRAIN-CH", "CH", 224, "Lausanne–Zürich, réunion de projet"),
    ("TRAIN-CH", "CH", 174, "Lausanne–Basel, Messung am Institut"),
    ("TRAIN-CH", "CH", 97, "Lausanne–Bern, Fonds national"),
    ("TRAIN-FR", "FR", 492, "Lausanne–Paris, soutenance de thèse"),
    ("TRAIN-FR", "FR", 182, "Genève–Lyon, co-tutelle"),
    ("TRAIN-IT", "IT", 289, "Lausanne–Milano, conférence"),
    ("TRAIN-DE", "DE", 388, "Lausanne–Freiburg, Kolloquium"),
)
FLIGHTS = (
    ("PLANE-SHORT-ECONOMY", "short/economy", 503, "GVA–CDG, comité européen"),
    ("PLANE-SHORT-ECONOMY", "short/economy", 851, "GVA–LHR, workshop"),
    ("PLANE-SHORT-ECONOMY", "short/economy", 1108, "GVA–MAD, école d’été"),
    ("PLANE-SHORT-ECONOMY", "short/economy", 1241, "GVA–CPH, jury"),
    ("PLANE-LONG-ECONOMY", "long/economy", 6294, "GVA–JFK, conférence"),
    ("PLANE-LONG-ECONOMY", "long/economy", 9902, "ZRH–NRT, collaboration"),
    ("PLANE-LONG-BUSINESS", "long/business", 9476, "GVA–SFO, keynote"),
)
PURCHASES = (
    ("334516", "Analytical instruments", "Spectromètre, pièces"),
    ("325413", "Diagnostic substances", "Anticorps"),
    ("325199", "Organic chemicals", "Solvants"),
    ("334111", "Computers", "Postes de travail"),
    ("339112", "Surgical and medical instruments", "Matériel de dissection"),
    ("322299", "Paper products", "Consommables, gants et papier"),
)
GASES = (
    ("GAS-R134A", "refrigerant"),
    ("GAS-CO2", "co2"),
    ("GAS-N2O", "n2o"),
    ("GAS-SF6", "refrigerant"),
)

JOURNEYS_BY_AIR = (
    ("GVA", "CDG", 1, "economy"),
    ("GVA", "LHR", 2, "economy"),
    ("ZRH", "HAM", 1, "economy"),
    ("GVA", "FCO", 1, "economy"),
    ("GVA", "AMS", 3, "economy"),
    ("GVA", "JFK", 1, "premium economy"),
    ("GVA", "MAD", 1, "economy"),
    ("GVA", "LIS", 2, "economy"),
    ("ZRH", "SFO", 1, "business"),
    ("GVA", "CPH", 1, "economy"),
    ("GVA", "VIE", 1, "economy"),
    ("ZRH", "NRT", 1, "economy"),
)
JOURNEYS_BY_TRAIN = (
    ("Genève", "CH", "Lausanne", "CH", 12),
    ("Lausanne", "CH", "Zürich HB", "CH", 6),
    ("Genf", "CH", "Bâle", "CH", 2),
    ("Genève-Cornavin", "CH", "Paris Gare de Lyon", "FR", 4),
    ("Lausanne", "CH", "Milano Centrale", "IT", 2),
    ("Basel SBB", "CH", "Freiburg im Breisgau", "DE", 1),
    ("Zurich", "CH", "Wien", "AT", 1),
    ("Lyon Part-Dieu", "FR", "Grenoble", "FR", 3),
    ("Berne", "CH", "Sion", "CH", 5),
    ("Biel/Bienne", "CH", "Neuchâtel", "CH", 8),
)


@dataclass(frozen=True)
class Row:
    """One line of a sheet of activities."""

    day: date
    activity_type: str
    category: str
    subcategory: str
    quantity: Decimal
    unit: str
    factor_code: str
    note: str


def _amount(random: Random, low: float, high: float) -> Decimal:
    # Never a whole number: a column with cents in every line leaves no doubt about its mark.
    return Decimal(random.randrange(int(low * 100), int(high * 100)) * 10 + 5) / 1000


def _day(random: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=random.randrange(365))


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _utilities(random: Random, year: int, buildings: Sequence[str]) -> Iterator[Row]:
    for building in buildings:
        heat = random.randrange(42_000, 68_000)
        for month in range(1, 13):
            day = _month_end(year, month)
            power = _amount(random, 2_900, 4_200)
            yield Row(
                day,
                "energy",
                "electricity",
                "grid",
                power,
                "kWh",
                "CH-ELECTRICITY",
                f"Électricité, {building}",
            )
            gas = heat * HEATING[month - 1] / 100
            gas_used = _amount(random, gas * 0.95, gas * 1.05)
            yield Row(
                day,
                "energy",
                "combustion",
                "natural_gas",
                gas_used,
                "kWh",
                "NATURAL-GAS",
                f"Gaz, {building}",
            )


def _journeys(random: Random, year: int, trains: int, flights: int) -> Iterator[Row]:
    for _ in range(trains):
        code, country, km, note = random.choice(TRAINS)
        distance = _amount(random, km * 1.9, km * 2.1)
        yield Row(
            _day(random, year), "travel", "train", country, distance, "passenger*km", code, note
        )
    for _ in range(flights):
        code, haul, km, note = random.choice(FLIGHTS)
        distance = _amount(random, km * 1.98, km * 2.02)
        yield Row(_day(random, year), "travel", "plane", haul, distance, "passenger*km", code, note)


def _purchases(random: Random, year: int, count: int) -> Iterator[Row]:
    for _ in range(count):
        naics, category, note = random.choice(PURCHASES)
        spent = _amount(random, 180, 9_400)
        yield Row(
            _day(random, year), "purchase", category, naics, spent, "USD", f"USEPA-SC-{naics}", note
        )


def _services(random: Random, year: int) -> Iterator[Row]:
    for month in range(1, 13):
        spent = _amount(random, 90, 260)
        day = _month_end(year, month)
        yield Row(
            day,
            "service",
            "cloud",
            "storage",
            spent,
            "EUR",
            "CLOUD-EUR",
            "Stockage et calcul, en €",
        )


def _gases(random: Random, year: int, count: int) -> Iterator[Row]:
    for index in range(count):
        code, subcategory = GASES[index % len(GASES)]
        leak = _amount(random, 0.2, 1.8 if code != "GAS-SF6" else 0.3)
        yield Row(
            _day(random, year),
            "energy",
            "process_gas",
            subcategory,
            leak,
            "kg",
            code,
            "Main-d’œuvre: recharge du circuit",
        )


def _year(seed: str, year: int, buildings: Sequence[str], travel: int, purchases: int) -> list[Row]:
    random = Random(seed)
    rows = [
        *_utilities(random, year, buildings),
        *_journeys(random, year, trains=travel, flights=travel * 3 // 4),
        *_purchases(random, year, purchases),
        *_services(random, year),
        *_gases(random, year, 8),
    ]
    return sorted(rows, key=lambda row: (row.day, row.category, row.quantity))


def _iso(row: Row) -> list[str]:
    return [
        row.day.isoformat(),
        row.activity_type,
        row.category,
        row.subcategory,
        f"{row.quantity:.2f}",
        row.unit,
        row.factor_code,
        row.note,
    ]


def _swiss(row: Row) -> list[str]:
    quantity = f"{row.quantity:,.2f}".replace(",", "'").replace(".", ",")
    return [row.day.strftime("%d.%m.%Y"), *_iso(row)[1:4], quantity, *_iso(row)[5:]]


def _text(header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _finance_export() -> str:
    rows = _year("2025", 2025, ("BCH", "CH-A", "Halle"), travel=36, purchases=45)
    lines = [_swiss(row) for row in rows]
    assert len(lines) == 200
    _spoil(lines, row=48, field="date", text="31.02.2025")
    _spoil(lines, row=97, field="quantity", text="environ cent")
    _spoil(lines, row=151, field="factor_code", text="TRAIN-XX")
    return _text([name.upper() for name in HEADER], lines, ";")


def _spoil(lines: list[list[str]], row: int, field: str, text: str) -> None:
    """Put a mistake into a row, counted as an editor shows it with the header in row 1."""
    lines[row - 2][HEADER.index(field)] = text


FLIGHT_HEADER = (
    "Origin IATA",
    "Destination IATA",
    "Departure date",
    "Number of trips",
    "Cabin class",
    "Note",
)


def _flights() -> list[list[object]]:
    random = Random("flights")
    days = sorted(_day(random, 2025) for _ in range(2 * len(JOURNEYS_BY_AIR)))
    return [
        [origin, destination, day, trips, cabin, f"Mission {number:03}"]
        for number, (day, (origin, destination, trips, cabin)) in enumerate(
            zip(days, JOURNEYS_BY_AIR * 2, strict=True), start=1
        )
    ]


def _travel_csv() -> str:
    rows = [[*row[:2], row[2].isoformat(), str(row[3]), *row[4:]] for row in _flights()]
    rows[9 - 2][1] = "QQQ"
    rows[15 - 2][4] = ""
    return _text([name.lower().replace(" ", "_") for name in FLIGHT_HEADER], rows, ",")


def _trains_csv() -> str:
    random = Random("trains")
    header = (
        "origin_name",
        "origin_country_code",
        "destination_name",
        "destination_country_code",
        "departure_date",
        "number_of_trips",
    )
    rows = [
        [*ends, _day(random, 2025).strftime("%d.%m.%Y"), str(trips)]
        for *ends, trips in JOURNEYS_BY_TRAIN
    ]
    return _text(header, rows, ";")


FUELS: list[list[object]] = [
    ["natural_gas", "kWh", 1200],
    ["Heating oil", "kWh", 8640.5],
    ["Biomethane", "kWh", 2150],
    ["pellets", "kg", 1800],
    ["propane", "kg", 33],
]


def _workbook(
    name: str, sheet: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    with xlsxwriter.Workbook(FOLDER / name) as book:
        book.set_properties({"created": MADE_AT})
        bold, as_date = (
            book.add_format({"bold": True}),
            book.add_format({"num_format": "dd.mm.yyyy"}),
        )
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, header, bold)
        page.freeze_panes(1, 0)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                write: Callable[..., int] = (
                    page.write_datetime if isinstance(value, date) else page.write
                )
                write(number, column, value, as_date if isinstance(value, date) else None)
        page.autofit()


def main() -> None:
    """Write all files."""
    texts = {
        "activities-2023.csv": _text(
            HEADER, map(_iso, _year("2023", 2023, ("BCH", "CH-A"), 42, 40)), ","
        ),
        "activities-2024.csv": _text(
            HEADER, map(_iso, _year("2024", 2024, ("BCH", "CH-A"), 38, 44)), ","
        ),
        "biology-2024.csv": _text(HEADER, map(_iso, _year("bio", 2024, ("SV",), 20, 52)), ","),
        "travel.csv": _travel_csv(),
        "trains.csv": _trains_csv(),
    }
    for name, text in texts.items():
        (FOLDER / name).write_bytes(text.encode("utf-8"))
    (FOLDER / "activities-2025.csv").write_bytes(_finance_export().encode("cp1252"))
    _workbook("travel.xlsx", "Travel 2025", FLIGHT_HEADER, _flights())
    _workbook("fuel.xlsx", "Fuel 2025", ("Name", "Unit", "Quantity"), FUELS)
    print(f"{len(texts) + 3} files in {FOLDER}")


if __name__ == "__main__":
    main()

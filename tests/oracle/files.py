"""Random files of every kind as people write them, with what must come out of each row."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.oracle import figures
from tests.oracle.figures import FACTORS, Expected

YEAR = 2024


@dataclass(frozen=True)
class GeneratedFile:
    """A file's text, and what its rows (after one header line) must become."""

    kind: str
    text: str
    expected: Sequence[Expected]


@dataclass
class Writer:
    """Writes numbers and dates in the one way of a file."""

    random: Random
    decimal_mark: str
    thousands: str
    date_format: str

    def amount(self, limit: int = 20_000) -> tuple[str, Fraction]:
        """A number with two decimals, so that its marks have one meaning."""
        cents = self.random.randrange(1, limit * 100)
        whole, rest = divmod(cents, 100)
        grouped = f"{whole:,}".replace(",", self.thousands)
        return f"{grouped}{self.decimal_mark}{rest:02}", Fraction(cents, 100)

    def day(self, *, blank: bool = True) -> tuple[str, date]:
        """A day of the years around the reporting year, or none: then its last day."""
        if blank and self.random.random() < 0.2:
            return "", date(YEAR, 12, 31)
        day = date(YEAR - 1, 1, 1) + timedelta(days=self.random.randrange(365 * 3))
        return day.strftime(self.date_format), day


Row = tuple[dict[str, str], Expected]
_TOWNS = (
    [(name, "CH") for name in ("geneve", "lausanne", "bern", "basel", "lugano", "chur", "sion")]
    + [(name, "FR") for name in ("lyon", "marseille", "dijon", "strasbourg", "lille")]
    + [(name, "DE") for name in ("berlin", "hamburg", "dresden", "stuttgart")]
    + [("milano", "IT"), ("roma", "IT"), ("wien", "AT"), ("graz", "AT"), ("madrid", "ES")]
)
_TOWN_WORDS = {
    "geneve": ("Genève", "GENEVE", "Genf", "Genève Cornavin"),
    "bern": ("Bern", "Berne"),
    "basel": ("Basel", "Bâle", "Basel SBB"),
    "milano": ("Milano", "Milan", "Mailand"),
    "roma": ("Roma", "Rome", "Rom"),
    "wien": ("Wien", "Vienne", "Vienna", "Wien Hauptbahnhof"),
}
_COUNTRY_WORDS = {
    "CH": ("CH", "ch", "Suisse", "Schweiz"),
    "FR": ("FR", "France", "Frankreich"),
    "DE": ("DE", "Allemagne", "Deutschland", "Germany"),
    "IT": ("IT", "Italie", "Italien"),
    "AT": ("AT", "Autriche", "Österreich"),
    "ES": ("ES", "Espagne", "Spanien"),
}
_FUELS = {
    "NATURAL-GAS": ("natural_gas", "Natural gas", "gaz naturel", "Erdgas"),
    "HEATING-OIL": ("heating_oil", "mazout", "Heizöl", "Heating oil"),
    "BIOMETHANE": ("biomethane", "biométhane", "Biomethan"),
    "": ("propane", "Propan"),
    "WOOD-PELLETS": ("pellets", "granulés", "Holzpellets"),
    "FOREST-CHIPS": ("forest_chips", "plaquettes forestières", "Hackschnitzel"),
    "WOOD-LOGS": ("wood_logs", "bûches", "Stückholz"),
}
_UNIT_WORDS = {
    "kWh": ("kWh", "kwh", "Kilowattstunden"),
    "MWh": ("MWh", "mégawattheures"),
    "kg": ("kg", "Kilogramm", "KG"),
    "t": ("t", "tonnes", "Tonnen"),
    "m3": ("m3", "m³", "Kubikmeter"),
    "l": ("l", "L", "litres", "Liter"),
    "g": ("g", "grammes"),
}
_GASES = {
    "GAS-CO2": ("CO2", "carbon dioxide", "Kohlendioxid"),
    "GAS-CH4": ("CH4", "methane", "Methan"),
    "GAS-N2O": ("N2O", "Lachgas", "protoxyde d'azote"),
    "GAS-SF6": ("SF6", "Schwefelhexafluorid"),
    "GAS-R134A": ("R134a", "HFC-134a", "R-134A", "r 134a"),
    "GAS-R410A": ("R410A", "R-410a"),
    "GAS-R32": ("R32", "HFC-32"),
    "GAS-R4310MEE": ("R4310mee",),
    "": ("unobtainium",),
}
_CABINS = {
    "economy": ("economy", "Economy", "économique", "Y"),
    "premium economy": ("premium economy", "Premium Economy"),
    "business": ("business", "affaires", "Geschäftsklasse"),
    "first": ("first", "première classe", "First"),
    "": ("",),
}
_REQUESTS = {
    "1_5": ("1_5", "1-5 times per day", "1 à 5 fois par jour", "1 bis 5 mal pro Tag"),
    "5_20": ("5_20", "5-20 times per day", "5 bis 20 mal pro Tag"),
    "20_100": ("20_100", "20-100 times per day", "20 à 100 fois par jour"),
    "gt_100": ("gt_100", "> 100 times per day", "plus de 100 fois par jour", "mehr als 100"),
}
_USES = {"text": ("text", "texte"), "code": ("code", "Programmierung"), "image": ("image", "Bild")}
_CURRENCIES = ("CHF", "EUR", "USD", "GBP", "JPY", "SEK")
_TYPES = {"travel": "travel", "energy": "energy", "purchase": "purchase"}


def _of(random: Random, words: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    value = random.choice(list(words))
    return value, random.choice(words[value])


def _flight(random: Random, write: Writer) -> Row:
    codes = ("GVA", "ZRH", "CDG", "LHR", "JFK", "NRT", "SYD", "TLS", "KEF", "EZE", "QQQ")
    origin, destination = random.choice(codes), random.choice(codes)
    if random.random() < 0.5:
        origin, destination = random.sample(sorted(figures.AIRPORTS), 2)
    trips = random.choice((1, 1, 2, 7, 40))
    (cabin, word), (when, day) = _of(random, _CABINS), write.day()
    cells = {
        "origin_iata": origin if random.random() < 0.8 else origin.lower(),
        "destination_iata": destination,
        "departure_date": when,
        "number_of_trips": "" if trips == 1 else str(trips),
        "cabin_class": word,
    }
    return cells, figures.flight(origin, destination, trips, cabin, day)


def _train(random: Random, write: Writer) -> Row:
    ends = [random.choice(_TOWNS), random.choice(_TOWNS)]
    trips, (when, day) = random.choice((1, 2, 12)), write.day()
    origin, destination = (
        max(figures.OF_TOWNS_CALLED[end], key=lambda town: figures.POPULATION[town]) for end in ends
    )
    cells = {"departure_date": when, "number_of_trips": str(trips)}
    for end, (name, country) in zip(("origin", "destination"), ends, strict=True):
        cells[f"{end}_name"] = random.choice(_TOWN_WORDS.get(name, (name.title(), name.upper())))
        cells[f"{end}_country_code"] = random.choice(_COUNTRY_WORDS[country])
    return cells, figures.train(origin, destination, trips, day)


def _fuel(random: Random, write: Writer) -> Row:
    (code, word), (text, amount), (when, day) = _of(random, _FUELS), write.amount(), write.day()
    units = {name: _UNIT_WORDS[name] for name in ("kWh", "MWh", "kg", "t", "m3", "l")}
    unit, unit_word = _of(random, units)
    cells = {"name": word, "unit": unit_word, "quantity": text, "date": when}
    return cells, figures.by_factor(("energy", "combustion"), amount, unit, code, day)


def _process_gas(random: Random, write: Writer) -> Row:
    (code, word), (text, amount), (when, day) = _of(random, _GASES), write.amount(50), write.day()
    unit = random.choice(("kg", "g", "t"))
    cells = {"category": "gas", "subcategory": word, "unit": unit, "quantity": text, "date": when}
    if random.random() < 0.3:
        cells |= {"category": word, "subcategory": ""}
    return cells, figures.by_factor(("energy", "process_gas"), amount, unit, code, day)


def _equipment(random: Random, write: Writer) -> Row:
    (active, hours), (standby, more) = write.amount(100), write.amount(100)
    (watts, power), (low_watts, low_power) = write.amount(5000), write.amount(300)
    (when, day), code = write.day(), random.choice(("", "", "FR-ELECTRICITY", "DE-ELECTRICITY"))
    cells = {
        "equipment_id": f"E{random.randrange(10**9)}",
        "name": "Freezer",
        "equipment_class": "freezer",
        "active_usage_hours_per_week": active,
        "standby_usage_hours_per_week": standby,
        "active_power_w": watts,
        "standby_power_w": low_watts,
        "factor_code": code,
        "date": when,
    }
    return cells, figures.equipment(hours, more, power, low_power, code, day)


_SPENT = [factor for factor in FACTORS.values() if factor.category == "spend"]


def _purchase(random: Random, write: Writer) -> Row:
    (text, amount), (when, day) = write.amount(), write.day()
    currency, factor = random.choice((*_CURRENCIES, "")), random.choice(_SPENT)
    cells = {
        "name": "Pipettes; 200 µl",
        "total_spent_amount": text,
        "currency": currency,
        "purchase_institutional_code": factor.subcategory,
        "purchase_additional_code": "",
        "date": when,
    }
    code = factor.code
    if random.random() < 0.3:
        additional = random.choice(_SPENT)
        cells["purchase_additional_code"], code = additional.subcategory, additional.code
    elif random.random() < 0.2:
        cells["purchase_institutional_code"], code = "no such code", ""
    what = ("purchase", "spend")
    return cells, figures.money(what, amount, currency or "CHF", code, YEAR, day)


def _cloud(random: Random, write: Writer) -> Row:
    (text, amount), (when, day) = write.amount(), write.day()
    currency = random.choice((*_CURRENCIES, ""))
    cells = {
        "service_type": random.choice(("compute", "storage")),
        "provider": "AWS",
        "spent_amount": text,
        "currency": currency,
        "date": when,
    }
    what = ("service", "cloud")
    return cells, figures.money(what, amount, currency or "EUR", "CLOUD-EUR", YEAR, day)


def _ai(random: Random, write: Writer) -> Row:
    (usage, use), (requests, word) = _of(random, _USES), _of(random, _REQUESTS)
    (text, people), (when, day) = write.amount(90), write.day()
    cells = {
        "provider": "X",
        "usage_type": use,
        "requests_per_user_per_day": word,
        "fte_count": text,
        "date": when,
    }
    return cells, figures.assistant(usage, requests, people, day)


def _facility(random: Random, write: Writer) -> Row:
    (text, amount), (when, day) = write.amount(), write.day()
    cells = {
        "researchfacility_id": f"F{random.randrange(100)}",
        "researchfacility_name": "Microscopy",
        "use": text,
        "use_unit": "h",
        "date": when,
    }
    return cells, figures.by_factor(("service", "facility"), amount, "h", "", day)


_NAMED = sorted(
    code
    for code, factor in FACTORS.items()
    if factor.unit in figures.UNITS or factor.unit in ("EUR", "USD")
)


def _activity(random: Random, write: Writer) -> Row:
    code = random.choice(_NAMED)
    factor = FACTORS[code]
    (text, amount), (when, day) = write.amount(), write.day(blank=False)
    unit = factor.unit
    if random.random() < 0.3 and unit in figures.UNITS:
        unit = random.choice(("kWh", "MWh", "kg", "t", "g", "l", "m3", "km"))
    kind = random.choice(list(_TYPES))
    cells = {
        "date": when,
        "activity_type": kind,
        "category": factor.category,
        "subcategory": factor.subcategory,
        "quantity": text,
        "unit": unit,
        "factor_code": code if random.random() < 0.7 else code.lower(),
    }
    category = "combustion" if factor.category == "Fuels" else factor.category  # one word for both
    return cells, figures.by_factor((kind, category), amount, unit, code, day)


KINDS: Mapping[str, Callable[[Random, Writer], Row]] = {
    "activity": _activity,
    "flight": _flight,
    "train": _train,
    "fuel": _fuel,
    "process_gas": _process_gas,
    "equipment": _equipment,
    "purchase": _purchase,
    "cloud": _cloud,
    "ai": _ai,
    "facility": _facility,
}
"""How a row of each kind is made."""

_EXCUSED = ("no_factor", "unit_mismatch", "factor_not_valid_on_date", "unknown_currency")


def generated(kind: str, rows: int, seed: int) -> GeneratedFile:
    """A file of `rows` random rows; the same for the same seed."""
    random = Random(f"{kind} {seed}")
    mark = random.choice(",.")
    thousands = random.choice(("", "'", "\u2019", "\u202f"))
    write = Writer(random, mark, thousands, random.choice(("%Y-%m-%d", "%d.%m.%Y")))
    made = [KINDS[kind](random, write) for _ in range(rows)]
    expected = []
    for cells, become in made:
        cells["kg_co2eq"] = ""
        if random.random() < 0.1:
            cells["kg_co2eq"], total = write.amount()
            if become.error in ("", *_EXCUSED):
                become = replace(become, error="", factor="", co2e=total)  # noqa: PLW2901
        expected.append(become)
    names = list(made[0][0])
    random.shuffle(names)
    text = io.StringIO()
    writer = csv.DictWriter(text, names, delimiter=random.choice(";\t"), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(cells for cells, _ in made)
    return GeneratedFile(kind, text.getvalue(), expected)

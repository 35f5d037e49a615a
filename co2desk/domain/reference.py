"""A frozen snapshot of what rows are checked against: laboratories, factors, places, rates."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.ids import ImportJobId, LabId
from co2desk.domain.roles import Role
from co2desk.domain.units import Units


@dataclass(frozen=True, slots=True)
class Laboratory:
    """A laboratory that the person may see, with the person's role in it."""

    id: LabId
    code: str
    name: str
    faculty: str = ""
    role: Role | None = None
    members: tuple[str, ...] = ()
    archived: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport by its IATA code; degrees north and east."""

    iata: str
    name: str
    city: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Station:
    """A town with a railway; ISO 3166 two-letter country; degrees north and east."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int = 0


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How many units of `currency` one euro bought on average in `year`."""

    currency: str
    year: int
    per_eur: Decimal
    source: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """Quantities of one category and unit that the laboratory committed before."""

    count: int
    median: Decimal
    largest: Decimal


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that the database already holds, found by its fingerprint."""

    import_job_id: ImportJobId
    filename: str
    row_number: int
    uploaded_by: str
    uploaded_at: datetime


def no_known_rows(_fingerprints: Iterable[bytes]) -> Mapping[bytes, KnownRow]:
    """Find nothing, as there is no database to look into."""
    return {}


@dataclass(frozen=True)
class Reference:
    """Everything that checking asks; taken once, so that one check sees one state of the world.

    `laboratories` is keyed by code in casefolded form, `factors` by code, `airports` by IATA
    code, `stations` by normalised name (several towns may share one), `rates` by currency and
    year, `value_mappings` by field and normalised value as the file writes it, `column_mappings`
    by kind and then header as the file writes it (to a field), `history` by (category, unit).
    `known_rows` finds rows already imported; without a database, none. `units` are
    those of `resources/units.txt`; by default no unit is known.
    """

    laboratories: Mapping[str, Laboratory]
    factors: Mapping[str, EmissionFactor]
    airports: Mapping[str, Airport]
    stations: Mapping[str, tuple[Station, ...]]
    rates: Mapping[tuple[str, int], ExchangeRate]
    units: Units = field(default_factory=Units)
    value_mappings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    column_mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    history: Mapping[tuple[str, str], History] = field(default_factory=dict)
    published_years: frozenset[tuple[LabId, int]] = frozenset()
    known_rows: Callable[[Iterable[bytes]], Mapping[bytes, KnownRow]] = no_known_rows
    knows_laboratories: bool = True
    origin: str = "builtin"
    taken_at: datetime | None = None

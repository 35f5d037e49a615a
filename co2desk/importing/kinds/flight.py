"""Kind `flight`: trips by plane, from airport to airport."""

from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.domain.distance import great_circle_km, is_short_haul, plane_km
from co2desk.domain.issue import IssueCode
from co2desk.importing.finding import Finding, error, warning
from co2desk.importing.kinds.common import ALWAYS, DATE
from co2desk.importing.kinds.factoring import at
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.kinds.words import CABINS
from co2desk.importing.lookups import Lookups

_UNIT = "passenger*km"
_FALLBACK = {"": "economy", "premium economy": "business"}


def _mean(row: RowValues, lookups: Lookups) -> Meaning | tuple[Finding, ...]:
    """Km = (great circle + 95) x trips; the factor by haul and cabin.

    Source: EN 16258 for the detour; factors of mobitool with radiative forcing index 1.35.
    """
    airports = lookups.reference.airports
    origin, destination = airports[row.text("origin_iata")], airports[row.text("destination_iata")]
    if origin.iata == destination.iata:
        return (error(IssueCode.SAME_ORIGIN_AND_DESTINATION, "destination_iata"),)
    kilometres = plane_km(
        great_circle_km(
            origin.latitude, origin.longitude, destination.latitude, destination.longitude
        )
    )
    written = row.text("cabin_class")
    cabin = _FALLBACK.get(written, written)
    haul = "short" if is_short_haul(kilometres) else "long"
    subcategory = f"{haul}/{cabin}"
    candidates = lookups.in_category("plane", subcategory)
    found = lookups.choose(candidates, _UNIT, row.day, category=f"plane {subcategory}")
    fell_back = warning(IssueCode.CABIN_FALLBACK, "cabin_class", given=written or "–", used=cabin)
    attributes = {"origin_iata": origin.iata, "destination_iata": destination.iata}
    if written:
        attributes["cabin_class"] = written
    return Meaning(
        ActivityType.TRAVEL,
        "plane",
        subcategory,
        _UNIT,
        at("cabin_class", found),
        per_amount=kilometres,
        findings=(fell_back,) if written in _FALLBACK else (),
        attributes=attributes,
    )


TRIPS = Field(
    "number_of_trips",
    FieldType.NUMBER,
    whole=True,
    fixed=True,
    below=Decimal(100_000),
    synonyms=synonyms(
        "trips, number of flights, number of journeys, count, nombre de trajets,"
        " nombre de voyages, nb trajets, nb voyages, trajets, Anzahl Reisen, Anzahl Flüge,"
        " Anzahl Fahrten, Reisen"
    ),
)
DEPARTURE = Field(
    "departure_date",
    FieldType.DATE,
    synonyms=(
        *DATE.synonyms,
        *synonyms(
            "date, departure, travel date, flight date, date de départ, date du vol,"
            " date du voyage, départ le, Abflugdatum, Reisedatum, Abreisedatum, Abreise"
        ),
    ),
)
TRAVELLER = Field(
    "user_institutional_id",
    free=True,
    longest=100,
    synonyms=synonyms(
        "Reisende Person, sciper, traveller, traveler, passenger, user id, person id, voyageur,"
        " passager, numéro sciper, Reisende, Reisender, Passagier, Personen-ID, Personalnummer,"
        " Personal-Nr, employee number, staff number, employee id, numéro de personnel, matricule"
    ),
)
KIND = Kind(
    name="flight",
    fields=(
        Field(
            "origin_iata",
            FieldType.AIRPORT,
            required=True,
            synonyms=synonyms(
                "from airport, de aéroport, von Flughafen, origin, from, departure airport,"
                " origin airport, iata origin, iata from, origine, de, départ,"
                " aéroport de départ, code iata origine, Abflug, Abflughafen, von,"
                " Startflughafen, Herkunft"
            ),
        ),
        Field(
            "destination_iata",
            FieldType.AIRPORT,
            required=True,
            synonyms=synonyms(
                "to airport, à aéroport, nach Flughafen, destination, to, arrival airport,"
                " destination airport, iata destination, iata to, à, arrivée,"
                " aéroport d'arrivée, code iata destination, Ankunft, Zielflughafen,"
                " Ankunftsflughafen, nach, Ziel"
            ),
        ),
        DEPARTURE,
        TRIPS,
        Field(
            "cabin_class",
            FieldType.CHOICE,
            choices=CABINS,
            fixed=True,
            synonyms=synonyms(
                "cabin, class, travel class, flight class, classe, classe de cabine,"
                " classe de voyage, Klasse, Kabine, Kabinenklasse, Reiseklasse, Flugklasse"
            ),
        ),
        TRAVELLER,
        *ALWAYS,
    ),
    amount="number_of_trips",
    amount_default=Decimal(1),
    date_field="departure_date",
    mean=_mean,
)

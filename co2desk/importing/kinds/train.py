"""Kind `train`: trips by rail, from town to town."""

import re
from collections.abc import Sequence
from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.domain.distance import great_circle_km, train_km
from co2desk.domain.issue import IssueCode
from co2desk.domain.place_name import place_keys
from co2desk.domain.reference import Station
from co2desk.importing.finding import Finding, error
from co2desk.importing.kinds.common import ALWAYS
from co2desk.importing.kinds.country_words import COUNTRIES
from co2desk.importing.kinds.factoring import at
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.flight import DEPARTURE, TRAVELLER, TRIPS
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.lookups import Lookups

_UNIT = "passenger*km"
_WITH_PLACE = re.compile(r"(.+?)\s*\((-?[0-9]{1,2}\.[0-9]+),\s*(-?[0-9]{1,3}\.[0-9]+)\)")
_DWARFS = 20  # whoever writes Essen means the city, not the village
_NAMED_AT_MOST = 5


def _mean(row: RowValues, lookups: Lookups) -> Meaning | tuple[Finding, ...]:
    """Km = great circle x 1.2 x trips; the factor of the country that the trip is charged to.

    Source: Labos 1point5 for the detour; factors of mobitool.
    """
    ends = [
        _station(lookups, row.text(f"{end}_name"), row.text(f"{end}_country_code"), f"{end}_name")
        for end in ("origin", "destination")
    ]
    origin, destination = ends
    if isinstance(origin, Finding) or isinstance(destination, Finding):
        return tuple(end for end in ends if isinstance(end, Finding))
    great_circle = great_circle_km(
        origin.latitude, origin.longitude, destination.latitude, destination.longitude
    )
    if not great_circle:
        return (error(IssueCode.SAME_ORIGIN_AND_DESTINATION, "destination_name"),)
    country = charged_country(origin.country, destination.country)
    found = lookups.choose(
        lookups.in_category("train", country), _UNIT, row.day, category=f"train {country}"
    )
    attributes = {
        "origin_name": origin.name,
        "origin_country_code": origin.country,
        "destination_name": destination.name,
        "destination_country_code": destination.country,
    }
    if row.text("cabin_class"):
        attributes["cabin_class"] = row.text("cabin_class")
    return Meaning(
        ActivityType.TRAVEL,
        "train",
        country,
        _UNIT,
        at("destination_country_code", found),
        per_amount=train_km(great_circle),
        attributes=attributes,
    )


def charged_country(origin: str, destination: str) -> str:
    """CH only where both ends are in CH; else the end that is not, the destination first."""
    return destination if destination != "CH" else origin


def _station(lookups: Lookups, name: str, country: str, field_name: str) -> Station | Finding:
    """The town that a name means in a country; a place may follow in brackets: (46.39, 6.93)."""
    if with_place := _WITH_PLACE.fullmatch(name):
        return Station(with_place[1], country, float(with_place[2]), float(with_place[3]))
    for key in place_keys(name):
        towns = [
            town for town in lookups.reference.stations.get(key, ()) if town.country == country
        ]
        if towns:
            return _only(sorted(towns, key=lambda town: -town.population), field_name)
    return error(IssueCode.UNKNOWN_STATION, field_name, country=country)


def _only(towns: Sequence[Station], field_name: str) -> Station | Finding:
    if len(towns) == 1 or towns[0].population >= _DWARFS * towns[1].population > 0:
        return towns[0]
    named = [
        f"{town.name} ({town.latitude:.4f}, {town.longitude:.4f})"
        for town in towns[:_NAMED_AT_MOST]
    ]
    return error(IssueCode.AMBIGUOUS_STATION, field_name, candidates="; ".join(named))


KIND = Kind(
    name="train",
    fields=(
        Field(
            "origin_name",
            required=True,
            longest=100,
            synonyms=synonyms(
                "from town, de localité, von Ort, origin, from, origin city, origin station,"
                " departure station, origine, de, départ, gare de départ, ville de départ,"
                " Start, von, Abfahrtsort, Startbahnhof"
            ),
        ),
        Field(
            "origin_country_code",
            FieldType.COUNTRY,
            required=True,
            choices=COUNTRIES,
            synonyms=synonyms(
                "de pays, von Land, origin country, from country, pays d'origine,"
                " pays de départ, code pays origine, code pays départ, Startland, Abfahrtsland,"
                " Land von, Herkunftsland"
            ),
        ),
        Field(
            "destination_name",
            required=True,
            longest=100,
            synonyms=synonyms(
                "to town, à localité, nach Ort, destination, to, destination city,"
                " destination station, arrival station, à, arrivée, gare d'arrivée,"
                " ville d'arrivée, Ziel, nach, Ankunftsort, Zielbahnhof"
            ),
        ),
        Field(
            "destination_country_code",
            FieldType.COUNTRY,
            required=True,
            choices=COUNTRIES,
            synonyms=synonyms(
                "à pays, nach Land, destination country, to country, pays de destination,"
                " pays d'arrivée, code pays destination, code pays arrivée, Zielland,"
                " Ankunftsland, Land nach"
            ),
        ),
        DEPARTURE,
        TRIPS,
        Field(
            "cabin_class",
            fixed=True,
            longest=50,
            synonyms=synonyms("class, classe, Klasse, Wagenklasse, Reiseklasse"),
        ),
        TRAVELLER,
        *ALWAYS,
    ),
    amount="number_of_trips",
    amount_default=Decimal(1),
    date_field="departure_date",
    mean=_mean,
)

"""Kind `fuel`: what was burnt on the laboratory's account."""

from co2desk.domain.activity import ActivityType
from co2desk.importing.kinds.common import ALWAYS, DATE, QUANTITY, UNIT
from co2desk.importing.kinds.factoring import at, meaning_with_factor
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.kinds.words import FUELS
from co2desk.importing.lookups import Lookups

_IN_CATALOGUE = {"pellets": "wood_pellets"}


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    fuel = row.text("name")
    subcategory = _IN_CATALOGUE.get(fuel, fuel)
    unit = row.text("unit")
    candidates = lookups.in_category("combustion", subcategory)
    found = lookups.choose(candidates, unit, row.day, category=fuel)
    return meaning_with_factor(
        lookups, ActivityType.ENERGY, "combustion", subcategory, unit, at("name", found)
    )


KIND = Kind(
    name="fuel",
    fields=(
        Field(
            "name",
            FieldType.CHOICE,
            required=True,
            fixed=True,
            choices=FUELS,
            synonyms=synonyms(
                "fuel, fuel name, fuel type, energy carrier, combustible, nom,"
                " nom du combustible, type de combustible, agent énergétique, Brennstoff,"
                " Brennstoffname, Bezeichnung, Energieträger"
            ),
        ),
        UNIT,
        QUANTITY,
        DATE,
        *ALWAYS,
    ),
    amount="quantity",
    mean=_mean,
)

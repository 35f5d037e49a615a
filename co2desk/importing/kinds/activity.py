"""Kind `activity`: rows that already are activities, of any type."""

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.common import ALWAYS, DATE, FACTOR_CODE, QUANTITY, UNIT
from co2desk.importing.kinds.factoring import at, meaning_with_factor
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.kinds.words import ACTIVITY_TYPES, CATEGORIES, FUELS
from co2desk.importing.lookups import Lookups, not_valid


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    category, subcategory, unit = row.text("category"), row.text("subcategory"), row.text("unit")
    named = row.factor("factor_code")
    if named is None:
        found = lookups.choose(
            lookups.in_category(category, subcategory),
            unit,
            row.day,
            category=category or row.text("activity_type"),
        )
        factor = at("factor_code", found)
    else:
        factor = named if named.valid_on(row.day) else at("factor_code", not_valid(named, row.day))
        if named.unit != unit and lookups.reference.units.factor(unit, named.unit) is None:
            factor = lookups.unit_mismatch(unit, named)
    return meaning_with_factor(
        lookups,
        ActivityType(row.text("activity_type")),
        category or _category(factor),
        subcategory or (_subcategory(factor) if not category else ""),
        unit,
        factor,
    )


def _category(factor: EmissionFactor | Finding) -> str:
    return factor.category if isinstance(factor, EmissionFactor) else ""


def _subcategory(factor: EmissionFactor | Finding) -> str:
    return factor.subcategory if isinstance(factor, EmissionFactor) else ""


KIND = Kind(
    name="activity",
    fields=(
        Field("date", FieldType.DATE, required=True, synonyms=DATE.synonyms),
        Field(
            "activity_type",
            FieldType.CHOICE,
            required=True,
            fixed=True,
            choices=ACTIVITY_TYPES,
            synonyms=synonyms(
                "type, type of activity, type d'activité, Typ, Art, Aktivitätstyp,"
                " Aktivitätsart, Art der Aktivität"
            ),
        ),
        Field(
            "category",
            FieldType.WORD,
            fixed=True,
            choices=CATEGORIES,
            longest=100,
            synonyms=synonyms("catégorie, Kategorie"),
        ),
        Field(
            "subcategory",
            FieldType.WORD,
            fixed=True,
            choices=FUELS,
            longest=100,
            synonyms=synonyms(
                "sub category, sous-catégorie, Unterkategorie, Subkategorie, Sub-Kategorie"
            ),
        ),
        QUANTITY,
        UNIT,
        FACTOR_CODE,
        *ALWAYS,
    ),
    amount="quantity",
    mean=_mean,
)

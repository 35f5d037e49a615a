"""Kind `facility`: use of shared research facilities."""

from co2desk.domain.activity import ActivityType
from co2desk.importing.kinds.common import ALWAYS, DATE
from co2desk.importing.kinds.factoring import at, meaning_with_factor
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.lookups import Lookups

_CATEGORY = "facility"
_FROM_NARROW_TO_WIDE = ("researchfacility_id", "researchfacility_name", "researchfacility_type")


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    """Use x the factor of the facility, else of its type.

    A factor is one of category `facility` whose subcategory or name is the id, name or type.
    """
    unit = row.text("use_unit")
    written = [row.text(name) for name in _FROM_NARROW_TO_WIDE if row.text(name)]
    candidates = next(
        (named for text in written if (named := lookups.named_in_category(_CATEGORY, text))),
        lookups.in_category(_CATEGORY, written[0]),
    )
    found = lookups.choose(candidates, unit, row.day, category=row.text("researchfacility_name"))
    return meaning_with_factor(
        lookups,
        ActivityType.SERVICE,
        _CATEGORY,
        row.text("researchfacility_name"),
        unit,
        at("researchfacility_id", found),
        attributes={name: row.text(name) for name in _FROM_NARROW_TO_WIDE if row.text(name)},
    )


KIND = Kind(
    name="facility",
    fields=(
        Field(
            "researchfacility_id",
            required=True,
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "facility number, numéro de la plateforme, Nummer der Plattform, facility id,"
                " research facility id, id plateforme, id de la plateforme, Plattform-ID,"
                " Anlagen-ID"
            ),
        ),
        Field(
            "researchfacility_name",
            required=True,
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "facility, facility name, research facility, research facility name,"
                " plateforme, nom de la plateforme, Plattform, Plattformname, Forschungsanlage"
            ),
        ),
        Field(
            "use",
            FieldType.NUMBER,
            required=True,
            synonyms=synonyms("usage, used, utilisation, Nutzung, Benutzung"),
        ),
        Field(
            "use_unit",
            FieldType.UNIT,
            required=True,
            fixed=True,
            synonyms=synonyms(
                "Einheit der Nutzung, unit, unit of use, unité, unité d'utilisation, Einheit,"
                " Nutzungseinheit"
            ),
        ),
        Field(
            "researchfacility_type",
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "type of facility, Art der Plattform, facility type, research facility type,"
                " type de plateforme, Plattformtyp, Anlagentyp"
            ),
        ),
        DATE,
        *ALWAYS,
    ),
    amount="use",
    mean=_mean,
)

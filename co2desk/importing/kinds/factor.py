"""Kind `factor`: a set of emission factors, which are no activities."""

from decimal import Decimal

from co2desk.importing.finding import Finding
from co2desk.importing.kinds.common import NOTE
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, RowValues
from co2desk.importing.lookups import Lookups


def _mean(_row: RowValues, _lookups: Lookups) -> tuple[Finding, ...]:
    return ()  # becomes an EmissionFactor, see factor_set


KIND = Kind(
    name="factor",
    fields=(
        Field(
            "code",
            required=True,
            longest=100,
            synonyms=synonyms("factor code, code facteur, code du facteur, Faktorcode, id"),
        ),
        Field(
            "name",
            required=True,
            longest=300,
            synonyms=synonyms("factor name, description, nom, désignation, Bezeichnung"),
        ),
        Field("category", required=True, longest=100, synonyms=synonyms("catégorie, Kategorie")),
        Field(
            "subcategory",
            longest=100,
            synonyms=synonyms("sub category, sous-catégorie, Unterkategorie"),
        ),
        Field(
            "value",
            FieldType.NUMBER,
            required=True,
            unit="kg",
            below=Decimal(10) ** 10,
            decimals=10,
            synonyms=synonyms(
                "factor, emission factor, factor value, kg co2e, kg co2e per unit, valeur,"
                " valeur du facteur, facteur, facteur d'émission, kg co2e par unité, Wert,"
                " Faktor, Faktorwert, Emissionsfaktor, kg CO2e pro Einheit"
            ),
        ),
        Field(
            "unit",
            FieldType.UNIT,
            required=True,
            kg_per=True,
            synonyms=synonyms("per unit, reference unit, unité, par unité, Einheit, pro Einheit"),
        ),
        Field("source", longest=500, synonyms=synonyms("reference, référence, Quelle")),
        Field(
            "valid_from",
            FieldType.DATE,
            synonyms=synonyms("from, valid since, valable dès, valable du, gültig ab, gültig von"),
        ),
        Field(
            "valid_to",
            FieldType.DATE,
            synonyms=synonyms("to, valid until, valable jusqu'au, valable au, gültig bis"),
        ),
        Field(
            "factor_type",
            FieldType.CHOICE,
            choices={
                "travel": ("voyage", "Reise"),
                "energy": ("énergie", "Energie"),
                "purchase": ("achat", "Einkauf"),
                "custom": ("own", "propre", "eigener"),
            },
            synonyms=synonyms("type of factor, Art des Faktors, type, type de facteur, Faktortyp"),
        ),
        Field(
            "purchase_code", longest=100, synonyms=synonyms("code d'achat, code achat, Warengruppe")
        ),
        NOTE,
    ),
    amount="value",
    mean=_mean,
)

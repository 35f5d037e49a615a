"""Kind `purchase`: goods and services by what was paid for them."""

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.importing.kinds.common import ALWAYS, DATE
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.kinds.money import CURRENCY, spent
from co2desk.importing.lookups import Lookups

_CODES = ("purchase_additional_code", "purchase_institutional_code")


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    """Amount in the factor's currency x factor per unit of that currency."""
    code, candidates = _factors(row, lookups)
    kept = ("name", *_CODES)
    return spent(
        row,
        lookups,
        ActivityType.PURCHASE,
        "spend",
        code,
        candidates,
        default_currency="CHF",
        place="purchase_institutional_code",
        attributes={name: row.text(name) for name in kept if row.text(name)},
    )


def _factors(row: RowValues, lookups: Lookups) -> tuple[str, tuple[EmissionFactor, ...]]:
    """The code that factors are known for: the additional one, else the institutional one.

    Where no factor has either code, the factor counts that the person once gave the code.
    """
    written = [(name, row.text(name)) for name in _CODES if row.text(name)]
    for _, code in written:
        if found := lookups.of_purchase_code(code):
            return code, found
    for name, code in written:
        mapped = lookups.mapped_value(name, code)
        factor = lookups.by_code.get(mapped.casefold()) if mapped else None
        if mapped and factor is not None:
            return code, (factor,)
        if mapped and (found := lookups.of_purchase_code(mapped)):
            return code, found
    return row.text("purchase_institutional_code"), ()


KIND = Kind(
    name="purchase",
    fields=(
        Field(
            "name",
            required=True,
            synonyms=synonyms(
                "item, item name, article, product, description, nom, désignation, libellé,"
                " produit, Bezeichnung, Artikel, Produkt"
            ),
        ),
        Field(
            "supplier",
            free=True,
            synonyms=synonyms("vendor, supplier name, fournisseur, Lieferant, Anbieter"),
        ),
        Field(
            "quantity",
            free=True,
            longest=50,
            synonyms=synonyms("qty, number, pieces, quantité, nombre, Menge, Anzahl, Stück"),
        ),
        Field(
            "total_spent_amount",
            FieldType.NUMBER,
            required=True,
            synonyms=synonyms(
                "amount spent, ausgegebener Betrag, total, amount, total amount, spent amount,"
                " total spent, net amount, price, cost, montant, montant total,"
                " montant dépensé, total dépensé, coût, prix total, Betrag, Gesamtbetrag,"
                " Total, Kosten, Ausgaben, Preis"
            ),
        ),
        CURRENCY,
        Field(
            "purchase_institutional_code",
            required=True,
            longest=100,
            synonyms=synonyms(
                "code d'achat, institutional code, purchase code, product code, commodity code,"
                " unspsc, category code, code, code institutionnel, code achat, code produit,"
                " code article, Warengruppe, Warencode, Produktcode, Beschaffungscode,"
                " institutioneller Code"
            ),
        ),
        Field(
            "purchase_additional_code",
            longest=100,
            synonyms=synonyms(
                "additional code, second code, nacres, naics, code additionnel,"
                " code complémentaire, code nacres, Zusatzcode, zusätzlicher Code"
            ),
        ),
        Field(
            "purchase_institutional_description",
            free=True,
            longest=500,
            synonyms=synonyms(
                "description of the code, Bezeichnung der Warengruppe,"
                " institutional description, code description, category description,"
                " description institutionnelle, description du code, libellé du code,"
                " Warengruppenbezeichnung, Codebezeichnung, institutionelle Beschreibung,"
                " Beschreibung Warengruppe, Bezeichnung Warengruppe, Warengruppentext"
            ),
        ),
        DATE,
        *ALWAYS,
    ),
    amount="total_spent_amount",
    mean=_mean,
)

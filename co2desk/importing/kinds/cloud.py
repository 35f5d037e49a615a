"""Kind `cloud`: computing bought from others, by what was paid for it."""

from co2desk.domain.activity import ActivityType
from co2desk.importing.kinds.common import ALWAYS, DATE
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.kinds.money import CURRENCY, spent
from co2desk.importing.lookups import Lookups

_CATEGORY = "cloud"


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    """Amount in EUR x kg CO2e per EUR (EPFL data centre study 2023)."""
    service = row.text("service_type")
    return spent(
        row,
        lookups,
        ActivityType.SERVICE,
        _CATEGORY,
        service,
        lookups.in_category(_CATEGORY, service),
        default_currency="EUR",
        place="service_type",
        attributes={"provider": row.text("provider")},
    )


PROVIDER = Field(
    "provider",
    required=True,
    fixed=True,
    longest=100,
    synonyms=synonyms("cloud provider, vendor, fournisseur, prestataire, Anbieter"),
)
KIND = Kind(
    name="cloud",
    fields=(
        Field(
            "service_type",
            required=True,
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "service, type of service, cloud service, type de service, Dienst, Dienstart,"
                " Art des Dienstes, Servicetyp"
            ),
        ),
        PROVIDER,
        Field(
            "spent_amount",
            FieldType.NUMBER,
            required=True,
            synonyms=synonyms(
                "amount spent, amount, total, cost, spent, total spent amount, montant,"
                " montant dépensé, coût, Betrag, Kosten, Ausgaben, ausgegebener Betrag"
            ),
        ),
        CURRENCY,
        DATE,
        *ALWAYS,
    ),
    amount="spent_amount",
    mean=_mean,
)

"""What money was spent on, and how its amount becomes CO2e."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.factoring import at
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Meaning, RowValues
from co2desk.importing.lookups import Lookups

CURRENCY = Field(
    "currency",
    FieldType.CURRENCY,
    fixed=True,
    longest=20,
    synonyms=synonyms("currency code, cur, monnaie, devise, Währung, Währungscode"),
)


def spent(
    row: RowValues,
    lookups: Lookups,
    activity_type: ActivityType,
    category: str,
    subcategory: str,
    candidates: Sequence[EmissionFactor],
    *,
    default_currency: str,
    place: str,
    attributes: Mapping[str, str],
) -> Meaning:
    """An amount of money x the rate into the factor's currency x the factor.

    The mean rate of the reporting year is used and kept. A factor in the currency of the row goes
    before others. Without a factor the amount stays in the currency of the row. `place` is the
    field that a missing factor is shown in.
    """
    currency = row.text("currency") or default_currency
    units = lookups.reference.units
    same = [factor for factor in candidates if factor.unit == currency]
    pool = same or [
        factor for factor in candidates if (factor.unit, lookups.year) in lookups.reference.rates
    ]
    unit = pool[0].unit if pool else currency
    fitting = [factor for factor in pool if units.factor(factor.unit, unit) is not None]
    factor = at(place, lookups.choose(fitting, unit, row.day, category=subcategory))
    rate = Decimal(1)
    if isinstance(factor, EmissionFactor) and factor.unit != currency:
        found = lookups.exchanged(currency, factor.unit)
        if isinstance(found, Finding):
            factor = at("currency", found)
        else:
            rate = found
            attributes = {
                **attributes,
                "exchange_rate": f"{rate:.6f}",
                "exchange_year": str(lookups.year),
            }
    return Meaning(
        activity_type,
        category,
        subcategory,
        factor.unit if isinstance(factor, EmissionFactor) else currency,
        factor,
        per_amount=rate,
        attributes={**attributes, "currency": currency},
    )

"""How a chosen factor shapes what a row means."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.kind import Meaning
from co2desk.importing.lookups import Lookups

NOTHING_KEPT: Mapping[str, str] = {}


def meaning_in_factor_unit(
    lookups: Lookups,
    activity_type: ActivityType,
    category: str,
    subcategory: str,
    unit: str,
    factor: EmissionFactor | Finding,
    *,
    per_amount: Decimal = Decimal(1),
    findings: tuple[Finding, ...] = (),
    attributes: Mapping[str, str] = NOTHING_KEPT,
) -> Meaning:
    """An activity in the unit of its factor, so that quantity times factor is always its CO2e.

    `unit` is what the file counts in; where it is converted, it is kept as `entered_unit`.
    Without a factor the file's unit stays.
    """
    if isinstance(factor, EmissionFactor) and factor.unit != unit:
        conversion = lookups.reference.units.factor(unit, factor.unit)
        if conversion is None:
            factor = lookups.unit_mismatch(unit, factor)
        else:
            attributes = {**attributes, "entered_unit": unit}
            unit, per_amount = factor.unit, per_amount * conversion
    return Meaning(
        activity_type,
        category,
        subcategory,
        unit,
        factor,
        per_amount=per_amount,
        findings=findings,
        attributes=attributes,
    )


def at(field_name: str, factor: EmissionFactor | Finding) -> EmissionFactor | Finding:
    """The factor, or the finding placed in the field where the answer would be written."""
    if isinstance(factor, Finding) and not factor.field_name:
        return replace(factor, field_name=field_name)
    return factor

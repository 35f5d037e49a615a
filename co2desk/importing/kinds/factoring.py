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


def meaning_with_factor(
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
    """An activity in the unit that the file counts in, converted only to be multiplied.

    The quantity is kept as people wrote it; `per_unit` brings it to the unit of the factor.
    """
    per_unit = Decimal(1)
    if isinstance(factor, EmissionFactor) and factor.unit != unit:
        conversion = lookups.reference.units.factor(unit, factor.unit)
        if conversion is None:
            factor = lookups.unit_mismatch(unit, factor)
        else:
            per_unit = conversion
    return Meaning(
        activity_type,
        category,
        subcategory,
        unit,
        factor,
        per_amount=per_amount,
        per_unit=per_unit,
        findings=findings,
        attributes=attributes,
    )


def at(field_name: str, factor: EmissionFactor | Finding) -> EmissionFactor | Finding:
    """The factor, or the finding placed in the field where the answer would be written."""
    if isinstance(factor, Finding) and not factor.field_name:
        return replace(factor, field_name=field_name)
    return factor

"""One activity in its three forms: as it is kept, as a person types it, as it is written."""

from decimal import Decimal

from co2desk.domain.activity import Co2eSource, NewActivity
from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.reference import Reference
from co2desk.services.check_entries import EntryStyle


def entry_of(record: ActivityRecord, style: EntryStyle) -> dict[str, str]:
    """An activity as it would stand in a form (fields of check_entries.FIELDS)."""
    overridden = record.co2e_source is Co2eSource.OVERRIDE
    return {
        "date": record.date.isoformat(),
        "activity_type": record.activity_type.value,
        "category": record.category,
        "subcategory": record.subcategory,
        "quantity": _typed(record.quantity, style),
        "unit": record.unit,
        "factor_code": record.factor_code,
        "note": record.note,
        "lab_code": record.lab_code,
        "kg_co2eq": _typed(record.co2e_kg, style)
        if overridden and record.co2e_kg is not None
        else "",
    }


def _typed(amount: Decimal, style: EntryStyle) -> str:
    """An amount as the person would type it, so that one reading answers the whole entry."""
    return format(amount, "f").replace(".", style.decimal_mark)


def columns_of(after: NewActivity, reference: Reference) -> dict[str, object]:
    """What is written of a changed activity, by the names that the database's module takes."""
    factor = reference.factors.get(after.factor_code)
    return {
        "activity_type": after.activity_type.value,
        "category": after.category,
        "subcategory": after.subcategory,
        "quantity": after.quantity,
        "unit": after.unit,
        "date": after.date,
        "co2e_kg": after.co2e_kg,
        "co2e_source": after.co2e_source.value,
        "factor_id": factor.id if factor else None,
        "factor_value": after.factor_value,
        "note": after.note,
    }


def once_more(record: ActivityRecord) -> NewActivity:
    """The same activity, as a new one entered by hand."""
    return NewActivity(
        activity_type=record.activity_type,
        category=record.category,
        subcategory=record.subcategory,
        quantity=record.quantity,
        unit=record.unit,
        date=record.date,
        co2e_kg=record.co2e_kg,
        co2e_source=record.co2e_source,
        factor_code=record.factor_code,
        factor_id=record.factor_id,
        factor_value=record.factor_value,
        note=record.note,
        attributes=record.attributes,
    )

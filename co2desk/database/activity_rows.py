"""Activities as rows: read with the codes of laboratory and factor, and written many at once."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, literal_column, select, text
from sqlalchemy.orm import Session

from co2desk.database.activity_query import ACTIVITIES
from co2desk.database.tables.activities import ActivityTable as Activity
from co2desk.database.tables.factors import FactorTable
from co2desk.database.tables.laboratories import LaboratoryTable
from co2desk.domain.activity import ActivityType, Co2eSource, NewActivity
from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.ids import ActivityId, FactorId, ImportRowId, LabId

_INSERT = """
INSERT INTO activities
    (id, lab_id, import_row_id, activity_type, category, subcategory, quantity, unit,
     emission_factor_id, co2e_kg, date, note, attributes, co2e_source, factor_value, version)
SELECT coalesce(a.id, gen_random_uuid()), a.lab_id, a.import_row_id, a.activity_type, a.category,
    a.subcategory, a.quantity, a.unit,
    coalesce(a.factor_id, (SELECT f.id FROM emission_factors AS f WHERE f.code = a.factor_code)),
    a.co2e_kg, a.date, a.note, a.attributes, a.co2e_source, a.factor_value, a.version
FROM jsonb_to_recordset(CAST(:activities AS jsonb)) AS a (
    id uuid, lab_id uuid, import_row_id uuid, activity_type text, category text, subcategory text,
    quantity numeric, unit text, factor_id uuid, factor_code text, co2e_kg numeric, date date,
    note text, attributes jsonb, co2e_source text, factor_value numeric, version integer)
RETURNING id
"""


def record_query(key: Any = None) -> Select[Any]:
    """All of every activity, with what a list is sorted by; `record_of` makes values of rows."""
    return select(
        Activity.id, Activity.lab_id, LaboratoryTable.code, Activity.activity_type,
        Activity.category, Activity.subcategory, Activity.quantity, Activity.unit, Activity.date,
        Activity.co2e_kg, Activity.co2e_source, FactorTable.__table__.c.code.label("factor_code"),
        Activity.emission_factor_id, Activity.factor_value, Activity.note, Activity.attributes,
        Activity.import_row_id, Activity.updated_at, Activity.version,
        (literal_column("NULL") if key is None else key).label("sort_key"),
    ).select_from(ACTIVITIES)  # fmt: skip


def record_of(row: Row[Any]) -> ActivityRecord:
    """The activity of a row of `record_query`."""
    return ActivityRecord(
        id=ActivityId(row[0]), lab_id=LabId(row[1]), lab_code=row[2],
        activity_type=ActivityType(row[3]), category=row[4], subcategory=row[5], quantity=row[6],
        unit=row[7], date=row[8], co2e_kg=row[9], co2e_source=Co2eSource(row[10]),
        factor_code=row[11] or "", factor_id=None if row[12] is None else FactorId(row[12]),
        factor_value=row[13], note=row[14], attributes=row[15],
        import_row_id=None if row[16] is None else ImportRowId(row[16]), updated_at=row[17],
        version=row[18],
    )  # fmt: skip


def new_row(lab_id: LabId, activity: NewActivity) -> dict[str, object]:
    """A new activity of a laboratory, for `insert_activities`."""
    return {
        "lab_id": str(lab_id),
        "activity_type": activity.activity_type.value,
        "category": activity.category,
        "subcategory": activity.subcategory,
        "quantity": str(activity.quantity),
        "unit": activity.unit,
        "factor_id": _text(activity.factor_id),
        "factor_code": activity.factor_code,
        "co2e_kg": _text(activity.co2e_kg),
        "date": activity.date.isoformat(),
        "note": activity.note,
        "attributes": dict(activity.attributes),
        "co2e_source": activity.co2e_source.value,
        "factor_value": _text(activity.factor_value),
        "version": 1,
    }


def row_again(record: ActivityRecord) -> dict[str, object]:
    """A deleted activity one version on, for `insert_activities`."""
    return {
        "id": str(record.id),
        "lab_id": str(record.lab_id),
        "import_row_id": _text(record.import_row_id),
        "activity_type": record.activity_type.value,
        "category": record.category,
        "subcategory": record.subcategory,
        "quantity": str(record.quantity),
        "unit": record.unit,
        "factor_id": _text(record.factor_id),
        "co2e_kg": _text(record.co2e_kg),
        "date": record.date.isoformat(),
        "note": record.note,
        "attributes": dict(record.attributes),
        "co2e_source": record.co2e_source.value,
        "factor_value": _text(record.factor_value),
        "version": record.version + 1,
    }


def insert_activities(
    session: Session, rows: Sequence[Mapping[str, object]]
) -> tuple[ActivityId, ...]:
    """Write rows in one statement; returns the ids of the activities."""
    if not rows:
        return ()
    ids = session.execute(text(_INSERT), {"activities": json.dumps(rows)}).scalars()
    return tuple(ActivityId(new_id) for new_id in ids)


def _text(value: date | datetime | object | None) -> str | None:
    return None if value is None else str(value)

"""Activities: page by page, edited by version, with where they come from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, Subquery, func, literal_column, select, text
from sqlalchemy.orm import Session

from co2desk.database.activity_query import (
    ACTIVITIES,
    first_look,
    first_of_page,
    is_summed,
    scope_of,
    summed,
    where,
)
from co2desk.database.audit import Audit
from co2desk.database.conflicts import why_nothing_changed
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.tables.activities import ActivityTable as Activity
from co2desk.database.tables.factors import FactorTable
from co2desk.database.tables.laboratories import LaboratoryTable
from co2desk.domain.activity import ActivityType, Co2eSource, NewActivity
from co2desk.domain.activity_list import (
    ActivityFilter,
    ActivityOrder,
    ActivityPage,
    ActivityRecord,
    Lineage,
    PageAnchor,
)
from co2desk.domain.ids import ActivityId, FactorId, ImportJobId, ImportRowId, LabId
from co2desk.domain.people import AuditEntry

# What a person may change; everything else is kept by triggers.
EDITABLE = frozenset(
    {"activity_type", "category", "subcategory", "quantity", "unit", "date", "co2e_kg",
     "co2e_source", "factor_id", "factor_value", "note", "attributes"}
)  # fmt: skip
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
_LINEAGE = """
SELECT coalesce(c.display_name, '') AS created_by, a.created_at,
    coalesce(u.display_name, '') AS updated_by, coalesce(f.name, '') AS factor_name,
    coalesce(f.source, '') AS factor_source, coalesce(f.unit, '') AS factor_unit,
    f.version AS factor_version, r.import_job_id, coalesce(j.filename, '') AS filename,
    r.row_number, coalesce(r.raw_data, '{}') AS cells
FROM activities AS a
LEFT JOIN users AS c ON c.id = a.created_by
LEFT JOIN users AS u ON u.id = a.updated_by
LEFT JOIN emission_factors AS f ON f.id = a.emission_factor_id
LEFT JOIN import_rows AS r ON r.id = a.import_row_id
LEFT JOIN import_jobs AS j ON j.id = r.import_job_id
WHERE a.id = :id
"""


@dataclass(frozen=True, slots=True)
class ActivityTotals:
    """How many activities, their kg CO2e, and how many have none."""

    count: int
    co2e_kg: Decimal
    missing_count: int


class Activities:
    """The activities of the laboratories that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        after: PageAnchor | None = None,
        limit: int = 200,
    ) -> ActivityPage:
        """The page that begins just after `after`, found by key and not by counting rows."""
        rows = self._beyond(wanted, order, after, limit)
        shown = rows[:limit]
        following = _anchor(shown[-1]) if len(rows) > limit else None
        return ActivityPage(tuple(_record(row) for row in shown), next=following)

    def page_before(
        self,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        before: PageAnchor | None = None,
        limit: int = 200,
    ) -> ActivityPage:
        """The page that ends just before `before` (the last one for None), found by key too."""
        rows = self._beyond(wanted, order, before, limit, from_end=True)
        shown = rows[-limit:]
        preceding = _anchor(shown[0]) if len(rows) > limit else None
        return ActivityPage(tuple(_record(row) for row in shown), previous=preceding)

    def _beyond(
        self,
        wanted: ActivityFilter,
        order: ActivityOrder,
        anchor: PageAnchor | None,
        limit: int,
        *,
        from_end: bool = False,
    ) -> Sequence[Row[Any]]:
        """The rows of a page in order, with the first one beyond it where there is one."""
        scope = scope_of(self._session, wanted)
        asked = (wanted, order, anchor, limit + 1, scope)
        quick = first_look(*asked, from_end=from_end)
        rows = [] if quick is None else self._rows(quick, order)
        if len(rows) > limit:
            return rows
        return self._rows(first_of_page(*asked, from_end=from_end), order)

    def totals(self, wanted: ActivityFilter = ActivityFilter()) -> ActivityTotals:
        """How many activities `wanted` finds and what they add up to."""
        if is_summed(wanted):
            known = self._session.execute(summed(wanted)).one()
            return ActivityTotals(int(known[0]), Decimal(known[1]), int(known[2]))
        scope = scope_of(self._session, wanted)
        query = select(
            func.count(), func.coalesce(func.sum(Activity.co2e_kg), 0), func.count(Activity.co2e_kg)
        )
        row = self._session.execute(query.where(*where(wanted, scope))).one()
        return ActivityTotals(row[0], Decimal(row[1]), row[0] - row[2])

    def get(self, activity_id: ActivityId) -> ActivityRecord | None:
        """One activity, None where there is none that the person may see."""
        row = self._session.execute(_records().where(Activity.id == activity_id)).first()
        return None if row is None else _record(row)

    def many(self, ids: Sequence[ActivityId]) -> tuple[ActivityRecord, ...]:
        """Activities by their ids, in that order; those not found are left out."""
        rows = self._session.execute(_records().where(Activity.id.in_(ids)))
        found = {row.id: _record(row) for row in rows}
        return tuple(found[wanted] for wanted in ids if wanted in found)

    def add(
        self,
        activities: Sequence[tuple[LabId, NewActivity]],
        ids: Sequence[ActivityId] = (),
    ) -> tuple[ActivityRecord, ...]:
        """Add activities to laboratories, all or none, in one statement.

        They get `ids` where the client made them, one for each.

        Raises:
            DatabaseProblem: NOT_PERMITTED, YEAR_PUBLISHED, VALUE_REFUSED.
        """
        made = [_new(lab_id, activity) for lab_id, activity in activities]
        for one, activity_id in zip(made, ids, strict=False):
            one["id"] = str(activity_id)
        return self._insert(made)

    def restore(self, records: Sequence[ActivityRecord]) -> tuple[ActivityRecord, ...]:
        """Put deleted activities back under their old ids, one version on.

        Repeatable: those that are back already stay as they are.
        """
        wanted = [record.id for record in records]
        back = {record.id for record in self.many(wanted)}
        self._insert([_again(record) for record in records if record.id not in back])
        return self.many(wanted)

    def change(
        self, activity_id: ActivityId, version: int, values: Mapping[str, object]
    ) -> ActivityRecord:
        """Set fields (named as in ActivityRecord, those in EDITABLE) of the version seen.

        Raises:
            DatabaseProblem: CHANGED_MEANWHILE (with `by`), NO_LONGER_THERE, NOT_PERMITTED,
                YEAR_PUBLISHED, VALUE_REFUSED.
        """
        unknown = values.keys() - EDITABLE
        if unknown:
            raise ValueError(f"not editable: {sorted(unknown)}")
        columns = {
            "emission_factor_id" if name == "factor_id" else name: value
            for name, value in values.items()
        }
        changed = self._session.execute(
            Activity.__table__.update()  # type: ignore[attr-defined]
            .where(Activity.id == activity_id, Activity.version == version)
            .values(columns)
            .returning(Activity.id)
        ).first()
        if changed is None:
            raise self._why(activity_id, version)
        return self._there(activity_id)

    def delete(self, versions: Mapping[ActivityId, int]) -> int:
        """Delete activities in the versions that the person saw, all or none.

        Raises:
            DatabaseProblem: CHANGED_MEANWHILE, NO_LONGER_THERE, NOT_PERMITTED, YEAR_PUBLISHED;
                the caller must roll back.
        """
        gone = self._session.execute(
            text(
                """DELETE FROM activities AS a
                   USING jsonb_each_text(CAST(:versions AS jsonb)) AS seen
                   WHERE a.id = seen.key::uuid AND a.version = seen.value::integer
                   RETURNING a.id"""
            ),
            {"versions": json.dumps({str(key): value for key, value in versions.items()})},
        ).scalars()
        removed = set(gone)
        for activity_id, version in versions.items():
            if activity_id not in removed:
                raise self._why(activity_id, version)
        return len(removed)

    def last_editor(self, activity_id: ActivityId) -> str:
        """Who changed the activity last, "" for nobody or somebody unknown."""
        name = self._session.execute(
            text(
                """SELECT u.display_name FROM activities AS a JOIN users AS u ON u.id = a.updated_by
                   WHERE a.id = :id"""
            ),
            {"id": activity_id},
        ).scalar()
        return str(name or "")

    def lineage(self, activity_id: ActivityId) -> Lineage | None:
        """The factor, import, file row and cells that an activity comes from."""
        activity = self.get(activity_id)
        if activity is None:
            return None
        row = self._session.execute(text(_LINEAGE), {"id": activity_id}).one()
        job_id = None if row.import_job_id is None else ImportJobId(row.import_job_id)
        columns = ImportJobs(self._session).column_mapping(job_id) if job_id is not None else {}
        return Lineage(
            activity=activity,
            created_by=row.created_by,
            created_at=row.created_at,
            updated_by=row.updated_by,
            factor_name=row.factor_name,
            factor_source=row.factor_source,
            factor_unit=row.factor_unit,
            factor_version=row.factor_version,
            import_job_id=job_id,
            filename=row.filename,
            row_number=row.row_number,
            cells={name: row.cells[name] for name in (*columns, *row.cells) if name in row.cells},
        )

    def history(self, activity_id: ActivityId) -> tuple[AuditEntry, ...]:
        """What was done to one activity, newest first."""
        return Audit(self._session).trail("activities", str(activity_id))

    def _rows(self, page: Subquery, order: ActivityOrder) -> Sequence[Row[Any]]:
        key = page.c.sort_key
        query = (
            _records(key)
            .join(page, page.c.id == Activity.id)
            .order_by(key.desc() if order.descending else key.asc(), Activity.id)
        )
        return self._session.execute(query).all()

    def _insert(self, activities: Sequence[Mapping[str, object]]) -> tuple[ActivityRecord, ...]:
        if not activities:
            return ()
        ids = self._session.execute(text(_INSERT), {"activities": json.dumps(activities)}).scalars()
        return self.many([ActivityId(new_id) for new_id in ids])

    def _why(self, activity_id: ActivityId, version: int) -> Exception:
        now = self.get(activity_id)
        what = f"{now.category} {now.date.isoformat()}" if now else str(activity_id)
        editor = self.last_editor(activity_id)
        return why_nothing_changed(what, version, now.version if now else None, editor)

    def _there(self, activity_id: ActivityId) -> ActivityRecord:
        return _record(self._session.execute(_records().where(Activity.id == activity_id)).one())


def _records(key: Any = None) -> Select[Any]:
    return select(
        Activity.id, Activity.lab_id, LaboratoryTable.code, Activity.activity_type,
        Activity.category, Activity.subcategory, Activity.quantity, Activity.unit, Activity.date,
        Activity.co2e_kg, Activity.co2e_source, FactorTable.__table__.c.code.label("factor_code"),
        Activity.emission_factor_id, Activity.factor_value, Activity.note, Activity.attributes,
        Activity.import_row_id, Activity.updated_at, Activity.version,
        (literal_column("NULL") if key is None else key).label("sort_key"),
    ).select_from(ACTIVITIES)  # fmt: skip


def _anchor(row: Row[Any]) -> PageAnchor:
    return PageAnchor(row.sort_key, ActivityId(row.id))


def _record(row: Row[Any]) -> ActivityRecord:
    return ActivityRecord(
        id=ActivityId(row[0]), lab_id=LabId(row[1]), lab_code=row[2],
        activity_type=ActivityType(row[3]), category=row[4], subcategory=row[5], quantity=row[6],
        unit=row[7], date=row[8], co2e_kg=row[9], co2e_source=Co2eSource(row[10]),
        factor_code=row[11] or "", factor_id=None if row[12] is None else FactorId(row[12]),
        factor_value=row[13], note=row[14], attributes=row[15],
        import_row_id=None if row[16] is None else ImportRowId(row[16]), updated_at=row[17],
        version=row[18],
    )  # fmt: skip


def _new(lab_id: LabId, activity: NewActivity) -> dict[str, object]:
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


def _again(record: ActivityRecord) -> dict[str, object]:
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


def _text(value: date | datetime | object | None) -> str | None:
    return None if value is None else str(value)

"""Activities: page by page, edited by version, with where they come from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Subquery, func, select, text
from sqlalchemy.orm import Session

from co2desk.database.activity_lineage import lineage_of
from co2desk.database.activity_query import (
    first_look,
    first_of_page,
    is_summed,
    scope_of,
    summed,
    where,
)
from co2desk.database.activity_rows import (
    insert_activities,
    new_row,
    record_of,
    record_query,
    row_again,
)
from co2desk.database.audit import Audit
from co2desk.database.conflicts import why_nothing_changed
from co2desk.database.tables.activities import ActivityTable as Activity
from co2desk.domain.activity import NewActivity
from co2desk.domain.activity_list import (
    ActivityFilter,
    ActivityOrder,
    ActivityPage,
    ActivityRecord,
    Lineage,
    PageAnchor,
)
from co2desk.domain.ids import ActivityId, LabId
from co2desk.domain.people import AuditEntry

# What a person may change; everything else is kept by triggers.
EDITABLE = frozenset(
    {"activity_type", "category", "subcategory", "quantity", "unit", "date", "co2e_kg",
     "co2e_source", "factor_id", "factor_value", "note", "attributes"}
)  # fmt: skip


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
        return ActivityPage(tuple(record_of(row) for row in shown), next=following)

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
        return ActivityPage(tuple(record_of(row) for row in shown), previous=preceding)

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
        row = self._session.execute(record_query().where(Activity.id == activity_id)).first()
        return None if row is None else record_of(row)

    def many(self, ids: Sequence[ActivityId]) -> tuple[ActivityRecord, ...]:
        """Activities by their ids, in that order; those not found are left out."""
        rows = self._session.execute(record_query().where(Activity.id.in_(ids)))
        found = {row.id: record_of(row) for row in rows}
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
        made = [new_row(lab_id, activity) for lab_id, activity in activities]
        for one, activity_id in zip(made, ids, strict=False):
            one["id"] = str(activity_id)
        return self._insert(made)

    def restore(self, records: Sequence[ActivityRecord]) -> tuple[ActivityRecord, ...]:
        """Put deleted activities back under their old ids, one version on.

        Repeatable: those that are back already stay as they are.
        """
        wanted = [record.id for record in records]
        back = {record.id for record in self.many(wanted)}
        self._insert([row_again(record) for record in records if record.id not in back])
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
        return None if activity is None else lineage_of(self._session, activity)

    def history(self, activity_id: ActivityId) -> tuple[AuditEntry, ...]:
        """What was done to one activity, newest first."""
        return Audit(self._session).trail("activities", str(activity_id))

    def _rows(self, page: Subquery, order: ActivityOrder) -> Sequence[Row[Any]]:
        key = page.c.sort_key
        query = (
            record_query(key)
            .join(page, page.c.id == Activity.id)
            .order_by(key.desc() if order.descending else key.asc(), Activity.id)
        )
        return self._session.execute(query).all()

    def _insert(self, activities: Sequence[Mapping[str, object]]) -> tuple[ActivityRecord, ...]:
        return self.many(insert_activities(self._session, activities))

    def _why(self, activity_id: ActivityId, version: int) -> Exception:
        now = self.get(activity_id)
        what = f"{now.category} {now.date.isoformat()}" if now else str(activity_id)
        editor = self.last_editor(activity_id)
        return why_nothing_changed(what, version, now.version if now else None, editor)

    def _there(self, activity_id: ActivityId) -> ActivityRecord:
        return record_of(
            self._session.execute(record_query().where(Activity.id == activity_id)).one()
        )


def _anchor(row: Row[Any]) -> PageAnchor:
    return PageAnchor(row.sort_key, ActivityId(row.id))

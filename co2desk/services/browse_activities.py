"""Activities that are in the database: what a person finds and does among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from co2desk.database.activities import Activities as ActivityRepository
from co2desk.desktop.messages import Messages
from co2desk.domain.activity_list import (
    ActivityFilter,
    ActivityOrder,
    ActivityPage,
    ActivityRecord,
    Lineage,
    PageAnchor,
)
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import ActivityId
from co2desk.domain.people import AuditEntry
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.services.activity_entries import columns_of, entry_of, once_more
from co2desk.services.check_entries import (
    EntryCheck,
    EntryStyle,
    check_entries,
    check_entry,
)
from co2desk.services.closed_years import closed_year
from co2desk.services.connect import Connection
from co2desk.services.export_activities import export_activities
from co2desk.services.references import References


@dataclass(frozen=True, slots=True)
class Totals:
    """How many activities a filter finds and what they add up to; missing ones have no CO2e."""

    count: int
    co2e_kg: Decimal
    missing_count: int


@dataclass(frozen=True, slots=True)
class ActivityChange:
    """Fields (of check_entries.FIELDS, as text a person types) of the version that was seen."""

    id: ActivityId
    version: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Someone else changed the activity first: both versions, and who it was."""

    mine: ActivityRecord
    theirs: ActivityRecord
    changed_by: str


class Activities:
    """Activities of all laboratories that the person may see."""

    def __init__(self, connection: Connection, references: References, messages: Messages) -> None:
        self._connection = connection
        self._references = references
        self._messages = messages

    def page(
        self,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        after: PageAnchor | None = None,
        limit: int = 200,
    ) -> ActivityPage:
        """The page that begins at `after` (the first one for None)."""
        with self._connection.database.reading() as session:
            return ActivityRepository(session).page(wanted, order, after, limit)

    def page_before(
        self,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        before: PageAnchor | None = None,
        limit: int = 200,
    ) -> ActivityPage:
        """The page that ends before `before` (the last one for None)."""
        with self._connection.database.reading() as session:
            return ActivityRepository(session).page_before(wanted, order, before, limit)

    def totals(self, wanted: ActivityFilter = ActivityFilter()) -> Totals:
        """How many activities `wanted` finds, and their CO2e."""
        with self._connection.database.reading() as session:
            found = ActivityRepository(session).totals(wanted)
        return Totals(found.count, found.co2e_kg, found.missing_count)

    def add(
        self,
        entries: Sequence[Mapping[str, str]],
        style: EntryStyle = EntryStyle(),
        ids: Sequence[ActivityId] = (),
    ) -> Sequence[ActivityRecord]:
        """Add what forms say (fields of check_entries.FIELDS, as typed), all or none.

        Each is checked as a row of a file would be. With `ids` made by the client, one for each,
        it may be sent again when nothing was heard of the first try: they are there once, as the
        last try says.

        Raises:
            InvalidEntry: with the issues of the first that cannot be kept.
            DatabaseProblem: NOT_PERMITTED, YEAR_PUBLISHED or VALUE_REFUSED.
        """
        known = self._known(entry["lab_code"] for entry in entries)
        made = []
        for entry in entries:
            reference = known[entry["lab_code"]]
            [activity] = check_entries([entry], reference, style)
            lab_id = reference.laboratories[entry["lab_code"].casefold()].id
            made.append((lab_id, replace(activity, lab_code="")))
        with self._connection.database.transaction() as session:
            activities = ActivityRepository(session)
            for earlier in activities.many(ids):
                # Of an earlier try nothing was heard, and this one may say something else.
                activities.delete({earlier.id: 1})
            return activities.add(made, ids)

    def preview(self, entry: Mapping[str, str], style: EntryStyle = EntryStyle()) -> EntryCheck:
        """What `add` would make of an entry; nothing is written."""
        reference = self._references.for_laboratory(entry.get("lab_code", ""))
        return check_entry(entry, reference, style)

    def _known(self, lab_codes: Iterable[str]) -> dict[str, Reference]:
        return {code: self._references.for_laboratory(code) for code in set(lab_codes)}

    def change(
        self, changes: Sequence[ActivityChange], style: EntryStyle = EntryStyle()
    ) -> Sequence[ActivityRecord]:
        """Make changes to the versions seen, all or none; the activities in the same order.

        CO2e is computed again with today's factor unless it is overridden (`kg_co2eq`; "" takes
        the override away). Repeatable: a change that an earlier try has made already is left as
        it stands.

        Raises:
            InvalidEntry: with the issues that prevent it.
            DatabaseProblem: CHANGED_MEANWHILE (see `conflict`), NO_LONGER_THERE,
                NOT_PERMITTED or YEAR_PUBLISHED.
        """
        with self._connection.database.reading() as session:
            found = ActivityRepository(session).many([change.id for change in changes])
        seen = {record.id: record for record in found}
        known = self._known(record.lab_code for record in found)
        written: list[tuple[ActivityChange, dict[str, object] | None]] = []
        for change in changes:
            record = seen.get(change.id)
            if record is None:
                raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=change.id)
            reference = known[record.lab_code]
            now = entry_of(record, style)
            [after] = check_entries([{**now, **change.fields}], reference, style)
            if record.version > change.version and [after] == check_entries(
                [now], reference, style
            ):
                written.append((change, None))
            else:
                written.append((change, columns_of(after, reference)))
        with self._connection.database.transaction() as session:
            activities = ActivityRepository(session)
            return [
                seen[one.id] if values is None else activities.change(one.id, one.version, values)
                for one, values in written
            ]

    def conflict(self, mine: ActivityRecord) -> Conflict:
        """What someone else made of the activity, after CHANGED_MEANWHILE."""
        with self._connection.database.reading() as session:
            activities = ActivityRepository(session)
            theirs = activities.get(mine.id)
            if theirs is None:
                raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=mine.category)
            return Conflict(mine, theirs, activities.last_editor(mine.id))

    def duplicate(
        self, ids: Sequence[ActivityId], new_ids: Sequence[ActivityId] = ()
    ) -> Sequence[ActivityRecord]:
        """Add each activity once more, as entered by hand.

        With `new_ids` made by the client, one for each, it may be sent again when nothing was
        heard of the first try.
        """
        with self._connection.database.transaction() as session:
            activities = ActivityRepository(session)
            earlier = activities.many(new_ids)
            if earlier:
                return earlier
            found = activities.many(ids)
            twins = dict(zip(ids, new_ids, strict=False))
            return activities.add(
                [(one.lab_id, once_more(one)) for one in found],
                [twins[one.id] for one in found] if twins else (),
            )

    def delete(self, versions: Mapping[ActivityId, int], *, again: bool = False) -> int:
        """Delete activities in the versions the person saw, all or none; returns how many.

        `again`: nothing was heard of a first try, so those that are gone are as they should be.
        """
        with self._connection.database.transaction() as session:
            activities = ActivityRepository(session)
            if not again:
                return activities.delete(versions)
            there = {record.id for record in activities.many(list(versions))}
            activities.delete({one: version for one, version in versions.items() if one in there})
            return len(versions)

    def restore(self, records: Sequence[ActivityRecord]) -> Sequence[ActivityRecord]:
        """Put back activities that were deleted, under their old ids (undo of `delete`)."""
        with self._connection.database.transaction() as session:
            return ActivityRepository(session).restore(records)

    def lineage(self, activity_id: ActivityId) -> Lineage:
        """The factor, import, file row and cells that an activity comes from."""
        with self._connection.database.reading() as session:
            found = ActivityRepository(session).lineage(activity_id)
        if found is None:
            raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=activity_id)
        return found

    def history(self, activity_id: ActivityId) -> Sequence[AuditEntry]:
        """The audit trail of one activity, newest first."""
        with self._connection.database.reading() as session:
            return ActivityRepository(session).history(activity_id)

    def export(
        self,
        path: Path,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        progress: Progress = NoProgress(),
    ) -> int:
        """Write what `wanted` finds; returns rows written.

        A .csv or .xlsx can be imported again; a .pdf is for people, with CO2e and sums. A closed
        year may come from a standby (see `closed_years`).
        """
        total = self.totals(wanted).count
        with closed_year(self._connection, wanted.year, wanted.lab_codes) as source:
            return export_activities(source, self._messages, path, wanted, order, total, progress)

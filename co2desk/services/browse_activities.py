"""Finds, edits and exports activities that are in the database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from co2desk.database.activities import Activities as ActivityRepository
from co2desk.desktop.messages import Messages
from co2desk.domain.activity import ActivityType, Co2eSource, NewActivity
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
from co2desk.services.check_entries import (
    FIELDS,
    EntryCheck,
    EntryStyle,
    check_entries,
    check_entry,
)
from co2desk.services.closed_years import ClosedYear, closed_year
from co2desk.services.connect import Connection
from co2desk.services.export_table import Cell, is_pdf, write_table
from co2desk.services.references import References

_EXPORTED_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Totals:
    """How many activities a filter finds and what they add up to; missing ones have no CO2e."""

    count: int
    co2e_kg: Decimal
    missing_count: int


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """An activity as a form or a paste gives it; CO2e follows from the factor unless overridden.

    `quantity` and `override_kg` are as the person wrote them. With an empty `factor_code` the
    factor is looked up by type, category, subcategory and unit.
    """

    lab_code: str
    activity_type: ActivityType
    category: str
    subcategory: str
    quantity: str
    unit: str
    date: date
    factor_code: str = ""
    override_kg: str = ""
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


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
        self, drafts: Sequence[ActivityDraft], style: EntryStyle = EntryStyle()
    ) -> Sequence[ActivityRecord]:
        """Add activities, all or none; each is checked as a row of a file would be.

        Raises:
            InvalidEntry: with the issues of the first that cannot be kept.
            DatabaseProblem: NOT_PERMITTED, YEAR_PUBLISHED or VALUE_REFUSED.
        """
        entries = [(_entry(draft), draft.attributes) for draft in drafts]
        return self._add(entries, style)

    def add_entry(
        self,
        entry: Mapping[str, str],
        style: EntryStyle = EntryStyle(),
        activity_id: ActivityId | None = None,
    ) -> ActivityRecord:
        """Add the activity that the fields of a form say (of check_entries.FIELDS, as typed).

        With an `activity_id` made by the client it may be sent again when nothing was heard of
        the first try: it is there once, as the last try says.

        Raises:
            InvalidEntry: with all issues of the entry.
            DatabaseProblem: NOT_PERMITTED, YEAR_PUBLISHED or VALUE_REFUSED.
        """
        [added] = self._add([(entry, {})], style, activity_id)
        return added

    def preview(self, entry: Mapping[str, str], style: EntryStyle = EntryStyle()) -> EntryCheck:
        """What `add_entry` would make of an entry; nothing is written."""
        reference = self._references.for_laboratory(entry.get("lab_code", ""))
        return check_entry(entry, reference, style)

    def _add(
        self,
        entries: Sequence[tuple[Mapping[str, str], Mapping[str, str]]],
        style: EntryStyle,
        activity_id: ActivityId | None = None,
    ) -> Sequence[ActivityRecord]:
        known = self._known(entry["lab_code"] for entry, _ in entries)
        made = []
        for entry, attributes in entries:
            reference = known[entry["lab_code"]]
            [activity] = check_entries([entry], reference, style)
            lab_id = reference.laboratories[entry["lab_code"].casefold()].id
            made.append((lab_id, replace(activity, attributes={**attributes}, lab_code="")))
        with self._connection.database.transaction() as session:
            activities = ActivityRepository(session)
            ids = () if activity_id is None else (activity_id,)
            for earlier in activities.many(ids):
                # Of an earlier try nothing was heard, and this one may say something else.
                activities.delete({earlier.id: 1})
            return activities.add(made, ids)

    def _known(self, lab_codes: Iterable[str]) -> dict[str, Reference]:
        return {code: self._references.for_laboratory(code) for code in set(lab_codes)}

    def change(
        self,
        activity_id: ActivityId,
        version: int,
        changes: Mapping[str, str],
        style: EntryStyle = EntryStyle(),
    ) -> ActivityRecord:
        """Change fields (of check_entries.FIELDS, as text a person types) of the version seen.

        CO2e is computed again with today's factor unless it is overridden (`kg_co2eq`; "" takes
        the override away).

        Raises:
            InvalidEntry: with the issues that prevent it.
            DatabaseProblem: CHANGED_MEANWHILE (see `conflict`), NO_LONGER_THERE,
                NOT_PERMITTED or YEAR_PUBLISHED.
        """
        [changed] = self.change_many([ActivityChange(activity_id, version, changes)], style)
        return changed

    def change_many(
        self, changes: Sequence[ActivityChange], style: EntryStyle = EntryStyle()
    ) -> Sequence[ActivityRecord]:
        """Make several changes, all or none, each as `change` would; same order, same errors.

        Repeatable: a change that an earlier try has made already is left as it stands.
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
            now = _entry_of(record, style)
            [after] = check_entries([{**now, **change.fields}], reference, style)
            if record.version > change.version and [after] == check_entries(
                [now], reference, style
            ):
                written.append((change, None))
            else:
                written.append((change, _columns(after, reference)))
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
                [(one.lab_id, _again(one)) for one in found],
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
            found = _all(source, wanted, order)
            if is_pdf(path):
                from co2desk.services.pdf_reports import PdfReports

                return PdfReports(self._messages).activities(path, found, total, progress)
            return write_table(path, FIELDS, map(_cells, found), total, progress)


def _all(
    source: ClosedYear, wanted: ActivityFilter, order: ActivityOrder
) -> Iterator[ActivityRecord]:
    after: PageAnchor | None = None
    while True:
        page = source.read(
            lambda session: ActivityRepository(session).page(
                wanted,
                order,
                after,  # noqa: B023
                _EXPORTED_AT_ONCE,
            )
        )
        yield from page.rows
        if page.next is None:
            return
        after = page.next


def _cells(one: ActivityRecord) -> Sequence[Cell]:
    return (
        one.date,
        one.activity_type.value,
        one.category,
        one.subcategory,
        one.quantity,
        one.unit,
        one.factor_code,
        one.note,
        one.lab_code,
        one.co2e_kg if one.co2e_source is Co2eSource.OVERRIDE else None,
    )


def _entry(draft: ActivityDraft) -> dict[str, str]:
    return {
        "date": draft.date.isoformat(),
        "activity_type": draft.activity_type.value,
        "category": draft.category,
        "subcategory": draft.subcategory,
        "quantity": draft.quantity,
        "unit": draft.unit,
        "factor_code": draft.factor_code,
        "note": draft.note,
        "lab_code": draft.lab_code,
        "kg_co2eq": draft.override_kg,
    }


def _entry_of(record: ActivityRecord, style: EntryStyle) -> dict[str, str]:
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


def _columns(after: NewActivity, reference: Reference) -> dict[str, object]:
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


def _again(record: ActivityRecord) -> NewActivity:
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

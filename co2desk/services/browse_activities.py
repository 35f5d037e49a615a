"""Finds, edits and exports activities that are in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import (
    ActivityFilter,
    ActivityOrder,
    ActivityPage,
    ActivityRecord,
    Lineage,
    PageAnchor,
)
from co2desk.domain.ids import ActivityId
from co2desk.domain.people import AuditEntry
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class Totals:
    """How many activities a filter finds and what they add up to; missing ones have no CO2e."""

    count: int
    co2e_kg: Decimal
    missing_count: int


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """An activity as a form or a paste gives it; CO2e follows from the factor unless overridden.

    With an empty `factor_code` the factor is looked up by type, category, subcategory and unit.
    """

    lab_code: str
    activity_type: ActivityType
    category: str
    subcategory: str
    quantity: Decimal
    unit: str
    date: date
    factor_code: str = ""
    override_kg: Decimal | None = None
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Someone else changed the activity first: both versions, and who it was."""

    mine: ActivityRecord
    theirs: ActivityRecord
    changed_by: str


class Activities:
    """Activities of all laboratories that the person may see."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        after: PageAnchor | None = None,
        limit: int = 200,
    ) -> ActivityPage:
        """The page that begins at `after` (the first one for None)."""
        raise NotImplementedError

    def totals(self, wanted: ActivityFilter = ActivityFilter()) -> Totals:
        """How many activities `wanted` finds, and their CO2e."""
        raise NotImplementedError

    def add(self, drafts: Sequence[ActivityDraft]) -> Sequence[ActivityRecord]:
        """Add activities, all or none; each is checked as a row of a file would be."""
        raise NotImplementedError

    def change(
        self, activity_id: ActivityId, version: int, changes: Mapping[str, str]
    ) -> ActivityRecord:
        """Change fields (by name, as text a person types) of the version the person saw.

        CO2e is computed again unless it is overridden (`co2e_kg`; "" takes the override away).

        Raises:
            UnusableInput: INVALID_VALUE with `field`, `value`, `reason` (an issue code).
            DatabaseProblem: CHANGED_MEANWHILE (see `conflict`), NO_LONGER_THERE,
                NOT_PERMITTED or YEAR_PUBLISHED.
        """
        raise NotImplementedError

    def conflict(self, mine: ActivityRecord) -> Conflict:
        """What someone else made of the activity, after CHANGED_MEANWHILE."""
        raise NotImplementedError

    def duplicate(self, ids: Sequence[ActivityId]) -> Sequence[ActivityRecord]:
        """Add each activity once more, as entered by hand."""
        raise NotImplementedError

    def delete(self, versions: Mapping[ActivityId, int]) -> int:
        """Delete activities in the versions the person saw, all or none; returns how many."""
        raise NotImplementedError

    def restore(self, records: Sequence[ActivityRecord]) -> Sequence[ActivityRecord]:
        """Put back activities that were deleted, under their old ids (undo of `delete`)."""
        raise NotImplementedError

    def lineage(self, activity_id: ActivityId) -> Lineage:
        """The factor, import, file row and cells that an activity comes from."""
        raise NotImplementedError

    def history(self, activity_id: ActivityId) -> Sequence[AuditEntry]:
        """The audit trail of one activity, newest first."""
        raise NotImplementedError

    def export(
        self,
        path: Path,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        progress: Progress = NoProgress(),
    ) -> int:
        """Write what `wanted` finds to a .csv or .xlsx that can be imported again; rows written."""
        raise NotImplementedError

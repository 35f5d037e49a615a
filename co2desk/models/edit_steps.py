"""What a person did to activities, as steps that can be taken back."""

from dataclasses import dataclass, replace

from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.ids import ActivityId


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field of one activity, before and after, as text a person would type."""

    activity_id: ActivityId
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FieldEdits:
    """Fields of one or many activities that are written together or not at all."""

    edits: tuple[FieldEdit, ...]

    @property
    def inverse(self) -> "FieldEdits":
        """The step that takes this one back."""
        return FieldEdits(tuple(replace(e, before=e.after, after=e.before) for e in self.edits))


@dataclass(frozen=True, slots=True)
class Deletion:
    """Activities that were deleted, as they were."""

    records: tuple[ActivityRecord, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """Activities that were added, as they are."""

    records: tuple[ActivityRecord, ...]


Step = FieldEdits | Deletion | Addition


def touches(step: Step, activity_id: ActivityId) -> bool:
    """Whether a step is about an activity."""
    if isinstance(step, FieldEdits):
        return any(edit.activity_id == activity_id for edit in step.edits)
    return any(record.id == activity_id for record in step.records)


def field_text(record: ActivityRecord, field: str) -> str:
    """A field as text that reads back to the same value, whatever the locale."""
    value = getattr(record, field)
    return value.isoformat() if field == "date" else str(value)

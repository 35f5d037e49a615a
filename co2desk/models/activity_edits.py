"""Edits of activities on the server, with undo that never overwrites what others did since."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.ids import ActivityId
from co2desk.models.task_runner import TaskRunner
from co2desk.services.browse_activities import Activities


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field of one activity, before and after, as text a person would type."""

    activity_id: ActivityId
    field: str
    before: str
    after: str

    @property
    def inverse(self) -> "FieldEdit":
        """The edit that takes this one back."""
        return FieldEdit(self.activity_id, self.field, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Deletion:
    """Activities that were deleted, as they were."""

    records: tuple[ActivityRecord, ...]


Step = FieldEdit | Deletion


class ActivityEdits(QObject):
    """Sends edits in the versions the person saw; steps are kept only once the server agreed.

    `changed(ActivityRecord)` after a field was written, `reshaped` after rows came or went,
    `conflicted(Conflict)` where someone else was first, `failed(error)` otherwise.
    """

    changed = Signal(object)
    reshaped = Signal()
    conflicted = Signal(object)
    failed = Signal(object)
    steps_changed = Signal()

    def __init__(
        self, runner: TaskRunner, activities: Activities, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._activities = activities
        self._latest: dict[ActivityId, ActivityRecord] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._about: WeakKeyDictionary[QObject, ActivityRecord | None] = WeakKeyDictionary()

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to make again."""
        return bool(self._undone)

    def set_field(self, record: ActivityRecord, field: str, text: str) -> None:
        """Write one field of the version that the person saw."""
        record = self._latest.get(record.id, record)
        edit = FieldEdit(record.id, field, field_text(record, field), text)
        self._latest[record.id] = record
        self._write(edit, self._edited)

    def delete(self, records: Sequence[ActivityRecord]) -> None:
        """Delete activities in the versions that the person saw."""
        latest = tuple(self._latest.get(record.id, record) for record in records)
        self._delete(Deletion(latest), self._was_deleted)

    def duplicate(self, records: Sequence[ActivityRecord]) -> None:
        """Add activities once more."""
        ids = [record.id for record in records]
        self._start(lambda: self._activities.duplicate(ids), self._were_added)

    def undo(self) -> None:
        """Take the last edit back."""
        if not self._done:
            return
        step = self._done[-1]
        if isinstance(step, Deletion):
            self._start(lambda: (step, self._activities.restore(step.records)), self._restored)
        else:
            self._write(step.inverse, self._undid)

    def redo(self) -> None:
        """Make the edit again."""
        if not self._undone:
            return
        step = self._undone[-1]
        if isinstance(step, Deletion):
            self._delete(step, self._deleted_again)
        else:
            self._write(step, self._redid)

    def _write(self, edit: FieldEdit, then: Callable[..., None]) -> None:
        record = self._latest[edit.activity_id]
        self._start(
            lambda: (
                edit,
                self._activities.change(record.id, record.version, {edit.field: edit.after}),
            ),
            then,
            about=record,
        )

    def _delete(self, step: Deletion, then: Callable[..., None]) -> None:
        versions = {record.id: record.version for record in step.records}
        self._start(lambda: (step, self._activities.delete(versions)), then)

    def _start(
        self,
        work: Callable[[], object],
        then: Callable[..., None],
        about: ActivityRecord | None = None,
    ) -> None:
        task = self._runner.start(lambda _: work(), lane="editing")
        self._about[task] = about
        task.succeeded.connect(then)
        task.failed.connect(self._failed)

    @Slot(object)
    def _edited(self, written: tuple[FieldEdit, ActivityRecord]) -> None:
        edit, record = written
        self._done.append(edit)
        self._undone.clear()
        self._take(record)

    @Slot(object)
    def _undid(self, written: tuple[FieldEdit, ActivityRecord]) -> None:
        self._undone.append(self._done.pop())
        self._take(written[1])

    @Slot(object)
    def _redid(self, written: tuple[FieldEdit, ActivityRecord]) -> None:
        self._done.append(self._undone.pop())
        self._take(written[1])

    @Slot(object)
    def _was_deleted(self, done: tuple[Deletion, int]) -> None:
        self._done.append(done[0])
        self._undone.clear()
        self._shape_changed()

    @Slot(object)
    def _deleted_again(self, _done: tuple[Deletion, int]) -> None:
        self._done.append(self._undone.pop())
        self._shape_changed()

    @Slot(object)
    def _restored(self, done: tuple[Deletion, Sequence[ActivityRecord]]) -> None:
        self._done.pop()
        self._undone.append(Deletion(tuple(done[1])))
        self._latest.update({record.id: record for record in done[1]})
        self._shape_changed()

    @Slot(object)
    def _were_added(self, _records: object) -> None:
        self._shape_changed()

    @Slot(object)
    def _failed(self, error: object) -> None:
        about = self._about.get(self.sender())
        if (
            isinstance(error, Co2deskError)
            and error.code is ErrorCode.CHANGED_MEANWHILE
            and about is not None
        ):
            task = self._runner.start(lambda _: self._activities.conflict(about), lane="editing")
            task.succeeded.connect(self.conflicted)
            task.failed.connect(self.failed)
        else:
            self.failed.emit(error)

    def accept_theirs(self, record: ActivityRecord) -> None:
        """Go on from what someone else wrote; edits of that activity can no longer be undone."""
        self._done = [step for step in self._done if _touches(step) != record.id]
        self._undone = [step for step in self._undone if _touches(step) != record.id]
        self._take(record)

    def _take(self, record: ActivityRecord) -> None:
        self._latest[record.id] = record
        self.changed.emit(record)
        self.steps_changed.emit()

    def _shape_changed(self) -> None:
        self.reshaped.emit()
        self.steps_changed.emit()


def _touches(step: Step) -> ActivityId | None:
    return step.activity_id if isinstance(step, FieldEdit) else None


def field_text(record: ActivityRecord, field: str) -> str:
    """A field as text that reads back to the same value, whatever the locale."""
    value = getattr(record, field)
    return value.isoformat() if field == "date" else str(value)

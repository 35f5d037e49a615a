"""Edits of activities on the server, with undo that never overwrites what others did since."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.ids import ActivityId
from co2desk.models.edit_steps import (
    Addition,
    Deletion,
    FieldEdit,
    FieldEdits,
    Step,
    field_text,
    touches,
)
from co2desk.models.sending_line import LANE, Attempt, SendingLine
from co2desk.models.task_runner import TaskRunner
from co2desk.services.browse_activities import Activities, ActivityChange, Conflict
from co2desk.services.check_entries import EntryStyle


@dataclass(frozen=True, slots=True)
class Clash:
    """What the person wanted to write, and what someone else had written first."""

    conflict: Conflict
    edits: tuple[FieldEdit, ...]


class ActivityEdits(QObject):
    """Sends edits in the versions the person saw; steps are kept only once the server agreed.

    `changed(records)` after fields were written, `reshaped` after rows came or went, `added`
    when an entry was taken, `conflicted(Clash)` where someone else was first with one activity,
    `failed(error)` otherwise. What did not reach the server waits: `try_again` sends it once
    more, `give_up` forgets it. `style` is how the person writes numbers and dates.
    """

    changed = Signal(object)
    reshaped = Signal()
    added = Signal()
    conflicted = Signal(object)
    failed = Signal(object)
    steps_changed = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        activities: Activities,
        style: EntryStyle = EntryStyle(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._activities = activities
        self._style = style
        self._latest: dict[ActivityId, ActivityRecord] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._line = SendingLine(runner, self)
        self._line.failed.connect(self._failed)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to make again."""
        return bool(self._undone)

    @property
    def waiting(self) -> int:
        """How many changes did not reach the server and wait to be sent again."""
        return len(self._line.waiting)

    @property
    def waiting_texts(self) -> tuple[str, ...]:
        """What the person typed in changes that wait."""
        texts = [edit.after for one in self._line.waiting for edit in one.about[:1]]
        return tuple(dict.fromkeys(filter(None, texts)))

    def try_again(self) -> None:
        """Send what waits once more."""
        self._line.try_again()

    def give_up(self) -> None:
        """Forget what waits."""
        self._line.give_up()

    def set_field(self, record: ActivityRecord, field: str, text: str) -> None:
        """Write one field of the version that the person saw."""
        self.set_fields([record], {field: text})

    def set_fields(self, records: Sequence[ActivityRecord], texts: Mapping[str, str]) -> None:
        """Write the same texts to fields of many activities, as one step."""
        edits = [
            FieldEdit(record.id, field, field_text(record, field), text)
            for record in map(self._newest, records)
            for field, text in texts.items()
        ]
        if edits:
            self._write(FieldEdits(tuple(edits)), self._edited, self._style)

    def add(
        self, entry: Mapping[str, str], activity_id: ActivityId, failed: Callable[..., None]
    ) -> None:
        """Add what a form says, under the form's id at every try; `failed(error)` is its too."""
        task = self._runner.start(
            lambda _: self._activities.add([entry], self._style, [activity_id]),
            lane=LANE,
        )
        task.succeeded.connect(self._were_added)
        task.succeeded.connect(self.added)
        task.failed.connect(failed)

    def delete(self, records: Sequence[ActivityRecord]) -> None:
        """Delete activities in the versions that the person saw."""
        self._delete(Deletion(tuple(map(self._newest, records))), self._was_deleted)

    def duplicate(self, records: Sequence[ActivityRecord]) -> None:
        """Add activities once more."""
        ids = [record.id for record in records]
        twins = [ActivityId(uuid4()) for _ in ids]
        self._start(lambda: self._activities.duplicate(ids, twins), self._were_added)

    def undo(self) -> None:
        """Take the last edit back."""
        if self._line.is_busy:
            self._line.afterwards(self.undo)
            return
        if not self._done:
            return
        match self._done[-1]:
            case Deletion(records):
                self._start(lambda: self._activities.restore(records), self._restored)
            case Addition(records):
                self._delete(Deletion(tuple(map(self._newest, records))), self._addition_undone)
            case FieldEdits() as step:
                self._write(step.inverse, self._undid)

    def redo(self) -> None:
        """Make the edit again."""
        if self._line.is_busy:
            self._line.afterwards(self.redo)
            return
        if not self._undone:
            return
        match self._undone[-1]:
            case Deletion() as step:
                self._delete(step, self._deleted_again)
            case Addition(records):
                self._start(lambda: self._activities.restore(records), self._added_again)
            case FieldEdits() as step:
                self._write(step, self._redid)

    def accept_theirs(self, record: ActivityRecord) -> None:
        """Go on from what someone else wrote; edits of that activity can no longer be undone."""
        self._done = [step for step in self._done if not touches(step, record.id)]
        self._undone = [step for step in self._undone if not touches(step, record.id)]
        self._take((record,))

    def keep_mine(self, clash: Clash) -> None:
        """Write what the person wanted over what someone else wrote; their other fields stay."""
        theirs = clash.conflict.theirs
        self.accept_theirs(theirs)
        edits = (replace(e, before=field_text(theirs, e.field)) for e in clash.edits)
        self._write(FieldEdits(tuple(edits)), self._edited, self._style)

    def _newest(self, record: ActivityRecord) -> ActivityRecord:
        known = self._latest.get(record.id)
        newest = record if known is None or known.version < record.version else known
        self._latest[record.id] = newest
        return newest

    def _write(
        self, step: FieldEdits, then: Callable[..., None], style: EntryStyle = EntryStyle()
    ) -> None:
        texts: dict[ActivityId, dict[str, str]] = {}
        for edit in step.edits:
            texts.setdefault(edit.activity_id, {})[edit.field] = edit.after

        def prepare(_unsure: bool) -> Callable[[], object]:
            changes = [ActivityChange(k, self._latest[k].version, one) for k, one in texts.items()]
            return lambda: (step, self._activities.change(changes, style))

        self._line.send(Attempt(prepare, then, step.edits if len(texts) == 1 else ()))

    def _delete(self, step: Deletion, then: Callable[..., None]) -> None:
        versions = {record.id: record.version for record in step.records}

        def prepare(unsure: bool) -> Callable[[], object]:
            return lambda: (step, self._activities.delete(versions, again=unsure))

        self._line.send(Attempt(prepare, then))

    def _start(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._line.send(Attempt(lambda _unsure: work, then))

    @Slot(object)
    def _edited(self, written: tuple[FieldEdits, Sequence[ActivityRecord]]) -> None:
        step, records = written
        now = {record.id: record for record in records}
        # From here on the texts are the program's own: redo reads them the same everywhere.
        exact = (replace(e, after=field_text(now[e.activity_id], e.field)) for e in step.edits)
        self._did(FieldEdits(tuple(exact)))
        self._take(records)

    @Slot(object)
    def _undid(self, written: tuple[FieldEdits, Sequence[ActivityRecord]]) -> None:
        self._undone.append(self._done.pop())
        self._take(written[1])

    @Slot(object)
    def _redid(self, written: tuple[FieldEdits, Sequence[ActivityRecord]]) -> None:
        self._done.append(self._undone.pop())
        self._take(written[1])

    @Slot(object)
    def _was_deleted(self, done: tuple[Deletion, int]) -> None:
        self._did(done[0])
        self._shape_changed()

    @Slot(object)
    def _deleted_again(self, _done: tuple[Deletion, int]) -> None:
        self._done.append(self._undone.pop())
        self._shape_changed()

    @Slot(object)
    def _restored(self, records: Sequence[ActivityRecord]) -> None:
        self._done.pop()
        self._undone.append(Deletion(tuple(records)))
        self._shape_changed(records)

    @Slot(object)
    def _were_added(self, records: Sequence[ActivityRecord]) -> None:
        self._did(Addition(tuple(records)))
        self._shape_changed(records)

    @Slot(object)
    def _addition_undone(self, done: tuple[Deletion, int]) -> None:
        self._done.pop()
        self._undone.append(Addition(done[0].records))
        self._shape_changed()

    @Slot(object)
    def _added_again(self, records: Sequence[ActivityRecord]) -> None:
        self._undone.pop()
        self._done.append(Addition(tuple(records)))
        self._shape_changed(records)

    @Slot(object, object)
    def _failed(self, error: object, attempt: Attempt | None) -> None:
        edits = attempt.about if attempt is not None else ()
        code = error.code if isinstance(error, Co2deskError) else None
        if code is ErrorCode.CHANGED_MEANWHILE and edits:
            mine = self._latest[edits[0].activity_id]
            task = self._runner.start(
                lambda _: Clash(self._activities.conflict(mine), edits), lane=LANE
            )
            task.succeeded.connect(self.conflicted)
            task.failed.connect(self.failed)
        else:
            self.failed.emit(error)

    def _did(self, step: Step) -> None:
        self._done.append(step)
        self._undone.clear()

    def _take(self, records: Sequence[ActivityRecord]) -> None:
        self._latest.update({record.id: record for record in records})
        self.changed.emit(records)
        self.steps_changed.emit()

    def _shape_changed(self, records: Sequence[ActivityRecord] = ()) -> None:
        self._latest.update({record.id: record for record in records})
        self.reshaped.emit()
        self.steps_changed.emit()

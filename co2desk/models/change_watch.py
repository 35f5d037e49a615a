"""Notices that others have changed what the person sees, while the window stands."""

from random import uniform

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from co2desk.domain.errors import DatabaseProblem
from co2desk.models.task_runner import Task, TaskRunner, Work
from co2desk.services.hear_changes import Changes, Listening, StateSeen

# Many windows hear of one change in the same moment, and must not all ask in it.
_AFTER_A_HINT_MS = (500, 2_000)
_WITHOUT_HINTS_MS = (20_000, 30_000)
_LANE = "changes"


class ChangeWatch(QObject):
    """`changed` after somebody else changed something that the person may see.

    Hints make it look at once; where none can be heard (through a pooler, or after the line to
    the server broke off) it looks every half minute. What this program writes is not told: after
    each task that wrote, what is there then counts as seen.
    """

    changed = Signal()

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._changes: Changes | None = None
        self._listening: Listening | None = None
        self._notifier: QSocketNotifier | None = None
        self._seen: StateSeen | None = None
        self._looking = self._look_again = False
        self._heard = self._starting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        runner.started.connect(self._follow)

    def watch(self, changes: Changes | None) -> None:
        """Watch this database from now on, none for None."""
        self._stop_listening()
        self._timer.stop()
        self._changes = changes
        self._seen = None
        self._looking = self._look_again = self._heard = False
        self.begin_again()

    @Slot()
    def begin_again(self) -> None:
        """Listen, if it was given up, and look at what happened meanwhile."""
        changes = self._changes
        if changes is None:
            return
        if self._listening is None:
            task = self._start(lambda _: (changes, changes.listen()))
            task.succeeded.connect(self._listens)
            task.failed.connect(self._look_by_the_clock)
        self._look()

    def _start(self, work: Work) -> Task:
        self._starting = True  # own tasks write nothing, and are not followed
        try:
            return self._runner.start(work, lane=_LANE)
        finally:
            self._starting = False

    @Slot(object)
    def _listens(self, made: tuple[Changes, Listening | None]) -> None:
        changes, listening = made
        if listening is None:
            self._look_by_the_clock()
        elif changes is not self._changes or self._listening is not None:
            listening.close()
        else:
            self._listening = listening
            self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._hint_came)

    def _stop_listening(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._listening is not None:
            self._listening.close()
            self._listening = None

    @Slot()
    def _hint_came(self) -> None:
        if self._listening is None:
            return
        try:
            heard = self._listening.heard()
        except DatabaseProblem:
            self._stop_listening()
            self._look_by_the_clock()
            return
        if heard:
            self._heard = True
            if not self._timer.isActive():
                self._timer.start(round(uniform(*_AFTER_A_HINT_MS)))

    @Slot()
    def _look_by_the_clock(self) -> None:
        if self._changes is not None:
            self._timer.start(round(uniform(*_WITHOUT_HINTS_MS)))

    @Slot(object)
    def _follow(self, task: Task) -> None:
        if not self._starting:
            task.finished.connect(self._task_finished)

    @Slot()
    def _task_finished(self) -> None:
        if (
            self._changes is not None
            and self._seen is not None
            and self._changes.own_writes != self._seen.own_writes
        ):
            self._look()

    @Slot()
    def _look(self) -> None:
        changes = self._changes
        if changes is None:
            return
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        task = self._start(lambda _: (changes, changes.look()))
        task.succeeded.connect(self._looked)
        task.failed.connect(self._not_looked)

    @Slot(object)
    def _looked(self, found: tuple[Changes, StateSeen]) -> None:
        changes, now = found
        if changes is not self._changes:
            return
        before, self._seen = self._seen, now
        heard, self._heard = self._heard, False
        self._go_on()
        if before is None or before.text == now.text:
            return
        # What this program wrote meanwhile cannot be told from the rest, unless others hinted.
        if heard or before.own_writes == now.own_writes:
            self.changed.emit()

    @Slot(object)
    def _not_looked(self, _error: object) -> None:
        self._go_on()

    def _go_on(self) -> None:
        self._looking = False
        if self._look_again:
            self._look_again = False
            self._look()
        elif self._listening is None and not self._timer.isActive():
            self._look_by_the_clock()

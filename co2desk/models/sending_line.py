"""Sends changes to the server one after the other, and keeps those that did not reach it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.errors import OF_THE_LINK, Co2deskError, ErrorCode
from co2desk.models.edit_steps import FieldEdit
from co2desk.models.task_runner import TaskRunner

LANE = "editing"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Work that the server is asked for; `unsure`: an earlier try may have arrived.

    `prepare` looks at the versions known when it is sent, and gives the work. `about` are the
    edits of a step that is about one activity alone.
    """

    prepare: Callable[[bool], Callable[[], object]]
    then: Callable[..., None]
    about: tuple[FieldEdit, ...] = ()
    unsure: bool = False


class SendingLine(QObject):
    """`failed(error, Attempt)` for what was refused or did not arrive.

    What did not arrive waits: `try_again` sends it once more, `give_up` forgets it.
    """

    failed = Signal(object, object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._sent: WeakKeyDictionary[QObject, Attempt] = WeakKeyDictionary()
        self._trying_again = False
        self._next: list[Callable[[], None]] = []
        self.waiting: list[Attempt] = []
        self.is_busy = False

    def send(self, attempt: Attempt) -> None:
        """Send it after those before it: each goes on from the versions that they leave."""
        if self.is_busy:
            self.afterwards(lambda: self.send(attempt))
            return
        self.is_busy = True
        work = attempt.prepare(attempt.unsure)
        task = self._runner.start(lambda _: work(), lane=LANE)
        self._sent[task] = attempt
        task.succeeded.connect(attempt.then)
        task.succeeded.connect(self._went_well)
        task.failed.connect(self._failed)
        task.finished.connect(self._go_on)

    def afterwards(self, then: Callable[[], None]) -> None:
        """Call `then` once what was sent before is done."""
        self._next.append(then)

    def try_again(self) -> None:
        """Send what waits once more, one after the other: each goes on from the one before."""
        if self.waiting:
            self._trying_again = True
            self.send(self.waiting.pop(0))

    def give_up(self) -> None:
        """Forget what waits."""
        self.waiting.clear()

    @Slot()
    def _go_on(self) -> None:
        self.is_busy = False
        if self._next:
            self._next.pop(0)()

    @Slot(object)
    def _went_well(self, _result: object) -> None:
        if self._trying_again:
            self._trying_again = bool(self.waiting)
            self.try_again()

    @Slot(object)
    def _failed(self, error: object) -> None:
        attempt = self._sent.get(self.sender())
        code = error.code if isinstance(error, Co2deskError) else None
        if attempt is not None and code in OF_THE_LINK:
            unsure = attempt.unsure or code is ErrorCode.OUTCOME_UNKNOWN
            at = 0 if self._trying_again else len(self.waiting)
            self.waiting.insert(at, replace(attempt, unsure=unsure))
        self._trying_again = False
        self.failed.emit(error, attempt)

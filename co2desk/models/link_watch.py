"""Knows whether the server answers: told by work that fails, and asks itself until it is back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from co2desk.domain.errors import OF_THE_LINK
from co2desk.models.task_runner import Task, TaskRunner

_EVERY_MS = 3_000


class LinkWatch(QObject):
    """`lost` once the server does not answer, `back(answer)` once it does again.

    Work may fail because of another server, so the first failure only makes it ask: by `ping`,
    set anew for each connection, None while there is none.
    """

    lost = Signal()
    back = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ping: Callable[[], object] | None = None
        self._asking = False
        self._offline = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        runner.started.connect(self._follow)

    def watch(self, ping: Callable[[], object] | None) -> None:
        """Ask this connection from now on."""
        self._ping = ping
        self._offline = False
        self._timer.stop()

    @Slot(object)
    def _follow(self, task: Task) -> None:
        task.failed.connect(self._work_failed)

    @Slot(object)
    def _work_failed(self, error: object) -> None:
        of_the_link = getattr(error, "code", None) in OF_THE_LINK
        if of_the_link and not self._offline and not self._asking:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        ping = self._ping
        if ping is None:
            return
        self._asking = True
        task = self._runner.start(lambda _: (ping, ping()), lane="link")
        task.succeeded.connect(self._answered)
        task.failed.connect(self._silent)

    @Slot(object)
    def _answered(self, answer: tuple[Callable[[], object], object]) -> None:
        self._asking = False
        ping, result = answer
        if self._offline and ping == self._ping:
            self._offline = False
            self.back.emit(result)

    @Slot(object)
    def _silent(self, _error: object) -> None:
        self._asking = False
        if self._ping is None:
            return
        if not self._offline:
            self._offline = True
            self.lost.emit()
        self._timer.start()

"""Makes ready, while nobody waits, what the first import and the first chart would wait for."""

import importlib
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Slot

from co2desk.domain.progress import Progress
from co2desk.models.task_runner import TaskRunner
from co2desk.services.preparations import Preparations
from co2desk.views.errands import ask

# The first page is read from the database before; a click is heard between two steps.
_AFTER_MS = 1500
_BETWEEN_MS = 30
_WHILE_AT_WORK_MS = 500
_CLASSES_AT_ONCE = 40
_CHARTS = "co2desk.views.results.plots"


class GettingReady(QObject):
    """Starts a moment after `begin`, rests while a task runs; `close` before the program ends."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._preparations: Preparations | None = None
        self._steps = _load_charts()
        self._start, self._next = QTimer(self), QTimer(self)
        for timer, then in ((self._start, self._start_process), (self._next, self._step)):
            timer.setSingleShot(True)
            timer.timeout.connect(then)

    def begin(self, preparations: Preparations) -> None:
        """Make ready for these imports, and for charts."""
        self._preparations = preparations
        self._start.start(_AFTER_MS)

    def close(self) -> None:
        """Begin nothing more."""
        self._start.stop()
        self._next.stop()

    @Slot()
    def _start_process(self) -> None:
        preparations = self._preparations
        assert preparations is not None  # begun

        def work(_: Progress) -> None:
            preparations.keep_ready()
            # A third of what charts need, and nothing of Qt's, which must not be loaded here.
            importlib.import_module("numpy")

        ask(self._runner, work, self._go_on, self._go_on, lane="getting ready")

    @Slot(object)
    def _go_on(self, _outcome: object) -> None:
        """Whatever became of it: who needs it tries again, and is told what is wrong."""
        self._next.start(_BETWEEN_MS)

    @Slot()
    def _step(self) -> None:
        if self._runner.running:  # somebody waits for that, and looks at how far it is
            self._next.start(_WHILE_AT_WORK_MS)
        elif next(self._steps, self) is None:
            self._next.start(_BETWEEN_MS)


def _load_charts() -> Iterator[None]:
    """Load the plotting library, in short steps and a last one of some 65 ms.

    A class of Qt is made for Python when it is first named. The library names them all while it
    loads, which would hold the window up for a fifth of a second.
    """
    for module in (QtCore, QtGui, QtWidgets):
        names = dir(module)
        for first in range(0, len(names), _CLASSES_AT_ONCE):
            for name in names[first : first + _CLASSES_AT_ONCE]:
                getattr(module, name)
            yield
    importlib.import_module(_CHARTS)

"""Runs work off the GUI thread; carries progress and results home by queued signals."""

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from co2desk.domain.errors import Cancelled, Co2deskError
from co2desk.domain.progress import Progress
from co2desk.models.garbage import Garbage

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)

Work = Callable[[Progress], object]

_SECONDS_BETWEEN_REPORTS = 0.1


class _Reporter:
    """The work's end of the line: plain Python, at most ten reports a second."""

    def __init__(self, stop: threading.Event, post: Callable[[int, int | None, str], None]) -> None:
        self._stop = stop
        self._post = post
        self._next = 0.0
        self._stage = ""

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now >= self._next or stage != self._stage:
            self._next = now + _SECONDS_BETWEEN_REPORTS
            self._stage = stage
            self._post(done, total, stage)


class _Job:
    """The work, and how it ended: all that a worker thread knows of, and no Qt object.

    The runner empties it on its own thread. Else a worker could be the last to know what the work
    refers to, a window closed meanwhile for one, and destroying that there ends the program.
    """

    def __init__(self, work: Work) -> None:
        self.work: Work | None = work
        self.result: object = None
        self.error: BaseException | None = None
        self.stop = threading.Event()

    def do(self, progress: Progress) -> None:
        assert self.work is not None
        try:
            self.result = self.work(progress)
        except BaseException as error:  # noqa: BLE001 - somebody waits for an answer
            self.error = error

    def clear(self) -> None:
        self.work = self.result = self.error = None


class Task(QObject):
    """One piece of work under way; every signal arrives on the thread of the runner.

    Exactly one of `succeeded(result)`, `failed(Exception)` and `cancelled()` is emitted, and
    `finished()` after it. `progressed(done, total or None, stage)` comes any number of times
    before. Python owns it, and it ends on the runner's thread with the last who knows it.
    """

    progressed = Signal(object, object, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, label: str, stop: threading.Event) -> None:
        super().__init__()
        self.label = label
        self.stop = stop

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self.stop.set()

    def settle(self, result: object, error: BaseException | None) -> None:
        """Say how the work ended."""
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            if not isinstance(error, Co2deskError):
                logger.error("task %r failed", self.label, exc_info=error)
            self.failed.emit(error)
        self.finished.emit()


class TaskRunner(QObject):
    """Starts tasks in named lanes; a lane does one thing after the other.

    Work with a state of its own (a file being prepared) gets its own lane, so that no two pieces
    of it ever run at once. The runner is the only object here that worker threads touch, and it
    lives as long as they do.
    """

    started = Signal(object)
    _hop = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._running: dict[_Job, Task] = {}
        self._garbage = Garbage(self)
        # Queued even from this thread: quick work may be done before start() returns.
        self._hop.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that have not finished."""
        return tuple(self._running.values())

    def start(self, work: Work, *, label: str = "", lane: str = "reading") -> Task:
        """Start `work(progress)`; `label` is what a person reads while it runs."""
        job = _Job(work)
        task = Task(label, job.stop)
        self._running[job] = task

        def post(done: int, total: int | None, stage: str) -> None:
            self._hop.emit(lambda: self._progressed(job, done, total, stage))

        def work_on_it() -> None:
            job.do(_Reporter(job.stop, post))
            self._hop.emit(lambda: self._settle(job))

        self._lane(lane).submit(work_on_it)
        self.started.emit(task)
        return task

    def spare_what_is_there(self) -> None:
        """Say that all modules are loaded, and that what was made so far stays."""
        self._garbage.spare_what_is_there()

    def close(self) -> None:
        """Ask everything to stop and wait for it; nothing is reported any more."""
        for task in self.running:
            task.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()
        for job in self._running:
            job.clear()
        self._running.clear()
        self._garbage.close()

    def _lane(self, name: str) -> "ThreadPoolExecutor":
        if name not in self._lanes:
            # Not while the window starts.
            from concurrent.futures import ThreadPoolExecutor

            self._lanes[name] = ThreadPoolExecutor(1, thread_name_prefix=f"co2desk-{name}")
        return self._lanes[name]

    def _progressed(self, job: _Job, done: int, total: int | None, stage: str) -> None:
        task = self._running.get(job)
        if task is not None:
            task.progressed.emit(done, total, stage)

    def _settle(self, job: _Job) -> None:
        task = self._running.pop(job, None)
        if task is None:  # closed meanwhile
            return
        task.settle(job.result, job.error)
        job.clear()

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        call()

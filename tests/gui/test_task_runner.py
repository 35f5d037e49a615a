import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import Progress
from co2desk.models.task_runner import Task, TaskRunner


class Listener(QObject):
    """Writes down what it hears and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()

    def listen(self, task: Task) -> None:
        task.succeeded.connect(self.succeeded)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.progressed.connect(self.progressed)
        task.finished.connect(self.finished)

    def note(self, what: str, value: object = None) -> None:
        self.heard.append((what, value))
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def succeeded(self, value: object) -> None:
        self.note("succeeded", value)

    @Slot(object)
    def failed(self, error: object) -> None:
        self.note("failed", error)

    @Slot()
    def cancelled(self) -> None:
        self.note("cancelled")

    @Slot(object, object, str)
    def progressed(self, done: object, total: object, stage: str) -> None:
        self.note("progressed", (done, total, stage))

    @Slot()
    def finished(self) -> None:
        self.note("finished")

    @property
    def ended(self) -> bool:
        return ("finished", None) in self.heard


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def test_that_a_result_reaches_a_slot_connected_after_the_work_was_done(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    done = threading.Event()

    def work(progress: Progress) -> int:
        done.set()
        return 42

    task = runner.start(work)
    done.wait(5)
    listener = Listener()
    listener.listen(task)
    qtbot.waitUntil(lambda: listener.ended)
    assert listener.heard == [("succeeded", 42), ("finished", None)]
    assert listener.threads == {runner.thread()}
    assert runner.running == ()


def test_that_a_failure_arrives_as_the_error_it_is(runner: TaskRunner, qtbot: QtBot) -> None:
    error = UnusableInput(ErrorCode.EMPTY_FILE, path="x")

    def work(progress: Progress) -> None:
        raise error

    listener = Listener()
    listener.listen(runner.start(work))
    qtbot.waitUntil(lambda: listener.ended)
    assert listener.heard == [("failed", error), ("finished", None)]


def test_that_cancel_stops_work_at_its_next_report(runner: TaskRunner, qtbot: QtBot) -> None:
    began = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            progress.report(0)
            began.set()

    task = runner.start(work)
    listener = Listener()
    listener.listen(task)
    began.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: listener.ended, timeout=500)
    assert [what for what, _ in listener.heard if what != "progressed"] == ["cancelled", "finished"]


def test_that_reports_come_at_most_ten_times_a_second(runner: TaskRunner, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for done in range(100_000):
            progress.report(done, 100_000, "checking")

    listener = Listener()
    listener.listen(runner.start(work))
    qtbot.waitUntil(lambda: listener.ended)
    reports = [value for what, value in listener.heard if what == "progressed"]
    assert 1 <= len(reports) <= 20
    assert reports[0] == (0, 100_000, "checking")


def test_that_a_lane_does_one_thing_after_the_other(runner: TaskRunner, qtbot: QtBot) -> None:
    busy = threading.Lock()
    order: list[int] = []

    def numbered(number: int) -> None:
        def work(progress: Progress) -> None:
            assert busy.acquire(blocking=False)
            order.append(number)
            busy.release()

        listeners[number].listen(runner.start(work, lane="one"))

    listeners = [Listener() for _ in range(20)]
    for number in range(20):
        numbered(number)
    qtbot.waitUntil(lambda: all(listener.ended for listener in listeners))
    assert order == list(range(20))


def test_that_closing_stops_what_runs(qtbot: QtBot) -> None:
    runner = TaskRunner()
    began = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            began.set()
            progress.report(0)

    runner.start(work)
    began.wait(5)
    runner.close()
    assert threading.active_count() >= 1
    assert not [one for one in threading.enumerate() if one.name.startswith("co2desk-")]


class Ring(QObject):
    """A Qt object in a cycle: only the collector can end it."""

    died_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        Ring.died_on.append(threading.get_ident())


def test_that_no_qt_object_is_collected_on_a_worker_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    Ring.died_on.clear()
    for _ in range(20):
        Ring()

    def work(progress: Progress) -> None:
        kept = [[number] for number in range(200_000)]  # enough for many automatic collections
        assert len(kept) == 200_000

    listener = Listener()
    listener.listen(runner.start(work))
    qtbot.waitUntil(lambda: listener.ended)
    gc.collect()
    assert set(Ring.died_on) == {threading.get_ident()}


class Mortal(QObject):
    """A Qt object that tells on which thread it ended."""

    died_on: ClassVar[list[int]] = []

    def __del__(self) -> None:
        Mortal.died_on.append(threading.get_ident())


def test_that_a_qt_object_only_the_work_still_knew_ends_on_the_window_s_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    Mortal.died_on.clear()
    listener = Listener()

    def start(lane: str) -> None:
        closed = Mortal()

        def work(progress: Progress) -> None:
            assert closed.objectName() == ""

        listener.listen(runner.start(work, lane=lane))

    for number in range(50):
        start(f"lane {number % 3}")
    qtbot.waitUntil(lambda: listener.heard.count(("finished", None)) == 50)
    gc.collect()
    assert len(Mortal.died_on) == 50
    assert set(Mortal.died_on) == {threading.get_ident()}

"""A worker keeps its state between calls; it is asked, asks back, is stopped, and harms nobody."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from co2desk.desktop.child_process import (
    ChildCrashedError,
    ChildOutOfMemoryError,
    ChildTimedOutError,
)
from co2desk.desktop.worker_process import Worker, WorkFailedError
from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress


class Counter:
    """What the worker of these tests keeps."""

    def __init__(self, ask: Callable[..., Any]) -> None:
        self.ask = ask
        self.value = 0

    def add(self, more: int) -> int:
        self.value += more
        return self.value

    def ask_and_add(self, name: str, *arguments: int) -> int:
        return self.add(self.ask(name, *arguments))


def pid_of(_counter: Counter) -> int:
    return os.getpid()


def refuse(_counter: Counter, progress: Progress) -> None:
    raise UnusableInput(ErrorCode.EMPTY_FILE, path="x.csv")


def stumble(_counter: Counter) -> None:
    raise ZeroDivisionError("a mistake of the program")


def devour(_counter: Counter, progress: Progress) -> None:
    raise MemoryError


def die(_counter: Counter, progress: Progress) -> None:
    os.abort()


def report_for_ever(counter: Counter, progress: Progress, stage: str) -> None:
    while True:
        counter.value += 1
        progress.report(counter.value, None, stage)
        time.sleep(0.005)


def hear_nothing(_counter: Counter, progress: Progress) -> None:
    time.sleep(60)


def missing(_name: int) -> int:
    raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab="X")


class StopsAt:
    """Asks to stop once work has reported so far, or some seconds have passed."""

    def __init__(self, done: int = 1 << 40, seconds: float = 60) -> None:
        self.done = done
        self.at = time.monotonic() + seconds
        self.stopped = 0.0
        self.stages = set[str]()

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        self.stages.add(stage)
        if done >= self.done or time.monotonic() > self.at:
            self.stopped = self.stopped or time.monotonic()
            raise Cancelled


@pytest.fixture
def worker() -> Iterator[Worker[Counter]]:
    made = Worker(Counter, {"double": lambda number: 2 * number, "missing": missing})
    yield made
    made.end()


def exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_that_state_is_kept_between_calls(worker: Worker[Counter]) -> None:
    assert worker.call(pid_of) != os.getpid()
    assert [worker.call(Counter.add, number) for number in (1, 2, 3)] == [1, 3, 6]


def test_that_a_worker_asks_back_and_hears_refusals(worker: Worker[Counter]) -> None:
    assert worker.call(Counter.ask_and_add, "double", 21) == 42
    with pytest.raises(UnusableInput) as refused:
        worker.call(Counter.ask_and_add, "missing", 1)
    assert refused.value.params == {"lab": "X"}
    assert worker.call(Counter.add, 0) == 42


def test_that_refusals_mistakes_and_want_of_memory_leave_the_worker(
    worker: Worker[Counter],
) -> None:
    worker.call(Counter.add, 5)
    with pytest.raises(UnusableInput) as refused:
        worker.carry_out(refuse, NoProgress())
    assert refused.value.code is ErrorCode.EMPTY_FILE
    with pytest.raises(WorkFailedError, match="a mistake of the program"):
        worker.call(stumble)
    with pytest.raises(ChildOutOfMemoryError):
        worker.carry_out(devour, NoProgress())
    assert worker.call(Counter.add, 1) == 6


def test_that_work_that_reports_stops_and_the_worker_stays(worker: Worker[Counter]) -> None:
    progress = StopsAt(done=20)
    with pytest.raises(Cancelled):
        worker.carry_out(report_for_ever, progress, "counting")
    assert time.monotonic() - progress.stopped < 0.5
    assert "counting" in progress.stages
    assert worker.is_open
    assert worker.call(Counter.add, 0) >= 20


def test_that_work_that_hears_nothing_is_ended_within_half_a_second(
    worker: Worker[Counter],
) -> None:
    pid = worker.call(pid_of)
    progress = StopsAt(seconds=0.2)
    with pytest.raises(Cancelled):
        worker.carry_out(hear_nothing, progress)
    assert time.monotonic() - progress.stopped < 0.5
    assert not worker.is_open
    assert not exists(pid)


def test_that_time_is_bounded(worker: Worker[Counter]) -> None:
    worker.call(pid_of)
    began = time.monotonic()
    with pytest.raises(ChildTimedOutError):
        worker.carry_out_within(0.3, hear_nothing, NoProgress())
    assert time.monotonic() - began < 1.5
    assert not worker.is_open


def test_that_an_abort_and_a_kill_are_told(worker: Worker[Counter]) -> None:
    with pytest.raises(ChildCrashedError) as crashed:
        worker.carry_out(die, NoProgress())
    assert crashed.value.exit_code == -signal.SIGABRT
    another = Worker(Counter, {})
    os.kill(another.call(pid_of), signal.SIGKILL)
    with pytest.raises(ChildCrashedError) as killed:
        another.call(pid_of)
    assert killed.value.exit_code == -signal.SIGKILL
    another.end()


def test_that_a_worker_ends_with_the_program(worker: Worker[Counter]) -> None:
    pid = worker.call(pid_of)
    worker._connection.close()  # as the system does when a program is killed
    deadline = time.monotonic() + 5
    while worker._process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert worker._process.exitcode == 0, pid
    worker._is_open = False

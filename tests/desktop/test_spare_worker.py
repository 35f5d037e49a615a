"""A spare worker is there before it is needed, is replaced, and outlives nobody."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from co2desk.desktop.spare_worker import SpareWorker


class Keeper:
    """What the workers of these tests keep: when they were ready, and the way to ask."""

    def __init__(self, ask: Callable[..., Any]) -> None:
        self.ask = ask
        self.ready_at = time.time()


def pid_of(_keeper: Keeper) -> int:
    return os.getpid()


def ready_at(keeper: Keeper) -> float:
    return keeper.ready_at


def asked(keeper: Keeper, name: str) -> object:
    return keeper.ask(name)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def idle_pid(spare: SpareWorker[Keeper]) -> int | None:
    return spare._idle._process.pid if spare._idle else None


@pytest.fixture
def spare() -> Iterator[SpareWorker[Keeper]]:
    made = SpareWorker(Keeper)
    yield made
    made.close()


def test_that_a_worker_is_ready_before_it_is_taken(spare: SpareWorker[Keeper]) -> None:
    spare.keep_ready()
    waiting = idle_pid(spare)
    time.sleep(2)
    taken_at = time.time()
    worker = spare.take({"colour": lambda: "green"})
    try:
        assert worker.call(pid_of) == waiting
        assert worker.call(ready_at) < taken_at
        assert worker.call(asked, "colour") == "green"
    finally:
        worker.end()


def test_that_none_waits_where_none_is_wanted(spare: SpareWorker[Keeper]) -> None:
    spare.replace()
    assert idle_pid(spare) is None
    worker = spare.take({})
    try:
        assert worker.call(pid_of) != os.getpid()
    finally:
        worker.end()


def test_that_a_taken_worker_is_replaced_and_neither_harms_the_other(
    spare: SpareWorker[Keeper],
) -> None:
    spare.keep_ready()
    first = spare.take({})
    spare.replace()
    second = spare.take({})
    try:
        killed = first.call(pid_of)
        os.kill(killed, signal.SIGKILL)
        assert second.call(pid_of) != killed
    finally:
        first.end()
        second.end()


def test_that_a_worker_killed_while_it_waited_is_not_handed_out(
    spare: SpareWorker[Keeper],
) -> None:
    spare.keep_ready()
    waiting = idle_pid(spare)
    assert waiting is not None
    os.kill(waiting, signal.SIGKILL)
    time.sleep(0.3)
    worker = spare.take({})
    try:
        assert worker.call(pid_of) != waiting
    finally:
        worker.end()


def test_that_closing_ends_who_waits_and_starts_nobody_else(spare: SpareWorker[Keeper]) -> None:
    spare.keep_ready()
    waiting = idle_pid(spare)
    assert waiting is not None
    spare.close()
    assert not is_there(waiting)
    spare.keep_ready()
    assert idle_pid(spare) is None


PROGRAM = """
import sys, time
from co2desk.desktop.spare_worker import SpareWorker
from tests.desktop.test_spare_worker import Keeper, idle_pid

if __name__ == "__main__":
    spare = SpareWorker(Keeper)
    spare.keep_ready()
    print(idle_pid(spare), flush=True)
    time.sleep(60 if sys.argv[1] == "wait" else 0)
"""


@pytest.mark.slow
@pytest.mark.parametrize("end", ["killed", "ended"])
def test_that_who_waits_ends_with_the_program(end: str) -> None:
    command = [sys.executable, "-c", PROGRAM, "wait" if end == "killed" else "end"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        waiting = int(program.stdout.readline())
        if end == "killed":
            time.sleep(0.2)  # also while it still loads
            program.kill()
    deadline = time.monotonic() + 15
    while is_there(waiting) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_there(waiting)

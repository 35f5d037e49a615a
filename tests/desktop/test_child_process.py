"""Work in a process of its own can be listened to, stopped, and cannot harm this one."""

import os
import time
from collections.abc import Callable

import pytest

from co2desk.desktop.child_process import (
    ChildCrashedError,
    ChildOutOfMemoryError,
    ChildTimedOutError,
    run_in_child,
)
from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput

Send = Callable[[object], None]


def count(send: Send, upto: int) -> None:
    for number in range(upto):
        send(number)


def refuse(send: Send) -> None:
    raise UnusableInput(ErrorCode.EMPTY_FILE, path="x.csv")


def die(send: Send) -> None:
    send("alive")
    os.abort()


def sleep(send: Send) -> None:
    send(os.getpid())
    time.sleep(60)


def devour(send: Send) -> None:
    raise MemoryError


def exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_that_messages_arrive_in_order() -> None:
    assert list(run_in_child(count, 1000, seconds=30)) == list(range(1000))


def test_that_a_refusal_keeps_its_code_and_parameters() -> None:
    with pytest.raises(UnusableInput) as refused:
        list(run_in_child(refuse, seconds=30))
    assert refused.value.code is ErrorCode.EMPTY_FILE
    assert refused.value.params == {"path": "x.csv"}


def test_that_an_abort_is_told_and_does_not_spread() -> None:
    arrived = []
    with pytest.raises(ChildCrashedError) as crashed:
        arrived.extend(run_in_child(die, seconds=30))
    assert crashed.value.exit_code == -6


def weigh(send: Send, data: bytes) -> None:
    send(len(data))


def test_that_large_arguments_arrive_and_nobody_waits_for_them() -> None:
    data = bytes(20_000_000)
    asked: list[float] = []

    def keep_going() -> None:
        asked.append(time.monotonic())

    begun = time.monotonic()
    assert list(run_in_child(weigh, data, seconds=60, keep_going=keep_going)) == [len(data)]
    # Handed over while the child starts, they would hold up the first question for its start.
    assert asked[0] - begun < (asked[-1] - begun) / 2


def test_that_a_child_that_never_takes_its_arguments_can_be_left() -> None:
    def stop() -> None:
        raise Cancelled

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        list(run_in_child(weigh, bytes(20_000_000), seconds=60, keep_going=stop))
    assert time.monotonic() - begun < 0.5


def test_that_running_out_of_memory_is_told() -> None:
    with pytest.raises(ChildOutOfMemoryError):
        list(run_in_child(devour, seconds=30))


def test_that_time_is_bounded() -> None:
    messages = run_in_child(sleep, seconds=2)
    pid = next(messages)
    with pytest.raises(ChildTimedOutError):
        next(messages)
    assert not exists(pid)


def test_that_cancel_kills_within_half_a_second() -> None:
    asked = False

    def keep_going() -> None:
        if asked:
            raise Cancelled

    messages = run_in_child(sleep, seconds=30, keep_going=keep_going)
    pid = next(messages)
    asked = True
    begin = time.monotonic()
    with pytest.raises(Cancelled):
        next(messages)
    assert time.monotonic() - begin < 0.5
    assert not exists(pid)


def test_that_closing_the_listener_ends_the_process() -> None:
    messages = run_in_child(sleep, seconds=30)
    pid = next(messages)
    messages.close()  # type: ignore[attr-defined]
    assert not exists(pid)

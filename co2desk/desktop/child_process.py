"""Runs one piece of work in a process of its own that can be killed at any moment.

What a spreadsheet library does with a hostile file cannot be stopped from inside the process; a
process can. It is spawned, never forked: a fork of a program with threads and a window may hang.
A frozen program must call `multiprocessing.freeze_support()` first thing in its main.
"""

import logging
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from co2desk.domain.errors import Co2deskError

CPU_LIMIT_SIGNAL = getattr(signal, "SIGXCPU", None)
_POLL_SECONDS = 0.05
_log = logging.getLogger(__name__)


class ChildCrashedError(Exception):
    """The process ended without finishing: killed by a limit, or brought down by a library.

    `exit_code` is that of the process, negative for a signal.
    """

    def __init__(self, exit_code: int | None) -> None:
        self.exit_code = exit_code
        super().__init__(f"child process ended with {exit_code}")

    @property
    def by_cpu_limit(self) -> bool:
        """Whether the process had used up its processor time."""
        return CPU_LIMIT_SIGNAL is not None and self.exit_code == -CPU_LIMIT_SIGNAL


class ChildTimedOutError(Exception):
    """The process did not finish in the time it was given, and was killed."""


class ChildOutOfMemoryError(Exception):
    """The process needed more memory than it may use."""


def run_in_child(
    work: Callable[..., None],
    *arguments: object,
    seconds: float,
    keep_going: Callable[[], None] = lambda: None,
) -> Iterator[Any]:
    """Call `work(send, *arguments)` in a process of its own; yield what it sends, as it arrives.

    `work` is a function of a module, its arguments and what it sends can be pickled; what it
    sends should be small, so that no message holds up the receiving thread. `keep_going` is
    called at least every 50 ms and may raise to stop: the process is killed at once, also when
    the generator is closed.

    Raises:
        Co2deskError: raised by the work, with its code and parameters.
        Cancelled: raised by `keep_going`.
        ChildTimedOutError, ChildOutOfMemoryError, ChildCrashedError: it did not finish.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    taking, handing = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(taking, sending, work), daemon=True, name=work.__name__
    )
    process.start()
    for end in (taking, sending):  # so that a pipe ends when the child does
        end.close()
    # Large arguments wait in the pipe until the child has started, and nobody else should.
    thread = threading.Thread(target=_hand_over, args=(handing, arguments), daemon=True)
    thread.start()
    try:
        yield from _messages(process, receiving, time.monotonic() + seconds, keep_going)
    finally:
        end_process(process)
        thread.join(5)
        receiving.close()


def _hand_over(handing: Connection, arguments: tuple[object, ...]) -> None:
    with handing, suppress(OSError):  # the child may be killed before it takes them
        handing.send(arguments)


def _messages(
    process: BaseProcess,
    receiving: Connection,
    deadline: float,
    keep_going: Callable[[], None],
) -> Iterator[Any]:
    while True:
        keep_going()
        if time.monotonic() > deadline:
            raise ChildTimedOutError
        if not receiving.poll(_POLL_SECONDS):
            continue
        try:
            message = receiving.recv()
        except (EOFError, pickle.UnpicklingError, OSError) as problem:
            process.join(1)
            raise ChildCrashedError(process.exitcode) from problem
        if isinstance(message, _Done):
            return
        if isinstance(message, _Failed):
            raise message.problem or ChildOutOfMemoryError
        yield message


def end_process(process: BaseProcess) -> None:
    """End a process at once, whatever it does."""
    if process.is_alive():
        process.kill()
    process.join(5)
    if process.is_alive():  # unkillable while the system waits for a dead network drive
        _log.warning("child process %s does not end", process.pid)
        return
    process.close()


class _Done:
    """The work is finished."""


@dataclass(frozen=True, slots=True)
class _Failed:
    """The work raised `problem`; None where memory ran out."""

    problem: Co2deskError | None


def _serve(taking: Connection, sending: Connection, work: Callable[..., None]) -> None:
    """Run in the child: do the work, then say how it went."""
    # The terminal's Ctrl+C reaches the whole group; the parent decides what becomes of the child.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence_last_words()
    arguments = taking.recv()
    taking.close()
    try:
        work(sending.send, *arguments)
    except Co2deskError as problem:
        sending.send(_Failed(problem))
    except MemoryError:
        sending.send(_Failed(None))
    else:
        sending.send(_Done())
    finally:
        sending.close()


def silence_last_words() -> None:
    """Let nothing that a dying library prints reach the person, who is told in a sentence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)

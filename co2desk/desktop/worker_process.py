"""A process of its own that keeps something large and is asked about it, call by call.

Where `child_process` runs one piece of work and ends, a worker stays: what it holds (a file of a
hundred thousand rows) needs neither memory nor turns of the program that asks. Calls are functions
of a module and values that can be pickled. A worker is never waited for: work that does not stop
when it is told to is ended with its process, and a lost worker is an error of one call.
"""

import multiprocessing
import pickle
import signal
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from co2desk.desktop.child_process import (
    ChildCrashedError,
    ChildOutOfMemoryError,
    ChildTimedOutError,
    end_process,
    silence_last_words,
)
from co2desk.domain.errors import Cancelled, Co2deskError
from co2desk.domain.progress import NoProgress, Progress

State = TypeVar("State")
Given = ParamSpec("Given")
Came = TypeVar("Came")

Ask = Callable[..., Any]
"""`ask(name, *arguments)`: what the worker wants to know of the program that started it."""

_POLL_SECONDS = 0.05
_SECONDS_TO_STOP = 0.3
_SECONDS_BETWEEN_REPORTS = 0.05
_LONG_AGO = 0.0


@dataclass(frozen=True, slots=True)
class _Call:
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    reports: bool


class _Stop:
    """The call under way is not wanted any more."""


@dataclass(frozen=True, slots=True)
class _Reply:
    value: Any
    problem: Co2deskError | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    name: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Report:
    done: int
    total: int | None
    stage: str


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


@dataclass(frozen=True, slots=True)
class _Failed:
    """`problem` is None where memory ran out; `trace` tells of a mistake in the program."""

    problem: Co2deskError | None
    trace: str = ""


class Worker(Generic[State]):
    """The end of the program that asks. One call at a time, from any thread.

    The process keeps `make(ask)`, which every call gets first. `answers` are what the process may
    ask for during a call, by name; they run on the calling thread, and a Co2deskError of theirs
    is raised in the worker. They may be set anew between two calls.
    """

    def __init__(
        self, make: Callable[[Ask], State], answers: Mapping[str, Callable[..., Any]] | None = None
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, other = context.Pipe()
        self.answers = answers or {}
        self._process = context.Process(
            target=_serve, args=(other, make), daemon=True, name="co2desk-worker"
        )
        self._process.start()
        other.close()
        self._is_open = True
        self._one_call = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether calls can be answered."""
        return self._is_open

    @property
    def is_running(self) -> bool:
        """Whether the process is there; nobody else may be using or ending this worker."""
        return self._is_open and self._process.is_alive()

    def call(
        self,
        work: Callable[Concatenate[State, Given], Came],
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> Came:
        """What `work(state, *arguments)` returns there, after a moment.

        Raises:
            as `carry_out`.
        """
        assert not named, "arguments are given by their place"
        came: Came = self._ask(_Call(work, arguments, reports=False), NoProgress(), None)
        return came

    def carry_out(
        self,
        work: Callable[Concatenate[State, Progress, Given], Came],
        progress: Progress,
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> Came:
        """What `work(state, progress, *arguments)` returns there, however long it takes.

        Raises:
            Co2deskError: raised by the work, with its code and parameters.
            Cancelled: asked for through `progress`; work that does not notice within a third of a
                second is ended with its process.
            ChildOutOfMemoryError: the work needs more memory than it may use; the worker lives.
            ChildCrashedError: the process ended, and with it the worker.
        """
        assert not named, "arguments are given by their place"
        came: Came = self._ask(_Call(work, arguments, reports=True), progress, None)
        return came

    def carry_out_within(
        self,
        seconds: float,
        work: Callable[Concatenate[State, Progress, Given], Came],
        progress: Progress,
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> Came:
        """As `carry_out`, in at most some seconds.

        Raises:
            ChildTimedOutError: it did not finish, and was ended with its process.
        """
        assert not named, "arguments are given by their place"
        came: Came = self._ask(_Call(work, arguments, reports=True), progress, seconds)
        return came

    def end(self) -> None:
        """End the process at once. Ending twice is harmless."""
        if self._is_open:
            self._is_open = False
            self._connection.close()
            end_process(self._process)

    def _ask(self, call: _Call, progress: Progress, seconds: float | None) -> Any:
        try:
            with self._one_call:
                self._send(call)
                return self._wait(progress, seconds)
        except (EOFError, pickle.UnpicklingError, OSError) as problem:
            self._process.join(1)
            exit_code = self._process.exitcode
            self.end()
            raise ChildCrashedError(exit_code) from problem

    def _send(self, message: object) -> None:
        self._connection.send(message)

    def _wait(self, progress: Progress, seconds: float | None) -> Any:
        deadline = None if seconds is None else time.monotonic() + seconds
        stopping: float | None = None
        latest = _Report(0, None, "")
        while True:
            if stopping is None:
                try:
                    if latest.stage:
                        progress.report(latest.done, latest.total, latest.stage)
                    else:
                        progress.report(0)
                except Cancelled:
                    self._send(_Stop())
                    stopping = time.monotonic() + _SECONDS_TO_STOP
                except BaseException:
                    self.end()
                    raise
            elif time.monotonic() > stopping:
                self.end()
                raise Cancelled
            if deadline is not None and time.monotonic() > deadline:
                self.end()
                raise ChildTimedOutError
            if not self._connection.poll(_POLL_SECONDS):
                continue
            match self._connection.recv():
                case _Report() as latest:
                    pass
                case _Question(name, arguments):
                    self._send(self._answer(name, arguments))
                case _Result(value):
                    return value
                case _Failed(problem, trace):
                    if trace:
                        raise WorkFailedError(trace)
                    raise problem or ChildOutOfMemoryError

    def _answer(self, name: str, arguments: tuple[Any, ...]) -> _Reply:
        try:
            return _Reply(self.answers[name](*arguments))
        except Co2deskError as problem:
            return _Reply(None, problem)
        except BaseException:
            self.end()
            raise


class WorkFailedError(Exception):
    """A mistake of the program in the worker; the text tells where."""


class _Line:
    """The worker's end: asks the program, reports to it, and learns that it should stop."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next = _LONG_AGO

    def serve(self, state: Any) -> None:
        """Answer calls until the program hangs up."""
        while True:
            call = self._connection.recv()
            if isinstance(call, _Call):  # a wish to stop may come when all is done
                self._connection.send(self._outcome(state, call))

    def ask(self, name: str, *arguments: Any) -> Any:
        """Ask the program, which waits for the call under way."""
        self._connection.send(_Question(name, arguments))
        reply = self._connection.recv()
        if isinstance(reply, _Stop):
            self._connection.recv()  # the answer, which nobody needs any more
            raise Cancelled
        if reply.problem is not None:
            raise reply.problem
        return reply.value

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        """Say how far the work is, some twenty times a second."""
        if self._connection.poll():
            self._connection.recv()  # nothing else is sent while work is under way
            raise Cancelled
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _SECONDS_BETWEEN_REPORTS
            self._connection.send(_Report(done, total, stage))

    def _outcome(self, state: Any, call: _Call) -> object:
        try:
            if call.reports:
                return _Result(call.work(state, self, *call.arguments))
            return _Result(call.work(state, *call.arguments))
        except Co2deskError as problem:
            return _Failed(problem)
        except MemoryError:
            return _Failed(None)
        except Exception:  # noqa: BLE001 - the main of its process: the program logs and tells it
            return _Failed(None, traceback.format_exc())


def _serve(connection: Connection, make: Callable[[Ask], Any]) -> None:
    """Run in the worker until the program hangs up or ends."""
    # The terminal's Ctrl+C reaches the whole group; the program decides what becomes of a worker.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence_last_words()
    line = _Line(connection)
    with suppress(EOFError, OSError):
        line.serve(make(line.ask))

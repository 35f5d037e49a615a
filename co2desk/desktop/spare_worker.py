"""Keeps one worker started ahead of its work, so that nobody waits while a process starts."""

import threading
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from co2desk.desktop.worker_process import Ask, Worker

State = TypeVar("State")


class SpareWorker(Generic[State]):
    """Hands out workers that keep `make(ask)`; from `keep_ready` to `close` one is idle meanwhile.

    May be used from any thread. An idle worker does nothing but wait for its first call, has no
    file and no limits yet, and ends with this program however that ends: it hears the line break.
    """

    def __init__(self, make: Callable[[Ask], State]) -> None:
        self._make = make
        self._one_at_a_time = threading.Lock()
        self._is_wanted = self._is_closed = False
        self._idle: Worker[State] | None = None

    def keep_ready(self) -> None:
        """Have one ready from now on."""
        with self._one_at_a_time:
            self._is_wanted = True
        self.replace()

    def take(self, answers: Mapping[str, Callable[..., Any]]) -> Worker[State]:
        """The idle worker, or a new one; it may ask for `answers`, and is the caller's to end."""
        with self._one_at_a_time:
            worker, self._idle = self._idle, None
        if worker is not None and not worker.is_running:  # the system may have needed its memory
            worker.end()
            worker = None
        worker = worker or Worker(self._make)
        worker.answers = answers
        return worker

    def replace(self) -> None:
        """Start another in place of one that was taken, where one is to be ready."""
        with self._one_at_a_time:
            if self._is_wanted and not self._is_closed and self._idle is None:
                self._idle = Worker(self._make)

    def close(self) -> None:
        """End the idle worker and start no other. Those that were taken are left alone."""
        with self._one_at_a_time:
            self._is_closed = True
            worker, self._idle = self._idle, None
        if worker is not None:
            worker.end()

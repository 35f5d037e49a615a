"""Draws the progress of long work on one line of a terminal."""

import time
from typing import TextIO

from co2desk.desktop.messages import Messages

_WIDTH = 30
_SECONDS_BETWEEN = 0.1
_SECONDS_UNSEEN = 0.5  # work that is done sooner shows no bar at all


class ProgressBar:
    """A bar with counts; drawn at most ten times a second, gone when the work is done."""

    def __init__(self, stream: TextIO, messages: Messages) -> None:
        self._stream = stream
        self._messages = messages
        self._next = time.monotonic() + _SECONDS_UNSEEN
        self._drawn = 0

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        """Draw the bar anew."""
        now = time.monotonic()
        finished = total is not None and done >= total
        if finished:
            self._clear()
        elif now >= self._next:
            self._next = now + _SECONDS_BETWEEN
            self._draw(done, total, stage)

    def _draw(self, done: int, total: int | None, stage: str) -> None:
        label = self._messages.text(f"stage.{stage}") if stage else ""
        if total:
            filled = _WIDTH * done // total
            bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done:,}/{total:,}"
        else:
            bar = f"{done:,}"
        line = f"{label} {bar}".strip()
        self._stream.write("\r" + line.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(line)

    def _clear(self) -> None:
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0

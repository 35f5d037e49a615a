"""Standard output and error that a command can rely on, whoever reads them or has closed them."""

import os
import sys
from pathlib import Path
from typing import TextIO

from co2desk.domain.errors import ErrorCode, UnusableInput


class ResultStream:
    """Where results go: a reader that leaves (`| head`) ends the printing, never the work."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write on.

        Raises:
            UnusableInput: OUTPUT_FAILED, for instance on a full disk.
        """
        try:
            self._stream.write(text)
        except OSError as problem:
            self._give_up(problem)

    def flush(self) -> None:
        """Bring everything to the reader; raises as `write` does."""
        try:
            self._stream.flush()
        except OSError as problem:
            self._give_up(problem)

    def _give_up(self, problem: OSError) -> None:
        """Send the rest nowhere; Python would complain when it flushes at the end."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)
        if not isinstance(problem, BrokenPipeError):
            detail = problem.strerror or type(problem).__name__
            raise UnusableInput(ErrorCode.OUTPUT_FAILED, detail=detail) from problem


def hold_standard_streams() -> None:
    """Give streams that the caller closed a place to go.

    The next file to be opened would otherwise take the number of standard output, and the
    database server would write its messages into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    nowhere = Path(os.devnull)
    if sys.stdin is None:
        sys.stdin = nowhere.open(encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = nowhere.open("w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = nowhere.open("w", encoding="utf-8")

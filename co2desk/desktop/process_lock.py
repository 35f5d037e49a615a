"""Locks between programs that the operating system releases when their holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.02
_SLOTS = 64  # Windows only: how many programs can be present at once

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, slot: int, *, shared: bool) -> bool:  # noqa: ARG001
        os.lseek(descriptor, slot, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int, slot: int, *, shared: bool) -> bool:  # noqa: ARG001
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def exclusive(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock `path` while the block runs; one holder at a time, in any program.

    Raises:
        TimeoutError: another program held it for `timeout` seconds.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + timeout
        while not _try_lock(descriptor, 0, shared=False):
            if time.monotonic() > deadline:
                raise TimeoutError(str(path))
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)


class Presence:
    """Says to other programs "I am using this", for as long as this program lives.

    A killed program is gone from it at once, without any clean-up.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def enter(self) -> None:
        """Be counted as a user."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        for slot in range(_SLOTS):
            if _try_lock(descriptor, slot, shared=True):
                self._descriptor = descriptor
                return
        os.close(descriptor)
        raise TimeoutError(str(self._path))

    def leave(self) -> bool:
        """Be counted no more; return whether this was the last user."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        slots = range(_SLOTS) if sys.platform == "win32" else range(1)
        try:
            return all(_try_lock(descriptor, slot, shared=False) for slot in slots)
        finally:
            os.close(descriptor)

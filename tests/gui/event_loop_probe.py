"""Notes how long the event loop of the window was away."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5

# A process of its own that does nothing but wake up: how long this machine keeps anybody waiting.
_IDLER = """
import sys, time
last, longest = time.perf_counter(), 0.0
while True:
    time.sleep(0.005)
    now = time.perf_counter()
    if now - last > longest:
        longest = now - last
        print(longest, flush=True)
    last = now
"""


class Probe(QObject):
    """Asks the event loop for a sign of life every few milliseconds; `gaps` in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_EVERY_MS)

    def stop(self) -> float:
        """End the watch; returns the longest gap."""
        self._timer.stop()
        return max(self.gaps)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


@contextmanager
def machine_held_back() -> Iterator[list[float]]:
    """Yield a list that at the end of the block holds how long this machine kept an idler."""
    longest: list[float] = []
    with subprocess.Popen(
        [sys.executable, "-c", _IDLER], stdout=subprocess.PIPE, text=True
    ) as idler:
        try:
            yield longest
        finally:
            idler.kill()
            assert idler.stdout is not None
            longest.append(float(idler.stdout.read().split()[-1]))

"""Notes how long the event loop of the window was away."""

import time

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5


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

"""Takes pictures of windows, once nothing is under way in them any more."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import QWidget

from co2desk.views.surroundings import Surroundings

_POLL_MS = 20
_QUIET_TURNS = 5
_PATIENCE_S = 60
_COLOURS = 256
_LINES_LOOKED_AT = 2
_ALIKE_BITS = 3


class Camera:
    """Pictures go to `folder` as NAME-`ending`.png; `only` are the names that are wanted."""

    def __init__(
        self, around: Surroundings, folder: Path, ending: str, only: frozenset[str] | None = None
    ) -> None:
        self._around = around
        self._folder = folder
        self._ending = ending
        self._only = only

    def take(self, widget: QWidget, name: str) -> None:
        """Wait, then take a picture of a window or a dialog."""
        self.settle()
        self.take_now(widget, name)

    def take_now(self, widget: QWidget, name: str) -> None:
        """Take a picture of what is there at this moment."""
        if self._only is None or name in self._only:
            image = few_colours(widget.grab().toImage())
            image.save(str(self._folder / f"{name}-{self._ending}.png"), None, 0)

    def pause(self, milliseconds: int) -> None:
        """Give what follows the last key time to begin, then wait for it."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        self.settle()

    def wait_for(self, there: Callable[[], bool], name: str) -> None:
        """Wait until something is there, and then until nothing is under way any more.

        Raises:
            TimeoutError: it does not come.
        """
        until = time.monotonic() + _PATIENCE_S
        self.settle()
        while not there():
            if time.monotonic() > until:
                raise TimeoutError(name)
            self.settle()

    def settle(self) -> None:
        """Run the event loop until nothing is under way and what came of it is drawn."""
        loop = QEventLoop()
        timer = QTimer()
        quiet = 0

        def look() -> None:
            nonlocal quiet
            busy = self._around.runner.running or self._around.icons.busy
            quiet = 0 if busy else quiet + 1
            if quiet >= _QUIET_TURNS:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_POLL_MS)
        loop.exec()
        timer.stop()


def few_colours(image: QImage) -> QImage:
    """The image in 256 of its colours: a third of the size, and nobody sees the difference.

    Like colours count together, so that a small icon is not outvoted by the edges of letters.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels, line = bytes(plain.constBits()), plain.bytesPerLine()
    counts: Counter[bytes] = Counter()
    for start in range(0, plain.height() * line, line * _LINES_LOOKED_AT):
        row = pixels[start : start + plain.width() * 3]
        counts.update(row[at : at + 3] for at in range(0, len(row), 3))
    alike: dict[tuple[int, ...], bytes] = {}
    for colour, _ in counts.most_common():
        alike.setdefault(tuple(channel >> _ALIKE_BITS for channel in colour), colour)
    table = [qRgb(*colour) for colour in list(alike.values())[:_COLOURS]]
    nearest = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, nearest)

"""Collects cyclic garbage on the GUI thread only."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_EVERY_MS = 500


class Garbage(QObject):
    """Stands in for Python's own collector while there are worker threads.

    Python collects on whichever thread happens to allocate. A closed window is a cycle of Python
    and Qt objects; destroyed on a worker thread it takes the program along (a segmentation
    fault, seen while a migration ran). So the collector is switched off, and asked here.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)

    def close(self) -> None:
        """Give the work back to Python; no worker thread may be left."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    def spare_what_is_there(self) -> None:
        """Look no more at what lives as long as the program: its modules and main window.

        A full collection walks everything, which held the window up for a tenth of a second.
        """
        gc.freeze()

    @Slot()
    def _look(self) -> None:
        """Collect the oldest generation that is due, as Python would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

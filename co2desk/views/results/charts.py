"""Holds the charts; the plotting library is imported when they are first seen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from co2desk.domain.footprint import ResultRow
from co2desk.models.footprint_series import breakdown, stacked_years
from co2desk.views.surroundings import Surroundings

if TYPE_CHECKING:
    from co2desk.views.results.plots import Plots


class Charts(QWidget):
    """`year_chosen(year)` when a bar is clicked."""

    year_chosen = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: Sequence[ResultRow] = ()
        self._plots: Plots | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 8, 0, 0)
        around.theme.changed.connect(self._redraw)

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """Draw these results."""
        self._rows = rows
        self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw for the first time."""
        super().showEvent(event)
        if self._plots is None:
            # pyqtgraph costs 0.4 s: not while the window starts.
            from co2desk.views.results.plots import Plots

            self._plots = Plots(self._around, self)
            self._plots.year_chosen.connect(self.year_chosen)
            self._box.addWidget(self._plots)
            self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self._plots is not None:
            self._plots.draw(stacked_years(self._rows), breakdown(self._rows))

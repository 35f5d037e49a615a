"""The charts: years stacked by type, and the categories of what is shown."""

from collections.abc import Sequence
from decimal import Decimal

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QWidget

from co2desk.domain.activity import ActivityType
from co2desk.models.footprint_series import Share, StackedYears
from co2desk.views.colours import SERIES
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading
from co2desk.views.words import type_word

_TONNES_FROM = 10_000
_BARS = 12
# The same type has the same colour everywhere.
_COLOURS = dict(zip(ActivityType, SERIES, strict=False))


class Plots(QWidget):
    """`year_chosen(year)` when a bar of the stacked years is clicked."""

    year_chosen = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._years: tuple[int, ...] = ()
        self._stacked = pg.PlotWidget(self)
        self._stacked.setObjectName("stacked_years")
        self._broken_down = pg.PlotWidget(self)
        self._broken_down.setObjectName("breakdown")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.addWidget(heading(self.tr("By year"), self, SUBHEADING_SCALE), 0, 0)
        grid.addWidget(heading(self.tr("By category"), self, SUBHEADING_SCALE), 0, 1)
        grid.addWidget(self._stacked, 1, 0)
        grid.addWidget(self._broken_down, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for plot in (self._stacked, self._broken_down):
            plot.setMouseEnabled(x=False, y=False)
            plot.hideButtons()
            plot.setMenuEnabled(False)
        self._stacked.scene().sigMouseClicked.connect(self._clicked)

    def draw(self, years: StackedYears, shares: Sequence[Share]) -> None:
        """Draw both charts in the colours of the theme."""
        self._years = years.years
        for plot in (self._stacked, self._broken_down):
            plot.clear()
            plot.setBackground(self._around.theme.colours.base)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(self._around.theme.colours.hairline)
                axis.setTextPen(self._around.theme.colours.text)
                axis.setStyle(tickLength=0)
        self._draw_years(years)
        self._draw_shares(shares[:_BARS])

    def _draw_years(self, years: StackedYears) -> None:
        totals = [
            sum((values[at] for values in years.values.values()), Decimal())
            for at in range(len(years.years))
        ]
        unit, scale = _unit(max(totals, default=Decimal()))
        base = [0.0] * len(years.years)
        for kind, values in years.values.items():
            heights = [float(value / scale) for value in values]
            self._stacked.addItem(
                pg.BarGraphItem(
                    x=list(range(len(heights))),
                    y0=list(base),
                    height=heights,
                    width=0.6,
                    brush=_COLOURS[kind],
                    pen=self._around.theme.colours.base,
                    name=type_word(kind),
                )
            )
            base = [low + height for low, height in zip(base, heights, strict=True)]
        self._name_types(years, base, scale)
        for at, total in enumerate(totals):
            text = self._around.formats.number(total / scale, 1)
            self._label(self._stacked, text, at, base[at], (0.5, 1.0))
        axis = self._stacked.getAxis("bottom")
        axis.setTicks([[(at, str(year)) for at, year in enumerate(years.years)]])
        self._stacked.setLabel("left", f"{unit} CO₂e", color=self._around.theme.colours.text)
        self._stacked.setXRange(-0.6, len(years.years) + 0.3, padding=0)
        self._stacked.setYRange(0, max([*base, 1e-9]) * 1.12, padding=0)
        described = "; ".join(
            f"{year}: {self._around.formats.co2e(total)}"
            for year, total in zip(years.years, totals, strict=True)
        )
        self._stacked.setAccessibleName(self.tr("CO₂e by year"))
        self._stacked.setAccessibleDescription(described)

    def _name_types(self, years: StackedYears, tops: list[float], scale: int) -> None:
        """Name the parts beside the last bar, where the eye is, rather than in a legend."""
        if not years.years:
            return
        last = len(years.years) - 1
        apart = max([*tops, 1e-9]) * 0.06
        below, free = 0.0, 0.0
        for kind, values in years.values.items():
            height = float(values[last] / scale)
            place = max(below + height / 2, free)
            self._label(
                self._stacked, type_word(kind), last + 0.34, place, (0.0, 0.5), _COLOURS[kind]
            )
            below, free = below + height, place + apart

    def _draw_shares(self, shares: Sequence[Share]) -> None:
        unit, scale = _unit(max((share.co2e_kg for share in shares), default=Decimal()))
        widths = [float(share.co2e_kg / scale) for share in shares]
        places = [float(len(shares) - at) for at in range(len(shares))]
        self._broken_down.addItem(
            pg.BarGraphItem(
                x0=0,
                y=places,
                width=widths,
                height=0.62,
                brushes=[_COLOURS[share.activity_type] for share in shares],
                pen=self._around.theme.colours.base,
            )
        )
        for share, place, width in zip(shares, places, widths, strict=True):
            text = f"{self._around.formats.number(share.co2e_kg / scale, 1)} {unit}"
            if share.missing_count:
                text += " " + self.tr("(+ %n without CO₂e)", "", share.missing_count)
            self._label(self._broken_down, text, width, place, (0.0, 0.5))
        self._broken_down.getAxis("left").setTicks(
            [[(place, share.category) for share, place in zip(shares, places, strict=True)]]
        )
        self._broken_down.getAxis("bottom").setTicks([[]])
        self._broken_down.setXRange(0, max([*widths, 1e-9]) * 1.35, padding=0)
        self._broken_down.setYRange(0.4, len(shares) + 0.8, padding=0)
        described = "; ".join(
            f"{share.category}: {self._around.formats.co2e(share.co2e_kg)}" for share in shares
        )
        self._broken_down.setAccessibleName(self.tr("CO₂e by category"))
        self._broken_down.setAccessibleDescription(described)

    def _label(
        self,
        plot: pg.PlotWidget,
        text: str,
        x: float,
        y: float,
        anchor: tuple[float, float],
        dot: str = "",
    ) -> None:
        colour = self._around.theme.colours.text
        if dot:
            html = f'<span style="color:{dot}">■</span> <span style="color:{colour}">{text}</span>'
            item = pg.TextItem(html=html, anchor=anchor)
        else:
            item = pg.TextItem(text, color=QColor(colour), anchor=anchor)
        item.setFont(self.font())
        plot.addItem(item, ignoreBounds=True)
        item.setPos(x, y)

    @Slot(object)
    def _clicked(self, event: object) -> None:
        button = getattr(event, "button", None)
        if button is None or button() != Qt.MouseButton.LeftButton:
            return
        at: QPointF = self._stacked.getViewBox().mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
        place = round(at.x())
        if 0 <= place < len(self._years) and abs(at.x() - place) <= 0.3 and at.y() >= 0:
            self.year_chosen.emit(self._years[place])


def _unit(largest: Decimal) -> tuple[str, int]:
    """kg or t by size, and how many kg one unit is."""
    return ("t", 1000) if largest >= _TONNES_FROM else ("kg", 1)

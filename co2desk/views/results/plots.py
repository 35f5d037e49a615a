"""The charts: bars stacked by type, and the categories of what is shown."""

from collections.abc import Sequence
from decimal import Decimal

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QWidget

from co2desk.domain.activity import ActivityType
from co2desk.models.footprint_series import Share, Stacked
from co2desk.views.colours import SERIES
from co2desk.views.results.number_axis import NumberAxis
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading
from co2desk.views.words import type_word

_TONNES_FROM = 10_000
_BARS = 12
# The same type has the same colour everywhere.
_COLOURS = dict(zip(ActivityType, SERIES, strict=False))


class Plots(QWidget):
    """`bar_chosen(key, type or None)` and `share_chosen(Share)` when a bar is clicked."""

    bar_chosen = Signal(object, object)
    share_chosen = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._bars = Stacked((), {})
        self._scale = 1
        self._shares: Sequence[Share] = ()
        upwards = NumberAxis(around.formats, "left")
        self._stacked = pg.PlotWidget(self, axisItems={"left": upwards})
        self._stacked.setObjectName("stacked_bars")
        self._broken_down = pg.PlotWidget(self)
        self._broken_down.setObjectName("breakdown")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        self._title = heading("", self, SUBHEADING_SCALE)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(heading(self.tr("By category"), self, SUBHEADING_SCALE), 0, 1)
        grid.addWidget(self._stacked, 1, 0)
        grid.addWidget(self._broken_down, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for plot in (self._stacked, self._broken_down):
            plot.setMouseEnabled(x=False, y=False)
            plot.hideButtons()
            plot.setMenuEnabled(False)
        self._stacked.scene().sigMouseClicked.connect(self._bar_clicked)
        self._broken_down.scene().sigMouseClicked.connect(self._share_clicked)

    def draw(
        self, title: str, bars: Stacked, words: Sequence[str], shares: Sequence[Share]
    ) -> None:
        """Draw both charts in the colours of the theme; `words` stand below the bars."""
        self._bars, self._shares = bars, shares[:_BARS]
        self._title.setText(title)
        for plot in (self._stacked, self._broken_down):
            plot.clear()
            plot.setBackground(self._around.theme.colours.base)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(self._around.theme.colours.hairline)
                axis.setTextPen(self._around.theme.colours.text)
                axis.setStyle(tickLength=0)
        self._draw_bars(title, bars, words)
        self._draw_shares(self._shares)

    def _draw_bars(self, title: str, bars: Stacked, words: Sequence[str]) -> None:
        totals = bars.totals()
        unit, scale = _unit(max(totals, default=Decimal()))
        self._scale = scale
        base = [0.0] * len(bars.keys)
        for kind, values in bars.values.items():
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
        self._name_types(bars, base, scale)
        for at, total in enumerate(totals):
            text = self._around.formats.number(total / scale, 1) if total else ""
            self._label(self._stacked, text, at, base[at], (0.5, 1.0))
        axis = self._stacked.getAxis("bottom")
        axis.setTicks([list(enumerate(words))])
        self._stacked.setLabel("left", f"{unit} CO₂e", color=self._around.theme.colours.text)
        self._stacked.setXRange(-0.6, len(bars.keys) * 1.15 + 0.15, padding=0)
        self._stacked.setYRange(0, max([*base, 1e-9]) * 1.12, padding=0)
        described = "; ".join(
            f"{word}: {self._around.formats.co2e(total)}"
            for word, total in zip(words, totals, strict=True)
        )
        self._stacked.setAccessibleName(f"CO₂e: {title}")
        self._stacked.setAccessibleDescription(described)

    def _name_types(self, bars: Stacked, tops: list[float], scale: int) -> None:
        """Name the parts beside the last bar, where the eye is, rather than in a legend."""
        if not bars.keys:
            return
        last = len(bars.keys) - 1
        apart = max([*tops, 1e-9]) * 0.06
        below, free = 0.0, apart / 2
        for kind, values in bars.values.items():
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
                missing = share.missing_count
                told = self.tr("(+ %n without CO₂e)", "", missing)
                text += " " + self._around.formats.counted(told, missing)
            self._label(self._broken_down, text, width, place, (0.0, 0.5))
        self._broken_down.getAxis("left").setTicks(
            [[(place, self._named(share)) for share, place in zip(shares, places, strict=True)]]
        )
        self._broken_down.getAxis("bottom").setTicks([[]])
        room = 1.8 if any(share.missing_count for share in shares) else 1.35
        self._broken_down.setXRange(0, max([*widths, 1e-9]) * room, padding=0)
        self._broken_down.setYRange(0.4, len(shares) + 0.8, padding=0)
        described = "; ".join(
            f"{self._named(share)}: {self._around.formats.co2e(share.co2e_kg)}" for share in shares
        )
        self._broken_down.setAccessibleName(self.tr("CO₂e by category"))
        self._broken_down.setAccessibleDescription(described)

    def _named(self, share: Share) -> str:
        return self._around.terms.shown("category", share.category)

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
    def _bar_clicked(self, event: object) -> None:
        at = _clicked_at(self._stacked, event)
        place = round(at.x()) if at is not None else -1
        if at is not None and 0 <= place < len(self._bars.keys) and abs(at.x() - place) <= 0.3:
            kg = Decimal(str(max(at.y(), 0.0))) * self._scale
            self.bar_chosen.emit(self._bars.keys[place], self._bars.type_at(place, kg))

    @Slot(object)
    def _share_clicked(self, event: object) -> None:
        at = _clicked_at(self._broken_down, event)
        place = len(self._shares) - round(at.y()) if at is not None else -1
        if 0 <= place < len(self._shares):
            self.share_chosen.emit(self._shares[place])


def _clicked_at(plot: pg.PlotWidget, event: object) -> QPointF | None:
    """Where in the values of a chart the left button was pressed."""
    button = getattr(event, "button", None)
    if button is None or button() != Qt.MouseButton.LeftButton:
        return None
    at: QPointF = plot.getViewBox().mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
    return at


def _unit(largest: Decimal) -> tuple[str, int]:
    """kg or t by size, and how many kg one unit is."""
    return ("t", 1000) if largest >= _TONNES_FROM else ("kg", 1)

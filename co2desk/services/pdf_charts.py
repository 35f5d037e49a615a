"""Stacked columns as a drawing for a page: lines and areas of any sharpness, no picture."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor, white

# In points.
_LEFT, _BELOW, _ABOVE = 51, 20, 17
_STEPS = 4
_LINE, _INK = HexColor("#d5d8dc"), HexColor("#1d1d1f")


@dataclass(frozen=True, slots=True)
class Bar:
    """One stacked bar: lengths by name, and what is written at its end."""

    label: str
    parts: Mapping[str, float]
    amount: str

    @property
    def length(self) -> float:
        """All parts together."""
        return sum(self.parts.values())


def stacked_columns(
    bars: Sequence[Bar],
    colours: Mapping[str, str],
    unit: str,
    size: tuple[float, float],
    font: tuple[str, float],
) -> Drawing:
    """Columns to one scale that begins at 0; `colours` by name, in the order of stacking.

    `size` is in points, `font` a name and a size; `unit` stands above the scale.
    """
    (width, height), (name, points) = size, font
    longest = max((bar.length for bar in bars), default=0)
    step = round_step(longest / _STEPS)
    top = step * max(1, ceil(longest / step))
    chart = VerticalBarChart()
    chart.x, chart.y = _LEFT, _BELOW
    chart.width, chart.height = round(width) - _LEFT, round(height) - _BELOW - _ABOVE
    chart.data = [tuple(bar.parts.get(part, 0.0) for bar in bars) for part in colours]
    chart.groupSpacing = 8
    chart.categoryAxis.style = "stacked"
    chart.categoryAxis.categoryNames = [bar.label for bar in bars]
    chart.valueAxis.valueMin, chart.valueAxis.valueMax = 0, top
    chart.valueAxis.valueStep = step
    chart.valueAxis.labelTextFormat = lambda value: f"{value:g}"
    chart.valueAxis.visibleGrid = True
    chart.valueAxis.gridStrokeColor = chart.valueAxis.strokeColor = _LINE
    chart.categoryAxis.strokeColor = _LINE
    chart.categoryAxis.visibleTicks = chart.valueAxis.visibleTicks = False
    for axis in (chart.categoryAxis, chart.valueAxis):
        axis.labels.fontName, axis.labels.fontSize = name, points
        axis.labels.fillColor = _INK
    for at, colour in enumerate(colours.values()):
        chart.bars[at].fillColor = HexColor(colour)
        chart.bars[at].strokeColor, chart.bars[at].strokeWidth = white, 0.25
    drawing = Drawing(width, height)
    drawing.add(chart)
    drawing.add(_text(0, height - points, unit, font, "start"))
    for label in _amounts(bars, chart, top, font):
        drawing.add(label)
    return drawing


def round_step(step: float) -> float:
    """The next larger step that people count in: 1, 2 or 5 times a power of ten."""
    if step <= 0:
        return 1.0
    power: float = 10.0 ** floor(log10(step))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step)


def _amounts(
    bars: Sequence[Bar], chart: VerticalBarChart, top: float, font: tuple[str, float]
) -> Iterator[String]:
    each = chart.width / max(len(bars), 1)
    for at, bar in enumerate(bars):
        if bar.length > 0:
            y = chart.y + chart.height * bar.length / top + 2
            yield _text(chart.x + (at + 0.5) * each, y, bar.amount, font, "middle")


def _text(
    x: float, y: float, text: str, font: tuple[str, float], anchor: Literal["start", "middle"]
) -> String:
    return String(x, y, text, fontName=font[0], fontSize=font[1], textAnchor=anchor, fillColor=_INK)

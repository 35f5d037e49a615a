"""The axis of a chart, its numbers written as in the person's locale."""

import math
from collections.abc import Sequence
from decimal import Decimal

import pyqtgraph as pg

from co2desk.models.formats import Formats


class NumberAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis with as many decimals as its ticks are apart."""

    def __init__(self, formats: Formats, orientation: str) -> None:
        super().__init__(orientation)
        self._formats = formats
        # Else a chart of almost nothing counts in "kg (x1e-09)".
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The texts of ticks that are `spacing` apart."""
        decimals = max(0, math.ceil(-math.log10(spacing * scale)))
        return [self._formats.number(Decimal(str(one * scale)), decimals) for one in values]

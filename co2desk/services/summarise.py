"""Adds up the CO2e of laboratories by year, type and category."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """Which results; empty and None mean: all that the person may see."""

    lab_codes: tuple[str, ...] = ()
    year: int | None = None
    text: str = ""


class Results:
    """Footprints."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, wanted: ResultFilter = ResultFilter()) -> Sequence[ResultRow]:
        """Results by laboratory, year, type and category."""
        raise NotImplementedError

    def months(self, lab_code: str, year: int) -> Sequence[MonthRow]:
        """A laboratory's year month by month."""
        raise NotImplementedError

    def years(self) -> Sequence[int]:
        """Years with activities, newest first."""
        raise NotImplementedError

    def export(self, path: Path, wanted: ResultFilter = ResultFilter()) -> int:
        """Write results to a .csv or .xlsx; returns rows written."""
        raise NotImplementedError

"""Lists and results as PDF to read and to print: titles, sums, units and the date.

Import this where it is used: the library that draws takes its time to load.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.desktop.terms import Terms
from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.amount_texts import kilograms, plain_number
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.footprint import ResultRow
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Laboratory
from co2desk.services.export_table import replaced_when_done
from co2desk.services.pdf_charts import Bar
from co2desk.services.pdf_pages import Column, Line, PdfPages

# Okabe and Ito, Color Universal Design (2008): told apart by colour-blind people too.
_COLOURS = {
    ActivityType.TRAVEL: "#0072b2",
    ActivityType.ENERGY: "#e69f00",
    ActivityType.PURCHASE: "#009e73",
    ActivityType.SERVICE: "#cc79a7",
}
_BARS_AT_MOST = 12
_REPORT_EVERY = 500
_NUMBERS = {"quantity", "value", "co2e_kg", "activities", "missing"}


@dataclass(slots=True)
class _Sum:
    kg: Decimal = Decimal(0)
    count: int = 0
    missing: int = 0

    def add(self, kg: Decimal | None, count: int = 1, missing: int | None = None) -> None:
        self.kg += kg or 0
        self.count += count
        self.missing += (kg is None) if missing is None else missing


class PdfReports:
    """Writes reports in the language of `messages`; each returns how many rows it shows.

    A file appears when it is complete. All may raise UnusableInput: CANNOT_WRITE_FILE.
    """

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._shown = Terms(messages).shown

    def labs(self, path: Path, labs: Sequence[Laboratory]) -> int:
        """Laboratories."""
        columns = ("lab", "name", "faculty", "role")
        rows = (
            (lab.code, lab.name, lab.faculty, self._text(f"role.{lab.role}") if lab.role else "")
            for lab in labs
        )
        return self._write(path, "labs", lambda pages: self._table(pages, columns, rows))

    def factors(self, path: Path, factors: Sequence[EmissionFactor]) -> int:
        """Emission factors with their units and sources."""
        columns = ("code", "name", "category", "value", "unit", "source", "valid_from", "valid_to")
        rows = (
            (
                one.code, one.name, self._shown("category", one.category), plain_number(one.value),
                self._shown("unit", one.unit), one.source,
                str(one.valid_from or ""), str(one.valid_to or ""),
            )
            for one in factors
        )  # fmt: skip
        return self._write(path, "factors", lambda pages: self._table(pages, columns, rows))

    def activities(
        self,
        path: Path,
        activities: Iterable[ActivityRecord],
        total: int | None = None,
        progress: Progress = NoProgress(),
    ) -> int:
        """Activities as they come, then their sums by laboratory and year.

        Raises:
            Cancelled: asked for through `progress`; no file is left.
        """
        sums: dict[tuple[str, int], _Sum] = defaultdict(_Sum)

        def rows() -> Iterator[tuple[str, ...]]:
            for done, one in enumerate(activities):
                if done % _REPORT_EVERY == 0:
                    progress.report(done, total, "exporting")
                sums[one.lab_code, one.date.year].add(one.co2e_kg)
                yield (
                    one.date.isoformat(),
                    one.lab_code,
                    self._text(f"activity_type.{one.activity_type}"),
                    self._shown("category", one.category),
                    self._shown("subcategory", one.subcategory),
                    plain_number(one.quantity),
                    self._shown("unit", one.unit),
                    "" if one.co2e_kg is None else kilograms(one.co2e_kg),
                )

        columns = (
            "date", "lab", "type", "category", "subcategory", "quantity", "unit", "co2e_kg",
        )  # fmt: skip

        def draw(pages: PdfPages) -> int:
            written = self._table(pages, columns, rows())
            pages.heading(self._text("report.sums"))
            self._sums(pages, sums)
            return written

        return self._write(path, "activities", draw)

    def results(self, path: Path, results: Sequence[ResultRow]) -> int:
        """Bars by laboratory and year, then CO2e by type and category with their sums."""
        ordered = sorted(
            results, key=lambda row: (row.lab_code, row.year, row.activity_type, row.category)
        )
        columns = ("lab", "year", "type", "category", "co2e_kg", "activities", "missing")

        def draw(pages: PdfPages) -> int:
            if ordered:
                self._draw_bars(pages, ordered)
            pages.table(
                [Column(self._text(f"column.{name}"), name in _NUMBERS) for name in columns],
                self._result_lines(ordered),
            )
            return len(ordered)

        return self._write(path, "results", draw)

    def _write(self, path: Path, name: str, draw: Callable[[PdfPages], int]) -> int:
        made = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        with replaced_when_done(path) as partial:
            pages = PdfPages(
                partial,
                self._text(f"report.{name}"),
                f"co2desk · {made}",
                self._text("report.page"),
                self._messages.language,
            )
            written = draw(pages)
            pages.save()
        return written

    def _table(self, pages: PdfPages, names: Sequence[str], rows: Iterable[tuple[str, ...]]) -> int:
        count = 0

        def lines() -> Iterator[Line]:
            nonlocal count
            for row in rows:
                count += 1
                yield Line(row)

        pages.table(
            [Column(self._text(f"column.{name}"), name in _NUMBERS) for name in names], lines()
        )
        return count

    def _sums(self, pages: PdfPages, sums: dict[tuple[str, int], _Sum]) -> None:
        columns = ("lab", "year", "co2e_kg", "activities", "missing")
        whole = _Sum()
        lines = []
        for (lab, year), one in sorted(sums.items()):
            whole.add(one.kg, one.count, one.missing)
            lines.append(Line((lab, str(year), *_figures(one))))
        lines.append(Line((self._text("report.total"), "", *_figures(whole)), strong=True))
        pages.table(
            [Column(self._text(f"column.{name}"), name in _NUMBERS) for name in columns], lines
        )

    def _draw_bars(self, pages: PdfPages, rows: Sequence[ResultRow]) -> None:
        bars = list(self._bars(rows))
        title = "report.by_type"
        if len(bars) > _BARS_AT_MOST:
            title = "report.largest_by_type"
            by_size = sorted(bars, key=lambda bar: -sum(bar.parts.values()))
            bars = sorted(by_size[:_BARS_AT_MOST], key=lambda bar: bar.label)
        pages.heading(self._text(title, shown=_BARS_AT_MOST))
        colours = {self._text(f"activity_type.{name}"): colour for name, colour in _COLOURS.items()}
        pages.bars(bars, colours)

    def _bars(self, rows: Sequence[ResultRow]) -> Iterator[Bar]:
        for (lab, year), group in groupby(rows, key=lambda row: (row.lab_code, row.year)):
            parts: dict[str, float] = defaultdict(float)
            kg = Decimal(0)
            for row in group:
                # Lengths on paper; a compensation counts, but has no length.
                parts[self._text(f"activity_type.{row.activity_type}")] += max(
                    0.0, float(row.co2e_kg)
                )
                kg += row.co2e_kg
            yield Bar(f"{lab} {year}", parts, f"{kilograms(kg)} kg")

    def _result_lines(self, rows: Sequence[ResultRow]) -> Iterator[Line]:
        total = self._text("report.total")
        whole = _Sum()
        for (lab, year), group in groupby(rows, key=lambda row: (row.lab_code, row.year)):
            part = _Sum()
            for row in group:
                one = _Sum(row.co2e_kg, row.activity_count, row.missing_count)
                part.add(one.kg, one.count, one.missing)
                name = self._text(f"activity_type.{row.activity_type}")
                category = self._shown("category", row.category)
                yield Line((lab, str(year), name, category, *_figures(one)))
            whole.add(part.kg, part.count, part.missing)
            yield Line((f"{total} {lab}", str(year), "", "", *_figures(part)), strong=True)
        yield Line((total, "", "", "", *_figures(whole)), strong=True)

    def _text(self, key: str, **params: object) -> str:
        return self._messages.text(key, **params)


def _figures(one: _Sum) -> tuple[str, str, str]:
    return kilograms(one.kg), str(one.count), str(one.missing)

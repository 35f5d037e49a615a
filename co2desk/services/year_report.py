"""The report of a laboratory's year as PDF: figures, charts by month, year and category, a table.

Import this where it is used: the library that draws takes its time to load.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.desktop.terms import Terms
from co2desk.domain.activity import ActivityType
from co2desk.domain.amount_texts import kilograms
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.domain.reference import Laboratory
from co2desk.services.export_table import replaced_when_done
from co2desk.services.pdf_charts import Bar
from co2desk.services.pdf_pages import Column, Line, PdfPages

# Okabe and Ito, Color Universal Design (2008): told apart by colour-blind people too.
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#b8a800")
_REST = "#8c8c8c"
_KG_PER_TONNE = 1000
_YEARS_AT_MOST = 12
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class YearOfLab:
    """What a report is about: `rows` are of all years of the laboratory, `months` of this one."""

    lab: Laboratory
    year: int
    rows: Sequence[ResultRow]
    months: Sequence[MonthRow]
    published: bool = False

    @property
    def own(self) -> list[ResultRow]:
        """The rows of the year itself, by type and category."""
        mine = [row for row in self.rows if row.year == self.year]
        return sorted(mine, key=lambda row: (row.activity_type, row.category))

    def total(self, year: int) -> Decimal:
        """kg CO2e of one year."""
        return sum((row.co2e_kg for row in self.rows if row.year == year), Decimal())


class YearReport:
    """Writes in the language of `messages`; a file appears when it is complete."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._terms = Terms(messages)

    def write(self, path: Path, about: YearOfLab) -> int:
        """Write the report; returns how many lines its table has.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE.
        """
        made = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        title = self._text("report.year_title", lab=about.lab.code, year=about.year)
        with replaced_when_done(path) as partial:
            pages = PdfPages(
                partial,
                title,
                f"co2desk · {made}",
                self._text("report.page"),
                self._messages.language,
            )
            self._figures(pages, about)
            if about.own:
                self._months(pages, about)
                self._years(pages, about)
                self._categories(pages, about)
            self._table(pages, about)
            pages.save()
        return len(about.own)

    def _figures(self, pages: PdfPages, about: YearOfLab) -> None:
        lab, own = about.lab, about.own
        pages.paragraph(" · ".join(filter(None, (lab.name, lab.faculty))))
        pages.figure(_amount(about.total(about.year)))
        total, before = about.total(about.year), about.total(about.year - 1)
        sentences = []
        if before:
            change = f"{float((total - before) / before) * 100:+.1f}"
            sentences.append(
                self._text(
                    "report.year_change", change=change, year=about.year - 1, co2e=_amount(before)
                )
            )
        count = sum(row.activity_count for row in own)
        sentences.append(self._text("report.year_activities", count=count))
        missing = sum(row.missing_count for row in own)
        if missing:
            sentences.append(self._text("report.year_missing", count=missing))
        if about.published:
            sentences.append(self._text("report.year_published"))
        pages.paragraph(" ".join(sentences))

    def _months(self, pages: PdfPages, about: YearOfLab) -> None:
        """Stacked by category: the largest by name, the others together."""
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for row in about.months:
            sums[self._category(row.category)] += row.co2e_kg
        largest = sorted(sums, key=lambda name: (-sums[name], name))[: len(COLOURS)]
        rest = self._text("report.other_categories")
        colours = dict(zip(largest, COLOURS, strict=False))
        if len(sums) > len(largest):
            colours[rest] = _REST
        months: dict[int, dict[str, Decimal]] = {
            month: defaultdict(Decimal) for month in range(1, _MONTHS + 1)
        }
        for row in about.months:
            name = self._category(row.category)
            months[row.month][name if name in colours else rest] += row.co2e_kg
        names = [self._text(f"report.month_{month}") for month in months]
        self._columns(
            pages, "report.by_month", list(zip(names, months.values(), strict=True)), colours
        )

    def _years(self, pages: PdfPages, about: YearOfLab) -> None:
        years = sorted({row.year for row in about.rows})[-_YEARS_AT_MOST:]
        parts: dict[int, dict[str, Decimal]] = {year: defaultdict(Decimal) for year in years}
        for row in about.rows:
            if row.year in parts:
                parts[row.year][self._type(row.activity_type)] += row.co2e_kg
        colours = dict(zip(map(self._type, ActivityType), COLOURS, strict=False))
        used = {
            name: colour
            for name, colour in colours.items()
            if any(name in one for one in parts.values())
        }
        self._columns(pages, "report.by_year", [(str(year), parts[year]) for year in years], used)

    def _categories(self, pages: PdfPages, about: YearOfLab) -> None:
        pages.heading(self._text("report.by_category"))
        colours = dict(zip(map(self._type, ActivityType), COLOURS, strict=False))
        shares = sorted(about.own, key=lambda row: -row.co2e_kg)
        bars = [
            Bar(
                self._category(row.category),
                {self._type(row.activity_type): max(0.0, float(row.co2e_kg))},
                _amount(row.co2e_kg),
            )
            for row in shares
        ]
        pages.bars(bars, colours)

    def _columns(
        self,
        pages: PdfPages,
        title: str,
        parts: Sequence[tuple[str, Mapping[str, Decimal]]],
        colours: Mapping[str, str],
    ) -> None:
        unit, scale = _unit(sum(one.values(), Decimal()) for _, one in parts)
        bars = [
            Bar(
                label,
                # Lengths on paper; a compensation counts, but has no length.
                {name: max(0.0, float(kg / scale)) for name, kg in one.items()},
                kilograms(sum(one.values(), Decimal()) / scale),
            )
            for label, one in parts
        ]
        pages.columns(self._text(title), bars, colours, f"{unit} CO2e")

    def _table(self, pages: PdfPages, about: YearOfLab) -> None:
        pages.heading(self._text("report.year_table"))
        names = ("type", "category", "co2e_kg", "activities", "missing")
        columns = [Column(self._text(f"column.{name}"), at > 1) for at, name in enumerate(names)]
        lines = [
            Line(
                (
                    self._type(row.activity_type),
                    self._category(row.category),
                    kilograms(row.co2e_kg),
                    str(row.activity_count),
                    str(row.missing_count),
                )
            )
            for row in about.own
        ]
        sums = (
            kilograms(about.total(about.year)),
            str(sum(row.activity_count for row in about.own)),
            str(sum(row.missing_count for row in about.own)),
        )
        pages.table(columns, [*lines, Line((self._text("report.total"), "", *sums), strong=True)])

    def _category(self, category: str) -> str:
        return self._terms.shown("category", category)

    def _type(self, kind: ActivityType) -> str:
        return self._text(f"activity_type.{kind}")

    def _text(self, key: str, **params: object) -> str:
        return self._messages.text(key, **params)


def _unit(totals: Iterable[Decimal]) -> tuple[str, int]:
    """kg or t by size, and how many kg one unit is."""
    return ("t", _KG_PER_TONNE) if max(totals, default=Decimal()) >= 10_000 else ("kg", 1)


def _amount(kg: Decimal) -> str:
    unit, scale = _unit([abs(kg)])
    return f"{kilograms(kg / scale)} {unit} CO2e"

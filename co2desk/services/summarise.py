"""Adds up the CO2e of laboratories by year, type and category."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from co2desk.database.laboratories import Laboratories
from co2desk.database.published_years import PublishedYears
from co2desk.database.results import Results as ResultRepository
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.services.connect import Connection
from co2desk.services.export_table import is_pdf, write_table


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """Which results; empty and None mean: all that the person may see."""

    lab_codes: tuple[str, ...] = ()
    year: int | None = None
    text: str = ""


class Results:
    """Footprints."""

    def __init__(self, connection: Connection, messages: Messages) -> None:
        self._connection = connection
        self._messages = messages

    def rows(self, wanted: ResultFilter = ResultFilter()) -> Sequence[ResultRow]:
        """Results by laboratory, year, type and category."""
        with self._connection.database.reading() as session:
            return ResultRepository(session).rows(
                lab_codes=wanted.lab_codes, year=wanted.year, words=wanted.text
            )

    def months(self, lab_code: str, year: int) -> Sequence[MonthRow]:
        """A laboratory's year month by month.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
        """
        with self._connection.database.reading() as session:
            lab = Laboratories(session).by_code(lab_code)
            if lab is None:
                raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=lab_code)
            return ResultRepository(session).months(lab.id, year)

    def years(self) -> Sequence[int]:
        """Years with activities, newest first."""
        with self._connection.database.reading() as session:
            return ResultRepository(session).years()

    def year_report(self, path: Path, lab_code: str, year: int) -> int:
        """Write the report of a laboratory's year as PDF; returns the lines of its table.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY, CANNOT_WRITE_FILE.
        """
        from co2desk.services.year_report import YearOfLab, YearReport

        with self._connection.database.reading() as session:
            lab = Laboratories(session).by_code(lab_code)
            if lab is None:
                raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=lab_code)
            table = ResultRepository(session)
            about = YearOfLab(
                lab,
                year,
                table.rows(lab_codes=[lab.code]),
                table.months(lab.id, year),
                (lab.id, year) in PublishedYears(session).all(),
            )
        return YearReport(self._messages).write(path, about)

    def export(self, path: Path, wanted: ResultFilter = ResultFilter()) -> int:
        """Write results to a .csv, .xlsx or .pdf; returns rows written.

        One laboratory and one year as PDF are a report with charts.
        """
        found = self.rows(wanted)
        if is_pdf(path):
            if len(wanted.lab_codes) == 1 and wanted.year is not None and not wanted.text:
                return self.year_report(path, wanted.lab_codes[0], wanted.year)
            from co2desk.services.pdf_reports import PdfReports

            return PdfReports(self._messages).results(path, found)
        header = (
            "lab_code", "year", "activity_type", "category",
            "co2e_kg", "activity_count", "missing_count",
        )  # fmt: skip
        rows = [
            (
                row.lab_code,
                row.year,
                row.activity_type,
                row.category,
                row.co2e_kg,
                row.activity_count,
                row.missing_count,
            )
            for row in found
        ]
        return write_table(path, header, rows, len(rows))

"""Writes a table to CSV or XLSX so that it can be imported again and can never run as code."""

import csv
import io
import os
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.write_failure import write_failure

Cell = str | int | Decimal | date | None

# Spreadsheets take a text that begins so for a formula (OWASP: CSV injection).
# An apostrophe before it prevents that, and is taken away again when the file is imported; so a
# text that has such apostrophes of its own gets one more.
_TAKEN_FOR_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_WITH_APOSTROPHE = re.compile(r"'+[=+\-@]")
_REPORT_EVERY = 1000


def write_table(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    total: int | None = None,
    progress: Progress = NoProgress(),
) -> int:
    """Write `rows` under `header` to `path` (.csv or .xlsx) and return how many there were.

    The file appears when it is complete; cancelling or failing leaves none, and an older one as
    it was. CSV is UTF-8 with a byte order mark, comma and CRLF. Amounts keep their decimals.

    Raises:
        UnusableInput: UNKNOWN_EXPORT_FORMAT or CANNOT_WRITE_FILE.
        Cancelled: asked for through `progress`.
    """
    writers: dict[str, Callable[[Path, Sequence[str], Iterable[Sequence[Cell]]], None]] = {
        ".csv": _write_csv,
        ".xlsx": _write_xlsx,
    }
    write = writers.get(path.suffix.lower())
    if write is None:
        raise UnusableInput(ErrorCode.UNKNOWN_EXPORT_FORMAT, path=path)
    counted = _Counted(rows, total, progress)
    with replaced_when_done(path) as partial:
        write(partial, header, counted)
    return counted.done


def is_pdf(path: Path) -> bool:
    """Whether an export to `path` is for people to read, and no table to be imported again."""
    return path.suffix.lower() == ".pdf"


@contextmanager
def replaced_when_done(path: Path) -> Iterator[Path]:
    """Yield a file beside `path` that takes its place in the end, and is removed on any error.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=path, detail=write_failure(error)
        ) from error
    finally:
        partial.unlink(missing_ok=True)


class _Counted:
    """Passes rows on, counts them, and says so."""

    def __init__(
        self, rows: Iterable[Sequence[Cell]], total: int | None, progress: Progress
    ) -> None:
        self.done = 0
        self._rows = rows
        self._total = total
        self._progress = progress

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for row in self._rows:
            yield row
            self.done += 1
            if self.done % _REPORT_EVERY == 0:
                self._progress.report(self.done, self._total, "exporting")
        self._progress.report(self.done, self.done, "exporting")


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([_as_text(cell) for cell in header])
        writer.writerows([_as_text(cell) for cell in row] for row in rows)


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if _TAKEN_FOR_FORMULA.match(cell) else cell
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    # Made in memory: a zip file that meets a full disk tries to write once more when it is given
    # up, and then complains past every handler.
    from xlsxwriter.exceptions import FileCreateError

    made = io.BytesIO()
    try:
        _fill_book(made, header, rows)
    except FileCreateError as error:
        # Its sheets grow in files of the system's folder for them. The zip file is given up while
        # there is still something under it.
        full: OSError = error.args[0]
        traceback.clear_frames(full.__traceback__)
        raise full from None
    with path.open("wb") as file:
        file.write(made.getbuffer())


def _fill_book(target: io.BytesIO, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, bold)
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell is None or cell == "":
                    continue
                if isinstance(cell, str):
                    guard = "'" if _WITH_APOSTROPHE.match(cell) else ""
                    sheet.write_string(line, column, guard + cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(line, column, _naive(cell), day)
                else:
                    sheet.write_number(line, column, cell)


def _naive(moment: date) -> date:
    """Excel knows no time zones: the moment as the clock here shows it."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone().replace(tzinfo=None)
    return moment

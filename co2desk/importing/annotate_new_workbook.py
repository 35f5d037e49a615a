"""A new workbook of a table and its problems, for formats that cannot be written."""

import io
from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from co2desk.domain.issue import Issue
from co2desk.domain.progress import Progress
from co2desk.importing.checked import CheckedRow
from co2desk.importing.marks import is_problems_header
from co2desk.importing.table import SourceTable

_REPORT_EVERY = 500
_EMPTY = "n"
_TEXT = "s"  # a cell's data type that is never taken for a formula

Say = Callable[[Issue], str]


def new_workbook(
    table: SourceTable,
    rows: Sequence[CheckedRow],
    message: Say,
    header: str,
    progress: Progress,
) -> bytes:
    """A workbook with the table alone, as text, and its problems."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    keep = [i for i, name in enumerate(table.header) if not is_problems_header(name)]
    for place, column in enumerate(keep, start=1):
        _write_text(sheet, 1, place, table.header[column], bold=True)
    _write_text(sheet, 1, len(keep) + 1, header, bold=True)
    for index, row in enumerate(rows):
        if index % _REPORT_EVERY == 0:
            progress.report(index, len(rows), "annotate")
        for place, column in enumerate(keep, start=1):
            if column < len(row.cells) and row.cells[column]:
                _write_text(sheet, index + 2, place, row.cells[column])
        if row.issues:
            _write_text(sheet, index + 2, len(keep) + 1, "\n".join(map(message, row.issues)))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _write_text(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = text
    cell.data_type = _TEXT if text else _EMPTY
    if bold:
        cell.font = Font(bold=True)

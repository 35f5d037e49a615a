"""Problems written into a workbook: a column at the right of the table, comments on the cells."""

import io
from collections.abc import Callable, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from co2desk.domain.issue import Issue
from co2desk.domain.progress import Progress
from co2desk.importing.checked import CheckedRow
from co2desk.importing.marks import is_problems_header
from co2desk.importing.table import SourceTable

_AUTHOR = "co2desk"
_REPORT_EVERY = 500
_WIDTH = 60  # characters
_EMPTY = "n"
_TEXT = "s"  # a cell's data type that is never taken for a formula

Say = Callable[[Issue], str]


def annotate_workbook(
    data: bytes,
    table: SourceTable,
    rows: Sequence[CheckedRow],
    message: Say,
    header: str,
    progress: Progress,
) -> bytes:
    """The workbook `data` with the problems of `rows`; formatting and other sheets are kept."""
    workbook = load_workbook(io.BytesIO(data), keep_vba=table.dialect.format == "xlsm")
    sheet = workbook[table.sheet] if table.sheet else workbook.active
    assert isinstance(sheet, Worksheet)  # the table was read from it
    columns = [column_index_from_string(letter) for letter in table.letters]
    problems = _problems_column(sheet, table, columns)
    _forget_comments(sheet)
    _write_text(sheet, table.header_row, problems, header, bold=True)
    sheet.column_dimensions[get_column_letter(problems)].width = _WIDTH
    for index, row in enumerate(rows):
        if index % _REPORT_EVERY == 0:
            progress.report(index, len(rows), "annotate")
        _write_corrections(sheet, row, table.rows[index], columns)
        _write_text(sheet, row.row_number, problems, "")
        if row.issues:
            texts = [message(issue) for issue in row.issues]
            _write_text(sheet, row.row_number, problems, "\n".join(texts))
            _comment(sheet, row, texts)
    return _saved(workbook)


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
    return _saved(workbook)


def _problems_column(sheet: Worksheet, table: SourceTable, columns: Sequence[int]) -> int:
    """The column of an earlier copy, else the first one beside the table that is empty."""
    for column, name in zip(columns, table.header, strict=True):
        if is_problems_header(name):
            return column
    beside = max(columns) + 1
    last = table.row_numbers[-1] if table.row_numbers else table.header_row
    occupied = any(
        cell is not None
        for (cell,) in sheet.iter_rows(table.header_row, last, beside, beside, values_only=True)
    )
    return int(sheet.max_column) + 1 if occupied else beside


def _forget_comments(sheet: Worksheet) -> None:
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.comment is not None and cell.comment.author == _AUTHOR:
                cell.comment = None


def _write_corrections(
    sheet: Worksheet, row: CheckedRow, before: Sequence[str], columns: Sequence[int]
) -> None:
    for place, text in enumerate(row.cells):
        unchanged = place < len(before) and before[place] == text
        if not unchanged and place < len(columns):
            _write_text(sheet, row.row_number, columns[place], text)


def _comment(sheet: Worksheet, row: CheckedRow, texts: Sequence[str]) -> None:
    by_cell: dict[str, list[str]] = {}
    for issue, text in zip(row.issues, texts, strict=True):
        if issue.letter:
            by_cell.setdefault(issue.letter, []).append(text)
    for letter, said in by_cell.items():
        cell = sheet[f"{letter}{row.row_number}"]
        if isinstance(cell, Cell):
            comment = Comment("\n".join(said), _AUTHOR, height=120, width=320)
            setattr(cell, "comment", comment)  # noqa: B010 - a property that the stubs lack


def _write_text(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    cell = sheet.cell(row, column)
    if isinstance(cell, Cell):  # only the first of merged cells can be written
        cell.value = text
        cell.data_type = _TEXT if text else _EMPTY
        if bold:
            cell.font = Font(bold=True)


def _saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()

"""Problems written into a workbook: a column at the right of the table, comments on the cells.

The workbook is patched, not written anew: formulas keep their last values, and charts, pictures,
rules and whatever else a workbook holds stay as they were.
"""

import re
from collections.abc import Callable, Sequence

from co2desk.domain.issue import Issue
from co2desk.domain.progress import Progress
from co2desk.importing.checked import CheckedRow
from co2desk.importing.marks import is_problems_header
from co2desk.importing.patching.comments import drawing_of, write_comments
from co2desk.importing.patching.package import Package, UnknownPackageError
from co2desk.importing.patching.sheet import comments_relation_of, patch_sheet
from co2desk.importing.readers.letters import column_index, column_letter
from co2desk.importing.readers.xlsx_marks import member_of
from co2desk.importing.table import SourceTable

_REPORT_EVERY = 500
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]+)([0-9]+)\"[^>]*?(/?)>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)\"")

Say = Callable[[Issue], str]


def annotate_workbook(
    data: bytes,
    table: SourceTable,
    rows: Sequence[CheckedRow],
    message: Say,
    header: str,
    progress: Progress,
) -> bytes:
    """The workbook `data` with the problems and corrections of `rows`, and else as it was.

    Raises:
        UnknownPackageError: the workbook is laid out in a way of its own.
    """
    package = Package(data)
    part = member_of(package.read, package.has, table.sheet)
    if part is None:
        raise UnknownPackageError(table.sheet)
    content = package.read(part)
    columns = [column_index(letter) + 1 for letter in table.letters]
    problems = _problems_column(content, table, columns)
    renewed = problems in columns  # the column of an earlier copy
    covered = _covered(content)
    changes: dict[int, dict[int, str]] = {table.header_row: {problems: header}}
    said: dict[str, str] = {}
    for index, row in enumerate(rows):
        if index % _REPORT_EVERY == 0:
            progress.report(index, len(rows), "annotate")
        texts = [message(issue) for issue in row.issues]
        cells = _corrections(row, table.rows[index], columns)
        for column in [column for column in cells if (row.row_number, column) in covered]:
            del cells[column]
        if texts or renewed:
            cells[problems] = "\n".join(texts)
        if cells:
            changes[row.row_number] = cells
        said |= _comments(row, texts)
    _patch(package, part, changes, problems, table.header_row, said)
    return package.saved()


def _patch(
    package: Package,
    part: str,
    changes: dict[int, dict[int, str]],
    problems: int,
    header_row: int,
    said: dict[str, str],
) -> None:
    content = package.read(part)
    relation = comments_relation_of(content)
    drawing = package.target(part, relation) if relation else None
    added = ""
    if drawing is None and said:
        drawing, added = drawing_of(package, part)
    patched = patch_sheet(content, changes, problems, header_row, added)
    package.write(part, patched.content)
    if drawing is not None:
        write_comments(package, part, drawing, said)
    if patched.replaced_formulas:
        _forget_order_of_formulas(package)


def _forget_order_of_formulas(package: Package) -> None:
    """Drop the list of formulas, which would name one that is gone; programs make it anew."""
    book = "xl/workbook.xml"
    chain = package.related(book, "calcChain")
    if chain is not None and package.has(chain):
        package.unrelate(book, chain)
        package.remove(chain)


def _problems_column(sheet: bytes, table: SourceTable, columns: Sequence[int]) -> int:
    """The column of an earlier copy, else the first one beside the table that is empty."""
    for column, name in zip(columns, table.header, strict=True):
        if is_problems_header(name):
            return column
    last = table.row_numbers[-1] if table.row_numbers else table.header_row
    used: set[bytes] = set()
    everywhere = {b"A"}
    for letters, row, empty in _CELL.findall(sheet):
        if not empty:
            everywhere.add(letters)
            if table.header_row <= int(row) <= last:
                used.add(letters)
    beside = max(columns) + 1
    if column_letter(beside - 1).encode() in used:
        return max(column_index(letters.decode()) for letters in everywhere) + 2
    return beside


def _covered(sheet: bytes) -> set[tuple[int, int]]:
    """Row and column of the cells that lie under the first one of merged cells."""
    covered = set()
    for left, top, right, bottom in _MERGED.findall(sheet):
        first, last = column_index(left.decode()) + 1, column_index(right.decode()) + 1
        area = {
            (row, column)
            for row in range(int(top), int(bottom) + 1)
            for column in range(first, last + 1)
        }
        covered |= area - {(int(top), first)}
    return covered


def _corrections(row: CheckedRow, before: Sequence[str], columns: Sequence[int]) -> dict[int, str]:
    return {
        columns[place]: text
        for place, text in enumerate(row.cells[: len(columns)])
        if place >= len(before) or before[place] != text
    }


def _comments(row: CheckedRow, texts: Sequence[str]) -> dict[str, str]:
    by_cell: dict[str, list[str]] = {}
    for issue, text in zip(row.issues, texts, strict=True):
        if issue.letter:
            by_cell.setdefault(f"{issue.letter}{row.row_number}", []).append(text)
    return {place: "\n".join(said) for place, said in by_cell.items()}

"""A workbook (XLSX, XLSB, XLS, ODS) to the table on its best sheet."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, TypeVar

import python_calamine

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.marks import LISTS_SHEET
from co2desk.importing.readers.cells import to_text
from co2desk.importing.readers.epochs import counts_from_1904
from co2desk.importing.readers.formats import Format
from co2desk.importing.readers.gate import WorkbookScan, check_size, check_zip
from co2desk.importing.readers.grid import MAX_GRID_CELLS
from co2desk.importing.readers.header import filled
from co2desk.importing.readers.layout import Layout, find_layout
from co2desk.importing.readers.letters import column_letter
from co2desk.importing.readers.mark import Mark
from co2desk.importing.readers.ods_marks import ods_marks
from co2desk.importing.readers.source import Source
from co2desk.importing.readers.xls_marks import xls_marks
from co2desk.importing.readers.xlsb_marks import xlsb_marks
from co2desk.importing.readers.xlsx_hidden import hidden_rows
from co2desk.importing.readers.xlsx_marks import xlsx_marks
from co2desk.importing.table import Dialect, Note, ReadOptions, SheetInfo, SourceTable

_PREVIEW_ROWS = 200
_SPANS_SHOWN = 20
_T = TypeVar("_T")
_OTHER_MARKS = {Format.XLS: xls_marks, Format.XLSB: xlsb_marks, Format.ODS: ods_marks}


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    hidden: bool
    may_be_shown: bool  # hidden by a person, who can show it; programs hide sheets for good
    values: list[list[Any]]
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]

    @property
    def info(self) -> SheetInfo:
        width = len(self.values[0]) if self.values else 0
        return SheetInfo(self.name, len(self.values), width, self.hidden)


def read_workbook(source: Source, format_: Format, options: ReadOptions) -> SourceTable:
    """Read the sheet that `options` names, else the visible one that looks most like data.

    Raises:
        UnusableInput: FILE_TOO_LARGE, HOSTILE_FILE, DAMAGED_FILE, PASSWORD_PROTECTED,
            UNKNOWN_SHEET, EMPTY_FILE, ONLY_HIDDEN_SHEETS.
    """
    if format_ is Format.XLS:
        check_size(source)
        scan = WorkbookScan(has_nul_escapes=True)
    else:
        scan = check_zip(source)
    other = _OTHER_MARKS.get(format_)
    marks_by_sheet = other(source) if other else {}
    sheets = _guarded(source, lambda: _load(source))

    def marks_of(name: str) -> list[Mark]:
        if format_ is Format.XLSX:
            return xlsx_marks(source, name, scan)
        return marks_by_sheet.get(name, [])

    sheet, layout = _choose(source, sheets, options, marks_of)
    texts, kinds = to_text(sheet.values)
    marks = marks_of(sheet.name)
    if marks:
        _apply(marks, texts, kinds)
    if scan.has_nul_escapes:
        texts = _without_nul(texts)
    if layout is None or marks or len(texts) > _PREVIEW_ROWS:
        layout = find_layout(texts, range(1, len(texts) + 1), options.header_row)
    if format_ is Format.XLSX and (hidden := hidden_rows(source, sheet.name, scan)):
        among = sorted({row - 1 for row in hidden}.intersection(layout.kept))
        if among:
            layout.notes[Note.HIDDEN_ROWS] = _spans([index + 1 for index in among])
    return _table(source, (format_, sheets), sheet, layout, (texts, kinds))


def _load(source: Source) -> list[_Sheet]:
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.data)) as workbook:
        sheets = []
        for meta in workbook.sheets_metadata:
            if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(meta.name)
            sheets.append(
                _Sheet(
                    meta.name,
                    meta.visible != python_calamine.SheetVisibleEnum.Visible,
                    meta.visible == python_calamine.SheetVisibleEnum.Hidden,
                    sheet.to_python(skip_empty_area=False),
                    sheet.merged_cell_ranges or (),
                )
            )
    return sheets


def _guarded(source: Source, work: Callable[[], _T]) -> _T:
    """Turn what the spreadsheet library raises, its panics included, into our refusal."""
    try:
        return work()
    except python_calamine.PasswordError as problem:
        raise UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name) from problem
    except (python_calamine.CalamineError, ValueError, OSError) as problem:
        raise _damaged(source, problem) from problem
    except BaseException as problem:  # a panic of the library derives from BaseException only
        if type(problem).__name__ != "PanicException":
            raise
        raise _damaged(source, problem) from problem


def _damaged(source: Source, problem: BaseException) -> UnusableInput:
    text = str(problem)
    if "password" in text.lower() or "encrypted" in text.lower():
        return UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name)
    return UnusableInput(ErrorCode.DAMAGED_FILE, path=source.name, detail="broken_workbook")


def _choose(
    source: Source,
    sheets: Sequence[_Sheet],
    options: ReadOptions,
    marks_of: Callable[[str], list[Mark]],
) -> tuple[_Sheet, Layout | None]:
    if options.sheet is not None:
        for sheet in sheets:
            if sheet.name == options.sheet:
                return sheet, None
        names = ", ".join(sheet.name for sheet in sheets)
        raise UnusableInput(
            ErrorCode.UNKNOWN_SHEET, path=source.name, sheet=options.sheet, sheets=names
        )
    best: tuple[float, _Sheet, Layout | None] | None = None
    for sheet in sheets:
        if sheet.hidden or not sheet.values:
            continue
        texts, _ = to_text(sheet.values[:_PREVIEW_ROWS])
        if not any(filled(row) for row in texts):
            continue
        header_row = options.header_row
        shown = header_row is None or header_row <= len(texts)
        numbers = range(1, len(texts) + 1)
        layout = find_layout(texts, numbers, header_row if shown else None)
        worth = _worth(layout, len(sheet.values))
        if best is None or worth > best[0]:
            best = worth, sheet, layout if shown else None
    if best is not None:
        return best[1], best[2]
    for sheet in sheets:
        if not sheet.hidden and marks_of(sheet.name):
            return sheet, None
    hidden = [one.name for one in sheets if one.hidden and one.values and one.name != LISTS_SHEET]
    if hidden:
        raise UnusableInput(
            ErrorCode.ONLY_HIDDEN_SHEETS, path=source.name, sheets=", ".join(hidden)
        )
    raise UnusableInput(ErrorCode.EMPTY_FILE, path=source.name)


def _worth(layout: Layout, rows: int) -> float:
    """How much a sheet looks like the one to import: wide, with names, and some rows."""
    names = sum(1 for name in layout.header if name.strip())
    depth = min(len(layout.kept) + max(0, rows - _PREVIEW_ROWS), 50)
    width = min(len(layout.columns), 12)
    return (sqrt(depth) + 0.1) * (0.3 if width < 2 else width) * (1.5 if names >= 2 else 1.0)


def _apply(marks: Sequence[Mark], texts: list[tuple[str, ...]], kinds: list[bytes]) -> None:
    """Put error cells and formulas never calculated, which the library does not tell, in place."""
    _make_room(marks, texts, kinds)
    for mark in marks:
        if mark.row >= len(texts) or mark.column >= len(texts[mark.row]):
            continue
        row = list(texts[mark.row])
        row[mark.column] = mark.text
        texts[mark.row] = tuple(row)
        kind = bytearray(kinds[mark.row])
        kind[mark.column] = mark.kind
        kinds[mark.row] = bytes(kind)


def _make_room(marks: Sequence[Mark], texts: list[tuple[str, ...]], kinds: list[bytes]) -> None:
    """Add the rows and columns at the edge in which every cell was left blank."""
    height = max(mark.row for mark in marks) + 1
    width = max(mark.column for mark in marks) + 1
    present = len(texts[0]) if texts else 0
    if max(height, len(texts)) * max(width, present) > MAX_GRID_CELLS:
        return
    if width > present:
        more = width - present
        texts[:] = [(*row, *[""] * more) for row in texts]
        kinds[:] = [kind + bytes(more) for kind in kinds]
    for _ in range(height - len(texts)):
        texts.append(("",) * max(width, present))
        kinds.append(bytes(max(width, present)))


def _without_nul(texts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Show NUL, which no database column takes, as its symbol."""
    return [
        tuple(cell.replace("\0", "\u2400") for cell in row) if "\0" in "".join(row) else row
        for row in texts
    ]


def _table(
    source: Source,
    workbook: tuple[Format, Sequence[_Sheet]],
    sheet: _Sheet,
    layout: Layout,
    grid: tuple[list[tuple[str, ...]], list[bytes]],
) -> SourceTable:
    format_, sheets = workbook
    texts, kinds = grid
    first, last = layout.columns.start, layout.columns.stop
    kept = layout.kept
    whole = isinstance(kept, range)
    rows = texts[kept.start :] if isinstance(kept, range) else [texts[i] for i in kept]
    row_kinds = kinds[kept.start :] if isinstance(kept, range) else [kinds[i] for i in kept]
    if first or (rows and last < len(rows[0])):
        rows = [row[first:last] for row in rows]
        row_kinds = [kind[first:last] for kind in row_kinds]
    notes = dict(layout.notes)
    if counts_from_1904(source, format_):
        notes[Note.DATE_EPOCH] = "1904"
    hidden = [one.name for one in sheets if one.may_be_shown and one.name != LISTS_SHEET]
    if hidden:
        notes[Note.HIDDEN_SHEETS] = ", ".join(hidden)
    others = [one.name for one in sheets if one.values and not one.hidden and one is not sheet]
    if others:
        notes[Note.OTHER_SHEETS] = ", ".join(others)
    if sheet.merged:
        notes[Note.MERGED_CELLS] = ", ".join(map(_range_name, sheet.merged[:50]))
    return SourceTable(
        name=source.name,
        sha256=source.sha256,
        dialect=Dialect(format=format_.value),
        header=layout.header,
        letters=layout.letters,
        rows=rows,
        row_numbers=range(kept.start + 1, len(texts) + 1)
        if whole and isinstance(kept, range)
        else [i + 1 for i in kept],
        header_row=layout.header_row,
        sheet=sheet.name,
        sheets=tuple(one.info for one in sheets),
        skipped=tuple(layout.skipped),
        kinds=row_kinds,
        notes=notes,
    )


def _spans(numbers: Sequence[int]) -> str:
    """Ascending numbers in few words: `3, 5–9`; the first ones where they are many."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [f"{one}–{last}" if last > one else str(one) for one, last in spans[:_SPANS_SHOWN]]
    return ", ".join(shown) + (" …" if len(spans) > _SPANS_SHOWN else "")


def _range_name(area: tuple[tuple[int, int], tuple[int, int]]) -> str:
    (top, left), (bottom, right) = area
    return f"{column_letter(left)}{top + 1}:{column_letter(right)}{bottom + 1}"

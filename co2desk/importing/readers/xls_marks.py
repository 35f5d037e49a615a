"""Error cells and uncalculated formulas of an XLS workbook, and whether it asks for a password.

Source: Microsoft, [MS-XLS] Excel Binary File Format, records BoundSheet8, FilePass, BoolErr,
Formula.
"""

import struct
from collections.abc import Iterator

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.compound import BrokenCompoundFileError, read_stream
from co2desk.importing.readers.mark import Mark, error_mark, uncalculated_mark
from co2desk.importing.readers.source import Source

_FORMULA, _FILEPASS, _BOUND_SHEET, _BOOL_ERR, _BOF, _EOF = 0x06, 0x2F, 0x85, 0x205, 0x809, 0x0A


def xls_marks(source: Source) -> dict[str, list[Mark]]:
    """Find such cells by name of sheet; nothing in workbooks older than Excel 97.

    A formula that gave an empty text looks like one never calculated. So formulas are taken for
    uncalculated only where no formula of the workbook has a value.

    Raises:
        UnusableInput: PASSWORD_PROTECTED; DAMAGED_FILE if the container leads nowhere.
    """
    try:
        book = read_stream(source.data, ("Workbook",))
        older = read_stream(source.data, ("Book",)) if book is None else None
    except BrokenCompoundFileError as problem:
        raise UnusableInput(
            ErrorCode.DAMAGED_FILE, path=source.name, detail="broken_workbook"
        ) from problem
    if book is None:
        _refuse_password(source, older or b"")
        return {}
    _refuse_password(source, book)
    marks: dict[str, list[Mark]] = {}
    blank: dict[str, list[Mark]] = {}
    calculated = False
    for name, offset in _sheets(book).items():
        records = list(_records(book, offset))
        marks[name] = [mark for kind, body in records if (mark := _error(kind, body))]
        formulas = [body for kind, body in records if kind == _FORMULA and len(body) >= 14]
        blank[name] = [
            uncalculated_mark(*struct.unpack_from("<HH", body, 0))
            for body in formulas
            if _is_blank(body)
        ]
        calculated = calculated or len(blank[name]) < len(formulas)
    if calculated:
        return marks
    return {name: marks[name] + blank[name] for name in marks}


def _refuse_password(source: Source, book: bytes) -> None:
    if any(kind == _FILEPASS for kind, _ in _records(book, 0)):
        raise UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name)


def _sheets(book: bytes) -> dict[str, int]:
    """Offsets of the sheets by name, from the records of the workbook itself."""
    sheets = {}
    for kind, body in _records(book, 0):
        if kind == _BOUND_SHEET and len(body) >= 8:
            offset, length, wide = *struct.unpack_from("<I", body, 0), body[6], body[7] & 1
            raw = body[8 : 8 + length * (2 if wide else 1)]
            sheets[raw.decode("utf-16-le" if wide else "latin-1", "replace")] = offset
    return sheets


def _records(book: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """Records of the substream at `offset`, up to its end; charts inside it are passed over."""
    depth = 0
    while offset + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, offset)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, book[offset + 4 : offset + 4 + size]
        offset += 4 + size


def _error(kind: int, body: bytes) -> Mark | None:
    if kind == _BOOL_ERR and len(body) >= 8 and body[7] == 1:
        row, column = struct.unpack_from("<HH", body, 0)
        return error_mark(row, column, body[6])
    if kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        row, column = struct.unpack_from("<HH", body, 0)
        return error_mark(row, column, body[8])
    return None


def _is_blank(formula: bytes) -> bool:
    return formula[12:14] == b"\xff\xff" and formula[6] == 3

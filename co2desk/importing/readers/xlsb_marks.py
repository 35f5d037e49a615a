"""Error cells and uncalculated formulas of an XLSB workbook, and whether its grid can be held.

Source: Microsoft, [MS-XLSB] Excel (.xlsb) Binary File Format, records BrtBundleSh, BrtRowHdr,
BrtCellError, BrtFmlaString, BrtFmlaNum, BrtFmlaBool, BrtFmlaError.
"""

import io
import struct
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from co2desk.importing.readers.gate import Hostile, hostile
from co2desk.importing.readers.grid import MAX_GRID_CELLS
from co2desk.importing.readers.mark import Mark, error_mark, uncalculated_mark
from co2desk.importing.readers.source import Source

_ROW, _CELL_ERROR, _FORMULA_TEXT, _FORMULA_ERROR, _LAST_CELL, _SHEET = 0, 3, 8, 11, 11, 156
_NO_TEXT = bytes(4)


def xlsb_marks(source: Source) -> dict[str, list[Mark]]:
    """Find such cells by name of sheet.

    Formulas that give an empty text are taken for uncalculated where no formula of their sheet
    has a value.

    Raises:
        UnusableInput: HOSTILE_FILE if a sheet spans more cells than can be held.
    """
    marks: dict[str, list[Mark]] = {}
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        for name, member in _sheets(archive).items():
            marks[name] = _scan(source, archive.read(member))
    return marks


def _scan(source: Source, sheet: bytes) -> list[Mark]:
    marks = []
    blank = []
    formulas = row = rows = columns = 0
    for kind, begin, size in _records(sheet):
        if kind == _ROW and size >= 4:
            row = struct.unpack_from("<I", sheet, begin)[0]
            rows = max(rows, row + 1)
        elif 1 <= kind <= _LAST_CELL and size >= 4:
            column = struct.unpack_from("<I", sheet, begin)[0]
            columns = max(columns, column + 1)
            if kind in (_CELL_ERROR, _FORMULA_ERROR) and size >= 9:
                marks.append(error_mark(row, column, sheet[begin + 8]))
            if kind >= _FORMULA_TEXT:
                formulas += 1
                if kind == _FORMULA_TEXT and sheet[begin + 8 : begin + 12] == _NO_TEXT:
                    blank.append(uncalculated_mark(row, column))
    if rows * columns > MAX_GRID_CELLS:
        raise hostile(source, Hostile.GRID_TOO_LARGE)
    return marks + blank if len(blank) == formulas else marks


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, begin of the body, and its size, of each record."""
    place = 0
    while place < len(data):
        kind, place = data[place], place + 1
        if kind & 0x80 and place < len(data):
            kind, place = (kind & 0x7F) | (data[place] & 0x7F) << 7, place + 1
        size = shift = 0
        while place < len(data) and shift < 28:
            byte, place = data[place], place + 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, place, min(size, len(data) - place)
        place += size


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Members that hold the sheets, by name of sheet."""
    members = {name.lower(): name for name in archive.namelist()}
    try:
        relations = ET.fromstring(archive.read(members["xl/_rels/workbook.bin.rels"]))
        book = archive.read(members["xl/workbook.bin"])
    except (KeyError, ET.ParseError):
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    found = {}
    for kind, begin, size in _records(book):
        if kind != _SHEET or size < 16:
            continue
        identity, place = _text(book, begin + 8)
        name, _ = _text(book, place)
        target = targets.get(identity, "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path.lower() in members:
            found[name] = members[path.lower()]
    return found


def _text(data: bytes, place: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", data, place)[0]
    if length == 0xFFFFFFFF:
        return "", place + 4
    end = place + 4 + 2 * length
    return data[place + 4 : end].decode("utf-16-le", "replace"), end

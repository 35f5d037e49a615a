"""Error cells and uncalculated formulas of an ODS workbook, and whether its cells can be held.

Source: OASIS, OpenDocument 1.3 Part 3, section 9.1; LibreOffice's extension calcext:value-type.
"""

import io
import zipfile
from xml.etree import ElementTree as ET

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.gate import MAX_INFLATED_BYTES, Hostile, hostile
from co2desk.importing.readers.grid import MAX_GRID_CELLS
from co2desk.importing.readers.mark import Mark, uncalculated_mark
from co2desk.importing.readers.source import Source
from co2desk.importing.table import CellKind

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_EXTENSION = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_VALUE_TYPES_OF_NUMBERS = ("float", "percentage", "currency")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def ods_marks(source: Source) -> dict[str, list[Mark]]:
    """Find such cells by name of sheet.

    Raises:
        UnusableInput: HOSTILE_FILE if repetitions make more cells than can be held, DAMAGED_FILE.
    """
    scanner = _Scanner(source)
    try:
        with (
            zipfile.ZipFile(io.BytesIO(source.data)) as archive,
            archive.open("content.xml") as content,
        ):
            for event, element in ET.iterparse(content, events=("start", "end")):
                scanner.take(event, element)
    except (KeyError, ET.ParseError) as problem:
        raise UnusableInput(
            ErrorCode.DAMAGED_FILE, path=source.name, detail="broken_workbook"
        ) from problem
    return scanner.marks


class _Scanner:
    """Follows rows and columns through repetitions, dropping each row once it is seen."""

    def __init__(self, source: Source) -> None:
        self.marks: dict[str, list[Mark]] = {}
        self._source = source
        self._name = ""
        self._row = 0
        self._columns = 0
        self._characters = 0

    def take(self, event: str, element: ET.Element) -> None:
        if event == "start" and element.tag == f"{_TABLE}table":
            self._name = element.get(f"{_TABLE}name", "")
            self.marks[self._name] = []
            self._row = self._columns = 0
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            self._take_row(element)
            element.clear()

    def _take_row(self, row: ET.Element) -> None:
        times = _repeated(row, "rows")
        column = 0
        used = False
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            repeated = _repeated(cell, "columns")
            if _is_uncalculated(cell):
                formula = cell.get(f"{_TABLE}formula", "").rpartition(":=")[2].lstrip("=")
                used = True
                self._columns = max(self._columns, column + repeated)
                self.marks[self._name].append(uncalculated_mark(self._row, column, f"={formula}"))
            elif len(cell) or f"{_OFFICE}value-type" in cell.attrib:
                used = True
                self._columns = max(self._columns, column + repeated)
                if cell.get(f"{_EXTENSION}value-type") == "error" and repeated * times < 1000:
                    text = "".join(p.text or "" for p in cell.iter(f"{_TEXT}p")) or "#N/A"
                    self.marks[self._name] += [
                        Mark(self._row + down, column + right, CellKind.ERROR, text)
                        for down in range(times)
                        for right in range(repeated)
                    ]
                self._characters += repeated * times * sum(map(len, cell.itertext()))
            column += repeated
        if used and self._characters > MAX_INFLATED_BYTES:
            raise hostile(self._source, Hostile.INFLATES_TOO_MUCH)
        if used and (self._row + times) * self._columns > MAX_GRID_CELLS:
            raise hostile(self._source, Hostile.GRID_TOO_LARGE)
        self._row += times


def _is_uncalculated(cell: ET.Element) -> bool:
    if f"{_TABLE}formula" not in cell.attrib:
        return False
    kind = cell.get(f"{_OFFICE}value-type")
    if kind is None:
        return True
    return kind in _VALUE_TYPES_OF_NUMBERS and f"{_OFFICE}value" not in cell.attrib


def _repeated(element: ET.Element, what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(text) if text.isascii() and text.isdigit() else 1

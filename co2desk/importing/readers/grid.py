"""How many rows and columns the XML of a sheet makes a reader allocate.

A reader allocates from the first to the last row and column at once, so two cells in far corners
cost as much as a full sheet. Programs write a sheet's cells in one plain way, which a single search
recognises for sheets of up to 26 columns; any other sheet is looked at cell by cell.
"""

import re
from dataclasses import dataclass

from co2desk.importing.readers.letters import column_index

MAX_GRID_CELLS = 16_000_000
_NARROW = 26

_NOT_NARROW = re.compile(rb'<c(?! r="[A-Z][0-9]{1,6}")[\s/>]')
_NOT_PLAIN = re.compile(rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}")[\s/>]')
_PLAIN_LETTERS = re.compile(rb'<c r="([A-Z]{2,3})')
_PLAIN_ROW = re.compile(rb'<c r="[A-Z]+([0-9]+)"')
_ERROR = re.compile(rb't="e"')
_FORMULA = re.compile(rb"<f")
_HIDDEN = re.compile(rb'hidden="')
# The first, without a prefix, is a search of fixed text, five times as fast.
_ROW = re.compile(rb'<row [^>]*?\br="([0-9]{1,9})"')
_PREFIXED_ROW = re.compile(rb'<[a-z]+:row\b[^>]*?\sr="([0-9]{1,9})"')
_TAG = re.compile(
    rb"""<(?:[\w.-]+:)?(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE
)
_REFERENCE = re.compile(rb"""(?<![\w:.-])r\s*=\s*["']([A-Za-z]*)([0-9]*)["']""")


@dataclass(slots=True)
class SheetScan:
    """What the XML of one sheet holds that the spreadsheet library will not tell."""

    has_errors: bool = False
    has_formulas: bool = False
    is_narrow: bool = True
    prefixed: bool = False
    may_hide: bool = False
    rows_ascend: bool = True
    last_row: int = 0

    def look(self, text: bytes) -> None:
        """Take the next piece of the sheet, cut behind a `>`."""
        self.prefixed = self.prefixed or b":worksheet" in text[:4096]
        if not self.has_errors:
            self.has_errors = self.prefixed or _ERROR.search(text) is not None
        if not self.has_formulas:
            self.has_formulas = self.prefixed or _FORMULA.search(text) is not None
        if self.is_narrow:
            self.is_narrow = not self.prefixed and _NOT_NARROW.search(text) is None
        self.may_hide = self.may_hide or _HIDDEN.search(text) is not None
        if self.rows_ascend:
            found = (_PREFIXED_ROW if self.prefixed else _ROW).findall(text)
            numbers = [self.last_row, *map(int, found)]
            self.last_row = numbers[-1]
            self.rows_ascend = numbers == sorted(set(numbers))


def has_row_twice(sheet: bytes) -> bool:
    """Whether two rows of a sheet claim one number: a reader keeps the last, unseen."""
    numbers = _ROW.findall(sheet) or _PREFIXED_ROW.findall(sheet)
    return len(set(map(int, numbers))) < len(numbers)


def grid_is_too_large(sheet: bytes) -> bool:
    """Whether a sheet that is not narrow spans more cells than can be held.

    `sheet` is its whole XML: a piece might be cut where an attribute holds a `>`.
    """
    if _NOT_PLAIN.search(sheet) is None and b":c" not in sheet:
        names = {name.decode() for name in _PLAIN_LETTERS.findall(sheet)}
        columns = max([_NARROW, *(column_index(name) + 1 for name in names)])
        rows = max([1, *map(int, set(_PLAIN_ROW.findall(sheet)))])
    else:
        rows, columns = _walk(sheet)
    return rows * columns > MAX_GRID_CELLS


def _walk(sheet: bytes) -> tuple[int, int]:
    """Rows and columns in use; a cell without a reference lies behind the one before it."""
    rows = columns = 1
    row = column = 0
    for match in _TAG.finditer(sheet):
        tag, attributes = match.groups()
        reference = _REFERENCE.search(attributes)
        letters, digits = reference.groups() if reference else (b"", b"")
        if tag.lower() == b"row":
            row = int(digits[:12]) if digits else row + 1
            column = 0
        else:
            row = int(digits[:12]) if digits else max(row, 1)
            column = _column(letters) if letters else column + 1
        rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _column(letters: bytes) -> int:
    return column_index(letters[:6].decode().upper()) + 1

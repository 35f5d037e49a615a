"""How many rows and columns the XML of a sheet makes a reader allocate.

A reader allocates from the first to the last row and column at once, so two cells in far corners
cost as much as a full sheet. Programs write a sheet's cells in one plain way, which a single search
recognises for sheets of up to 26 columns; any other sheet is looked at cell by cell.
"""

import re
from collections.abc import Iterable
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

    def look(self, text: bytes) -> None:
        """Take the next piece of the sheet, cut behind a `>`."""
        self.prefixed = self.prefixed or b":worksheet" in text[:4096]
        if not self.has_errors:
            self.has_errors = self.prefixed or _ERROR.search(text) is not None
        if not self.has_formulas:
            self.has_formulas = self.prefixed or _FORMULA.search(text) is not None
        if self.is_narrow:
            self.is_narrow = not self.prefixed and _NOT_NARROW.search(text) is None


def grid_is_too_large(pieces: Iterable[bytes]) -> bool:
    """Whether a sheet that is not narrow spans more cells than can be held.

    `pieces` are the sheet's XML, each cut behind a `>`.
    """
    walker = _Walker()
    return any(walker.walk(piece) > MAX_GRID_CELLS for piece in pieces)


class _Walker:
    """Rows and columns used so far, and where a cell without a reference of its own would lie."""

    def __init__(self) -> None:
        self._rows = 1
        self._columns = 1
        self._row = 0
        self._column = 0

    def walk(self, text: bytes) -> int:
        """Take the next piece; give the size of the grid in cells."""
        if _NOT_PLAIN.search(text) is None and b":c " not in text:
            self._walk_plain(text)
        else:
            for tag, attributes in _TAG.findall(text):
                self._take(tag.lower() == b"row", _REFERENCE.search(attributes))
        return self._rows * self._columns

    def _walk_plain(self, text: bytes) -> None:
        letters = {name.decode() for name in _PLAIN_LETTERS.findall(text)}
        self._columns = max([self._columns, _NARROW, *(column_index(one) + 1 for one in letters)])
        self._rows = max([self._rows, *map(int, set(_PLAIN_ROW.findall(text)))])
        # Where a piece ends, a row may not; cells without references then count from its start.
        rows = [int(number[:12]) for number in re.findall(rb'<row[^>]*? r="([0-9]+)"', text)]
        self._row = max([self._row, *rows])
        self._column = _NARROW if letters else self._column

    def _take(self, is_row: bool, reference: re.Match[bytes] | None) -> None:
        letters, digits = reference.groups() if reference else (b"", b"")
        number = int(digits[:12]) if digits else None
        if is_row:
            self._row = number if number is not None else self._row + 1
            self._column = 0
        else:
            self._column = (
                column_index(letters[:6].decode().upper()) + 1 if letters else (self._column + 1)
            )
            self._row = number if number is not None else max(self._row, 1)
        self._rows = max(self._rows, self._row)
        self._columns = max(self._columns, self._column)

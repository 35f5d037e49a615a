"""Totals and notes under a table."""

import re
from collections.abc import Sequence

from co2desk.importing.readers.header import HeaderFound, Row, filled, usual_fill
from co2desk.importing.readers.shapes import TYPED, Shapes
from co2desk.importing.table import SkipReason

_TAIL_ROWS = 60
_TOTAL = re.compile(
    r"(?:grand |sub-?|sous-|zwischen|gesamt|g[eé]n[eé]ral )*"
    r"(?:totals?|totaux|summen?|sum|somme|gesamt(?:summe)?|totale|insgesamt|subtotal)"
    r"(?: g[eé]n[eé]ral| general| amount)?\s*[:=]?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[*†©(\[]|(?:sources?|notes?|remarks?|printed|generated|exported|created|prepared|quellen?"
    r"|anmerkung(?:en)?|hinweise?|stand|erstellt|gedruckt|exportiert|remarques?|g[ée]n[ée]r[ée]"
    r"|imprim[ée]|export[ée]|[ée]tabli|copyright)\b",
    re.IGNORECASE,
)


def mark_tail(
    rows: Sequence[Row],
    found: HeaderFound,
    end: int,
    reasons: dict[int, SkipReason],
    shapes: Shapes,
) -> None:
    """Mark totals and notes under the table, from the last row upwards."""
    body = [i for i in range(found.body, min(end, found.body + 200)) if i not in reasons]
    if len(body) < 2:
        return
    tail = _Tail(rows, body, shapes)
    for i in range(end - 1, max(found.body, end - _TAIL_ROWS), -1):
        if i in reasons:
            continue
        reason = tail.reason(rows[i], behind_gap=reasons.get(i - 1) is SkipReason.BLANK)
        if reason is None:
            return
        reasons[i] = reason


class _Tail:
    """Judges rows at the end of a table by what its other rows look like."""

    def __init__(self, rows: Sequence[Row], body: Sequence[int], shapes: Shapes) -> None:
        self._usual = usual_fill(rows, body)
        self._thin = _is_thin(rows, body)
        self._shapes = shapes
        self._first = _first_column([rows[i] for i in body])
        first_cells = [
            rows[i][self._first].strip()
            for i in body
            if len(rows[i]) > self._first and filled(rows[i]) > 1
        ]
        self._longest = max(map(len, first_cells), default=0)
        self._spaced = sum(" " in cell for cell in first_cells) > 0.3 * len(first_cells)
        self._typed = sum(shapes(cell) in TYPED for cell in first_cells) > 0.6 * len(first_cells)

    def reason(self, row: Row, *, behind_gap: bool) -> SkipReason | None:
        """Why `row` is not data; None if it is."""
        count = filled(row)
        text = next((cell.strip() for cell in row if cell.strip()), "")
        if _TOTAL.fullmatch(text) and (count < self._usual or self._usual <= 2):
            return SkipReason.TOTAL
        at_the_left = len(row) > self._first and bool(row[self._first].strip())
        if count != 1 or not at_the_left or self._usual < 2 or self._shapes(text) in TYPED:
            return None
        if _NOTE.match(text) and (self._usual > 2 or behind_gap):
            return SkipReason.FOOTER
        if self._thin or (self._usual == 2 and not behind_gap and len(text) <= 60):
            return None
        # A row filled in no further than its name is data, if it looks like the names above.
        if self._typed or behind_gap or (" " in text and not self._spaced):
            return SkipReason.FOOTER
        return SkipReason.FOOTER if len(text) > 2 * self._longest else None


def _first_column(rows: Sequence[Row]) -> int:
    """Index of the first column that holds anything; columns before it lie beside the table."""
    begins = (
        next((column for column, cell in enumerate(row) if cell.strip()), None) for row in rows
    )
    return min((column for column in begins if column is not None), default=0)


def _is_thin(rows: Sequence[Row], body: Sequence[int]) -> bool:
    """Whether rows of a single cell are common above the last rows, so that they say nothing."""
    end = len(body)
    while end > 1 and filled(rows[body[end - 1]]) <= 1:
        end -= 1
    return sum(filled(rows[i]) <= 1 for i in body[:end]) > 0.1 * end

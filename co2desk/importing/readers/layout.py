"""The data table among the rows of a sheet or text: what is header, data, and neither."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.marks import is_problems_header
from co2desk.importing.readers.header import (
    HeaderFound,
    Row,
    filled,
    find_header,
    header_at,
    is_instruction,
    looks_like_names,
    split_names,
    usual_fill,
)
from co2desk.importing.readers.letters import column_letter
from co2desk.importing.readers.shapes import TYPED, Shapes
from co2desk.importing.table import Note, SkippedRow, SkipReason

_HEAD_ROWS = 200
_TAIL_ROWS = 60
_SHOWN_CHARACTERS = 120
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


@dataclass(slots=True)
class Layout:
    """A table found. `kept` are the indices of its data rows, `columns` those of its columns."""

    header: tuple[str, ...]
    header_row: int
    kept: Sequence[int]
    columns: range
    skipped: list[SkippedRow] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def letters(self) -> tuple[str, ...]:
        """Letters of the columns as a spreadsheet shows them."""
        return tuple(column_letter(index) for index in self.columns)


def find_layout(
    rows: Sequence[Row], numbers: Sequence[int], header_row: int | None = None
) -> Layout:
    """Find the table in `rows`, whose physical row numbers are `numbers`.

    `header_row` is the person's choice: a physical row, or 0 for no header.

    Raises:
        UnusableInput: INVALID_VALUE if there is no such row.
    """
    shapes = Shapes()
    found = _choose_header(rows, numbers, header_row, shapes)
    reasons = _reasons(rows, found, shapes)
    if (
        header_row is None
        and _annotated_header(rows) is None
        and (better := _larger_table_below(rows, found, reasons, shapes))
    ):
        found = better
        reasons = _reasons(rows, found, shapes)
    header = _joined_names([rows[i] for i in found.names])
    if len(found.names) == 1 and found.body < len(rows):
        header = tuple(split_names(header, len(rows[found.body]), shapes) or header)
    kept: Sequence[int] = range(found.body, len(rows))
    if reasons:
        kept = [i for i in kept if i not in reasons]
    header, columns, note = _columns(header, rows, kept, bool(found.names))
    skipped = [
        SkippedRow(numbers[i], reason, "" if reason is SkipReason.BLANK else _shown(rows[i]))
        for i, reason in sorted(reasons.items())
    ]
    return Layout(
        header,
        numbers[found.names[0]] if found.names else 0,
        kept,
        columns,
        skipped,
        {Note.BLANK_HEADER_CELLS_DROPPED: note} if note else {},
    )


def _choose_header(
    rows: Sequence[Row], numbers: Sequence[int], header_row: int | None, shapes: Shapes
) -> HeaderFound:
    if header_row is None:
        annotated = _annotated_header(rows)
        found = find_header(rows, shapes, annotated or 0)
        if annotated is None or annotated in found.names:
            return found
        return header_at(rows, annotated, shapes)
    if header_row == 0:
        return HeaderFound(0, (), 0)
    index = next((i for i, number in enumerate(numbers) if number >= header_row), None)
    if index is None:
        last = str(numbers[-1]) if numbers else "0"
        raise UnusableInput(
            ErrorCode.INVALID_VALUE, name="header_row", value=header_row, detail=f"0–{last}"
        )
    return header_at(rows, index, shapes)


def _annotated_header(rows: Sequence[Row]) -> int | None:
    """The header of an annotated copy, known by the column that was added to it."""
    for index, row in enumerate(rows[:_HEAD_ROWS]):
        if any("co2desk" in cell and is_problems_header(cell) for cell in reversed(row)):
            return index
    return None


def _reasons(rows: Sequence[Row], found: HeaderFound, shapes: Shapes) -> dict[int, SkipReason]:
    """Why rows, by index, are not data."""
    reasons = {
        i: SkipReason.PREAMBLE if filled(rows[i]) else SkipReason.BLANK for i in range(found.begin)
    }
    reasons.update(dict.fromkeys(range(found.begin, found.body), SkipReason.BLANK))
    reasons.update(dict.fromkeys(found.names, SkipReason.HEADER))
    blanks = [
        i
        for i, row in enumerate(islice(rows, found.body, None), found.body)
        if not (row and row[0].strip()) and not filled(row)
    ]
    reasons.update(dict.fromkeys(blanks, SkipReason.BLANK))
    if found.names:
        name_rows = [rows[i] for i in found.names]
        repeated = [
            i
            for i, row in enumerate(islice(rows, found.body, None), found.body)
            if row in name_rows
        ]
        reasons.update(dict.fromkeys(repeated, SkipReason.REPEATED_HEADER))
    first = next((i for i in range(found.body, len(rows)) if i not in reasons), len(rows))
    if found.names and is_instruction(
        rows[first] if first < len(rows) else (), rows[first + 1 : first + 60], shapes
    ):
        reasons[first] = SkipReason.INSTRUCTION
    other = _other_table(rows, found, blanks, reasons, shapes)
    for i in range(other, len(rows)):
        if reasons.get(i) is not SkipReason.BLANK:
            reasons[i] = SkipReason.OTHER_TABLE
    _mark_tail(rows, found, other, reasons, shapes)
    return reasons


def _other_table(
    rows: Sequence[Row],
    found: HeaderFound,
    blanks: Sequence[int],
    reasons: dict[int, SkipReason],
    shapes: Shapes,
) -> int:
    """Index where another table begins, behind a gap, with names of its own; else the end."""
    for gap in blanks:
        begin = gap + 1
        if begin in reasons or begin >= len(rows) or begin <= found.body:
            continue
        if begin + 1 < len(rows) and _begins_other_table(rows, begin, found, shapes):
            return begin
    return len(rows)


def _begins_other_table(
    rows: Sequence[Row], begin: int, found: HeaderFound, shapes: Shapes
) -> bool:
    row = rows[begin]
    following = [other for other in rows[begin + 1 : begin + 8] if filled(other)]
    while filled(row) == 1:  # perhaps a title, or several: names must follow
        if not following:
            return False
        row, following = following[0], following[1:]
    above = [other for other in rows[max(found.body, begin - 12) : begin] if filled(other)]
    if not following or not above or not looks_like_names(row, shapes):
        return False
    typed_above = set().union(*(_typed(other, shapes) for other in above))
    typed_here = _typed(row, shapes)
    typed_below = set().union(*(_typed(other, shapes) for other in following))
    return bool(typed_above) and not typed_here and bool(typed_below)


def _typed(row: Row, shapes: Shapes) -> set[int]:
    return {column for column, cell in enumerate(row) if shapes(cell) in TYPED}


def _larger_table_below(
    rows: Sequence[Row],
    found: HeaderFound,
    reasons: dict[int, SkipReason],
    shapes: Shapes,
) -> HeaderFound | None:
    """The table below, if what was found first is only a block of particulars above it."""
    other = next((i for i, why in reasons.items() if why is SkipReason.OTHER_TABLE), None)
    if other is None:
        return None
    own = other - found.body
    rest = len(rows) - other
    candidate = find_header(rows, shapes, other)
    if candidate.names and rest > 3 * own:
        width = max(filled(rows[i]) for i in found.names) if found.names else 2
        if filled(rows[candidate.names[0]]) > width or own <= 10:
            return candidate
    return None


def _mark_tail(
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


def _joined_names(names: Sequence[Row]) -> tuple[str, ...]:
    if len(names) < 2:
        return tuple(names[0]) if names else ()
    width = max(map(len, names))
    joined = [
        " ".join(row[column].strip() for row in names if column < len(row) and row[column].strip())
        for column in range(width)
    ]
    # A title above several columns stands over the first; it tells names apart that are alike.
    alike = {name for name, count in Counter(joined).items() if name and count > 1}
    group = ""
    for column, title in enumerate(names[0]):
        group = title.strip() or group
        if joined[column] in alike and not title.strip() and group:
            joined[column] = f"{group} {joined[column]}"
    return tuple(joined)


def _columns(
    header: tuple[str, ...], rows: Sequence[Row], kept: Sequence[int], named: bool
) -> tuple[tuple[str, ...], range, str]:
    """The columns in use: blank ones at either side are left out.

    A header with one separator too many would shift every name behind it: where each row is
    shorter by just the blank names, these are dropped.
    """
    in_use = rows[kept.start : kept.stop] if isinstance(kept, range) else [rows[i] for i in kept]
    widths = set(map(len, in_use))
    width = max(widths, default=len(header))
    if not named:
        return ("",) * width, range(width), ""
    blank = [column for column, name in enumerate(header) if not name.strip()]
    if blank and widths and len(header) - len(blank) == width:
        names = tuple(name for name in header if name.strip())
        return names, range(width), ", ".join(column_letter(column) for column in blank)
    first, last = 0, max(width, len(header))
    header += ("",) * (last - len(header))
    while first < last and not header[first].strip() and _is_blank(rows, kept, first):
        first += 1
    while last > first + 1 and not header[last - 1].strip() and _is_blank(rows, kept, last - 1):
        last -= 1
    # Cells behind the last name stay with their rows: the checker says that there are too many.
    while last > first + 1 and not header[last - 1].strip():
        last -= 1
    return header[first:last], range(first, last), ""


def _is_blank(rows: Sequence[Row], kept: Sequence[int], column: int) -> bool:
    return not any(len(rows[i]) > column and rows[i][column].strip() for i in kept)


def _shown(row: Row) -> str:
    return " ".join(cell.strip() for cell in row if cell.strip())[:_SHOWN_CHARACTERS]

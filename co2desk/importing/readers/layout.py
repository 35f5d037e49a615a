"""The data table among the rows of a sheet or text: what is header, data, and neither."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.plain_words import plain_words
from co2desk.importing.marks import is_problems_header
from co2desk.importing.readers.header import (
    HeaderFound,
    Row,
    filled,
    find_header,
    header_at,
    is_instruction,
    split_names,
)
from co2desk.importing.readers.letters import column_letter
from co2desk.importing.readers.other_tables import larger_table_below, other_table
from co2desk.importing.readers.shapes import Shapes
from co2desk.importing.readers.table_tail import mark_tail
from co2desk.importing.table import Note, SkippedRow, SkipReason

_HEAD_ROWS = 200
_SHOWN_CHARACTERS = 120


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
        and (better := larger_table_below(rows, found, reasons, shapes))
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
    notes: dict[str, str] = {Note.BLANK_HEADER_CELLS_DROPPED: note} if note else {}
    if found.names and (repeated := _repeated(header, columns)):
        notes[Note.REPEATED_NAMES] = repeated
    return Layout(
        header,
        numbers[found.names[0]] if found.names else 0,
        kept,
        columns,
        skipped,
        notes,
    )


def _repeated(header: Sequence[str], columns: range) -> str:
    """Names that several columns have, each with the letters of these columns."""
    letters: dict[str, list[str]] = {}
    for name, index in zip(header, columns, strict=False):
        if plain := plain_words(name):
            letters.setdefault(plain, []).append(column_letter(index))
    first = {plain_words(name): name for name in reversed(header)}
    return ", ".join(
        f"{first[plain]} ({', '.join(found)})" for plain, found in letters.items() if len(found) > 1
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
    other = other_table(rows, found, blanks, reasons, shapes)
    for i in range(other, len(rows)):
        if reasons.get(i) is not SkipReason.BLANK:
            reasons[i] = SkipReason.OTHER_TABLE
    mark_tail(rows, found, other, reasons, shapes)
    return reasons


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

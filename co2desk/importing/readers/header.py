"""Where the header is: the row of names above the values, told apart from titles and from data."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median_high

from co2desk.importing.readers.shapes import TYPED, Shape, Shapes

_HEAD_ROWS = 200
_EVIDENCE_ROWS = 60
_PARTICULARS_ROWS = 15
_NAME_DELIMITERS = ("\t", ";", ",", "|", " ")

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class HeaderFound:
    """Indices into the rows: `body` is the first row of data, `names` the rows of the header.

    Rows before `begin` are no part of the table. `names` is empty for a table without a header.
    """

    begin: int
    names: tuple[int, ...]
    body: int


def filled(row: Row) -> int:
    """Count the cells that hold something."""
    return sum(1 for cell in row if cell and not cell.isspace())


def find_header(rows: Sequence[Row], shapes: Shapes, begin: int = 0) -> HeaderFound:
    """Find the header at or below index `begin`; blank rows are passed over."""
    present = [i for i in range(begin, min(len(rows), begin + _HEAD_ROWS)) if filled(rows[i])]
    if not present:
        return HeaderFound(begin, (), begin)
    usual = usual_fill(rows, present)
    top = _first_full_row(rows, present, usual, shapes)
    start = present[top]
    evidence = [rows[i] for i in present[top + 1 : top + 1 + _EVIDENCE_ROWS]]
    typed = _typed_columns(evidence, shapes)
    if not _is_header(rows[start], evidence, typed, shapes):
        if start > begin and _is_thin_header(rows[start - 1], rows[start], usual, shapes):
            return HeaderFound(start - 1, (start - 1,), start)
        return HeaderFound(start, (), start)
    names = [start]
    following = present[top + 1 : top + 3]
    for position, index in enumerate(following, start=2):
        below = [rows[i] for i in present[top + position : top + position + _EVIDENCE_ROWS]]
        apart = index != names[-1] + 1 and not _completes(rows[index], rows[start])
        if apart or list(rows[index]) == list(rows[start]):
            break
        if not _is_second_header(rows[index], below, shapes):
            break
        names.append(index)
    if start > begin and _are_group_titles(rows[start - 1], rows[start], shapes):
        names.insert(0, start - 1)
    return HeaderFound(names[0], tuple(names), names[-1] + 1)


def header_at(rows: Sequence[Row], index: int, shapes: Shapes) -> HeaderFound:
    """Take the row the person chose as the header, with a second header row if there is one."""
    below = [row for row in rows[index + 2 : index + 2 + _EVIDENCE_ROWS] if filled(row)]
    if index + 1 < len(rows) and _is_second_header(rows[index + 1], below, shapes):
        return HeaderFound(index, (index, index + 1), index + 2)
    return HeaderFound(index, (index,), index + 1)


def usual_fill(rows: Sequence[Row], present: Sequence[int]) -> int:
    """How many cells a row of the table usually fills."""
    step = max(1, len(rows) // 200)
    counts = [filled(rows[i]) for i in present]
    counts += [count for row in rows[present[-1] + 1 :: step] if (count := filled(row))]
    # Files of two parts, a long list of remarks and a table: the table counts.
    wide = [count for count in counts if count > 1]
    return median_high(wide if len(wide) * 4 >= len(counts) else counts)


def split_names(row: Row, width: int, shapes: Shapes) -> list[str] | None:
    """Cut a row of one cell into names, if another delimiter than the data's gives just enough."""
    if width < 3 or filled(row) != 1:
        return None
    text = next(cell for cell in row if cell.strip())
    for delimiter in _NAME_DELIMITERS:
        names = [name.strip().strip("\"'") for name in text.strip().split(delimiter)]
        if len(names) == width and all(names) and looks_like_names(names, shapes):
            return names
    return None


def looks_like_names(row: Row, shapes: Shapes) -> bool:
    """Whether all cells that hold something could be column names, each there once."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(set(cells)) < len(cells) or not cells:
        return False
    values = sum(shapes(cell) in TYPED and not _is_year(cell) for cell in cells)
    return values == 0 and all(len(cell) <= 120 for cell in cells)


def _first_full_row(rows: Sequence[Row], present: Sequence[int], usual: int, shapes: Shapes) -> int:
    """Position in `present` of the first row as full as the table's rows usually are."""
    enough = usual if usual <= 2 else max(2, ceil(0.6 * usual))
    widest = max(range(len(present[:50])), key=lambda i: (filled(rows[present[i]]), -i))
    width = filled(rows[present[widest]])
    if width >= 3 and width >= 2 * usual and looks_like_names(rows[present[widest]], shapes):
        above = [rows[index] for index in present[:widest]]
        if not any(filled(row) >= 3 and looks_like_names(row, shapes) for row in above):
            return widest  # a template: names in every column, little filled in below
    first = next((i for i, index in enumerate(present) if filled(rows[index]) >= enough), 0)
    # Particulars above the table may fill as many cells as a thin row of it.
    for later in range(first, min(first + _PARTICULARS_ROWS, len(present) - 1)):
        if filled(rows[present[later]]) >= usual:
            own_table = _is_table_before_gap(rows, present, first, later, shapes)
            if (
                later > first
                and not own_table
                and _is_header_by_types(rows, present, later, shapes)
            ):
                return later
            break
    return first


def _is_header_by_types(
    rows: Sequence[Row], present: Sequence[int], position: int, shapes: Shapes
) -> bool:
    """Whether a row has names above columns of values."""
    row = rows[present[position]]
    evidence = [rows[i] for i in present[position + 1 : position + 1 + _EVIDENCE_ROWS]]
    typed = _typed_columns(evidence, shapes)
    return (
        bool(typed) and looks_like_names(row, shapes) and _is_header(row, evidence, typed, shapes)
    )


def _is_table_before_gap(
    rows: Sequence[Row], present: Sequence[int], first: int, later: int, shapes: Shapes
) -> bool:
    """Whether the rows from `first` to the gap above `later` are a small table of their own."""
    title = later - 1 if filled(rows[present[later - 1]]) == 1 else later
    if title - first < 3 or present[title] == present[title - 1] + 1:
        return False
    return _is_header_by_types(rows, present[:title], first, shapes)


def _is_thin_header(row: Row, below: Row, usual: int, shapes: Shapes) -> bool:
    """Whether a row above data names some of the columns, or all of them in another dialect."""
    if split_names(row, len(below), shapes):
        return True
    return (
        filled(row) >= max(2, 0.3 * usual)
        and abs(len(row) - len(below)) <= 1
        and bool(row[0].strip())
        and looks_like_names(row, shapes)
    )


def _completes(row: Row, header: Row) -> bool:
    """Whether a row mostly names columns that the header above it leaves without a name."""
    columns = [column for column, cell in enumerate(row) if cell.strip()]
    blank = sum(column >= len(header) or not header[column].strip() for column in columns)
    return 2 * blank > len(columns)


def _are_group_titles(row: Row, names: Row, shapes: Shapes) -> bool:
    """Whether a row tells apart names below it that are alike: "Heat" above "kWh" and "CHF"."""
    named = [name.strip().casefold() for name in names if name.strip()]
    if len(set(named)) == len(named) or len(row) > len(names):
        return False
    following = [*row[1:], ""]
    wide = sum(
        bool(cell.strip()) and not behind.strip()
        for cell, behind in zip(row, following, strict=True)
    )
    return wide >= 2 and looks_like_names(row, shapes)


def _typed_columns(rows: Sequence[Row], shapes: Shapes) -> set[int]:
    """Columns that hold mostly numbers, dates or times."""
    counts: Counter[int] = Counter()
    typed: Counter[int] = Counter()
    for row in rows:
        for column, cell in enumerate(row):
            found = shapes(cell)
            if found is not Shape.EMPTY:
                counts[column] += 1
                typed[column] += found in TYPED
    return {column for column, count in counts.items() if typed[column] >= 0.6 * count}


def _is_header(row: Row, below: Sequence[Row], typed: set[int], shapes: Shapes) -> bool:
    names = values = 0
    for column in typed:
        cell = row[column] if column < len(row) else ""
        found = shapes(cell)
        if found in TYPED and not _is_year(cell):
            values += 1
        elif found is not Shape.EMPTY:
            names += 1
    if names or values:
        return names >= values if not _is_all_values(row, shapes) else False
    if not below:
        return looks_like_names(row, shapes)
    if not looks_like_names(row, shapes):
        return False
    return _repeats_below(row, below) * 2 <= filled(row)


def _is_all_values(row: Row, shapes: Shapes) -> bool:
    found = [shapes(cell) for cell in row if cell.strip()]
    return sum(one in TYPED for one in found) > 0.5 * len(found) and not any(
        one in (Shape.WORDS, Shape.CODE) for one in found
    )


def _is_second_header(row: Row, below: Sequence[Row], shapes: Shapes) -> bool:
    """Whether a row under the header still names columns: units, or the finer half of names."""
    typed = _typed_columns(below, shapes)
    if len(typed) < 2 or len(below) < 2 or not filled(row):
        return False
    cells = [row[column].strip() for column in typed if column < len(row)]
    named = [cell for cell in cells if cell]
    if len(named) < max(2, 0.5 * len(typed)) or any(
        shapes(cell) in TYPED or shapes(cell) is Shape.EMPTY for cell in named
    ):
        return False
    if any(shapes(cell) in TYPED for cell in row):
        return False
    return _repeats_below(row, below) == 0


def is_instruction(row: Row, below: Sequence[Row], shapes: Shapes) -> bool:
    """Whether a row under the header tells in sentences what to fill in."""
    cells = [cell for cell in row if cell.strip()]
    words = [len(cell.split()) for cell in cells]
    return (
        len(cells) >= 2
        and min(words) >= 2
        and sum(words) >= 2.5 * len(cells)
        and not any(shapes(cell) in TYPED for cell in cells)
        and any(
            column < len(row) and row[column].strip() for column in _typed_columns(below, shapes)
        )
        and _repeats_below(row, below) == 0
    )


def _repeats_below(row: Row, below: Sequence[Row]) -> int:
    return sum(
        any(column < len(other) and other[column] == cell for other in below)
        for column, cell in enumerate(row)
        if cell.strip()
    )


def _is_year(cell: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}", cell.strip()))

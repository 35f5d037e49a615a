"""Where another table begins below the one that was found."""

from collections.abc import Sequence

from co2desk.importing.readers.header import (
    HeaderFound,
    Row,
    filled,
    find_header,
    looks_like_names,
)
from co2desk.importing.readers.shapes import TYPED, Shapes
from co2desk.importing.table import SkipReason


def other_table(
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


def larger_table_below(
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

"""How well a text fits a dialect: rows of equal length, whose cells look like values."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from co2desk.importing.readers.delimiter_prior import prior
from co2desk.importing.readers.records import TextDialect, parse
from co2desk.importing.readers.shapes import TYPED, WORTH, Shape, Shapes

_SINGLE_COLUMN = 0.33
_COLUMN_OF_VALUES = 0.85
_HIGHEST_WORTH = 1.1


def fit(sample: str, dialect: TextDialect, shapes: Shapes, best: float = 0.0) -> float:
    """How consistent the sample is under `dialect`; only roughly where it cannot reach `best`."""
    records = parse(sample, dialect, mend=False)
    rows = [row for row in records.rows if row]
    if not rows:
        return 0.0
    soundness = 1 - 0.5 * len(records.mended) / len(rows)
    if not dialect.delimiter:
        return _score_of_one_column(rows, shapes)
    body = _without_titles(rows)
    widths = Counter(len(row) for row in body)
    widths.pop(1, None)
    if not widths:
        return 0.0
    width = max(widths, key=lambda length: (widths[length], length))
    near = sum(count for length, count in widths.items() if abs(length - width) <= 2)
    consistency = (widths[width] + 0.3 * (near - widths[width])) / len(body)
    length_factor = 1 - 0.45 / (width - 0.5) if width > 1 else 0.0
    soundness *= sqrt(len(body) / len(rows))
    frame = soundness * length_factor * prior(dialect.delimiter)
    if _is_prose(body, width, dialect, shapes):
        frame *= 0.3
    regular = float(consistency**1.2) * frame
    highest = float(_HIGHEST_WORTH**1.5) * regular
    if highest < best:
        return 0.5 * highest
    worth = _worth([row for row in body if len(row) > 1], width, shapes)
    return float(worth**1.5) * regular


def _score_of_one_column(rows: Sequence[Sequence[str]], shapes: Shapes) -> float:
    """Whole lines that are values are a column of values; anything else hardly a table."""
    cells = [row[0] for row in rows]
    values = [cell for cell in cells if shapes(cell) in (*TYPED, Shape.ADDRESS)]
    # 12,5 may be two columns of integers, unless the line of names has no comma.
    decided = "," not in cells[0] or not any("," in cell for cell in values)
    if len(values) > 1 and len(values) >= 0.8 * len(cells):
        return _COLUMN_OF_VALUES if decided else 0.7 * _COLUMN_OF_VALUES
    return _SINGLE_COLUMN * _worth(rows, 1, shapes)


def _is_prose(
    rows: Sequence[Sequence[str]], width: int, dialect: TextDialect, shapes: Shapes
) -> bool:
    """Whether commas or blanks are those of sentences: few pieces, all of them words."""
    if dialect.delimiter == " ":
        cells = [cell for row in rows for cell in row]
        return sum(shapes(cell) in TYPED for cell in cells) < 0.1 * len(cells)
    if width > 3:
        return False
    behind = [cell for row in rows for cell in row[1:]]
    spaced = sum(cell.startswith(" ") for cell in behind) > 0.7 * len(behind)
    if not (spaced or dialect.skip_space):
        return False
    cells = [cell for row in rows for cell in row]
    if any(shapes(cell) in TYPED for cell in cells):
        return False
    return sum(cell.count(" ") for cell in cells) > 1.5 * len(cells)


def _without_titles(rows: list[list[str]]) -> list[list[str]]:
    """Leave out rows of one cell at the head and the tail, as long as rows remain."""
    begin, end = 0, len(rows)
    while begin < len(rows) - 2 and len(rows[begin]) == 1:
        begin += 1
    while end > begin + 2 and len(rows[end - 1]) == 1:
        end -= 1
    return rows[begin:end]


def _worth(rows: Iterable[Sequence[str]], width: int, shapes: Shapes) -> float:
    """Mean worth of the cells, raised where a column's cells look alike."""
    columns: list[Counter[Shape]] = [Counter() for _ in range(width)]
    for row in rows:
        for column, cell in zip(columns, row, strict=False):
            column[shapes(cell)] += 1
    total = cells = 0.0
    for column in columns:
        count = column.total()
        if not count:
            continue
        value = sum(WORTH[found] * times for found, times in column.items())
        filled = count - column[Shape.EMPTY]
        typed = max((column[found] for found in TYPED), default=0)
        if filled and typed > 0.7 * filled:
            value += 0.1 * typed
        total += value
        cells += count
    return total / cells if cells else 0.0

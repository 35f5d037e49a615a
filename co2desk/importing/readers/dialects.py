"""Which delimiter, quote and escape a text is written in.

The measure is consistency of data: the right dialect gives rows of equal length whose cells look
like values. It follows the idea of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
detecting row and type patterns", Data Mining and Knowledge Discovery 33 (2019), with weights of its
own: worth by shape of cell, agreement of the shapes within a column, rows of one cell at the ends
(titles, notes) left out, and a prior for the delimiters that people use.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from co2desk.importing.readers.lines import physical_lines
from co2desk.importing.readers.records import TextDialect, parse
from co2desk.importing.readers.shapes import TYPED, WORTH, Shape, Shapes

_HEAD_LINES = 100
_PART_LINES = 30
_LINE_CHARACTERS = 4_000
_SINGLE_COLUMN = 0.33
_COLUMN_OF_VALUES = 0.85
_HIGHEST_WORTH = 1.1
_PRIOR = {
    ",": 1.0,
    ";": 1.02,
    "\t": 1.04,
    "|": 1.02,
    "¦": 1.0,
    "§": 1.0,
    "^": 0.95,
    "~": 0.95,
    "\x1f": 1.0,
    "\x01": 1.0,
    "\x1e": 1.0,
    "#": 0.55,
    "*": 0.6,
    ":": 0.5,
    "!": 0.5,
    "&": 0.45,
    "$": 0.45,
    "%": 0.45,
    "@": 0.45,
    "=": 0.42,
    "+": 0.4,
    "\\": 0.4,
    "/": 0.42,
    "-": 0.25,
    "_": 0.3,
    " ": 0.62,
    "<": 0.3,
    ">": 0.3,
}
_OTHER_PRIOR = 0.45
_LONG_PRIOR = 1.0
_SCHEMES = frozenset({"://", ":/", "//", ":\\", "--", "---", "...", "..", "+/-"})
_NEVER = frozenset("\"'`.()[]{}\r\n\0")
_LONG = re.compile(r"(?<![^\w\s\"'])[!#-&*+,\-/:-@\\^|~§¦]{2,3}(?![^\w\s\"'])|\\t|\t{2,3}")
_QUOTES = ('"', "'", "`")


@dataclass(frozen=True, slots=True)
class Detection:
    """The dialect found; `confidence` 0 to 1 compares it with the best other delimiter."""

    dialect: TextDialect
    confidence: float


def detect_dialect(
    text: str, delimiter: str | None = None, quote: str | None = None, escape: str | None = None
) -> Detection:
    """Find the dialect of `text`; what is given is taken as it is."""
    sample = _sample(text)
    lines = [line for line in _lines(sample) if line.strip()]
    if not lines:
        return Detection(TextDialect(delimiter or ",", '"' if quote is None else quote), 0.0)
    if declared := _declared_delimiter(lines[0]):
        delimiter = delimiter or declared
    shapes = Shapes()
    scored: list[tuple[float, TextDialect]] = []
    best_score = 0.0
    for candidate in _candidates(sample, lines, delimiter):
        for quote_choice in _quotes(sample, candidate, quote):
            dialect = replace(candidate, quote=quote_choice)
            for final in _escapes(sample, dialect, escape):
                score = _score(sample, final, shapes, best_score)
                best_score = max(best_score, score)
                scored.append((score, final))
    best = max(scored, key=lambda pair: pair[0])[1]
    others = [score for score, dialect in scored if dialect.delimiter != best.delimiter]
    rival = max(others, default=0.0)
    confidence = 1.0 if delimiter else min(1.0, 2.2 * (1 - rival / max(best_score, 0.01)))
    return Detection(_settle(best, sample, quote), round(max(0.05, confidence), 2))


def _settle(dialect: TextDialect, sample: str, quote: str | None) -> TextDialect:
    """With no quotes in sight, the usual one stays in force for what the sample did not show."""
    if quote is None and not dialect.quote and '"' not in sample:
        return replace(dialect, quote='"')
    return dialect


def _declared_delimiter(line: str) -> str | None:
    """Read the `sep=;` line by which Excel is told the delimiter."""
    match = re.fullmatch(r"\"?sep=(.|\\t)\"?", line.strip("\r\n"), re.IGNORECASE)
    return {"\\t": "\t"}.get(match[1], match[1]) if match else None


def _sample(text: str) -> str:
    """Lines from the head, and from middle and tail if no cell runs over lines in the head."""
    head = _first_lines(text, 0, _HEAD_LINES)
    if len(head) >= len(text):
        return head
    if re.search(r"[,;\t|^]\"[^\"\r\n]*[\r\n]+[^\"]*\"", head):
        return _first_lines(text, 0, _HEAD_LINES + 2 * _PART_LINES)
    parts = [head]
    for position in (len(text) // 2, max(len(head), len(text) - 6_000)):
        if position > len(head):
            begin = text.find("\n", position) + 1
            parts.append(_first_lines(text, begin, _PART_LINES) if begin else "")
    return "".join(part if part.endswith(("\n", "\r")) else part + "\n" for part in parts if part)


def _first_lines(text: str, begin: int, count: int) -> str:
    block = text[begin : begin + count * _LINE_CHARACTERS]
    lines = list(physical_lines(block))[:count]
    return "".join(lines)


def _lines(text: str) -> list[str]:
    return list(physical_lines(text))


def _candidates(sample: str, lines: Sequence[str], delimiter: str | None) -> list[TextDialect]:
    if delimiter is not None:
        return _with_variants(delimiter, sample)
    found = [TextDialect("")]
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(set(line))
    least = max(1, 0.2 * len(lines))
    singles = [
        char
        for char, count in counts.items()
        if count >= least and not char.isalnum() and char not in _NEVER
    ]
    singles.sort(key=lambda char: _prior(char) * counts[char], reverse=True)
    for char in singles[:8] + _long_delimiters(sample, lines):
        found.extend(_with_variants(char, sample))
    return found


def _long_delimiters(sample: str, lines: Sequence[str]) -> list[str]:
    """Delimiters of several characters: in most lines, and their characters hardly elsewhere."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(set(_LONG.findall(line)) - _SCHEMES)
    found = []
    for text, count in counts.most_common(6):
        mark = max(text, key=lambda char: char != " ")
        whole = sample.count(text) * text.count(mark)
        if count >= max(2, 0.7 * len(lines)) and whole >= 0.9 * sample.count(mark):
            found.append(text)
    return found


def _with_variants(delimiter: str, sample: str) -> list[TextDialect]:
    """The delimiter alone; followed by a blank, if it mostly is; in runs, if it is the blank."""
    if delimiter == " ":
        runs = len(re.findall(r"(?<=\S) {2,}(?=\S)", sample))
        single = len(re.findall(r"(?<=\S) (?=\S)", sample))
        return [TextDialect(" ", collapse=runs > 0.1 * (single + runs))]
    plain = TextDialect(delimiter)
    if delimiter in ",;|:":
        all_of_them = sample.count(delimiter)
        spaced = len(re.findall(re.escape(delimiter) + r"(?: |(?=[\r\n]))", sample))
        before_quote = len(re.findall(re.escape(delimiter) + r" +[\"']", sample))
        if before_quote or spaced > 0.9 * all_of_them:
            return [replace(plain, skip_space=True), plain]
    return [plain]


def _prior(delimiter: str) -> float:
    if len(delimiter) > 1:
        return _LONG_PRIOR
    return _PRIOR.get(delimiter, _OTHER_PRIOR)


def _quotes(sample: str, dialect: TextDialect, chosen: str | None) -> list[str]:
    """Quotes that open and close cells; with none in sight, the usual one can do no harm."""
    if chosen is not None:
        return [chosen]
    found = [mark for mark in _QUOTES if mark in sample and _encloses(mark, sample, dialect)]
    return [*found, ""] if '"' in sample or found else ['"']


def _encloses(quote: str, sample: str, dialect: TextDialect) -> bool:
    edge = f"[{re.escape(dialect.delimiter)}\r\n]" if len(dialect.delimiter) == 1 else r"[\r\n]"
    long = f"|(?<={re.escape(dialect.delimiter + quote)})" if len(dialect.delimiter) > 1 else ""
    # The quote comes first in both patterns, which lets the search run from quote to quote.
    opening = rf"{quote}(?:(?<={edge}{quote})|(?<={edge} {quote}){long})"
    closing = rf"{quote} ?(?:$|{edge}{'|' + re.escape(dialect.delimiter) if long else ''})"
    opened = len(re.findall(opening, sample)) + sample.startswith(quote)
    closed = len(re.findall(closing, sample))
    if not opened or not closed:
        return False
    if quote == '"' or (opened > 1 and closed > 1):
        return True
    # One cell in apostrophes proves nothing, unless it keeps a delimiter together.
    inner = re.escape(dialect.delimiter)
    enclosed = rf"(?:^|{edge}){quote}[^{quote}\r\n]*{inner}[^{quote}\r\n]*{quote}(?:{edge}|$)"
    return bool(inner) and re.search(enclosed, sample) is not None


def _escapes(sample: str, dialect: TextDialect, chosen: str | None) -> list[TextDialect]:
    if chosen is not None:
        return [replace(dialect, escape="" if chosen == dialect.quote else chosen)]
    found = [dialect]
    escaped = [
        mark for mark in (dialect.quote, dialect.delimiter) if mark and f"\\{mark}" in sample
    ]
    if escaped and dialect.delimiter not in ("", "\\", "\\t"):
        found.append(replace(dialect, escape="\\"))
    return found


def _score(sample: str, dialect: TextDialect, shapes: Shapes, best: float = 0.0) -> float:
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
    frame = soundness * length_factor * _prior(dialect.delimiter)
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

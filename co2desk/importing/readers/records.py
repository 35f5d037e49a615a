"""Text to records under a known dialect, with the physical row where each begins.

The csv module's reader does the work wherever the quoting is well formed. Where it is not (a quote
never closed, quotes not escaped), the record is mended by itself and reading goes on behind it, so
that one stray quote cannot swallow the rest of the file.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.lines import physical_lines
from co2desk.importing.readers.repair import split_broken

MAX_CELL_CHARACTERS = 1_000_000
_RUNAWAY_LINES = 200
_MENDED_LINES = 6
_STAND_INS = "\ue000\uf8ff\x1f\x1e\x1d\x1c"


@dataclass(frozen=True, slots=True)
class TextDialect:
    """How a text is cut into cells.

    `delimiter` may have several characters; empty means one cell per line. `quote` is empty where
    nothing is quoted. `escape` is the character before a quote or delimiter that is text; empty
    means that a quote inside quotes is doubled. `skip_space`: blanks behind a delimiter are part
    of it. `collapse`: a run of delimiters counts as one, as in text aligned by blanks.
    """

    delimiter: str
    quote: str = '"'
    escape: str = ""
    skip_space: bool = False
    collapse: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """Cells by row; `row_numbers[i]` is the physical row, from 1, where `rows[i]` begins.

    `mended` are the physical rows whose quoting was not well formed.
    """

    rows: list[list[str]]
    row_numbers: Sequence[int]
    mended: tuple[int, ...] = ()


def parse(text: str, dialect: TextDialect, *, mend: bool = True, name: str = "") -> Records:
    """Cut the whole of `text` into records.

    With `mend` false, rows that are not well formed are cut quickly and roughly. `name` is the
    file to name in a refusal.

    Raises:
        UnusableInput: HOSTILE_FILE if a cell is longer than any table holds.
    """
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    stand_in = ""
    delimiter = dialect.delimiter
    if dialect.escape:
        text = _keep_plain_escapes(text, dialect)
    if len(delimiter) != 1 or dialect.collapse:
        stand_in = _free_character(text)
        text = _with_stand_in(text, dialect, stand_in)
        delimiter = stand_in
    rules = _Rules(delimiter, dialect.quote, dialect.escape, dialect.skip_space)
    records = _parse_well_formed(text, rules) or _parse_mending(text, rules, mend=mend, name=name)
    if stand_in and dialect.delimiter:
        _put_back(records.rows, stand_in, dialect.delimiter)
    return records


class _Reader(Protocol):
    """What the csv module's reader offers."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


@dataclass(frozen=True, slots=True)
class _Rules:
    """A dialect that the csv module can take."""

    delimiter: str
    quote: str
    escape: str
    skip_space: bool

    def reader(self, lines: Iterator[str]) -> "_Reader":
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote or None,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            escapechar=self.escape or None,
            doublequote=True,
            skipinitialspace=self.skip_space,
            strict=True,
        )


def _parse_well_formed(text: str, rules: _Rules) -> Records | None:
    reader = rules.reader(physical_lines(text))
    try:
        rows = list(reader)
    except csv.Error:
        return None
    if reader.line_num == len(rows):
        return Records(rows, range(1, len(rows) + 1))
    width = _usual_width(rows)
    reader = rules.reader(physical_lines(text))
    numbers = []
    start = 1
    for row in reader:
        if reader.line_num > start and _looks_swallowed(row, rules, width):
            return None
        numbers.append(start)
        start = reader.line_num + 1
    return Records(rows, numbers)


def _looks_swallowed(row: list[str], rules: _Rules, width: int) -> bool:
    """Whether a record over several lines is rather a row whose quote was never closed."""
    if len(row) == width:
        return False
    return any(
        line.count(rules.delimiter) >= max(1, width - 2)
        for cell in row
        if "\n" in cell or "\r" in cell
        for line in cell.splitlines()
    )


class _Feed:
    """Lines from `start` on, broken off when one record takes suspiciously many of them."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self._lines = lines
        self._next = start
        self.allowed = start + _RUNAWAY_LINES

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._next >= len(self._lines):
            raise StopIteration
        if self._next >= self.allowed:
            raise csv.Error
        self._next += 1
        return self._lines[self._next - 1]


def _parse_mending(text: str, rules: _Rules, *, mend: bool, name: str) -> Records:
    lines = list(physical_lines(text))
    width = _usual_width_of_lines(lines, rules)
    rows: list[list[str]] = []
    numbers: list[int] = []
    mended: list[int] = []
    start = 0
    while start < len(lines):
        feed = _Feed(lines, start)
        reader = rules.reader(feed)
        begin = start
        try:
            for row in reader:
                end = start + reader.line_num
                if end > begin + 1 and _looks_swallowed(row, rules, width):
                    raise csv.Error
                rows.append(row)
                numbers.append(begin + 1)
                begin = end
                feed.allowed = begin + _RUNAWAY_LINES
            start = len(lines)
        except csv.Error as problem:
            if len(lines[begin]) > MAX_CELL_CHARACTERS:
                raise UnusableInput(
                    ErrorCode.HOSTILE_FILE, path=name, detail="cell_too_long"
                ) from problem
            row, taken = _mend(lines, begin, rules, width if mend else 0)
            rows.append(row)
            numbers.append(begin + 1)
            mended.append(begin + 1)
            start = begin + taken
    return Records(rows, numbers, tuple(mended))


def _mend(lines: Sequence[str], begin: int, rules: _Rules, width: int) -> tuple[list[str], int]:
    """Cut one record that is not well formed; give its cells and how many lines it took."""
    taken = 1
    while width and taken <= _MENDED_LINES and begin + taken <= len(lines):
        record = "".join(lines[begin : begin + taken]).rstrip("\r\n")
        cells = split_broken(record, rules.delimiter, rules.quote, width)
        if cells is not None:
            return cells, taken
        if begin + taken < len(lines) and _width_alone(lines[begin + taken], rules) == width:
            break
        taken += 1
    plain = lines[begin].rstrip("\r\n")
    lenient = list(
        csv.reader([plain], delimiter=rules.delimiter, quotechar=rules.quote, strict=False)
    )
    return (lenient[0] if lenient else []), 1


def _width_alone(line: str, rules: _Rules) -> int:
    """How many cells a line has by itself; 0 if it is not well formed."""
    try:
        return next((len(row) for row in rules.reader(iter([line]))), 0)
    except csv.Error:
        return 0


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(map(len, rows))
    widths.pop(0, None)
    return widths.most_common(1)[0][0] if widths else 1


def _usual_width_of_lines(lines: Sequence[str], rules: _Rules) -> int:
    """The width most lines have when each is read by itself, where that can be done."""
    widths: Counter[int] = Counter()
    step = max(1, len(lines) // 2000)
    for line in lines[::step]:
        widths[_width_alone(line, rules)] += 1
    widths.pop(0, None)
    if not widths:
        widths.update(line.count(rules.delimiter) + 1 for line in lines[:2000])
    return widths.most_common(1)[0][0] if widths else 1


def _free_character(text: str) -> str:
    for char in _STAND_INS:
        if char not in text:
            return char
    return next(char for char in map(chr, range(0xE001, 0xF8FF)) if char not in text)


def _with_stand_in(text: str, dialect: TextDialect, stand_in: str) -> str:
    if not dialect.delimiter:
        return text
    if dialect.collapse:
        return re.sub(
            rf"(?m)^[ ]+|[ ]+(?=\r?$)|(?<=\S)({re.escape(dialect.delimiter)})+",
            lambda match: stand_in if match[1] else "",
            text,
        )
    return text.replace(dialect.delimiter, stand_in)


def _keep_plain_escapes(text: str, dialect: TextDialect) -> str:
    """Double the escape characters that escape nothing: the csv module would drop them."""
    escape = re.escape(dialect.escape)
    special = "|".join(re.escape(part) for part in (dialect.quote, dialect.delimiter) if part)
    return re.sub(
        rf"{escape}({escape}|{special})|{escape}",
        lambda match: match[0] if match[1] else dialect.escape * 2,
        text,
    )


def _put_back(rows: list[list[str]], stand_in: str, delimiter: str) -> None:
    for row in rows:
        for index, cell in enumerate(row):
            if stand_in in cell:
                row[index] = cell.replace(stand_in, delimiter)

"""A text file to the table it holds."""

import re
from collections.abc import Sequence
from dataclasses import replace

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.dialects import detect_dialect
from co2desk.importing.readers.encodings import decode
from co2desk.importing.readers.gate import Hostile, hostile
from co2desk.importing.readers.grid import MAX_GRID_CELLS
from co2desk.importing.readers.layout import find_layout
from co2desk.importing.readers.records import Records, TextDialect, parse
from co2desk.importing.readers.source import Source
from co2desk.importing.table import Dialect, Note, ReadOptions, SkippedRow, SkipReason, SourceTable

MAX_COLUMNS = 16_384
"""As many as a sheet of Excel has."""
MAX_LINES = 4_000_000
"""With as many cells as a sheet may have, so many can be held by a reading process."""
_SEPARATOR_LINE = re.compile(r"\"?sep=(?:\\t|[^\r\n])\"?(?:\r\n|\r|\n)", re.IGNORECASE)
_SHOWN = 20
_SUFFIXES = {"csv", "tsv", "txt"}


def read_text(source: Source, options: ReadOptions) -> SourceTable:
    """Read CSV, TSV or any other delimited text.

    Raises:
        UnusableInput: UNDECODABLE_TEXT, NOT_A_TABLE, HOSTILE_FILE.
    """
    decoded = decode(source.data, options.encoding, source.name)
    text = decoded.text.rstrip("\0")
    if "\0" in text:
        raise hostile(source, Hostile.NUL_CHARACTER)
    if not text.strip():
        raise UnusableInput(ErrorCode.EMPTY_FILE, path=source.name)
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        raise hostile(source, Hostile.TOO_MANY_ROWS)
    detection = detect_dialect(text, options.delimiter, options.quote, options.escape)
    dialect = _with_usual_delimiter(detection.dialect, text, source)
    if dialect.delimiter and text.count(dialect.delimiter) > MAX_GRID_CELLS:
        raise hostile(source, Hostile.TOO_MANY_ROWS)
    records = parse(text, dialect, name=source.name)
    declared = bool(_SEPARATOR_LINE.match(text))
    rows, numbers = records.rows, records.row_numbers
    if declared:
        rows, numbers = rows[1:], numbers[1:]
    if max(map(len, rows), default=0) > MAX_COLUMNS:
        raise hostile(source, Hostile.TOO_MANY_COLUMNS)
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise UnusableInput(ErrorCode.EMPTY_FILE, path=source.name)
    if max(map(len, rows), default=0) <= 1 and is_prose(rows):
        raise UnusableInput(ErrorCode.NOT_A_TABLE, path=source.name)
    layout = find_layout(rows, numbers, options.header_row)
    skipped = layout.skipped
    if declared:
        skipped.insert(0, SkippedRow(1, SkipReason.INSTRUCTION, text[:6].strip()))
    kept = layout.kept
    begin = layout.columns.start
    data = rows[kept.start :] if isinstance(kept, range) else [rows[i] for i in kept]
    if begin:
        data = [row[begin:] for row in data]
    return SourceTable(
        name=source.name,
        sha256=source.sha256,
        dialect=_described(
            source,
            dialect,
            decoded.encoding,
            text,
            min(detection.confidence, decoded.confidence),
        ),
        header=layout.header,
        letters=layout.letters,
        rows=data,
        row_numbers=numbers[kept.start :]
        if isinstance(kept, range)
        else [numbers[i] for i in kept],
        header_row=layout.header_row,
        skipped=tuple(skipped),
        notes=layout.notes | _notes(records, decoded.other_lines),
    )


def _with_usual_delimiter(dialect: TextDialect, text: str, source: Source) -> TextDialect:
    """With no delimiter in sight, a file called .csv has the comma of its name."""
    if dialect.delimiter or "," in text or not source.name.lower().endswith(".csv"):
        return dialect
    return replace(dialect, delimiter=",")


def is_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Whether lines are sentences rather than the cells of a single column."""
    lines = [row[0].strip() for row in rows[:200] if row and row[0].strip()]
    if not lines or len(lines[0].split()) < 4:  # the name of a column is short
        return False
    words = sum(len(line.split()) for line in lines) / len(lines)
    ended = sum(line.endswith((".", "!", "?", ":", ",", ";")) for line in lines)
    return words >= 4 and ended >= 0.4 * len(lines)


def _notes(records: Records, other_lines: Sequence[int]) -> dict[str, str]:
    notes: dict[str, str] = {}
    if records.mended:
        notes[Note.MENDED_ROWS] = _first_of(records.mended)
    if other_lines:
        notes[Note.OTHER_ENCODING] = _first_of(other_lines)
    return notes


def _first_of(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"{shown} …" if len(numbers) > _SHOWN else shown


def _described(
    source: Source, dialect: TextDialect, encoding: str, text: str, confidence: float
) -> Dialect:
    suffix = source.name.rpartition(".")[2].lower()
    if suffix not in _SUFFIXES:
        suffix = {"\t": "tsv", ",": "csv", ";": "csv"}.get(dialect.delimiter, "txt")
    return Dialect(
        format=suffix,
        encoding=encoding,
        delimiter=dialect.delimiter,
        quote=dialect.quote,
        escape=dialect.escape,
        line_end=_line_end(text),
        confidence=confidence,
    )


def _line_end(text: str) -> str:
    """The line end in use; "mixed" where there are several."""
    both = text.count("\r\n")
    found = {
        "\r\n": both,
        "\n": text.count("\n") - both,
        "\r": text.count("\r") - both,
    }
    used = [end for end, count in found.items() if count]
    return used[0] if len(used) == 1 else "mixed" if used else ""

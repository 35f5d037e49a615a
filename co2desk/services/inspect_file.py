"""Says what a file is, before anything is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.columns import Recognition, recognise
from co2desk.importing.readers import open_source
from co2desk.importing.readers.decimal_marks import decimal_mark
from co2desk.importing.readers.encodings import MIXED, Candidate, candidates
from co2desk.importing.table import ReadOptions, SheetInfo, SkippedRow, SourceTable
from co2desk.services.read_apart import NO_WINDOW_WAITS_BYTES, read_apart

_FIRST_ROWS = 50
_SAMPLE_ROWS = 200
_SAMPLES = 5


@dataclass(frozen=True, slots=True)
class InspectedColumn:
    """A column of the file; `field` is what it was recognised as, "" where nothing fits.

    `confidence` is 0 to 1; `samples` are the first few different values, for the person to see.
    `is_remembered` where it is matched as at an earlier import, `is_chosen` where by the person.
    """

    name: str
    letter: str
    field: str = ""
    confidence: float = 0.0
    samples: tuple[str, ...] = ()
    is_remembered: bool = False
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was detected. Empty strings where a format has no such thing.

    `kind` is "" where the headers fit no kind; `missing_fields` are required fields of the kind
    that no column was recognised as. `rows` counts data rows. `confidence` is 0 to 1. `notes` is
    what else was found (merged cells ...), `encodings` how the text looks in each that fits,
    where the detected one is in doubt.
    """

    path: str
    sha256: str
    format: str
    encoding: str
    delimiter: str
    quote: str
    escape: str
    decimal_mark: str
    sheets: tuple[SheetInfo, ...]
    sheet: str
    header_row: int
    columns: tuple[InspectedColumn, ...]
    kind: str
    rows: int
    confidence: float
    missing_fields: tuple[str, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    encodings: tuple[Candidate, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    first_row_numbers: tuple[int, ...] = field(default=(), repr=False)


def inspect_file(
    path: Path, options: ReadOptions = ReadOptions(), progress: Progress = NoProgress()
) -> Inspection:
    """Read `path` with detection (or as `options` say) and tell what was found.

    Raises:
        UnusableInput: the file cannot be read as a table.
    """
    progress.report(0, None, "reading")
    source = open_source(path)
    table = read_apart(source, options, progress, text_here=NO_WINDOW_WAITS_BYTES)
    found = inspect_table(table, recognise(table), str(path))
    encoding = found.encoding
    if not encoding or options.encoding or (encoding.startswith("utf") and encoding != MIXED):
        return found
    readable = [one for one in candidates(source.data) if one.problem is None]
    return replace(found, encodings=tuple(readable))


def inspect_table(table: SourceTable, recognition: Recognition, path: str = "") -> Inspection:
    """Tell what a table that was already read was taken for."""
    dialect = table.dialect
    return Inspection(
        path=path or table.name,
        sha256=table.sha256,
        format=dialect.format,
        encoding=dialect.encoding,
        delimiter=dialect.delimiter,
        quote=dialect.quote,
        escape=dialect.escape,
        decimal_mark="." if table.kinds is not None else decimal_mark(table.rows),
        sheets=table.sheets,
        sheet=table.sheet,
        header_row=table.header_row,
        columns=tuple(
            InspectedColumn(
                name=name,
                letter=letter,
                field=recognition.columns.get(index, ""),
                confidence=recognition.confidence.get(index, 0.0),
                samples=_samples(table, index),
                is_remembered=index in recognition.remembered,
                is_chosen=index in recognition.chosen,
            )
            for index, (name, letter) in enumerate(zip(table.header, table.letters, strict=True))
        ),
        kind=recognition.kind,
        rows=len(table.rows),
        confidence=dialect.confidence,
        missing_fields=recognition.missing,
        skipped=table.skipped,
        notes=table.notes,
        first_rows=tuple(tuple(row) for row in table.rows[:_FIRST_ROWS]),
        first_row_numbers=tuple(table.row_numbers[:_FIRST_ROWS]),
    )


def _samples(table: SourceTable, index: int) -> tuple[str, ...]:
    texts = (row[index] for row in table.rows[:_SAMPLE_ROWS] if len(row) > index)
    return tuple(dict.fromkeys(text for text in texts if text.strip()))[:_SAMPLES]

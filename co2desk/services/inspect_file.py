"""Says what a file is, before anything is made of it."""

from dataclasses import dataclass, field
from pathlib import Path

from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.table import ReadOptions, SheetInfo, SkippedRow, SourceTable


@dataclass(frozen=True, slots=True)
class InspectedColumn:
    """A column of the file; `field` is what it was recognised as, "" where nothing fits.

    `confidence` is 0 to 1; `samples` are the first few different values, for the person to see.
    """

    name: str
    letter: str
    field: str = ""
    confidence: float = 0.0
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was detected. Empty strings where a format has no such thing.

    `kind` is "" where the headers fit no kind; `missing_fields` are required fields of the kind
    that no column was recognised as. `rows` counts data rows. `confidence` is 0 to 1.
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
    first_rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


def inspect_file(
    path: Path, options: ReadOptions = ReadOptions(), progress: Progress = NoProgress()
) -> Inspection:
    """Read `path` with detection (or as `options` say) and tell what was found.

    Raises:
        UnusableInput: the file cannot be read as a table.
    """
    raise NotImplementedError


def inspect_table(table: SourceTable, path: str = "") -> Inspection:
    """Tell what a table that was already read was taken for."""
    raise NotImplementedError

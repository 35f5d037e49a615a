"""One table of a file, as text with places: what every reader gives and every check takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class CellKind(IntEnum):
    """What a spreadsheet says a cell is; text files have TEXT only."""

    TEXT = 0
    NUMBER = 1  # text is the plain decimal form with a point, whatever the column's convention
    DATE = 2  # text is ISO: 2025-03-12 or 2025-03-12T08:30:00
    BOOLEAN = 3
    ERROR = 4  # text is the error as the spreadsheet shows it: #N/A
    UNCALCULATED = 5  # a formula that was never calculated; text is the formula


class SkipReason(StrEnum):
    """Why a physical row is not data."""

    PREAMBLE = "preamble"
    HEADER = "header"
    BLANK = "blank"
    TOTAL = "total"
    FOOTER = "footer"
    INSTRUCTION = "instruction"
    OTHER_TABLE = "other_table"
    REPEATED_HEADER = "repeated_header"


class Note(StrEnum):
    """What was found beside the table; `resources/messages/*/notes.toml` has a text for each."""

    MERGED_CELLS = "merged_cells"
    HIDDEN_ROWS = "hidden_rows"
    REPEATED_NAMES = "repeated_names"
    HIDDEN_SHEETS = "hidden_sheets"
    OTHER_SHEETS = "other_sheets"
    DATE_EPOCH = "date_epoch"
    MENDED_ROWS = "mended_rows"
    OTHER_ENCODING = "other_encoding"
    BLANK_HEADER_CELLS_DROPPED = "blank_header_cells_dropped"


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A physical row that was found and left out, with its beginning for the person to see."""

    row: int
    reason: SkipReason
    text: str


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person chose; None means: detect it.

    `header_row` is the physical row of the header, 0 for "there is no header". `sheet` is a
    sheet's name. `quote` and `escape` may be "" for "none".
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    escape: str | None = None
    decimal_mark: str | None = None
    sheet: str | None = None
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the bytes were read. Empty strings where a format has no such thing."""

    format: str  # csv, tsv, txt, xlsx, xls, xlsb, ods
    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    escape: str = ""
    line_end: str = ""
    confidence: float = 1.0  # 0 to 1: how sure detection is


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet of a workbook."""

    name: str
    rows: int
    columns: int
    hidden: bool = False


@dataclass(frozen=True)
class SourceTable:
    """The data table of a file: header and rows as text.

    `header[i]` and `letters[i]` belong to `rows[r][i]`; two header rows are joined by a space.
    Rows keep the length they have in the file: shorter or longer ones are the checker's to judge.
    `row_numbers[r]` is the physical row where `rows[r]` begins, as an editor or spreadsheet counts
    from 1. `kinds[r][i]` is the CellKind of a cell as one byte; None for text files.
    """

    name: str
    sha256: str
    dialect: Dialect
    header: tuple[str, ...]
    letters: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    header_row: int
    sheet: str = ""
    sheets: tuple[SheetInfo, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    kinds: Sequence[bytes] | None = None
    notes: Mapping[str, str] = field(default_factory=dict)  # by Note: where it was found

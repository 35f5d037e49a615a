"""Problems written into a text file: a last column, in the file's own dialect."""

import csv
import io
import re
from collections.abc import Callable, Sequence

from co2desk.domain.issue import Issue
from co2desk.domain.progress import Progress
from co2desk.importing.checked import CheckedRow
from co2desk.importing.marks import is_problems_header
from co2desk.importing.readers import Source
from co2desk.importing.readers.encodings import decode
from co2desk.importing.table import SourceTable

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LINE_ENDS = ("\r\n", "\n", "\r")
_REPORT_EVERY = 5_000
_PLAIN_MARKS = str.maketrans("“”„«»’‘–…", "'''''''-.")
_ANY_TEXT = "utf-8-sig"  # Excel needs the mark to see that it is UTF-8

Say = Callable[[Issue], str]


def annotate_text(
    source: Source,
    table: SourceTable,
    rows: Sequence[CheckedRow],
    message: Say,
    header: str,
    progress: Progress,
) -> bytes:
    """The file with a column of problems; lines that are not data stay letter by letter.

    Typographic marks become plain ones: in a code page they are what detection stumbles over.
    Should a correction not fit the file's encoding, the copy is UTF-8.
    """
    lines = _LINE.findall(decode(source.data, table.dialect.encoding or None, source.name).text)
    keep = [i for i, name in enumerate(table.header) if not is_problems_header(name)]
    writer = _LineWriter(table)
    written = {table.header_row: writer.line([*(table.header[i] for i in keep), header])}
    for index, row in enumerate(rows):
        if index % _REPORT_EVERY == 0:
            progress.report(index, len(rows), "annotate")
        cells = [row.cells[i] if i < len(row.cells) else "" for i in keep]
        said = " | ".join(map(message, row.issues)).translate(_PLAIN_MARKS)
        beyond = list(row.cells[len(table.header) :])
        written[row.row_number] = writer.line([*cells, *beyond, said])
    text = _woven(lines, written, {skipped.row for skipped in table.skipped})
    encoding = table.dialect.encoding or _ANY_TEXT
    try:
        return text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.encode(_ANY_TEXT)


def _woven(lines: Sequence[str], written: dict[int, str], skipped: set[int]) -> str:
    """The lines of the file, with each record's lines replaced by what was written for it."""
    parts: list[str] = []
    in_record = False
    for number, line in enumerate(lines, start=1):
        if number in written:
            parts.append(written[number])
            in_record = True
        elif number in skipped:
            parts.append(line)
            in_record = False
        elif not in_record:
            parts.append(line)
    return "".join(parts)


class _LineWriter:
    """Writes records as the file does."""

    def __init__(self, table: SourceTable) -> None:
        dialect = table.dialect
        self._stream = io.StringIO()
        escape = dialect.escape if dialect.escape != dialect.quote else ""
        line_end = dialect.line_end if dialect.line_end in _LINE_ENDS else "\r\n"
        self._writer = csv.writer(
            self._stream,
            delimiter=dialect.delimiter or ",",
            quotechar=dialect.quote or '"',
            escapechar=escape or None,
            doublequote=not escape,
            lineterminator=line_end,
        )

    def line(self, cells: Sequence[str]) -> str:
        """One record with its line end."""
        self._stream.seek(0)
        self._stream.truncate()
        self._writer.writerow(cells)
        return self._stream.getvalue()

"""Small tables for the checks, written as a person would see them."""

from collections.abc import Iterable, Sequence

from co2desk.domain.issue import IssueCode
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices, CheckedRow, CheckedTable
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import read_table, source_from_text
from co2desk.importing.table import Dialect, SourceTable

CHOICES = CheckChoices(year=2025)


def table(text: str, delimiter: str = ";") -> SourceTable:
    """A table of the lines of `text`, the first of which is the header."""
    header, *rows = [line.split(delimiter) for line in text.strip().splitlines()]
    return table_of(header, rows)


def table_of(
    header: Sequence[str], rows: Sequence[Sequence[str]], kinds: Sequence[bytes] | None = None
) -> SourceTable:
    """A table whose rows begin in row 2 of the file."""
    return SourceTable(
        name="file.csv",
        sha256="0" * 64,
        dialect=Dialect("csv"),
        header=tuple(header),
        letters=tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(header)]),
        rows=rows,
        row_numbers=range(2, len(rows) + 2),
        header_row=1,
        kinds=kinds,
    )


def check(
    text: str, reference: Reference, choices: CheckChoices = CHOICES, delimiter: str = ";"
) -> CheckedTable:
    """Check the lines of `text`."""
    return check_table(table(text, delimiter), choices, reference)


def only_row(text: str, reference: Reference, choices: CheckChoices = CHOICES) -> CheckedRow:
    """The one row of `text`, checked."""
    rows = list(check(text, reference, choices).rows)
    assert len(rows) == 1
    return rows[0]


def codes(rows: Iterable[CheckedRow] | CheckedRow) -> list[tuple[int, str, IssueCode]]:
    """Row, column letter and code of every issue."""
    rows = [rows] if isinstance(rows, CheckedRow) else rows
    return [(issue.row, issue.letter, issue.code) for row in rows for issue in row.issues]


def check_file(text: str, reference: Reference, choices: CheckChoices = CHOICES) -> CheckedTable:
    """Check a whole file by way of the readers."""
    return check_table(read_table(source_from_text(text)), choices, reference)

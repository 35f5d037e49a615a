"""Turns checked rows into the rows that the database keeps, and its errors back into issues."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from co2desk.database.stage_rows import stage_blocks
from co2desk.desktop.messages import Messages
from co2desk.domain.import_job import RowBlock, RowStatus, RowToImport
from co2desk.domain.issue import Issue, IssueCode, Severity
from co2desk.importing.checked import CheckedRow, RowState

_STATUS = {
    RowState.VALID: RowStatus.VALID,
    RowState.WARNING: RowStatus.WARNING,
    RowState.ERROR: RowStatus.ERROR,
    RowState.UNFILLED: RowStatus.SKIPPED,
    RowState.SKIPPED: RowStatus.SKIPPED,
}


class RowsToImport:
    """The rows of an import, made as they are sent; may be gone through again after a cut."""

    def __init__(
        self,
        rows: Iterable[CheckedRow],
        names: Sequence[str],
        messages: Messages,
    ) -> None:
        self._rows = rows
        self._names = names
        self._messages = messages

    def blocks(self) -> Iterator[RowBlock]:
        """All rows, block by block, in the form that the database takes."""
        return stage_blocks(row_to_import(row, self._names, self._messages) for row in self._rows)


def row_to_import(row: CheckedRow, names: Sequence[str], messages: Messages) -> RowToImport:
    """One row with its cells by name; cells beyond the header are named by their number."""
    cells = row.cells
    raw = dict(zip(names, cells, strict=False))
    for number in range(len(names), len(cells)):
        raw[f"#{number + 1}"] = cells[number]
    return RowToImport(
        row_number=row.row_number,
        raw_data=raw,
        validation_errors=[_error(issue, messages) for issue in row.issues],
        status=_STATUS[row.state],
        fingerprint=row.fingerprint,
        activity=row.activity,
    )


def cell_names(header: Sequence[str], letters: Sequence[str]) -> tuple[str, ...]:
    """The header of each column, with its letter where the header is blank or not unique."""
    return tuple(
        name if name and header.index(name) == index else f"{name} ({letter})".lstrip()
        for index, (name, letter) in enumerate(zip(header, letters, strict=True))
    )


def _error(issue: Issue, messages: Messages) -> dict[str, object]:
    return {
        "code": issue.code.value,
        "column": issue.column,
        "severity": issue.severity.value,
        "message": messages.issue(issue),
        "params": dict(issue.params),
        "field": issue.field,
        "letter": issue.letter,
        "value": issue.value,
    }


def issue_of(error: Mapping[str, Any], row_number: int) -> Issue:
    """The issue that was stored as `error`."""
    return Issue(
        code=IssueCode(error["code"]),
        row=row_number,
        field=error.get("field", ""),
        column=error.get("column", ""),
        letter=error.get("letter", ""),
        value=error.get("value", ""),
        severity=Severity(error["severity"]),
        params=error.get("params", {}),
    )

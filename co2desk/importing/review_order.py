"""Which rows of a review to show, in which order, and where its next problem is."""

from collections.abc import Sequence
from enum import StrEnum

from co2desk.domain.issue import IssueCode
from co2desk.importing.block_result import State
from co2desk.importing.check_run import CheckRun


class Show(StrEnum):
    """Which rows a person wants to see; an IssueCode shows the rows with that problem."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    VALID = "valid"
    UNFILLED = "unfilled"
    SKIPPED = "skipped"
    DUPLICATES = "duplicates"


_STATES = {
    Show.ALL: frozenset(State),
    Show.ERRORS: frozenset([State.ERROR]),
    Show.WARNINGS: frozenset([State.WARNING]),
    Show.VALID: frozenset([State.VALID, State.WARNING]),
    Show.UNFILLED: frozenset([State.UNFILLED]),
    Show.SKIPPED: frozenset([State.SKIPPED]),
}
_REPEATED = frozenset([IssueCode.DUPLICATE_IN_FILE, IssueCode.ALREADY_IMPORTED])


def rows_in_order(
    run: CheckRun,
    show: Show | IssueCode,
    text: str,
    sort_by: int | None,
    *,
    descending: bool,
) -> Sequence[int]:
    """Indices of the rows to show, that contain `text` in any case, in file order or sorted."""
    rows = _shown(run, show)
    if text:
        wanted, texts = text.casefold(), run.rows
        rows = [row for row in rows if wanted in "\x1f".join(texts[row]).casefold()]
    if sort_by is not None:
        return _sorted(run, rows, sort_by, descending=descending)
    return rows


def next_issue(run: CheckRun, row: int, column: int, *, forward: bool) -> tuple[int, int] | None:
    """The next cell in error after (or before) a cell, in file order; None beyond the last.

    With no error left anywhere, warnings are gone through instead.
    """
    states = run.states
    wanted = State.ERROR if State.ERROR in states else State.WARNING
    here = _columns_in(run, row, wanted) if 0 <= row < len(states) else []
    beside = [one for one in here if (one > column if forward else one < column)]
    if beside:
        return row, (min(beside) if forward else max(beside))
    found = states.find(wanted, row + 1) if forward else states.rfind(wanted, 0, max(row, 0))
    if found < 0:
        return None
    columns = _columns_in(run, found, wanted)
    return found, (min(columns) if forward else max(columns))


def _shown(run: CheckRun, show: Show | IssueCode) -> Sequence[int]:
    if show is Show.ALL:
        return range(len(run.states))
    if isinstance(show, Show) and show is not Show.DUPLICATES:
        states = _STATES[show]
        return [row for row, state in enumerate(run.states) if state in states]
    codes = _REPEATED if show is Show.DUPLICATES else frozenset([show])
    return sorted(
        row
        for row, findings in run.findings.items()
        if any(finding.code in codes for finding in findings)
    )


def _sorted(run: CheckRun, rows: Sequence[int], column: int, *, descending: bool) -> list[int]:
    """Numbers and dates before words before blanks, each in order; all turned if descending."""
    texts = [
        cells[column] if column < len(cells) else "" for cells in map(run.rows.__getitem__, rows)
    ]
    values = run.checker.sort_values(column, texts)
    numbers: dict[int, float] = {}
    words: dict[int, str] = {}
    for row, value in zip(rows, values, strict=True):
        if isinstance(value, str):
            words[row] = value
        else:
            numbers[row] = value
    filled = [row for row, word in words.items() if word]
    blank = [row for row, word in words.items() if not word]
    in_order = [
        *sorted(numbers, key=numbers.__getitem__),
        *sorted(filled, key=words.__getitem__),
        *blank,
    ]
    return in_order[::-1] if descending else in_order


def _columns_in(run: CheckRun, row: int, state: State) -> list[int]:
    """Columns of the row's issues of the wanted severity; 0 for those without a column."""
    maker = run.checker.maker
    errors = state == State.ERROR
    return [
        maker.place(finding)[1] or 0
        for finding in run.findings.get(row, ())
        if finding.is_error == errors
    ]

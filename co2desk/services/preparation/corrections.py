"""What the grid of an import asks of its rows, and what a person does to them."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from co2desk.domain.issue import IssueCode
from co2desk.domain.row_edit import EditStep
from co2desk.importing.checked import CheckedRow
from co2desk.importing.fixes import answers_in, fix_all, means_a_word, rows_with
from co2desk.importing.review_order import Show
from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.services.preparation.values import Answers
from co2desk.services.preparation.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Corrected:
    """The rows that a correction may have changed, and how all rows stand since."""

    rows: Sequence[int]
    snapshot: ReviewSnapshot


def rows_at(bench: Workbench, rows: Sequence[int]) -> Sequence[CheckedRow]:
    """The rows with these indices."""
    return bench.review.rows_at(rows)


def order(
    bench: Workbench,
    show: Show | IssueCode,
    text: str,
    sort_by: int | None,
    descending: bool,
) -> Sequence[int]:
    """Which rows to show; compact, because they cross to another process."""
    rows = bench.review.order(show, text, sort_by, descending=descending)
    return rows if isinstance(rows, range) else array("l", rows)


def find_problem(bench: Workbench, row: int, column: int, forward: bool) -> tuple[int, int] | None:
    """The next cell in error after (or before) a cell, going round; None where there is none."""
    review = bench.review
    beyond = (-1, -1) if forward else (len(review.rows), 0)
    here = review.next_issue(row, column, forward=forward)
    return here or review.next_issue(*beyond, forward=forward)


def text_at(bench: Workbench, row: int, column: int) -> str:
    """The text of a cell as it stands."""
    return bench.review.text(row, column)


def copied(bench: Workbench, rows: Sequence[int], columns: Sequence[int]) -> str:
    """Cells as tab-separated text, as spreadsheets take it."""
    review = bench.review
    lines = ("\t".join(_one_line(review.text(row, at)) for at in columns) for row in rows)
    return "\n".join(lines)


def answers(bench: Workbench, code: IssueCode, column: int) -> Answers:
    """What may stand in a column with a problem."""
    review = bench.review
    return Answers(code, column, answers_in(review, column), means_a_word(review, code, column))


def edit(bench: Workbench, texts: Mapping[tuple[int, int], str]) -> Corrected:
    """Set cells by (row, column)."""
    return _take(bench, bench.review.edit(texts))


def fill_down(bench: Workbench, rows: Sequence[int], columns: Sequence[int]) -> Corrected:
    """Write the texts of the first row into the others."""
    review = bench.review
    first = {at: review.text(rows[0], at) for at in columns}
    return _take(bench, review.edit({(row, at): first[at] for row in rows[1:] for at in columns}))


def skip(bench: Workbench, rows: Sequence[int], skipped: bool) -> Corrected:
    """Leave rows out of the import, or take them in again."""
    return _take(bench, bench.review.skip(rows, skipped))


def replace(
    bench: Workbench, find: str, by: str, column: int | None, whole_cell: bool
) -> Corrected:
    """Replace a text in all cells, or in one column's."""
    return _take(bench, bench.review.replace(find, by, column, whole_cell=whole_cell))


def answer_all(bench: Workbench, code: IssueCode, column: int, text: str, by: str) -> Corrected:
    """Give every cell of a column with this text and this problem one answer, as one step.

    Where it says what a word means, it is remembered for the laboratory with the commit, unless
    the step was undone by then.
    """
    return _take(bench, fix_all(bench.review, code, column, text, by))


def skip_all(bench: Workbench, code: IssueCode, column: int | None) -> Corrected:
    """Leave out all rows with a problem in a column, or as a whole."""
    review = bench.review
    return _take(bench, review.skip(rows_with(review, code, column)))


def undo(bench: Workbench) -> Corrected:
    """Take the last step back."""
    return _apply(bench, bench.log.undo())


def redo(bench: Workbench) -> Corrected:
    """Take the step again."""
    return _apply(bench, bench.log.redo())


def is_untouched(bench: Workbench) -> bool:
    """Whether the person corrected nothing yet; not even a step that was taken back."""
    return bench.log.is_empty


def _take(bench: Workbench, step: EditStep) -> Corrected:
    if not step.cells and not step.skips:
        return Corrected((), bench.snapshot)
    bench.log.add(step)
    return _apply(bench, step)


def _apply(bench: Workbench, step: EditStep | None) -> Corrected:
    rows = bench.review.apply(step) if step is not None else []
    return Corrected(array("l", rows), bench.snapshot)


def _one_line(text: str) -> str:
    """A cell as a spreadsheet takes it from the clipboard."""
    if any(mark in text for mark in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text

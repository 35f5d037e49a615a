"""One answer to many rows in error, and what is learnt from it for other files."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from co2desk.domain.issue import IssueCode
from co2desk.domain.row_edit import EditAction, EditStep
from co2desk.importing.answers import Answer, answers_for, is_meaning
from co2desk.importing.review import Review


def answers_in(review: Review, column: int) -> tuple[Answer, ...]:
    """The values that the field of a column takes; none where it takes any."""
    field = review.field(column)
    return answers_for(field, review.lookups) if field is not None else ()


def means_a_word(review: Review, code: IssueCode, column: int) -> bool:
    """Whether an answer to this problem says what a word of the file means, in any file."""
    field = review.field(column)
    return field is not None and is_meaning(code, field)


def fix_all(review: Review, code: IssueCode, column: int, text: str, by: str) -> EditStep:
    """A step that gives every cell of a column with this text and this problem one answer.

    Its action is FIX_ALL where the answer says what a word means, else REPLACE.
    """
    rows = [row for row in review.order(code) if review.text(row, column) == text]
    step = review.edit({(row, column): by for row in rows}, EditAction.FIX_ALL)
    return step if means_a_word(review, code, column) else replace(step, action=EditAction.REPLACE)


def rows_with(review: Review, code: IssueCode, column: int | None) -> list[int]:
    """The rows with a problem in a column; with None, in the row as a whole."""
    rows = review.order(code)
    letter = "" if column is None else review.table.letters[column]
    return [
        row
        for row, checked in zip(rows, review.rows_at(rows), strict=True)
        if any(one.code is code and one.letter == letter for one in checked.issues)
    ]


def meanings(columns: Mapping[int, str], steps: Iterable[EditStep]) -> dict[tuple[str, str], str]:
    """What words of the file were said to mean by the steps in force, by (field, word)."""
    return {
        (columns[edit.column], edit.before): edit.after
        for step in steps
        if step.action is EditAction.FIX_ALL
        for edit in step.cells
        if edit.column in columns and edit.before and edit.after
    }

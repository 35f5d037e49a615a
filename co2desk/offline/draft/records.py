"""How the values of a draft are written as sealed JSON, and read again."""

from collections.abc import Iterator, Sequence

from co2desk.domain.issue import Issue, IssueCode, Severity
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep, SkipEdit
from co2desk.offline.draft.content import DraftChoices, DraftTable, Json
from co2desk.offline.sealed_json import seal, unseal

_ROWS_PER_BLOCK = 500


def choices_to_text(choices: DraftChoices) -> str:
    """Choices as one text."""
    return seal(
        {
            "kind": choices.kind,
            "lab_code": choices.lab_code,
            "year": choices.year,
            "read_options": dict(choices.read_options),
            "check_choices": dict(choices.check_choices),
        }
    )


def choices_from_text(text: str) -> DraftChoices:
    """Choices as they were written."""
    choices = DraftChoices(**unseal(text))
    _require(all(isinstance(name, str) for name in (choices.kind, choices.lab_code)))
    _require(choices.year is None or isinstance(choices.year, int))
    _require(isinstance(choices.read_options, dict) and isinstance(choices.check_choices, dict))
    return choices


def step_to_text(position: int, step: EditStep) -> str:
    """A step of the log; `position` counts from 1 and is sealed with it."""
    return seal(
        [
            position,
            step.action.value,
            [[edit.row, edit.column, edit.before, edit.after] for edit in step.cells],
            [[edit.row, edit.before, edit.after] for edit in step.skips],
        ]
    )


def step_from_text(position: int, text: str) -> EditStep:
    """The step that stands at `position`.

    Raises:
        ValueError: it belongs to another place, or is no step.
    """
    written_position, action, cells, skips = unseal(text)
    _require(written_position == position)
    _require(all(_is_place(*cell[:2]) and _are_texts(*cell[2:]) for cell in cells))
    _require(
        all(_is_place(row) and {before, after} <= {True, False} for row, before, after in skips)
    )
    return EditStep(
        EditAction(action),
        tuple(CellEdit(row, column, before, after) for row, column, before, after in cells),
        tuple(SkipEdit(row, before, after) for row, before, after in skips),
    )


def issue_to_text(issue: Issue) -> str:
    """An issue as one text."""
    return seal(
        [
            issue.code.value,
            issue.row,
            issue.field,
            issue.column,
            issue.letter,
            issue.value,
            issue.severity.value,
            dict(issue.params),
        ]
    )


def issue_from_text(text: str) -> Issue:
    """The issue as it was written."""
    code, row, field, column, letter, value, severity, params = unseal(text)
    return Issue(IssueCode(code), row, field, column, letter, value, Severity(severity), params)


def table_head_to_text(table: DraftTable) -> str:
    """All of a table but its rows."""
    return seal(
        {
            "header": table.header,
            "details": dict(table.details),
            "rows": len(table.rows),
            "has_kinds": table.kinds is not None,
        }
    )


def row_blocks(table: DraftTable) -> Iterator[tuple[int, str]]:
    """The rows in blocks: index of the first row, and the block as one text."""
    for first in range(0, len(table.rows), _ROWS_PER_BLOCK):
        last = first + _ROWS_PER_BLOCK
        kinds = table.kinds[first:last] if table.kinds is not None else None
        block: Json = [
            first,
            list(table.rows[first:last]),
            list(table.row_numbers[first:last]),
            None if kinds is None else [kind.hex() for kind in kinds],
        ]
        yield first, seal(block)


def table_from_texts(head_text: str, blocks: Sequence[str]) -> DraftTable:
    """The table as it was written.

    Raises:
        ValueError: rows are missing, or are no rows.
    """
    head = unseal(head_text)
    rows: list[tuple[str, ...]] = []
    row_numbers: list[int] = []
    kinds: list[bytes] = []
    for text in blocks:
        first, block_rows, block_numbers, block_kinds = unseal(text)
        _require(first == len(rows))
        _require(all(_are_texts(*row) for row in block_rows))
        rows.extend(map(tuple, block_rows))
        row_numbers.extend(block_numbers)
        kinds.extend(bytes.fromhex(kind) for kind in block_kinds or ())
    _require(len(rows) == len(row_numbers) == head["rows"])
    return DraftTable(
        header=tuple(head["header"]),
        rows=rows,
        row_numbers=row_numbers,
        kinds=kinds if head["has_kinds"] else None,
        details=head["details"],
    )


def _require(as_written: bool) -> None:
    """Stop at content that this program never writes, as a file from elsewhere may hold."""
    if not as_written:
        raise ValueError("not as this program writes it")


def _is_place(*numbers: Json) -> bool:
    return all(isinstance(number, int) and number >= 0 for number in numbers)


def _are_texts(*texts: Json) -> bool:
    return all(text is None or isinstance(text, str) for text in texts)

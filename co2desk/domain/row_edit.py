"""A person's correction of rows in the review, as a step that knows its own inverse."""

from dataclasses import dataclass
from enum import StrEnum


class EditAction(StrEnum):
    """What the person did, so that Undo can say it in words."""

    EDIT = "edit"
    PASTE = "paste"
    FILL_DOWN = "fill_down"
    REPLACE = "replace"
    FIX_ALL = "fix_all"
    SKIP = "skip"
    UNSKIP = "unskip"


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell's text before and after.

    `row` and `column` count from 0 within the table as it was read. None stands for a cell that
    the row does not have because it is shorter than the header, so that undoing an edit beyond
    the end of a row gives back the short row.
    """

    row: int
    column: int
    before: str | None
    after: str | None

    @property
    def inverse(self) -> "CellEdit":
        """The edit that takes this one back."""
        return CellEdit(self.row, self.column, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class SkipEdit:
    """Whether the person left a row out, before and after; `row` counts from 0."""

    row: int
    before: bool
    after: bool

    @property
    def inverse(self) -> "SkipEdit":
        """The edit that takes this one back."""
        return SkipEdit(self.row, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class EditStep:
    """Everything that one Undo takes back: edits are applied in order, undone in reverse."""

    action: EditAction
    cells: tuple[CellEdit, ...] = ()
    skips: tuple[SkipEdit, ...] = ()

    @property
    def inverse(self) -> "EditStep":
        """The step that takes this one back."""
        return EditStep(
            self.action,
            cells=tuple(edit.inverse for edit in reversed(self.cells)),
            skips=tuple(edit.inverse for edit in reversed(self.skips)),
        )

    @property
    def rows(self) -> frozenset[int]:
        """The rows that this step touches."""
        return frozenset(edit.row for edit in self.cells) | {edit.row for edit in self.skips}

"""Columns of a table as data: what is shown of a row, and how it is sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from co2desk.models.formats import Formats

Row = TypeVar("Row")

# What a cell says beyond its text; views draw it, models know no colours.
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
# The frozen value behind a row.
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2
# What a cell gives to the clipboard: a number with all its decimals, however many are shown.
COPY_ROLE = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column; `title` is translated by whoever builds the column.

    `text` gives the cell, `sort` what it is ordered by (the text where it is None), `state` a
    word that the view knows how to draw ("error", "missing" ...), `width` pixels at 100 %.
    What is typed into a cell passes `typed` before it is kept; `copied` is its text for the
    clipboard, where that is neither the text to edit nor the one shown.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    numeric: bool = False
    width: int = 120
    sort: Callable[[Row], Any] | None = None
    tooltip: Callable[[Row], str] | None = None
    state: Callable[[Row], str] | None = None
    editable: bool = False
    edit_text: Callable[[Row], str] | None = None
    typed: Callable[[str], str] | None = None
    copied: Callable[[Row], str] | None = None

    def data(self, row: Row, role: int) -> object:
        """What a cell answers for a role that columns know."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row)
            case Qt.ItemDataRole.EditRole:
                return (self.edit_text or self.text)(row)
            case Qt.ItemDataRole.ToolTipRole:
                return (self.tooltip or self.text)(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(numeric=self.numeric)
            case _ if role == STATE_ROLE:
                return self.state(row) if self.state else None
            case _ if role == COPY_ROLE:
                return (self.copied or self.edit_text or self.text)(row)
            case _ if role == ROW_ROLE:
                return row
        return None


def number_column(
    key: str,
    title: str,
    value: Callable[[Row], Decimal | int],
    formats: Formats,
    *,
    decimals: int | None = None,
    width: int = 120,
    state: Callable[[Row], str] | None = None,
    nothing: Callable[[Row], bool] | None = None,
) -> Column[Row]:
    """A column of numbers, sorted by what they are; a dash where `nothing` says so."""

    def text(row: Row, shown: int | None = decimals) -> str:
        if nothing is not None and nothing(row):
            return "–"
        return formats.number(value(row), shown)

    def whole(row: Row) -> str:
        return text(row, None)

    return Column(
        key, title, text, numeric=True, width=width, sort=value, state=state, copied=whole
    )


def alignment(*, numeric: bool) -> Qt.AlignmentFlag:
    """Numbers stand right, words left."""
    across = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter

"""The review grid: every row of the file with its fate, in an order of its own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from co2desk.domain.issue import Issue, Severity
from co2desk.importing.checked import CheckedRow, RowState
from co2desk.models.columns import STATE_ROLE, alignment
from co2desk.models.formats import Formats
from co2desk.models.labelled import labelled

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]

STATE_COLUMN = 0
PLACEHOLDER = "…"
_BEFORE = 1  # columns before the file's own
_PAGE = 100
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """What the grid says in the person's language; built by the view."""

    state_title: str
    co2e_title: str
    no_factor: str
    states: Mapping[RowState, str]
    severities: Mapping[Severity, str]
    issue: Callable[[Issue], str]


class ReviewTableModel(QAbstractTableModel):
    """Columns: the row's state, the file's columns as they stand in it, kg CO2e.

    `order` lists the row indices shown: filtering and sorting change that list only, never the
    rows, which makes both quick with 100,000 of them. Rows come when they are looked at:
    `rows_wanted(row indices)` asks, `rows_came` answers, `data()` never waits. A correction is
    asked for by `edit_wanted({(row, column): text})`; until it was checked the new text is
    shown as pending.
    """

    edit_wanted = Signal(object)
    rows_wanted = Signal(object)

    def __init__(self, words: ReviewWords, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._formats = formats
        self._header: Sequence[str] = ()
        self._letters: Mapping[str, int] = {}
        self._numeric: frozenset[int] = frozenset()
        self._order: Sequence[int] = ()
        self._rows: dict[int, CheckedRow] = {}
        self._asked: set[int] = set()
        self._places: dict[int, int] | None = None
        self._pending: dict[Cell, str] = {}
        self.total = 0

    def show_review(
        self,
        header: Sequence[str],
        letters: Sequence[str],
        total: int,
        numeric: Iterable[int] = (),
    ) -> None:
        """Show a review of `total` rows; `numeric` are columns of the file that hold numbers."""
        self.beginResetModel()
        self._header = header
        self._letters = {letter: at for at, letter in enumerate(letters)}
        self._numeric = frozenset(numeric)
        self.total = total
        self._order = range(total)
        self._places = None
        self._rows.clear()
        self._asked.clear()
        self._pending.clear()
        self.endResetModel()

    @Slot(object)
    def show_order(self, order: Sequence[int]) -> None:
        """Show these rows, in this order."""
        self.beginResetModel()
        self._order = order
        self._places = None
        self._asked.clear()
        self.endResetModel()

    @Slot(object)
    def rows_came(self, rows: Mapping[int, CheckedRow]) -> None:
        """Show rows that were asked for."""
        if len(self._rows) > _MOST_KEPT:
            self._rows.clear()
            self._asked.clear()
        self._rows.update(rows)
        self._redraw(rows)

    def rows_changed(self, rows: Iterable[int]) -> None:
        """Ask again for rows that were corrected or checked again; others come when looked at."""
        self._pending.clear()
        changed = set(rows)
        kept = [row for row in self._rows if row in changed]
        if kept:
            self.rows_wanted.emit(kept)

    def forget_pending(self) -> None:
        """Show again what stands in the rows; the corrections asked for were not made."""
        rows = {row for row, _ in self._pending}
        self._pending.clear()
        self._redraw(rows)

    def row_index(self, index: Index) -> int:
        """Which row of the file (from 0) a row of the grid shows."""
        return self._order[index.row()]

    def column_index(self, index: Index) -> int | None:
        """Which column of the file (from 0) a column of the grid shows; None for the added ones."""
        column = index.column() - _BEFORE
        return column if 0 <= column < len(self._header) else None

    def column_of(self, column: int) -> int:
        """Where a column of the file stands in the grid."""
        return column + _BEFORE

    def cell(self, row: int, column: int | None) -> QModelIndex:
        """The place in the grid of a cell of the file; a row's own issues stand at its state."""
        place = self._place_of(row)
        if place is None:
            return QModelIndex()
        return self.index(place, STATE_COLUMN if column is None else column + _BEFORE)

    def checked_row(self, row: int) -> CheckedRow | None:
        """A row of the file, None while it has not come."""
        return self._rows.get(row)

    def issues_at(self, row: int, column: int | None) -> list[Issue]:
        """The issues of a cell; with None, those of the row as a whole."""
        checked = self._rows.get(row)
        issues = checked.issues if checked is not None else ()
        return [issue for issue in issues if self._letters.get(issue.letter) == column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """State, the file's columns, kg CO2e; nothing before a review is shown."""
        return 0 if parent.isValid() or not self._header else len(self._header) + _BEFORE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, says under the mouse, and tells a screen reader."""
        if not index.isValid():
            return None
        row, column = self.row_index(index), self.column_index(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(numeric=self._is_numeric(index.column()))
        checked = self._rows.get(row)
        if checked is None:
            self._want(index.row())
            return PLACEHOLDER if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole if column is None:
                return self._added(checked, index.column())
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole if column is not None:
                return self._text(row, column, checked)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explained(row, index) or None
            case _ if role == STATE_ROLE:
                return self._state(row, checked, index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The file's own headers; the file's own row numbers."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(numeric=not across or self._is_numeric(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if not across:
            checked = self._rows.get(self._order[section]) if section < len(self._order) else None
            return str(checked.row_number) if checked is not None else PLACEHOLDER
        if section == STATE_COLUMN:
            return self._words.state_title
        if section <= len(self._header):
            return self._header[section - _BEFORE]
        return self._words.co2e_title

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The file's cells can be edited once their row has come."""
        flags = super().flags(index)
        if (
            index.isValid()
            and self.column_index(index) is not None
            and self.row_index(index) in self._rows
        ):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a correction of one cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = self.column_index(index)
        if column is None or str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.correct({(self.row_index(index), column): str(value)})
        return True

    def correct(self, texts: Mapping[Cell, str]) -> None:
        """Ask for corrections of the file's cells; those in sight are shown at once as pending."""
        if texts:
            shown = {cell: text for cell, text in texts.items() if cell[0] in self._rows}
            self._pending.update(shown)
            self._redraw({row for row, _ in shown})
            self.edit_wanted.emit(texts)

    def _text(self, row: int, column: int, checked: CheckedRow) -> str:
        pending = self._pending.get((row, column))
        if pending is not None:
            return pending
        return checked.cells[column] if column < len(checked.cells) else ""

    def _is_numeric(self, section: int) -> bool:
        return section - _BEFORE in self._numeric or section == len(self._header) + _BEFORE

    def _added(self, checked: CheckedRow, column: int) -> str:
        if column == STATE_COLUMN:
            return self._words.states[checked.state]
        if checked.activity is None:
            return "–"
        if checked.activity.co2e_kg is None:
            return self._words.no_factor
        return self._formats.number(checked.activity.co2e_kg, 1)

    def _explained(self, row: int, index: Index) -> str:
        if index.column() == len(self._header) + _BEFORE:
            return ""
        return "\n".join(
            labelled(self._words.severities[issue.severity], self._words.issue(issue))
            for issue in self.issues_at(row, self.column_index(index))
        )

    def _state(self, row: int, checked: CheckedRow, index: Index) -> str | None:
        left_out = checked.state in (RowState.SKIPPED, RowState.UNFILLED)
        if index.column() == STATE_COLUMN:
            return "skipped" if left_out else _STATES[checked.state]
        if index.column() == len(self._header) + _BEFORE:
            missing = checked.activity is not None and checked.activity.co2e_kg is None
            return "missing" if missing else None
        column = self.column_index(index)
        if column is not None and (row, column) in self._pending:
            return "pending"
        if not checked.issues:
            return "skipped" if left_out else None
        severities = {issue.severity for issue in self.issues_at(row, column)}
        return min(severities).value if severities else None

    def _place_of(self, row: int) -> int | None:
        if isinstance(self._order, range):
            return row if row in self._order else None
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self._order)}
        return self._places.get(row)

    def _want(self, place: int) -> None:
        page = place // _PAGE
        if page not in self._asked:
            self._asked.add(page)
            order = self._order[page * _PAGE : (page + 1) * _PAGE]
            missing = [row for row in order if row not in self._rows]
            if missing:
                self.rows_wanted.emit(missing)

    def _redraw(self, rows: Iterable[int]) -> None:
        places = [place for row in rows if (place := self._place_of(row)) is not None]
        if places:
            first, last = min(places), max(places)
            right = self.columnCount() - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, right))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)


_STATES = {RowState.VALID: "ready", RowState.WARNING: "warning", RowState.ERROR: "error"}

"""A table of any length whose rows come a page at a time; `data()` never waits."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from co2desk.models.columns import Column, Row
from co2desk.models.list_table_model import header

Index = QModelIndex | QPersistentModelIndex

PLACEHOLDER = "…"
_PLACEHOLDER_ROWS = 50


class PagedTableModel(QAbstractTableModel, Generic[Row]):
    """Shows the pages that have come, and placeholders while there are more.

    `page_wanted(generation)` asks for the page after the last one; whoever hears it answers by
    `page_came(generation, rows, more)`. `begin` starts over with a new generation, so that a
    page of an earlier filter or order that arrives late is dropped. Begun at the end, it grows
    upwards: each page is the one before, and the placeholders stand above. `order_wanted(column
    key, descending)` says that the person wants another order: sorting is the server's.
    """

    page_wanted = Signal(int)
    order_wanted = Signal(str, bool)
    edited = Signal(object, str, str)

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Row] = []
        self._placeholders = 0
        self._asked = False
        self._stalled = False
        self._generation = 0
        self.grows_upwards = False

    @property
    def is_whole(self) -> bool:
        """Whether every row has come."""
        return not self._placeholders and not self._asked

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that have come."""
        return self._rows

    def begin(self, *, at_end: bool = False) -> None:
        """Forget all rows and ask for the first page, or for the last."""
        self.beginResetModel()
        self.grows_upwards = at_end
        self._generation += 1
        self._rows = []
        self._placeholders = 0
        self._asked = True
        self._stalled = False
        self.endResetModel()
        self.page_wanted.emit(self._generation)

    def page_came(self, generation: int, rows: Sequence[Row], *, more: bool) -> bool:
        """Take a page; placeholders give way to it. False for a page that came too late."""
        if generation != self._generation:
            return False
        self._asked = self._stalled = False
        fit = min(len(rows), self._placeholders)
        if self.grows_upwards:
            self._take_above(rows[len(rows) - fit :], rows[: len(rows) - fit])
        else:
            self._take_below(rows[:fit], rows[fit:])
        self._hold_place_for(_PLACEHOLDER_ROWS if more else 0)
        return True

    def _take_below(self, filling: Sequence[Row], others: Sequence[Row]) -> None:
        if filling:
            self._rows.extend(filling)
            self._placeholders -= len(filling)
            self._tell_changed(len(self._rows) - len(filling), len(filling))
        if others:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(others) - 1)
            self._rows.extend(others)
            self.endInsertRows()

    def _take_above(self, filling: Sequence[Row], others: Sequence[Row]) -> None:
        if filling:
            self._rows[:0] = filling
            self._placeholders -= len(filling)
            self._tell_changed(self._placeholders, len(filling))
        if others:
            self.beginInsertRows(QModelIndex(), 0, len(others) - 1)
            self._rows[:0] = others
            self.endInsertRows()

    def _tell_changed(self, first: int, count: int) -> None:
        last = self.index(first + count - 1, len(self._columns) - 1)
        self.dataChanged.emit(self.index(first, 0), last)

    def row_at(self, row: int) -> Row | None:
        """The value in a row, None while it has not come."""
        place = row - self._first
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @property
    def _first(self) -> int:
        """The row of the first value that has come."""
        return self._placeholders if self.grows_upwards else 0

    def replace(self, changed: Callable[[Row], Row | None]) -> None:
        """Show newer versions of rows: those for which `changed` has one."""
        for place, known in enumerate(self._rows):
            newer = changed(known)
            if newer is not None:
                self._rows[place] = newer
                self._tell_changed(self._first + place, 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows that have come, and some placeholders while there are more."""
        return 0 if parent.isValid() else len(self._rows) + self._placeholders

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Columns shown."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows; a row that has not come yet is a placeholder, and is asked for."""
        if not index.isValid():
            return None
        value = self.row_at(index.row())
        if value is not None:
            return self._columns[index.column()].data(value, role)
        if role == Qt.ItemDataRole.DisplayRole:
            self._want_page()
            return PLACEHOLDER
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of columns; rows have none."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            return header(self._columns[section], role)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of editable columns can be edited once their row has come."""
        flags = super().flags(index)
        if index.isValid() and self._columns[index.column()].editable:
            has_come = self.row_at(index.row()) is not None
            flags |= Qt.ItemFlag.ItemIsEditable if has_come else Qt.ItemFlag.NoItemFlags
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; the row changes when the server has agreed."""
        known = self.row_at(index.row())
        if role != Qt.ItemDataRole.EditRole or known is None:
            return False
        column = self._columns[index.column()]
        text = str(value).strip()
        if text != column.data(known, Qt.ItemDataRole.EditRole):
            self.edited.emit(known, column.key, column.typed(text) if column.typed else text)
        return False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(self._columns):
            descending = order is Qt.SortOrder.DescendingOrder
            self.order_wanted.emit(self._columns[column].key, descending)

    @property
    def stalled(self) -> bool:
        """Whether a page was asked for in vain."""
        return self._stalled

    @Slot()
    def page_failed(self) -> None:
        """Ask no more, whatever is painted, until `go_on`."""
        self._stalled = True

    def go_on(self) -> None:
        """Ask again for the page that was asked for in vain; the rows above it stay."""
        if self._stalled:
            self._stalled = False
            self.page_wanted.emit(self._generation)

    def _hold_place_for(self, count: int) -> None:
        change = count - self._placeholders
        # Below, the outermost placeholders are the last rows; above, the first ones.
        outermost = 0 if self.grows_upwards else self.rowCount() + min(change, 0)
        if change > 0:
            self.beginInsertRows(QModelIndex(), outermost, outermost + change - 1)
            self._placeholders = count
            self.endInsertRows()
        elif change < 0:
            self.beginRemoveRows(QModelIndex(), outermost, outermost - change - 1)
            self._placeholders = count
            self.endRemoveRows()

    def _want_page(self) -> None:
        if self._placeholders and not self._asked:
            self._asked = True
            self.page_wanted.emit(self._generation)

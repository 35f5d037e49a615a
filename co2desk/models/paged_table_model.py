"""A table of any length whose rows come a page at a time; `data()` never waits."""

from collections.abc import Sequence
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

from co2desk.models.columns import ROW_ROLE, STATE_ROLE, Column, Row
from co2desk.models.list_table_model import header

Index = QModelIndex | QPersistentModelIndex

PLACEHOLDER = "…"
_PLACEHOLDER_ROWS = 50


class PagedTableModel(QAbstractTableModel, Generic[Row]):
    """Shows the pages that have come, and placeholders below while there are more.

    `page_wanted(generation)` asks for the page after the last one; whoever hears it answers by
    `page_came(generation, rows, more)`. `begin` starts over with a new generation, so that a
    page of an earlier filter or order that arrives late is dropped. `order_wanted(column key,
    descending)` says that the person wants another order: sorting is the server's.
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
        self._generation = 0

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that have come."""
        return self._rows

    def begin(self) -> None:
        """Forget all rows and ask for the first page."""
        self.beginResetModel()
        self._generation += 1
        self._rows = []
        self._placeholders = 0
        self._asked = True
        self.endResetModel()
        self.page_wanted.emit(self._generation)

    def page_came(self, generation: int, rows: Sequence[Row], *, more: bool) -> bool:
        """Take a page; placeholders give way to it. False for a page that came too late."""
        if generation != self._generation:
            return False
        self._asked = False
        filled = min(len(rows), self._placeholders)
        if filled:
            first = len(self._rows)
            self._rows.extend(rows[:filled])
            self._placeholders -= filled
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(first, 0), last)
        if rows[filled:]:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - filled - 1)
            self._rows.extend(rows[filled:])
            self.endInsertRows()
        self._hold_place_for(_PLACEHOLDER_ROWS if more else 0)
        return True

    def row_at(self, row: int) -> Row | None:
        """The value in a row, None while it has not come."""
        return self._rows[row] if row < len(self._rows) else None

    def replace_row(self, row: int, value: Row) -> None:
        """Show a newer version of a row."""
        self._rows[row] = value
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def key_of(self, column: int) -> str:
        """The name of a column."""
        return self._columns[column].key

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
        column = self._columns[index.column()]
        if index.row() < len(self._rows):
            return column.data(self._rows[index.row()], role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                self._want_page()
                return PLACEHOLDER
            case _ if role in (STATE_ROLE, ROW_ROLE):
                return None
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
        if (
            index.isValid()
            and index.row() < len(self._rows)
            and self._columns[index.column()].editable
        ):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; the row changes when the server has agreed."""
        if role != Qt.ItemDataRole.EditRole or index.row() >= len(self._rows):
            return False
        column = self._columns[index.column()]
        text = str(value).strip()
        if text != column.data(self._rows[index.row()], Qt.ItemDataRole.EditRole):
            self.edited.emit(self._rows[index.row()], column.key, text)
        return False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(self._columns):
            descending = order is Qt.SortOrder.DescendingOrder
            self.order_wanted.emit(self._columns[column].key, descending)

    @Slot()
    def page_failed(self) -> None:
        """Let the page be asked for again."""
        self._asked = False

    def _hold_place_for(self, count: int) -> None:
        last = self.rowCount() - 1
        change = count - self._placeholders
        if change > 0:
            self.beginInsertRows(QModelIndex(), last + 1, last + change)
            self._placeholders = count
            self.endInsertRows()
        elif change < 0:
            self.beginRemoveRows(QModelIndex(), last + 1 + change, last)
            self._placeholders = count
            self.endRemoveRows()

    def _want_page(self) -> None:
        if self._placeholders and not self._asked:
            self._asked = True
            self.page_wanted.emit(self._generation)

"""A table of some hundred values that are all at hand, sorted by an index of its own."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from co2desk.models.columns import Column, Row, alignment

Index = QModelIndex | QPersistentModelIndex


class ListTableModel(QAbstractTableModel, Generic[Row]):
    """Rows are frozen values; `show_rows` replaces them all."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Row] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take new rows, in the order that the person last chose."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def row_at(self, row: int) -> Row:
        """The value shown in a row."""
        return self._rows[row]

    @property
    def rows(self) -> Sequence[Row]:
        """All values, in the order shown."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows shown; a table has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Columns shown."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        return self._columns[index.column()].data(self._rows[index.row()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of columns; rows have none."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            return header(self._columns[section], role)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 keeps the order they came in from now on."""
        self._sorted_by = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved_from = [self._rows[index.row()] for index in before]
        self._arrange()
        places = {id(row): at for at, row in enumerate(self._rows)}
        after = [
            self.index(places[id(row)], index.column())
            for row, index in zip(moved_from, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted_by is None:
            return
        at, order = self._sorted_by
        column = self._columns[at]
        key = column.sort or (lambda row: column.text(row).casefold())
        self._rows.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)


def header(column: Column[Row], role: int) -> object:
    """What the head of a column answers."""
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
            return column.title
        case Qt.ItemDataRole.TextAlignmentRole:
            return alignment(numeric=column.numeric)
    return None

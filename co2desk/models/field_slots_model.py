"""The fields of a kind of file, each with the column of the file that it takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from co2desk.models.columns import ROW_ROLE, STATE_ROLE

Index = QModelIndex | QPersistentModelIndex

COLUMN_MIME = "application/x-co2desk-column"
"""A column of the file on its way to a field: its index from 0, as text."""


@dataclass(frozen=True, slots=True)
class FieldSlot:
    """A field, and the index and title of the column that holds it; -1 and "" for none."""

    field: str
    required: bool
    column: int = -1
    title: str = ""


@dataclass(frozen=True, slots=True)
class SlotWords:
    """What the table says in the person's language; built by the view."""

    field: Callable[[str], str]
    field_title: str
    column_title: str
    needed: str
    free: str


def column_data(column: int) -> QMimeData:
    """What is dragged when a column is."""
    data = QMimeData()
    data.setData(COLUMN_MIME, str(column).encode("ascii"))
    return data


class FieldSlotsModel(QAbstractTableModel):
    """Columns are dropped on fields: `column_dropped(column index, field)`."""

    column_dropped = Signal(int, str)

    def __init__(self, words: SlotWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._slots: Sequence[FieldSlot] = ()

    def show_slots(
        self, fields: Mapping[str, bool], columns: Mapping[str, tuple[int, str]]
    ) -> None:
        """Show fields (required or not) with the column that holds each."""
        slots = [
            FieldSlot(name, required, *columns.get(name, (-1, "")))
            for name, required in fields.items()
        ]
        if [one.field for one in slots] == [one.field for one in self._slots]:
            self._slots = slots
            if slots:
                self.dataChanged.emit(self.index(0, 0), self.index(len(slots) - 1, 1))
            return
        self.beginResetModel()
        self._slots = slots
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Fields."""
        return 0 if parent.isValid() else len(self._slots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The field and its column."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A field or its column; one that is needed and has none is marked."""
        if not index.isValid():
            return None
        slot = self._slots[index.row()]
        lacking = slot.required and slot.column < 0
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                if index.column() == 0:
                    return self._words.field(slot.field)
                return slot.title or (self._words.needed if lacking else self._words.free)
            case _ if role == ROW_ROLE:
                return slot
            case _ if role == STATE_ROLE and index.column() == 1:
                return "warning" if lacking else "good" if slot.title else "secondary"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._words.column_title if section else self._words.field_title

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Columns can be dropped on every field, and taken from those that have one."""
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            if self._slots[index.row()].column >= 0:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Columns only."""
        return [COLUMN_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The column of the first field that is dragged."""
        slots = [self._slots[index.row()] for index in indexes]
        return column_data(slots[0].column) if slots else QMimeData()

    def supportedDropActions(self) -> Qt.DropAction:
        """A column is in one place."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """On a field, not between two."""
        return data.hasFormat(COLUMN_MIME) and parent.isValid()

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Say which column was dropped on which field; nothing is moved here."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        index = int(bytes(data.data(COLUMN_MIME).data()))
        self.column_dropped.emit(index, self._slots[parent.row()].field)
        return False

"""The rows of an import that are still in error, with the corrections typed so far."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from co2desk.domain.ids import ImportRowId
from co2desk.domain.issue import Issue
from co2desk.models.columns import STATE_ROLE
from co2desk.services.imports import WorklistRow

Index = QModelIndex | QPersistentModelIndex


class WorklistModel(QAbstractTableModel):
    """Columns: the file's headers, then the problems in words. `corrected` after each edit."""

    corrected = Signal()

    def __init__(
        self, problems_title: str, say: Callable[[Issue], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._problems_title = problems_title
        self._say = say
        self._rows: Sequence[WorklistRow] = ()
        self._header: list[str] = []
        self._corrections: dict[ImportRowId, dict[str, str]] = {}

    @property
    def corrections(self) -> Mapping[ImportRowId, Mapping[str, str]]:
        """What was typed, by row and header."""
        return self._corrections

    def show_rows(self, rows: Sequence[WorklistRow]) -> None:
        """Show the rows as they stand in the database."""
        self.beginResetModel()
        self._rows = rows
        self._header = list(dict.fromkeys(name for row in rows for name in row.cells))
        self._corrections = {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows still in error."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The file's columns and the problems."""
        return 0 if parent.isValid() or not self._header else len(self._header) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell as the file had it or as corrected."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == len(self._header):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return " ".join(self._say(issue) for issue in row.issues)
            return None
        name = self._header[index.column()]
        typed = self._corrections.get(row.id, {})
        wrong = [issue for issue in row.issues if issue.column == name]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return typed.get(name, row.cells.get(name, ""))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return "\n".join(self._say(issue) for issue in wrong) or None
            case _ if role == STATE_ROLE:
                if name in typed:
                    return "pending"
                return "error" if wrong else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The file's headers and row numbers."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._rows[section].row_number) if section < len(self._rows) else None
        if section < len(self._header):
            return self._header[section]
        return self._problems_title

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The file's cells can be edited."""
        flags = super().flags(index)
        if index.isValid() and index.column() < len(self._header):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a correction; it is checked with the others when they are committed."""
        if role != Qt.ItemDataRole.EditRole or index.column() >= len(self._header):
            return False
        row, name = self._rows[index.row()], self._header[index.column()]
        if str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        typed = self._corrections.setdefault(row.id, {})
        typed[name] = str(value)
        if typed[name] == row.cells.get(name, ""):  # as it was in the file: no correction
            del typed[name]
        if not typed:
            del self._corrections[row.id]
        self.dataChanged.emit(index, index)
        self.corrected.emit()
        return True

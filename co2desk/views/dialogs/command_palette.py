"""Every action of a window, found by typing a few letters of it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget


class CommandPalette(QDialog):
    """Enter triggers the action in front; Up and Down move while the field keeps the focus."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("command_palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find an action"))
        self.resize(480, 360)
        self._actions = list(actions)
        self._search = QLineEdit(self)
        self._search.setObjectName("command_search")
        self._search.setPlaceholderText(self.tr("Type what you want to do"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("commands")
        self._list.setAccessibleName(self.windowTitle())
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._trigger)
        self._list.itemActivated.connect(self._trigger)
        box = QVBoxLayout(self)
        box.addWidget(self._search)
        box.addWidget(self._list, 1)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the field has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self._list.currentRow() + step, 0), self._list.count() - 1)
            self._list.setCurrentRow(row)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._list.clear()
        for action in self._actions:
            plain = action.text().replace("&", "")
            if action.isEnabled() and text.casefold() in plain.casefold():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{plain}    {keys}" if keys else plain)
                item.setData(Qt.ItemDataRole.UserRole, action.objectName())
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    @Slot()
    def _trigger(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        for action in self._actions:
            if action.objectName() == name:
                action.trigger()

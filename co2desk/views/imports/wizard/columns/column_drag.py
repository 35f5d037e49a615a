"""Lets a widget that stands for a column of the file be dragged onto a field."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from co2desk.models.field_slots_model import column_data


class ColumnDrag(QObject):
    """Watches a widget; begins a drag once the mouse is pressed and moved."""

    def __init__(self, handle: QWidget, column: int) -> None:
        super().__init__(handle)
        self._handle = handle
        self._column = column
        self._pressed: QPoint | None = None
        handle.setCursor(Qt.CursorShape.OpenHandCursor)
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the left button; everything else is the widget's own."""
        if isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            match event.type():
                case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                    self._pressed = at
                    return True
                case QEvent.Type.MouseMove if self._pressed is not None:
                    moved = (at - self._pressed).manhattanLength()
                    if moved >= QApplication.startDragDistance():
                        self._pressed = None
                        self._drag()
                    return True
                case QEvent.Type.MouseButtonRelease:
                    self._pressed = None
        return super().eventFilter(watched, event)

    def _drag(self) -> None:
        drag = QDrag(self._handle)
        drag.setMimeData(column_data(self._column))
        drag.setPixmap(self._handle.grab())
        drag.setHotSpot(QPoint(8, self._handle.height() // 2))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)

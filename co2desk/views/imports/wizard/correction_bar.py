"""What the bars above the review grid have in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget


class CorrectionBar(QFrame):
    """One line with a way to correct many cells; hidden until asked for, closed by Escape.

    `left` when it goes.
    """

    left = Signal()

    def __init__(self, name: str, close_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._close = QPushButton(self.tr("Close"), self)
        self._close.setObjectName(close_name)
        self._close.clicked.connect(self.hide)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 8, 12, 8)
        self.row.setSpacing(8)

    def end_with(self, *buttons: QPushButton) -> None:
        """Put what can be done at the end of the line, and Close behind it; then wait hidden."""
        self.row.addStretch(1)
        for button in (*buttons, self._close):
            self.row.addWidget(button)
        self.hide()

    def let_go(self) -> None:
        """Give up whatever could take the focus back; the bar is going."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so: who worked here wants to go on elsewhere."""
        super().hideEvent(event)
        self.let_go()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

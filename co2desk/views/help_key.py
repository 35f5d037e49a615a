"""F1 in a dialog: asks for the page of the guide about it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class HelpKey(QShortcut):
    """`wanted(topic)` when F1 is pressed anywhere in `dialog`."""

    wanted = Signal(str)

    def __init__(self, topic: str, dialog: QWidget) -> None:
        super().__init__(QKeySequence("F1"), dialog)
        self._topic = topic
        self.activated.connect(self._pressed)

    @Slot()
    def _pressed(self) -> None:
        self.wanted.emit(self._topic)

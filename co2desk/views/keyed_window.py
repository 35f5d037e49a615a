"""A window in which Return presses the button that has the focus, as it does in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedWindow(QMainWindow):
    """Qt gives Return to the buttons of dialogs only; elsewhere Space alone would press them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the focus; a key that is held down presses it once."""
        button = self.focusWidget()
        if event.key() in _RETURN and isinstance(button, QPushButton) and button.hasFocus():
            if not event.isAutoRepeat():
                button.click()
        else:
            super().keyPressEvent(event)

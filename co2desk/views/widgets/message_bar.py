"""Messages in the page itself instead of boxes with an OK button."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from co2desk.models.labelled import labelled
from co2desk.views.icons import Icons
from co2desk.views.widgets.room import make_room
from co2desk.views.widgets.text import Pictogram, set_look


class Tone(StrEnum):
    """What kind of message it is: shown by colour, icon and word."""

    ERROR = "error"
    WARNING = "warning"
    GOOD = "good"
    INFORMATION = "information"


class MessageBar(QFrame):
    """One message with at most one way to go on; hidden until there is something to say.

    `action_chosen` is emitted when the person takes the way offered, `closed` when they close
    the message instead.
    """

    action_chosen = Signal()
    closed = Signal()

    def __init__(
        self, icons: Icons, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._picture = Pictogram(icons, "information", size=20, parent=self)
        self._text = QLabel(self)
        self._text.setObjectName("message_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._action = QPushButton(self)
        self._action.setObjectName("message_action")
        self._action.clicked.connect(self.action_chosen)
        self._close = QToolButton(self)
        self._close.setObjectName("message_close")
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        icons.put(self._close, "close", "secondary")
        self._close.clicked.connect(self._close_it)
        self._closable = closable
        self._close.setVisible(closable)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, tone: Tone, text: str, action: str = "") -> None:
        """Show a message in place of the one before; `action` names a way to go on."""
        set_look(self, f"message-{tone}")
        role = "accent" if tone is Tone.INFORMATION else tone.value
        self._picture.show_icon(tone.value, role)
        self._text.setText(text)
        self._text.setAccessibleName(labelled(self._word(tone), text))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        if isinstance(window := self.window(), QDialog):
            make_room(window)

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._text.clear()
        self.hide()

    @Slot()
    def _close_it(self) -> None:
        self.clear()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the message."""
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self._close_it()
        else:
            super().keyPressEvent(event)

    def _word(self, tone: Tone) -> str:
        match tone:
            case Tone.ERROR:
                return self.tr("Error")
            case Tone.WARNING:
                return self.tr("Warning")
            case Tone.GOOD:
                return self.tr("Done")
            case Tone.INFORMATION:
                return self.tr("Note")

"""F1 in dialogs: asks for the page of the guide about them, or about the view behind."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

# What a dialog says of itself by `setProperty`; without it, the view behind it counts.
TOPIC = "help_topic"


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


class HelpKeys(QObject):
    """Gives each dialog of `window` the key when it comes to the front; `wanted(topic)`.

    A dialog keeps keys from the window below it, so the action there does not hear them. `here`
    names the topic of the view in that window.
    """

    wanted = Signal(str)

    def __init__(self, window: QWidget, here: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._here = here
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        dialog = QApplication.activeWindow()
        if dialog not in self._window.findChildren(QDialog):
            return
        if dialog.findChild(HelpKey) is None:
            topic = str(dialog.property(TOPIC) or self._here())
            HelpKey(topic, dialog).wanted.connect(self.wanted)

"""Which actions of the window a view answers, and whether it can at this moment."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractButton

from co2desk.views.action_table import ActionId

Command = Callable[[], None]


class CommandSet(QObject):
    """A button that is greyed or hidden takes its action along; `changed` says so."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: dict[ActionId, QAbstractButton] = {}
        self._commands: dict[ActionId, Command] = {}

    def answer(self, action: ActionId, by: QAbstractButton | Command) -> None:
        """Answer an action as a button would, or by a bound method."""
        if isinstance(by, QAbstractButton):
            by.installEventFilter(self)
            self._buttons[action] = by
        else:
            self._commands[action] = by

    def now(self) -> Mapping[ActionId, Command]:
        """What can be done now, by action."""
        pressed = {
            action: button.click
            for action, button in self._buttons.items()
            if button.isEnabled() and not button.isHidden()
        }
        return {**self._commands, **pressed}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a button was greyed, hidden, or came back."""
        if event.type() in (
            QEvent.Type.EnabledChange,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self.changed.emit()
        return super().eventFilter(watched, event)

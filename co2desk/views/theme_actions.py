"""The choice of colours in the menu: one of three is in force."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup

from co2desk.views.action_table import ActionId
from co2desk.views.theme import Theme, ThemeChoice

_CHOICES = {
    ActionId.THEME_SYSTEM: ThemeChoice.SYSTEM,
    ActionId.THEME_LIGHT: ThemeChoice.LIGHT,
    ActionId.THEME_DARK: ThemeChoice.DARK,
}


class ThemeActions(QObject):
    """`chosen(ActionId)` after the person took one, so that it can be kept."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: dict[ActionId, QAction] = {}

    @property
    def handlers(self) -> dict[ActionId, Callable[[], None]]:
        """What answers each of these actions."""
        return dict.fromkeys(_CHOICES, self._taken)

    def lead(self, actions: Mapping[ActionId, QAction]) -> None:
        """Mark the one in force among these from now on."""
        group = QActionGroup(self)
        for action_id, choice in _CHOICES.items():
            action = self._actions[action_id] = actions[action_id]
            action.setCheckable(True)
            action.setChecked(self._theme.choice is choice)
            group.addAction(action)

    def choose(self, name: str) -> None:
        """Follow a choice made elsewhere."""
        for action_id, choice in _CHOICES.items():
            if choice.value == name:
                self._actions[action_id].setChecked(True)
                self._theme.choose(choice)

    @Slot()
    def _taken(self) -> None:
        for action_id, action in self._actions.items():
            if action is self.sender():
                self._theme.choose(_CHOICES[action_id])
                self.chosen.emit(action_id)

"""The dialogs of the program itself, which belong to no view: help, settings, actions, about."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from co2desk.desktop.settings import SettingsFile
from co2desk.views.action_table import ActionId
from co2desk.views.help_key import TOPIC
from co2desk.views.surroundings import Surroundings

if TYPE_CHECKING:
    from co2desk.services.look_for_updates import Updates
    from co2desk.views.dialogs.help_window import HelpWindow


class OwnDialogs(QObject):
    """Each is loaded when it is opened first; `theme_chosen(name)` among the settings."""

    theme_chosen = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        settings: SettingsFile,
        updates: "Callable[[], Updates]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._settings = settings
        self._updates = updates
        self._window = window
        self._help: HelpWindow | None = None

    @Slot(str)
    def show_help(self, topic: str) -> None:
        """Show the help about a view."""
        from co2desk.views.dialogs.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._around.messages.language, self._around.icons)
        self._help.show_topic(topic)

    def close_help(self) -> None:
        """Close the help, which is a window of its own."""
        if self._help is not None:
            self._help.close()

    def show_settings(self) -> None:
        """Let language, numbers and colours be chosen."""
        from co2desk.views.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings.load(), self._updates(), self._window)
        dialog.chosen.connect(self._settings_chosen)
        dialog.setProperty(TOPIC, "start")
        dialog.open()

    def show_actions(self, actions: Mapping[ActionId, QAction]) -> None:
        """Let an action be found by its name."""
        from co2desk.views.dialogs.command_palette import CommandPalette

        CommandPalette([*actions.values()], self._window).open()

    def show_about(self) -> None:
        """Say what program this is."""
        from co2desk.views.dialogs.about import AboutDialog

        AboutDialog(self._around.icons, self._window).open()

    @Slot(object)
    def _settings_chosen(self, values: dict[str, str]) -> None:
        self._settings.change(**values)
        self.theme_chosen.emit(values["theme"])

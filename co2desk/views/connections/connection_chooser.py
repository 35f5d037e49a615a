"""Asks which database to work on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.desktop.first_start import EMBEDDED_NAME
from co2desk.domain.errors import UnusableInput
from co2desk.views.errands import ask
from co2desk.views.help_key import TOPIC
from co2desk.views.surroundings import Surroundings

if TYPE_CHECKING:
    from co2desk.services.bundle import Services
    from co2desk.services.keep_profiles import Profiles


class ConnectionChooser(QObject):
    """`chosen(name)`, "" for the database on this computer; `failed(error)`."""

    chosen = Signal(str)
    failed = Signal(object)

    def __init__(
        self, around: Surroundings, build: "Callable[[str | None], Services]", window: QWidget
    ) -> None:
        super().__init__(window)
        self._around = around
        self._build = build
        self._window = window
        self._current = ""

    def show(self, services: "Services | None", current: str) -> None:
        """Show the connections. Building services reads and compiles a lot: not on this thread."""
        self._current = current
        ask(
            self._around.runner,
            lambda _: services.profiles if services else self._profiles_alone(),
            self._profiles_known,
            self._failed,
        )

    def _profiles_alone(self) -> "Profiles":
        """The connections, whichever of them may be worked on."""
        try:
            return self._build(EMBEDDED_NAME).profiles
        except UnusableInput:
            return self._build(None).profiles

    @Slot(object)
    def _profiles_known(self, profiles: "Profiles") -> None:
        from co2desk.views.connections.connections_dialog import ConnectionsDialog

        dialog = ConnectionsDialog(self._around, profiles, self._current, self._window)
        dialog.chosen.connect(self.chosen)
        dialog.setProperty(TOPIC, "connections")
        dialog.open()

    @Slot(object)
    def _failed(self, error: object) -> None:
        self.failed.emit(error)

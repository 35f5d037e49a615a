"""Starts the window: painted first, the database after."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from co2desk import __version__
from co2desk.app.crash_hooks import CrashHooks
from co2desk.app.quit_signals import QuitSignals
from co2desk.desktop.first_start import is_first_start
from co2desk.desktop.managed import ManagedSettings, UpdateRules, read_managed
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import resource, user_folder
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import UnusableInput
from co2desk.models.formats import Formats
from co2desk.models.task_runner import TaskRunner
from co2desk.views.desk import Desk
from co2desk.views.icons import Icons
from co2desk.views.surroundings import Surroundings
from co2desk.views.theme import STYLE, Theme, ThemeChoice
from co2desk.views.translators import install_language, number_locale
from co2desk.views.window_memory import WindowMemory

if TYPE_CHECKING:
    from co2desk.services.bundle import Services
    from co2desk.services.look_for_updates import Updates


class FirstPaint(QObject):
    """Says once when a widget has been painted, so that what is slow begins after it."""

    over = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event; the signal is heard after it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.over.emit()
        return False


def run_window(
    messages: Messages,
    build: Callable[[str | None], "Services"],
    files: Sequence[Path] = (),
    clean: Callable[[str], str] = str,
) -> int:
    """Show the window until it is closed; `files` are imported or, as drafts, resumed.

    `clean` takes passwords out of the report that is shown where the program itself fails.
    """
    app = make_application()
    install_language(app, messages.language)
    settings = SettingsFile(user_folder())
    around = make_surroundings(app, messages, settings)
    managed = _managed()

    def find_updates() -> "Updates":
        from co2desk.services.look_for_updates import Updates, own_channel

        return Updates(settings, managed.updates, own_channel(resource("updates.toml")))

    desk = Desk(around, build, settings, find_updates)
    painted = FirstPaint(desk.window)
    # A draft that was double-clicked is a choice already.
    first = not files and is_first_start(user_folder(), os.environ, managed.connections)
    begin = desk.welcome if first else desk.open_database
    painted.over.connect(begin, Qt.ConnectionType.QueuedConnection)
    desk.window.show()
    for path in files:
        desk.import_file(path)
    signals = QuitSignals(app)
    painted.over.connect(signals.begin, Qt.ConnectionType.QueuedConnection)
    hooks = CrashHooks(around.icons, desk.window, clean)
    try:
        return app.exec()
    finally:
        hooks.close()
        signals.close()
        desk.close()


def _managed() -> ManagedSettings:
    """What the administrator of this computer has set.

    Where that cannot be read no database is opened, and the window says why; until then nothing
    is fetched from anywhere.
    """
    try:
        return read_managed()
    except UnusableInput:
        return ManagedSettings(updates=UpdateRules(check=False))


def make_application() -> QApplication:
    """The Qt application with its names and icon."""
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("co2desk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("co2desk")
    app.setWindowIcon(QIcon(str(resource("icons", "co2desk.svg"))))
    return app


def make_surroundings(
    app: QApplication, messages: Messages, settings: SettingsFile
) -> Surroundings:
    """What every widget needs around it, as the person likes it."""
    liked = settings.load()
    known = {choice.value for choice in ThemeChoice}
    theme = Theme(app, ThemeChoice(liked.theme) if liked.theme in known else ThemeChoice.SYSTEM)
    return Surroundings(
        runner=TaskRunner(),
        theme=theme,
        icons=Icons(resource("icons"), theme),
        formats=Formats.of(number_locale(liked.number_locale)),
        messages=messages,
        memory=WindowMemory(settings),
    )

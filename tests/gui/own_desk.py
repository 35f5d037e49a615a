"""A desk of a test's own: the program's windows, closed in order at the end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from co2desk.desktop.settings import SettingsFile
from co2desk.services.bundle import Services
from co2desk.views.desk import Desk
from co2desk.views.surroundings import Surroundings


@contextmanager
def own_desk(
    around: Surroundings,
    settings: SettingsFile,
    qtbot: QtBot,
    build: Callable[[str | None], Services],
) -> Iterator[Desk]:
    """Show the main window; `build` makes the services of the database that is named."""
    desk = Desk(around, build, settings)
    desk.window.show()
    yield desk
    for window in list(desk.import_windows):
        window.close()
    desk.window.close()
    qtbot.waitUntil(lambda: not around.runner.running, timeout=20_000)
    desk.close()
    desk.window.deleteLater()


def open_database(desk: Desk, qtbot: QtBot) -> None:
    """Open the desk's database, and wait for the first view."""
    desk.open_database()
    qtbot.waitUntil(lambda: desk.window.pages.front is not None, timeout=20_000)

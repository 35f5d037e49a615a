"""Walks one person through the whole program, for pictures of everything on the way."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from co2desk.app.camera import Camera
from co2desk.app.container import build_services
from co2desk.app.gui import make_surroundings
from co2desk.app.tour_dialogs import DialogTour
from co2desk.app.tour_import import ImportTour
from co2desk.desktop.messages import Messages
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.translators import install_language

# The smallest screen that people work on.
SIZE = (1280, 720)
_LOCALES = {"en": "en_GB", "fr": "fr_CH", "de": "de_CH"}
_FOUND_NOWHERE = "zzz"
_SEARCHED = (PageId.LABS, PageId.ACTIVITIES, PageId.FACTORS)


class Tour:
    """One language and one theme, on a database of its own in `home`."""

    def __init__(
        self,
        app: QApplication,
        home: Path,
        folder: Path,
        language: str,
        theme: str,
        only: frozenset[str] | None = None,
    ) -> None:
        self._app = app
        self._translators = install_language(app, language)
        messages = Messages.load(language)
        settings = SettingsFile(home)
        settings.change(language=language, theme=theme, number_locale=_LOCALES[language])
        around = make_surroundings(app, messages, settings)
        self._camera = Camera(around, folder, f"{language}-{theme}", only)
        self._desk = Desk(
            around,
            lambda database: build_services(database or "embedded", home, messages),
            settings,
        )
        self._imports = ImportTour(self._desk, self._camera, home, SIZE)
        self._dialogs = DialogTour(self._desk, self._camera, around, home)

    def walk(self) -> None:
        """The starting window, an import, every view, every dialog."""
        window = self._desk.window
        window.resize(*SIZE)
        window.show()
        self._camera.take_now(window, "00-starting")
        self._desk.welcome()
        self._camera.take(window, "00-welcome")
        window.show_no_database(
            DatabaseProblem(
                ErrorCode.SERVER_UNREACHABLE, host="db.example.org", detail="Connection refused"
            )
        )
        self._camera.take(window, "00-no-database")
        self._desk.open_database()
        self._camera.take(window, "01-start-new")
        self._imports.walk()
        self._imports.walk_aside()
        self._views()
        self._nothing_found()
        self._dialogs.walk()
        self._end()

    def walk_main(self) -> None:
        """An import and every view: what a person sees first."""
        self._desk.window.resize(*SIZE)
        self._desk.window.show()
        self._desk.open_database()
        self._camera.settle()
        self._imports.walk()
        self._views()
        self._end()

    def _end(self) -> None:
        self._desk.window.close()
        self._camera.settle()
        self._desk.close()
        for translator in self._translators:
            self._app.removeTranslator(translator)

    def _views(self) -> None:
        for number, page_id in enumerate(PageId, start=1):
            self._desk.window.go(Place(page_id))
            name = f"0{number}-{page_id}"
            self._camera.take(self._desk.window, name)
            self._tabs(self._desk.window.pages.page(page_id), name)

    def _tabs(self, page: QWidget, name: str) -> None:
        """The tabs behind the first one."""
        for tabs in page.findChildren(QTabWidget):
            if tabs.isVisible():
                for at in range(1, tabs.count()):
                    tabs.setCurrentIndex(at)
                    self._camera.take(page.window(), f"{name}-{at + 1}")
                tabs.setCurrentIndex(0)

    def _nothing_found(self) -> None:
        for page_id in _SEARCHED:
            self._desk.window.go(Place(page_id))
            page = self._desk.window.pages.page(page_id)
            page.head.search.setText(_FOUND_NOWHERE)
            page.head.search.returnPressed.emit()
            self._camera.take(self._desk.window, f"08-{page_id}-nothing-found")
            page.head.search.clear()
            page.head.search.returnPressed.emit()
            self._camera.settle()

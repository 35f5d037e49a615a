"""Takes a picture of every view, wizard page and dialog, in light, dark and three languages."""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget

from co2desk.app.container import build_services
from co2desk.app.gui import make_application, make_surroundings
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import resource
from co2desk.desktop.settings import SettingsFile
from co2desk.importing.flow import Step
from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow
from co2desk.views.places import PageId, Place
from co2desk.views.translators import install_language

_SIZE = (1280, 800)
_SETS = (("en", "light"), ("en", "dark"), ("fr", "light"), ("de", "light"))
_SAMPLE = "activities-2025.csv"
_LABORATORY = "DEMO-LAB"
_POLL_MS = 20
_QUIET_TURNS = 5
_COLOURS = 256
_LINES_LOOKED_AT = 2
_ALIKE_BITS = 3


def main() -> int:
    """Take all pictures into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for language, theme in _SETS:
        # A socket's path may have a hundred bytes only.
        home = Path(tempfile.mkdtemp(prefix="c2d-shots-"))
        try:
            Camera(app, home, folder, language, theme).take_all()
        finally:
            shutil.rmtree(home, ignore_errors=True)
    return 0


class Camera(QObject):
    """Walks one person through the program, taking pictures."""

    def __init__(
        self, app: QApplication, home: Path, folder: Path, language: str, theme: str
    ) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._ending = f"{language}-{theme}"
        self._translators = install_language(app, language)
        messages = Messages.load(language)
        settings = SettingsFile(home)
        locale = {"en": "en_GB", "fr": "fr_CH", "de": "de_CH"}[language]
        settings.change(language=language, theme=theme, number_locale=locale)
        self._around = make_surroundings(app, messages, settings)
        self._desk = Desk(
            self._around,
            lambda database: build_services(database or "embedded", home, messages),
            settings,
        )

    def take_all(self) -> None:
        """The starting window, the import, every view, every dialog."""
        window = self._desk.window
        window.resize(*_SIZE)
        window.show()
        self._picture(window, "00-starting")
        self._desk.welcome()
        self._take(window, "00-welcome")
        self._desk.open_database()
        self._settle()
        self._import()
        self._views()
        self._dialogs()
        window.close()
        self._settle()
        self._desk.close()
        for translator in self._translators:
            self._app.removeTranslator(translator)

    def _import(self) -> None:
        self._desk.window.actions_by_id[ActionId.IMPORT_FILE].trigger()
        window = self._desk.import_windows[-1]
        window.resize(*_SIZE)
        self._take(window, "20-import-empty")
        window.open_file(resource("demo", _SAMPLE))
        self._take(window, "21-import-source-why-not")
        window.source.choose_laboratory(_LABORATORY)
        self._take(window, "22-import-source")
        for name in ("23-import-columns", "24-import-review"):
            self._on(window)
            self._take(window, name)
        window.actions_by_id[ActionId.REPLACE].trigger()
        self._take(window, "25-import-replace")
        self._on(window)
        self._take(window, "26-import-commit")
        self._on(window)
        assert window.flow.step is Step.COMMIT
        self._take(window, "27-import-result")
        window.close()
        self._settle()

    def _on(self, window: ImportWindow) -> None:
        window.actions_by_id[ActionId.NEXT_STEP].trigger()
        self._settle()

    def _views(self) -> None:
        for number, page_id in enumerate(PageId, start=1):
            self._desk.window.go(Place(page_id))
            self._take(self._desk.window, f"0{number}-{page_id}")
            page = self._desk.window.pages.page(page_id)
            for tabs in page.findChildren(QTabWidget):
                for at in range(1, tabs.count()):
                    tabs.setCurrentIndex(at)
                    self._take(self._desk.window, f"0{number}-{page_id}-{at + 1}")
                tabs.setCurrentIndex(0)

    def _dialogs(self) -> None:
        window = self._desk.window
        for page_id, button, name in (
            (PageId.LABS, "lab_edit", "31-laboratory"),
            (PageId.LABS, "lab_delete", "32-delete-laboratory"),
            (PageId.IMPORTS, "job_worklist", "33-worklist"),
            (PageId.IMPORTS, "job_undo", "34-undo-import"),
        ):
            window.go(Place(page_id))
            self._settle()
            self._dialog(lambda button=button: _click(window, button), name)  # type: ignore[misc]
        for action, name in (
            (ActionId.SETTINGS, "35-settings"),
            (ActionId.COMMANDS, "36-find-an-action"),
            (ActionId.ABOUT, "37-about"),
            (ActionId.CONNECTIONS, "39-connections"),
        ):
            self._dialog(window.actions_by_id[action].trigger, name)
        self._desk.show_help("imports")
        for shown in self._app.topLevelWidgets():
            if shown.objectName() == "help_window":
                self._take(shown, "38-help")
                shown.close()

    def _dialog(self, open_it: Callable[[], None], name: str) -> None:
        open_it()
        self._settle()
        for dialog in self._desk.window.findChildren(QDialog):
            if dialog.isVisible():
                self._take(dialog, name)
                dialog.reject()
        self._settle()

    def _take(self, widget: QWidget, name: str) -> None:
        self._settle()
        self._picture(widget, name)

    def _picture(self, widget: QWidget, name: str) -> None:
        image = _few_colours(widget.grab().toImage())
        image.save(str(self._folder / f"{name}-{self._ending}.png"), None, 0)

    def _settle(self) -> None:
        """Run the event loop until nothing is under way and what came of it is drawn."""
        loop = QEventLoop()
        timer = QTimer()
        quiet = 0

        def look() -> None:
            nonlocal quiet
            quiet = 0 if self._around.runner.running else quiet + 1
            if quiet >= _QUIET_TURNS:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_POLL_MS)
        loop.exec()
        timer.stop()


def _few_colours(image: QImage) -> QImage:
    """The image in 256 of its colours: a third of the size, and nobody sees the difference.

    Like colours count together, so that a small icon is not outvoted by the edges of letters.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels, line = bytes(plain.constBits()), plain.bytesPerLine()
    counts: Counter[bytes] = Counter()
    for start in range(0, plain.height() * line, line * _LINES_LOOKED_AT):
        row = pixels[start : start + plain.width() * 3]
        counts.update(row[at : at + 3] for at in range(0, len(row), 3))
    alike: dict[tuple[int, ...], bytes] = {}
    for colour, _ in counts.most_common():
        alike.setdefault(tuple(channel >> _ALIKE_BITS for channel in colour), colour)
    table = [qRgb(*colour) for colour in list(alike.values())[:_COLOURS]]
    nearest = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, nearest)


def _click(window: QWidget, name: str) -> None:
    for button in window.findChildren(QWidget, name):
        if button.isVisible():
            button.click()  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())

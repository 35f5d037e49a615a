"""Every dialog of the main window: each control has a name, each text is translated."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.camera import Camera
from co2desk.app.tour_dialogs import DialogTour
from co2desk.views.desk import Desk
from co2desk.views.translators import install_language
from tests.gui.looking import Pseudo, fixed_texts, is_words, nameless, shown

# Its texts are those of the guide.
GUIDE = "38-help"
LEAST = 20
# What a field shows as an example is the same everywhere.
EXAMPLE = ".example."


class Look(Camera):
    """Looks at what would be pictured."""

    def __init__(self, desk: Desk, folder: Path, look: Callable[[QWidget], set[str]]) -> None:
        super().__init__(desk.window.around, folder, "")
        self._look = look
        self.seen: set[str] = set()
        self.found: dict[str, set[str]] = {}

    def take_now(self, widget: QWidget, name: str) -> None:
        self.seen.add(name)
        if name != GUIDE and (found := self._look(widget)):
            self.found[name] = found


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translators = install_language(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.slow
@pytest.mark.usefixtures("german")
def test_that_no_text_of_the_german_window_is_spelled_as_abroad(desk: Desk, tmp_path: Path) -> None:
    look = Look(desk, tmp_path, lambda widget: {text for text in shown(widget) if "ß" in text})
    DialogTour(desk, look, desk.window.around, tmp_path).walk()
    assert not look.found
    assert len(look.seen) >= LEAST
    assert not [text for text in shown(desk.window) if "ß" in text]


@pytest.mark.slow
def test_that_every_control_of_every_dialog_has_a_name(desk: Desk, tmp_path: Path) -> None:
    look = Look(desk, tmp_path, lambda widget: set(nameless(widget)))
    DialogTour(desk, look, desk.window.around, tmp_path).walk()
    assert not look.found
    assert len(look.seen) >= LEAST


@pytest.mark.slow
@pytest.mark.usefixtures("pseudo")
def test_that_no_text_of_a_dialog_or_a_menu_stays_untranslated(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    assert QCoreApplication.translate("Any", "text") == "⟦text⟧"

    def plain(widget: QWidget) -> set[str]:
        texts = {widget.windowTitle(), *fixed_texts(widget)}
        return {one for one in texts if "⟦" not in one and is_words(one) and EXAMPLE not in one}

    look = Look(desk, tmp_path, plain)
    DialogTour(desk, look, desk.window.around, tmp_path).walk()
    assert not look.found
    assert len(look.seen) >= LEAST
    for menu in desk.window.menuBar().actions():
        for action in menu.menu().actions():
            assert action.isSeparator() or "⟦" in action.text(), action.text()

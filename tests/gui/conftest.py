"""A window's surroundings on a temporary folder, without a screen."""

import gc
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import resource
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.models.formats import Formats
from co2desk.models.task_runner import TaskRunner
from co2desk.views.desk import Desk
from co2desk.views.icons import Icons
from co2desk.views.surroundings import Surroundings
from co2desk.views.theme import STYLE, Theme, ThemeChoice
from co2desk.views.translators import install_language
from co2desk.views.window_memory import WindowMemory
from tests.embedded import filled_home
from tests.gui.own_desk import open_database, own_desk

SWISS = QLocale(QLocale.Language.German, QLocale.Country.Switzerland)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session", autouse=True)
def no_collection_on_other_threads() -> Iterator[None]:
    """As the program does: what is left of a test's windows ends on this thread alone."""
    was_on = gc.isenabled()
    gc.disable()
    yield
    if was_on:
        gc.enable()


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Has Qt speak a language from the call to the end of the test."""
    installed: list[QTranslator] = []
    yield lambda language: installed.extend(install_language(qapp, language))
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def remains_collected() -> Iterator[None]:
    """What a test left behind ends with it, what its runner froze too."""
    yield
    gc.unfreeze()
    gc.collect()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """How the program makes its application, too."""
    return ["co2desk", *STYLE]


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "home")


@pytest.fixture
def messages(request: pytest.FixtureRequest) -> Messages:
    """The texts below Qt's; another language by indirect parametrisation."""
    return Messages.load(getattr(request, "param", "en"))


@pytest.fixture
def around(
    qtbot: QtBot, qapp: QApplication, settings: SettingsFile, messages: Messages
) -> Iterator[Surroundings]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    runner = TaskRunner()
    yield Surroundings(
        runner=runner,
        theme=theme,
        icons=Icons(resource("icons"), theme),
        formats=Formats.of(SWISS),
        messages=messages,
        memory=WindowMemory(settings),
    )
    runner.close()
    theme.choose(ThemeChoice.LIGHT)


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """The folder of a person whose embedded server runs throughout."""
    with filled_home() as folder:
        yield folder


@pytest.fixture
def desk(around: Surroundings, settings: SettingsFile, home: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The program's windows on that person's database, opened and settled."""
    with own_desk(around, settings, qtbot, lambda _: build_services("embedded", home)) as made:
        open_database(made, qtbot)
        yield made


@pytest.fixture
def lab(desk: Desk) -> str:
    """The code of a laboratory of the test's own."""
    code = f"G-{secrets.token_hex(4)}"
    assert desk.services is not None
    desk.services.labs.create(Laboratory(LabId(uuid4()), code, f"Laboratory {code}"))
    return code

"""A window's surroundings on a temporary folder, without a screen."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import resource
from co2desk.desktop.settings import SettingsFile
from co2desk.models.formats import Formats
from co2desk.models.task_runner import TaskRunner
from co2desk.views.icons import Icons
from co2desk.views.surroundings import Surroundings
from co2desk.views.theme import Theme, ThemeChoice
from co2desk.views.window_memory import WindowMemory

SWISS = QLocale(QLocale.Language.German, QLocale.Country.Switzerland)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.gui)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "home")


@pytest.fixture
def around(qtbot: QtBot, qapp: QApplication, settings: SettingsFile) -> Iterator[Surroundings]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    runner = TaskRunner()
    yield Surroundings(
        runner=runner,
        theme=theme,
        icons=Icons(resource("icons"), theme),
        formats=Formats.of(SWISS),
        messages=Messages.load("en"),
        memory=WindowMemory(settings),
    )
    runner.close()
    theme.choose(ThemeChoice.LIGHT)

"""Newcomers are offered the sample file, in the demonstration laboratory where there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import resource
from co2desk.desktop.profiles import ConnectionProfile, ProfileFile, TlsMode
from co2desk.desktop.secrets import SecretStore
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.progress import NoProgress
from co2desk.services.shipped_data import filler
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from tests.gui.hands import Hands
from tests.gui.own_desk import open_database, own_desk
from tests.postgres import PASSWORD, DatabaseForTest


@pytest.fixture
def server(database: DatabaseForTest, tmp_path: Path) -> DatabaseForTest:
    """A shared server without demonstration laboratories, known as "ours"."""
    known = database.person("ada", "co2calculator_admin")
    ProfileFile(tmp_path / "home").save(
        ConnectionProfile(
            "ours", known.host, known.port, known.dbname, "ada", TlsMode.DISABLE,
            weak_tls_accepted=True,
        )
    )  # fmt: skip
    return database


@pytest.fixture
def new_desk(
    around: Surroundings, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> Iterator[Desk]:
    secrets = SecretStore(command=("false",))
    secrets.set("ours", PASSWORD, lasting=False)
    home = tmp_path / "home"
    with own_desk(
        around, settings, qtbot, lambda _: build_services("ours", home, secrets=secrets)
    ) as made:
        yield made


def opened(desk: Desk, qtbot: QtBot) -> Hands:
    open_database(desk, qtbot)
    hands = Hands(qtbot, desk.window.around, desk.window)
    hands.settle()
    return hands


def has_seen(hands: Hands, name: str) -> bool:
    return any(one.isVisible() for one in hands.window.findChildren(QWidget, name))


def test_that_a_newcomer_gets_the_sample_in_the_demonstration_laboratory(
    server: DatabaseForTest, new_desk: Desk, qtbot: QtBot
) -> None:
    fill = filler(resource(), Messages.load("en"))
    fill(server.open("ada"), NoProgress())
    main = opened(new_desk, qtbot)
    main.click("start_sample")
    [window] = new_desk.import_windows
    hands = Hands(qtbot, window.around, window)
    assert hands.find(QLabel, "file_name").text() == "activities-2025.csv"
    assert hands.find(QComboBox, "lab").currentText().startswith("DEMO-LAB")
    assert hands.find(QComboBox, "year").currentText() == "2025"
    assert "figures are invented" in window.notes.text

    # Asked once more, the window that is there comes to the front.
    main.click("start_sample")
    assert new_desk.import_windows == [window]

    # Whoever has imported something is no newcomer.
    hands.click("forward")
    assert not window.notes.text, "what is said of the file is said once"
    for _ in range(3):
        hands.click("forward")
    assert "197 activities were committed" in hands.find(QLabel, "result_title").text()
    main.settle()
    assert not has_seen(main, "start_sample")


def test_that_the_sample_is_not_meant_for_the_only_laboratory_of_a_server(
    server: DatabaseForTest, new_desk: Desk, qtbot: QtBot
) -> None:
    server.lab("LAB-A")
    main = opened(new_desk, qtbot)
    assert has_seen(main, "start_sample")
    new_desk.window.go(Place(PageId.IMPORTS))
    main.settle()
    main.click("empty_other")
    [window] = new_desk.import_windows
    hands = Hands(qtbot, window.around, window)
    assert hands.find(QComboBox, "lab").currentText() == "Choose a laboratory…"
    assert not hands.find(QPushButton, "forward").isEnabled()

    # Another file in the same window is the person's own again.
    window.open_file(resource("demo", "travel.csv"))
    hands.settle()
    assert hands.find(QComboBox, "lab").currentText().startswith("LAB-A")
    assert not window.notes.text


def test_that_the_sample_can_be_tried_from_the_menu_at_any_time(
    server: DatabaseForTest, new_desk: Desk, qtbot: QtBot
) -> None:
    server.lab("LAB-A")
    main = opened(new_desk, qtbot)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    main.press(Qt.Key.Key_I, control_shift)
    [window] = new_desk.import_windows
    assert window.session.file_name == "activities-2025.csv"

"""Connections in the window: the first start, keeping, trying and changing them."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.first_start import is_first_start
from co2desk.desktop.managed import ManagedSettings
from co2desk.desktop.profiles import ConnectionProfile, ConnectionRules, ProfileFile, TlsMode
from co2desk.desktop.secrets import SecretStore
from co2desk.desktop.settings import SettingsFile
from co2desk.views.connections.connections_dialog import ConnectionsDialog
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from tests.gui.hands import Hands
from tests.gui.own_desk import own_desk
from tests.postgres import PASSWORD, DatabaseForTest

NO_KEYRING = ("false",)


@pytest.fixture
def new_desk(
    around: Surroundings, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> Iterator[Desk]:
    """The program's window before any database was chosen."""
    home = tmp_path / "home"
    secrets = SecretStore(command=NO_KEYRING)
    build = partial(build_services, folder=home, secrets=secrets)
    with own_desk(around, settings, qtbot, build) as made:
        made.welcome()
        yield made


@pytest.fixture
def dialog_of(new_desk: Desk, around: Surroundings, qtbot: QtBot) -> Callable[[], Hands]:
    """Opens the connections from the first page."""

    def opened() -> Hands:
        Hands(qtbot, around, new_desk.window).click("first_server")
        return Hands(qtbot, around, new_desk.window.findChild(ConnectionsDialog))

    return opened


def type_text(hands: Hands, name: str, text: str) -> None:
    line = hands.find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    hands.qtbot.keyClicks(line, text)


def tick(hands: Hands, name: str) -> None:
    box = hands.find(QCheckBox, name)
    box.setFocus()
    hands.qtbot.keyClick(box, Qt.Key.Key_Space)


def test_that_only_a_person_with_nothing_chosen_starts_for_the_first_time(tmp_path: Path) -> None:
    assert is_first_start(tmp_path, {})
    assert not is_first_start(tmp_path, {"CO2DESK_DATABASE": "embedded"})
    ProfileFile(tmp_path).save(ConnectionProfile("ours", "db.example.org"))
    assert not is_first_start(tmp_path, {})


def test_that_a_weaker_protection_needs_consent(
    dialog_of: Callable[[], Hands], tmp_path: Path
) -> None:
    hands = dialog_of()
    hands.click("connection_add")
    type_text(hands, "connection_name", "ours")
    type_text(hands, "connection_host", "db.example.org")
    hands.choose("connection_tls", "not encrypted")
    hands.click("connection_save")
    assert "consent" in hands.find(QLabel, "message_text").text()
    assert not ProfileFile(tmp_path / "home").all()
    tick(hands, "connection_accept_weak")
    hands.click("connection_save")
    (kept,) = ProfileFile(tmp_path / "home").all()
    assert kept.tls is TlsMode.DISABLE
    assert kept.weak_tls_accepted


def test_that_a_trial_says_in_words_where_it_failed(dialog_of: Callable[[], Hands]) -> None:
    hands = dialog_of()
    hands.click("connection_add")
    type_text(hands, "connection_name", "ours")
    type_text(hands, "connection_host", "/nowhere")
    hands.click("connection_try")
    steps = hands.find(QListWidget, "connection_trial")
    assert steps.count() == 1
    assert steps.item(0).text().startswith("Failed: No server runs on this computer")


def test_that_without_a_keyring_the_dialog_says_how_long_a_password_lasts(
    dialog_of: Callable[[], Hands],
) -> None:
    hands = dialog_of()
    hands.click("connection_add")
    assert "until co2desk is closed" in hands.find(QLabel, "connection_where_kept").text()
    assert not hands.find(QWidget, "connection_remember").isEnabled()


def test_that_one_can_work_on_a_server_that_is_entered_and_is_warned_all_along(
    new_desk: Desk, dialog_of: Callable[[], Hands], database: DatabaseForTest, qtbot: QtBot
) -> None:
    server = database.person("ada")
    hands = dialog_of()
    hands.click("connection_add")
    type_text(hands, "connection_name", "ours")
    type_text(hands, "connection_host", server.host)
    hands.find(QSpinBox, "connection_port").setValue(server.port)
    type_text(hands, "connection_database", server.dbname)
    type_text(hands, "connection_user", "ada")
    hands.find(QLineEdit, "connection_password").setText(PASSWORD)  # keys cannot type an accent
    hands.choose("connection_tls", "not encrypted")
    tick(hands, "connection_accept_weak")
    hands.click("connection_use")
    qtbot.waitUntil(lambda: new_desk.window.pages.front is not None, timeout=20_000)
    window = new_desk.window
    assert "ada @ ours" in window.status.findChild(QLabel, "connection").text()
    assert "not protected" in window.danger.text
    assert window.danger.findChild(QWidget, "message_close").isHidden()


def test_that_a_form_keeps_what_it_does_not_show(
    dialog_of: Callable[[], Hands], tmp_path: Path
) -> None:
    profiles = ProfileFile(tmp_path / "home")
    before = ConnectionProfile(
        "ours", "db.example.org", certificate="me.crt", standby_host="standby.example.org"
    )
    profiles.save(before)
    hands = dialog_of()
    hands.find(QListWidget, "connection_list").setCurrentRow(1)
    type_text(hands, "connection_user", "grace")
    hands.click("connection_save")
    (after,) = profiles.all()
    assert after.user == "grace"
    assert (after.certificate, after.standby_host) == (before.certificate, before.standby_host)


def test_that_views_of_the_database_before_are_gone_after_a_change(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window = desk.window
    hands = Hands(qtbot, window.around, window)
    for page_id in (PageId.ACTIVITIES, PageId.LABS):
        window.go(Place(page_id))
        hands.settle()
    before = window.pages.page(PageId.LABS)
    desk._work_on("")
    qtbot.waitUntil(lambda: window.pages.front is not None, timeout=20_000)
    hands.settle()
    for page_id in (PageId.ACTIVITIES, PageId.LABS):
        window.go(Place(page_id))
        hands.settle()
    assert window.pages.page(PageId.LABS) is not before
    assert "Database on this computer" in window.status.findChild(QLabel, "connection").text()


def test_that_the_dialog_says_what_the_administrator_has_set(
    around: Surroundings, tmp_path: Path, qtbot: QtBot
) -> None:
    fixed = ConnectionProfile("Institute", "db.example.org")
    rules = ConnectionRules(fixed, only_fixed=True, full_tls=True)
    home = tmp_path / "home"
    services = build_services(None, home, managed=ManagedSettings(rules))
    dialog = ConnectionsDialog(around, services.profiles, "")
    qtbot.addWidget(dialog)
    dialog.show()
    hands = Hands(qtbot, around, dialog)
    hands.settle()
    assert "only your login is yours" in hands.find(QLabel, "connection_fixed").text()
    assert not hands.find(QLineEdit, "connection_host").isEnabled()
    assert not hands.find(QWidget, "connection_tls").isEnabled()
    assert not hands.find(QWidget, "connection_add").isEnabled()
    assert not hands.find(QWidget, "connection_forget").isEnabled()
    assert hands.find(QListWidget, "connection_list").item(0).isHidden()
    type_text(hands, "connection_user", "mia")
    hands.click("connection_save")
    kept = ProfileFile(home, rules).get("Institute")
    assert kept is not None
    assert kept.user == "mia"

"""Administration: putting a backup back, health in words, and roles given and taken."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.database import migrate, provision
from co2desk.database.engine import short_lived_engine
from co2desk.desktop.json_file import change_json
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId, UserId
from co2desk.domain.people import Person
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.views.administration.administration_page import AdministrationPage
from co2desk.views.administration.database_tab import DatabaseTab
from co2desk.views.administration.health_tab import HealthTab
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from tests.gui.hands import Hands

PEOPLE, AUDIT, HEALTH, DATABASE = range(4)


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot) -> Hands:
    made = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.ADMINISTRATION))
    made.settle()
    return made


def show_tab(hands: Hands, at: int) -> None:
    hands.find(QTabWidget, "administration_tabs").setCurrentIndex(at)
    hands.settle()


def column(table: QTableView, at: int) -> Sequence[str]:
    model = table.model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def test_that_health_is_told_in_words(hands: Hands) -> None:
    show_tab(hands, HEALTH)
    table = hands.find(QTableView, "health_table")
    assert "Server" in column(table, 0)
    figures = " ".join(column(table, 2))
    assert "_" not in " ".join(column(table, 0))
    assert not [name for name in ("size_bytes", "dead_rows", "max_connections") if name in figures]
    assert " MB" in figures


def test_that_figures_stay_current_while_they_are_looked_at(desk: Desk, hands: Hands) -> None:
    show_tab(hands, HEALTH)
    words = hands.find(QLabel, "health_headline")
    assert "sessions" in words.text()
    assert "nobody waits" in words.text()
    tab = desk.window.pages.page(PageId.ADMINISTRATION).findChild(HealthTab)
    assert tab._timer.isActive()
    with hands.qtbot.waitSignal(tab.around.runner.started):
        tab._timer.timeout.emit()
    hands.settle()
    desk.window.go(Place(PageId.START))
    assert not tab._timer.isActive()


def test_that_only_findings_of_one_kind_are_shown_when_asked_for(hands: Hands) -> None:
    show_tab(hands, HEALTH)
    hands.choose("health_about", "Tables")
    table = hands.find(QTableView, "health_table")
    assert set(column(table, 0)) == {"Tables"}
    assert "activities" in column(table, 1)


def test_that_a_session_that_others_wait_for_can_be_ended(
    desk: Desk, hands: Hands, lab: str
) -> None:
    assert desk.services is not None
    # One's own: a person may not end what the superuser does.
    person = desk.services.connection.database.parameters
    rename = f"UPDATE laboratories SET name = 'Held' WHERE code = '{lab}'"
    with (
        provision.connected(person) as holder,
        provision.connected(person) as waiter,
        ThreadPoolExecutor(1) as elsewhere,
    ):
        waiter.execute("SET lock_timeout = 0")
        holder.execute("BEGIN")
        holder.execute(rename)
        pid = holder.info.backend_pid
        waiting = elsewhere.submit(waiter.execute, rename)
        hands.qtbot.waitUntil(lambda: holder_waited_for(desk, pid), timeout=10_000)
        show_tab(hands, HEALTH)
        hands.choose("health_about", "Waiting sessions")
        table = hands.find(QTableView, "health_table")
        table.selectRow(column(table, 1).index(str(pid)))
        hands.click("session_end")
        hands.click("confirm_yes")
        waiting.result(timeout=20)
        with pytest.raises(psycopg.OperationalError):
            holder.execute("SELECT 1")
    page = desk.window.pages.page(PageId.ADMINISTRATION)
    assert page.notes.text == "The session was ended."


def holder_waited_for(desk: Desk, pid: int) -> bool:
    assert desk.services is not None
    groups = {group.name: group.rows for group in desk.services.health.read()}
    return pid in [row["pid"] for row in groups["locks"]]


def test_that_an_entry_of_the_log_shows_every_field_before_and_after(
    desk: Desk, hands: Hands, lab: str
) -> None:
    assert desk.services is not None
    [known] = [one for one in desk.services.labs.search(lab) if one.code == lab]
    desk.services.labs.change(replace(known, name="Renamed", faculty="ENAC"))
    show_tab(hands, AUDIT)
    hands.choose("audit_entity", "laboratories")
    hands.choose("audit_lab", lab)
    table = hands.find(QTableView, "audit_table")
    assert set(column(table, 3)) == {"laboratories"}
    assert set(column(table, 4)) == {lab}
    assert column(table, 2) == ["changed", "added"]
    assert "Renamed" in column(table, 5)[0]
    table.setFocus()
    table.selectRow(0)
    hands.press(Qt.Key.Key_Return)
    entry = hands.find(QTableView, "audit_entry_table")
    rows = list(zip(column(entry, 0), column(entry, 1), column(entry, 2), strict=True))
    assert (f"Laboratory {lab}", "Renamed") in [(before, after) for _, before, after in rows]
    assert ("–", "ENAC") in [(before, after) for _, before, after in rows]


def test_that_a_role_is_given_in_one_laboratory_and_taken_away(
    desk: Desk, hands: Hands, lab: str
) -> None:
    assert desk.services is not None
    name = f"Grace {lab}"
    desk.services.administration.save_person(Person(UserId(uuid4()), name, "", "", "", True))
    show_tab(hands, AUDIT)
    show_tab(hands, PEOPLE)
    search = hands.find(QLineEdit, "people_search")
    search.setText(name)
    hands.qtbot.keyClick(search, Qt.Key.Key_Return)
    hands.settle()
    assert hands.find(QComboBox, "grant_lab").findText(lab) > 0
    hands.choose("grant_role", "laboratory administrator")
    hands.choose("grant_lab", lab)
    hands.click("grant")
    table = hands.find(QTableView, "people_table")
    assert column(table, 4) == [f"laboratory administrator ({lab})"]
    hands.choose("grant_lab", lab)
    hands.click("revoke")
    assert column(table, 4) == ["–"]


def test_that_the_next_role_goes_to_the_same_person_and_not_to_the_first_of_the_list(
    desk: Desk, hands: Hands, lab: str
) -> None:
    assert desk.services is not None
    for name in (f"Anna {lab}", f"Zoe {lab}"):
        desk.services.administration.save_person(Person(UserId(uuid4()), name, "", "", "", True))
    show_tab(hands, AUDIT)
    show_tab(hands, PEOPLE)
    search = hands.find(QLineEdit, "people_search")
    search.setText(lab)
    hands.qtbot.keyClick(search, Qt.Key.Key_Return)
    hands.settle()
    table = hands.find(QTableView, "people_table")
    hands.click_cell(table, table.model().index(1, 0))
    hands.choose("grant_lab", lab)
    hands.click("grant")
    hands.choose("grant_role", "laboratory administrator")
    hands.click("grant")
    assert column(table, 4) == ["–", f"laboratory administrator ({lab})"]


def test_that_a_new_person_gets_a_login_and_a_role_and_the_password_is_shown_once(
    desk: Desk, hands: Hands, lab: str
) -> None:
    show_tab(hands, AUDIT)
    show_tab(hands, PEOPLE)
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hands.click("person_save")
    assert "name of the person" in hands.find(QLabel, "person_name_message").text()
    login = f"ada_{lab[2:]}"
    for name, text in (
        ("person_name", "Ada Lovelace"),
        ("person_email", f"{login}@example.org"),
        ("person_sciper", "12"),
        ("person_login", login),
    ):
        hands.qtbot.keyClicks(hands.find(QLineEdit, name), text)
    hands.choose("person_role", "laboratory administrator")
    hands.choose("person_lab", lab)
    hands.click("person_save")
    assert "six digits" in hands.find(QLabel, "person_sciper_message").text()
    hands.find(QLineEdit, "person_sciper").clear()
    hands.click("person_save")
    letter = hands.find(QPlainTextEdit, "hand_over_text").toPlainText()
    hands.click("hand_over_copy")
    assert QApplication.clipboard().text() == letter
    password = letter.splitlines()[-1].removeprefix("Password: ")
    assert len(password) == 24
    assert f"User: {login}" in letter
    hands.click("hand_over_done")
    assert desk.services is not None
    [made] = desk.services.administration.people(login)
    assert made.display_name == "Ada Lovelace"
    assert [(one.role, one.lab_code) for one in made.roles] == [(Role.LAB_MANAGER, lab)]
    reached = replace(
        desk.services.connection.caretaker, user=login, password=password, require_auth=""
    )
    with provision.connected(reached) as connection:
        assert connection.execute("SELECT session_user").fetchone() == (login,)


def test_that_a_login_of_somebody_else_is_left_alone(desk: Desk, lab: str) -> None:
    services = desk.services
    assert services is not None
    with pytest.raises(DatabaseProblem) as refused:
        services.administration.add_person("Eve", Role.VIEWER, login="co2calculator_backup")
    assert refused.value.code is ErrorCode.ALREADY_EXISTS
    assert not services.administration.people("Eve")


def test_that_a_person_can_be_kept_out_and_renamed(desk: Desk, hands: Hands, lab: str) -> None:
    assert desk.services is not None
    name = f"Emil {lab}"
    desk.services.administration.add_person(name, Role.VIEWER, lab_code=lab)
    show_tab(hands, PEOPLE)
    search = hands.find(QLineEdit, "people_search")
    search.setText(name)
    hands.qtbot.keyClick(search, Qt.Key.Key_Return)
    hands.settle()
    hands.click("edit_person")
    hands.qtbot.keyClicks(hands.find(QLineEdit, "person_name"), "ie")
    hands.find(QCheckBox, "person_active").click()
    hands.click("person_save")
    table = hands.find(QTableView, "people_table")
    assert (column(table, 0), column(table, 5)) == ([f"{name}ie"], ["inactive"])
    assert column(table, 4) == [f"reader ({lab})"]


@pytest.mark.slow
def test_that_a_backup_is_encrypted_by_a_passphrase_and_opened_by_it_alone(
    desk: Desk, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    show_tab(hands, DATABASE)
    page = desk.window.pages.page(PageId.ADMINISTRATION)
    work = page.findChild(DatabaseTab).work
    path = tmp_path / "safe.age"
    hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    hands.choose("backup_how", "encrypted, opened by a passphrase")
    qtbot.keyClicks(hands.find(QLineEdit, "backup_passphrase"), "short")
    hands.click("backup_go_on")
    assert "twelve" in hands.find(QLabel, "backup_passphrase_message").text()
    hands.find(QLineEdit, "backup_passphrase").setText("four words of mine")
    hands.find(QLineEdit, "backup_again").setText("four words of yours")
    hands.click("backup_go_on")
    assert "not the same" in hands.find(QLabel, "backup_again_message").text()
    hands.find(QLineEdit, "backup_again").setText("four words of mine")
    hands.click("backup_go_on")
    for dialog in page.findChildren(QFileDialog):
        dialog.reject()
    work.back_up_to(str(path))
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=120_000)
    assert "was made and read through" in page.notes.text
    assert path.read_bytes().startswith(b"age-encryption.org")
    for phrase, told in (("another one entirely", "passphrase"), ("four words of mine", "can be")):
        work.verify(str(path))
        hands.settle()
        qtbot.keyClicks(hands.find(QLineEdit, "unlock_text"), phrase)
        hands.qtbot.mouseClick(hands.find(QPushButton, "unlock_go_on"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=120_000)
        assert told in page.notes.text


@pytest.mark.slow
def test_that_a_backup_is_put_back_only_when_the_name_is_typed(
    desk: Desk, hands: Hands, lab: str, tmp_path: Path, qtbot: QtBot
) -> None:
    services = desk.services
    assert services is not None
    path = tmp_path / "before.backup"
    services.backups.make(path)
    services.labs.create(Laboratory(LabId(uuid4()), f"{lab}-L", "Made after the backup"))
    show_tab(hands, DATABASE)
    page = desk.window.pages.page(PageId.ADMINISTRATION)
    assert isinstance(page, AdministrationPage)
    page.findChild(DatabaseTab).work.restore(str(path))
    hands.settle()
    assert not hands.find(QPushButton, "confirm_yes").isEnabled()
    qtbot.keyClicks(hands.find(QLineEdit, "confirm_typed"), "co2desk")
    hands.qtbot.mouseClick(hands.find(QPushButton, "confirm_yes"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=60_000)
    assert "was put back" in page.notes.text
    codes = [one.code for one in services.labs.search()]
    assert lab in codes
    assert f"{lab}-L" not in codes


@pytest.mark.slow
def test_that_an_older_database_is_brought_up_to_date_after_a_backup(
    desk: Desk, hands: Hands, home: Path, qtbot: QtBot
) -> None:
    services = desk.services
    assert services is not None
    with short_lived_engine(services.connection.caretaker) as engine:
        migrate.downgrade(engine, migrations_dir(), "-1")
    services.connection.close()
    desk.services = None  # as it is where an older database was refused
    before = set((home / "backups").glob("*.dump"))
    desk.upgrades.upgrade()
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=60_000)
    qtbot.waitUntil(lambda: desk.window.pages.front is not None, timeout=30_000)
    assert len(set((home / "backups").glob("*.dump")) - before) == 1
    assert hands.find(QLabel, "connection").text().startswith("Database on this computer")


def test_that_a_log_that_ends_before_what_was_seen_asks_for_a_restored_backup_once(
    hands: Hands, desk: Desk, home: Path
) -> None:
    assert desk.services is not None
    desk.services.administration.verify_audit()
    change_json(
        home / "audit-seals.json",
        lambda seen: {name: {**seal, "n": seal["n"] + 7} for name, seal in seen.items()},
    )
    page = hands.window.findChild(AdministrationPage)
    assert isinstance(page, AdministrationPage)
    show_tab(hands, AUDIT)
    hands.click("audit_verify")
    hands.settle()
    assert "If a backup was restored" in hands.find(QLabel, "confirm_text").text()
    hands.click("confirm_yes")
    hands.settle()
    assert "as it is today" in page.notes.text
    hands.click("audit_verify")
    hands.settle()
    assert "The log is whole" in page.notes.text

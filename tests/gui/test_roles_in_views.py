"""What people of each role are shown, and a role that is taken away while a form is open."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.settings import SettingsFile
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from tests.database.conftest import World, recycled_database, world
from tests.entries import gas
from tests.gui import test_lab_work
from tests.gui.hands import Hands
from tests.gui.own_desk import open_database, own_desk
from tests.gui.test_activity_work import fill, kept, look_at

__all__ = ["recycled_database", "world"]

_VIEWER = """UPDATE user_roles SET role = 'viewer'
WHERE user_id = (SELECT id FROM users WHERE db_role = 'max')"""


@pytest.fixture
def desk_of(
    world: World,
    around: Surroundings,
    settings: SettingsFile,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[str], Desk]]:
    """Opens the window of a person on the shared server."""

    def desk_of(login: str) -> Desk:
        person = world.database.parameters(login)
        monkeypatch.setenv(
            "CO2DESK_DATABASE",
            f"postgresql://{person.user}:{quote(person.password)}@/{person.dbname}"
            f"?host={quote(person.host, safe='')}&port={person.port}",
        )
        build = partial(build_services, folder=tmp_path / "home")
        desk = opened.enter_context(own_desk(around, settings, qtbot, lambda _: build()))
        open_database(desk, qtbot)
        return desk

    with ExitStack() as opened:
        yield desk_of


@pytest.fixture
def max_desk(desk_of: Callable[[str], Desk]) -> Desk:
    """The window of Max, who manages LAB."""
    return desk_of("max")


@pytest.mark.parametrize("login", ["ada", "max", "mia", "vic", "zoe"])
def test_that_every_view_that_a_person_is_offered_opens_without_a_complaint(
    world: World,
    desk_of: Callable[[str], Desk],
    qtbot: QtBot,
    login: str,
) -> None:
    desk = desk_of(login)
    hands = Hands(qtbot, desk.window.around, desk.window)
    for page_id in PageId:
        if desk.window.navigation.allows(page_id):
            desk.window.go(Place(page_id))
            hands.settle()
            page = desk.window.pages.front
            assert page is not None
            assert page.notes.text == "", page_id


def test_that_a_form_says_that_the_role_is_gone_and_keeps_what_was_typed(
    max_desk: Desk,
    world: World,
    qtbot: QtBot,
) -> None:
    _, hands = look_at(max_desk, qtbot, "LAB")
    hands.click("add_activity")
    form = hands.find(QWidget, "activity_form")
    fill(hands, category="combustion", subcategory="natural_gas", unit="kWh", date="01.03.2025")
    hands.choose("entry_type", "energy")
    fill(hands, quantity="5")
    world.database.execute(_VIEWER)
    hands.click("entry_save")
    said = form.findChild(QLabel, "message_text")
    assert form.isVisible()
    assert said.isVisible()
    assert "not" in said.text()
    assert hands.find(QLineEdit, "entry_quantity").text() == "5"
    assert kept(max_desk, "LAB") == []


def test_that_an_edit_in_place_says_that_the_role_is_gone(
    max_desk: Desk,
    world: World,
    qtbot: QtBot,
) -> None:
    assert max_desk.services is not None
    max_desk.services.activities.add([gas("LAB")])
    page, hands = look_at(max_desk, qtbot, "LAB")
    world.database.execute(_VIEWER)
    hands.type_into(page.table, page.model.index(0, 5), "700")
    assert "You may not do this" in page.notes.text
    assert not hands.window.findChildren(QWidget, "conflict")
    assert [one.quantity for one in kept(max_desk, "LAB")] == [1200]


def test_that_a_laboratory_s_form_says_that_the_role_is_gone(
    max_desk: Desk,
    world: World,
    qtbot: QtBot,
) -> None:
    page, hands = test_lab_work.look_at(max_desk, qtbot, "LAB")
    assert test_lab_work.shown(page) == ["LAB"], page.notes.text
    assert page.details() is not None
    hands.click("lab_edit")
    form = hands.find(QWidget, "lab_form")
    hands.find(QLineEdit, "lab_name").clear()
    qtbot.keyClicks(hands.find(QLineEdit, "lab_name"), "Wasser")
    world.database.execute(_VIEWER)
    hands.click("lab_save")
    assert form.isVisible()
    assert "You may not do this" in form.findChild(QLabel, "message_text").text()
    assert hands.find(QLineEdit, "lab_name").text() == "Wasser"

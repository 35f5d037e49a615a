"""The link hangs while something is written, and nobody says so: told in time, kept, sent again."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.settings import SettingsFile
from co2desk.views.desk import Desk
from co2desk.views.surroundings import Surroundings
from tests.database.conftest import World, recycled_database, world
from tests.entries import gas
from tests.gui.event_loop_probe import Probe, machine_held_back
from tests.gui.hands import Hands
from tests.gui.test_activity_work import fill, kept, look_at
from tests.servers.frozen_relay import FreezableRelay, freezable_relay

__all__ = ["recycled_database", "world"]
pytestmark = [pytest.mark.slow, pytest.mark.server]

TOLD_WITHIN = 20.0
LONGEST_GAP = 0.1


@pytest.fixture
def relay(world: World) -> Iterator[FreezableRelay]:
    server = world.database.superuser
    with freezable_relay(Path(server.host, f".s.PGSQL.{server.port}")) as relay:
        yield relay


@pytest.fixture
def max_desk(
    world: World,
    relay: FreezableRelay,
    around: Surroundings,
    settings: SettingsFile,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """Max's window, at the end of a link that can hang."""
    person = world.max.parameters
    monkeypatch.setenv(
        "CO2DESK_DATABASE",
        f"postgresql://{person.user}:{quote(person.password)}@127.0.0.1:{relay.port}/"
        f"{person.dbname}?sslmode=disable",
    )
    made = Desk(around, lambda _: build_services(folder=tmp_path / "home"), settings)
    made.window.show()
    made.open_database()
    qtbot.waitUntil(lambda: made.window.pages.front is not None, timeout=20_000)
    yield made
    relay.flowing.set()
    made.window.close()
    qtbot.waitUntil(lambda: not around.runner.running, timeout=60_000)
    made.close()
    made.window.deleteLater()


def seconds_until(qtbot: QtBot, told: Callable[[], bool]) -> tuple[float, float, float]:
    """How long it takes, the longest gap of the event loop, and what the machine held back."""
    with machine_held_back() as machine:
        probe = Probe()
        began = time.monotonic()
        qtbot.waitUntil(told, timeout=60_000)
        seconds = time.monotonic() - began
        gap = probe.stop()
    return seconds, gap, machine[0]


def wait_until_back(desk: Desk, qtbot: QtBot) -> None:
    line = desk.window.status.findChild(QLabel, "connection")
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=60_000)
    qtbot.waitUntil(lambda: "Offline" not in line.text(), timeout=60_000)


def test_that_an_edit_in_place_over_a_hung_link_is_told_kept_and_sent_again(
    max_desk: Desk, relay: FreezableRelay, qtbot: QtBot, told: Callable[[str], None]
) -> None:
    assert max_desk.services is not None
    max_desk.services.activities.add([gas("LAB")])
    page, hands = look_at(max_desk, qtbot, "LAB")
    relay.freeze()
    hands.settle = lambda: None  # type: ignore[method-assign]
    hands.type_into(page.table, page.model.index(0, 5), "700")
    seconds, gap, machine = seconds_until(qtbot, lambda: bool(page.notes.text))
    assert "“700”" in page.notes.text
    relay.flowing.set()
    wait_until_back(max_desk, qtbot)
    hands = Hands(qtbot, max_desk.window.around, max_desk.window)
    hands.click("message_action")
    assert [(one.quantity, one.version) for one in kept(max_desk, "LAB")] == [(700, 2)]
    assert page.notes.text == ""
    assert seconds <= TOLD_WITHIN
    assert gap <= LONGEST_GAP + machine
    told(f"an edit over a hung link is told after {seconds:.1f} s, longest gap {gap * 1000:.0f} ms")


def test_that_a_form_over_a_hung_link_keeps_its_values_and_is_sent_again(
    max_desk: Desk, relay: FreezableRelay, qtbot: QtBot, told: Callable[[str], None]
) -> None:
    _, hands = look_at(max_desk, qtbot, "LAB")
    hands.click("add_activity")
    form = hands.find(QWidget, "activity_form")
    fill(hands, category="combustion", subcategory="natural_gas", unit="kWh", date="01.03.2025")
    hands.choose("entry_type", "energy")
    fill(hands, quantity="5")
    co2e = hands.find(QLabel, "entry_co2e")
    qtbot.waitUntil(lambda: "can be added" in co2e.text(), timeout=5_000)
    relay.freeze()
    save = hands.find(QWidget, "entry_save")
    save.click()  # type: ignore[attr-defined]
    seconds, gap, machine = seconds_until(
        qtbot, lambda: save.isEnabled() and bool(form.findChild(QLabel, "message_text").text())
    )
    assert hands.find(QLineEdit, "entry_quantity").text() == "5"
    relay.flowing.set()
    wait_until_back(max_desk, qtbot)
    hands.click("entry_save")
    assert [one.quantity for one in kept(max_desk, "LAB")] == [5]
    assert seconds <= TOLD_WITHIN
    assert gap <= LONGEST_GAP + machine
    told(f"a form over a hung link is told after {seconds:.1f} s, longest gap {gap * 1000:.0f} ms")

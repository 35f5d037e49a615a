"""Test 13: the network goes away without a word; people are told soon, and the window lives on."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from co2desk.app.container import build_services
from co2desk.database.engine import ConnectionParameters
from co2desk.database.unit_of_work import Database
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from tests.database.conftest import World
from tests.gui.event_loop_probe import Probe, machine_held_back
from tests.servers.frozen_relay import freezable_relay
from tests.servers.pulled_cable import Cable, cable_to

TOLD_WITHIN = 20.0
LONGEST_GAP = 0.1
_GONE = (ErrorCode.CONNECTION_LOST, ErrorCode.SERVER_UNREACHABLE)


def ask(database: Database, query: str = "SELECT 1") -> None:
    """Ask something in a transaction of its own."""
    with database.transaction() as session:
        session.execute(text(query))


def seconds_until_told(work: Callable[[], None]) -> float:
    """How long it takes until `work` says that the server is gone."""
    began = time.monotonic()
    with pytest.raises(DatabaseProblem) as caught:
        work()
    assert caught.value.code in _GONE
    return time.monotonic() - began


@pytest.fixture
def cable(world: World) -> Iterator[Cable]:
    server = world.database.superuser
    with cable_to(Path(server.host, f".s.PGSQL.{server.port}")) as cable:
        yield cable
        cable.plug_in()


def way(world: World, host: str, port: int) -> ConnectionParameters:
    """How Max comes in over the network."""
    return replace(world.max.parameters, host=host, port=port, sslmode="disable")


@pytest.mark.slow
@pytest.mark.server
def test_that_a_dead_link_is_told_whatever_was_under_way(
    world: World, cable: Cable, told: Callable[[str], None]
) -> None:
    database = Database(way(world, cable.host, cable.port))
    taken: dict[str, float] = {}

    ask(database)
    cable.pull()
    taken["idle"] = seconds_until_told(lambda: ask(database))
    taken["connecting"] = seconds_until_told(lambda: ask(Database(database.parameters)))
    cable.plug_in()

    threading.Timer(0.5, cable.pull).start()
    taken["running"] = seconds_until_told(lambda: ask(database, "SELECT pg_sleep(60)"))
    cable.plug_in()

    def ask_twice() -> None:
        with database.transaction() as session:
            session.execute(text("SELECT 1"))
            cable.pull()
            session.execute(text("SELECT 2"))

    taken["asking"] = seconds_until_told(ask_twice)
    cable.plug_in()

    began = time.monotonic()
    ask(database)
    back = time.monotonic() - began
    database.close()
    assert max(taken.values()) <= TOLD_WITHIN
    figures = ", ".join(f"{state} {seconds:.1f} s" for state, seconds in taken.items())
    told(f"told after: {figures} (at most {TOLD_WITHIN:.0f} s); back after {back:.1f} s")


@pytest.mark.slow
@pytest.mark.server
def test_that_the_window_tells_and_never_waits(
    world: World,
    cable: Cable,
    around: Surroundings,
    settings: SettingsFile,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Callable[[str], None],
) -> None:
    person = way(world, cable.host, cable.port)
    address = (
        f"postgresql://{person.user}:{quote(person.password)}@{person.host}:{person.port}/"
        f"{person.dbname}?sslmode=disable"
    )
    monkeypatch.setenv("CO2DESK_DATABASE", address)
    desk = Desk(around, lambda _: build_services(folder=tmp_path / "home"), settings)
    desk.window.show()
    desk.open_database()
    qtbot.waitUntil(lambda: desk.window.pages.front is not None, timeout=20_000)
    desk.window.go(Place(PageId.ACTIVITIES))
    qtbot.waitUntil(lambda: not around.runner.running, timeout=20_000)
    page = desk.window.pages.front
    assert page is not None
    assert not page.notes.isVisible()

    with machine_held_back() as machine:
        probe = Probe()
        cable.pull()
        began = time.monotonic()
        desk.window.data_changed()
        qtbot.waitUntil(page.notes.isVisible, timeout=60_000)
        seconds = time.monotonic() - began
        gap = probe.stop()
    shown = " ".join(label.text() for label in page.notes.findChildren(QLabel))
    assert "server" in shown.lower() or "connection" in shown.lower()

    # Back again: the same window goes on as soon as it is asked.
    cable.plug_in()
    qtbot.waitUntil(lambda: not around.runner.running, timeout=60_000)
    began = time.monotonic()
    desk.window.data_changed()
    qtbot.waitUntil(lambda: not page.notes.isVisible(), timeout=20_000)
    back = time.monotonic() - began

    desk.window.close()
    qtbot.waitUntil(lambda: not around.runner.running, timeout=60_000)
    desk.close()
    desk.window.deleteLater()
    assert seconds <= TOLD_WITHIN
    assert gap <= LONGEST_GAP + machine[0]
    typical = statistics.median(probe.gaps) * 1000
    told(
        f"the window tells after {seconds:.1f} s (at most {TOLD_WITHIN:.0f}); longest gap of its "
        f"event loop {gap * 1000:.0f} ms, median {typical:.0f} (at most 100; the machine itself "
        f"held an idle program back by {machine[0] * 1000:.0f}); usable {back:.1f} s after"
    )


@pytest.mark.slow
def test_that_a_connection_gone_dead_in_the_pool_is_not_waited_for(
    world: World, told: Callable[[str], None]
) -> None:
    """Without root: the link freezes while nobody uses it, then somebody does."""
    server = world.database.superuser
    with freezable_relay(Path(server.host, f".s.PGSQL.{server.port}")) as relay:
        short = replace(way(world, "127.0.0.1", relay.port), connect_timeout=2)
        database = Database(short)
        ask(database)
        relay.freeze()
        seconds = seconds_until_told(lambda: ask(database))
        database.close()
    assert seconds <= TOLD_WITHIN
    told(f"told after {seconds:.1f} s of a link frozen while idle")

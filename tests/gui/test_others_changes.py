"""What others change is told where it is looked at, and nothing moves under the hands."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from co2desk.app.container import build_services
from co2desk.models import change_watch
from co2desk.services.bundle import Services
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from tests.entries import gas
from tests.gui.hands import Hands
from tests.gui.test_activity_work import look_at

_BREAK = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ~ '^LISTEN'"


@pytest.fixture(autouse=True)
def looks_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for chance here."""
    monkeypatch.setattr(change_watch, "_AFTER_A_HINT_MS", (0, 50))
    monkeypatch.setattr(change_watch, "_WITHOUT_HINTS_MS", (100, 200))


@pytest.fixture
def others(home: Path) -> Iterator[Services]:
    """Another program on the same database."""
    services = build_services("embedded", home)
    services.connection.open()
    yield services
    services.connection.close()


def wait_until_told(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Others have changed" in desk.window.others.text, timeout=10_000)
    qtbot.waitUntil(lambda: not desk.window.around.runner.running)


def knows_its_own_writes(desk: Desk) -> bool:
    """Whether all that this program wrote (the seal of the log, this test) counts as seen.

    What others write in the same moment could not be told from it.
    """
    assert desk.services is not None
    watch = desk.watch.changes
    return (
        watch is not None
        and watch._seen is not None
        and watch._seen.own_writes == desk.services.changes.own_writes
        and not desk.window.around.runner.running
    )


def test_that_the_view_in_front_says_so_and_reads_again_when_asked_to(
    desk: Desk, qtbot: QtBot, lab: str, others: Services
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1")])
    page, hands = look_at(desk, qtbot, lab)
    others.activities.add([gas(lab, "2")])
    wait_until_told(desk, qtbot)
    assert page.model.rowCount() == 1
    hands.click("message_action")
    assert page.model.rowCount() == 2
    assert desk.window.others.text == ""


def test_that_views_behind_read_again_when_they_are_shown(
    desk: Desk, qtbot: QtBot, lab: str, others: Services
) -> None:
    page, hands = look_at(desk, qtbot, lab)
    desk.window.go(Place(PageId.START))
    hands.settle()
    others.activities.add([gas(lab, "2")])
    wait_until_told(desk, qtbot)
    desk.window.go(Place(PageId.ACTIVITIES))
    hands.settle()
    assert page.model.rowCount() == 1
    assert desk.window.others.text == ""


def test_that_ones_own_changes_are_no_news(desk: Desk, qtbot: QtBot, lab: str) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1")])
    page, hands = look_at(desk, qtbot, lab)
    hands.type_into(page.table, page.model.index(0, 5), "700")
    qtbot.wait(600)
    hands.settle()
    assert desk.window.others.text == ""


def without_hints(desk: Desk) -> None:
    """As through a pooler, where hints get lost."""
    assert desk.services is not None
    database = desk.services.connection.database
    database.parameters = replace(database.parameters, pooled=True)
    desk.watch.watch(desk.services)


def test_that_where_no_hint_comes_it_is_asked_for(
    desk: Desk, qtbot: QtBot, lab: str, others: Services
) -> None:
    without_hints(desk)
    page, hands = look_at(desk, qtbot, lab)
    qtbot.waitUntil(lambda: knows_its_own_writes(desk), timeout=10_000)
    others.activities.add([gas(lab, "2")])
    wait_until_told(desk, qtbot)
    hands.click("message_action")
    assert page.model.rowCount() == 1


def test_that_ones_own_changes_are_no_news_where_it_is_asked_for(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    without_hints(desk)
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1")])
    page, hands = look_at(desk, qtbot, lab)
    hands.type_into(page.table, page.model.index(0, 5), "700")
    qtbot.wait(600)
    hands.settle()
    assert desk.window.others.text == ""


def test_that_a_line_for_hints_that_broke_off_is_made_up_for_by_asking(
    desk: Desk, qtbot: QtBot, lab: str, others: Services
) -> None:
    Hands(qtbot, desk.window.around, desk.window).settle()
    with others.connection.database.reading() as session:
        broken = session.scalars(text(_BREAK)).all()
    assert broken == [True]
    watch = desk.watch.changes
    assert watch is not None
    qtbot.waitUntil(lambda: watch._listening is None, timeout=10_000)
    qtbot.waitUntil(lambda: knows_its_own_writes(desk), timeout=10_000)
    others.activities.add([gas(lab, "2")])
    wait_until_told(desk, qtbot)

"""Other workstations hear of a change, or find out by asking."""

import select
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database.activities import Activities
from co2desk.database.changes import Listening, listen, state
from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.unit_of_work import Database
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.builders import good_row, import_of
from tests.database.conftest import World


@pytest.fixture
def listening(world: World) -> Iterator[Listening]:
    """Vic listens."""
    made = listen(world.vic.parameters, world.vic.is_own)
    yield made
    made.close()


def hears(listening: Listening, seconds: float) -> bool:
    """Whether something comes that makes one look again."""
    came, _, _ = select.select([listening], [], [], seconds)
    return bool(came) and listening.heard()


@pytest.mark.direct
def test_that_a_listener_hears_of_an_import(world: World, listening: Listening) -> None:
    assert not hears(listening, 0)
    send_import(world.max, import_of(world.lab, [good_row(2)]))
    assert hears(listening, 20)
    assert not hears(listening, 0)


@pytest.mark.direct
def test_that_what_the_program_itself_wrote_is_no_news(world: World) -> None:
    listening = listen(world.max.parameters, world.max.is_own)
    try:
        send_import(world.max, import_of(world.lab, [good_row(2)]))
        world.max.close()  # as after a cut: it is heard of when the session is gone
        came, _, _ = select.select([listening], [], [], 20)
        assert came
        assert not listening.heard()
    finally:
        listening.close()


@pytest.mark.direct
def test_that_a_line_that_broke_off_is_told(world: World, listening: Listening) -> None:
    world.database.execute(
        """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE usename = 'vic' AND query LIKE 'LISTEN%%' AND datname = current_database()"""
    )
    hears(listening, 20)  # the server's last words
    with pytest.raises(DatabaseProblem) as broken:
        hears(listening, 20)
    assert broken.value.code is ErrorCode.CONNECTION_LOST


def asked(who: Database) -> str:
    """What is there now for a person."""
    with who.reading() as session:
        return state(session)


def note_changed(session: Session) -> None:
    [one] = Activities(session).page().rows
    Activities(session).change(one.id, one.version, {"note": "another"})


def undone(session: Session) -> None:
    jobs = ImportJobs(session)
    jobs.undo(jobs.find()[0].id)


def renamed(session: Session) -> None:
    session.execute(text("UPDATE laboratories SET name = 'Renamed' WHERE code = 'LAB'"))


@pytest.mark.parametrize("change", [note_changed, undone, renamed])
def test_that_asking_shows_a_change(world: World, change: Callable[[Session], None]) -> None:
    before = asked(world.vic)
    send_import(world.max, import_of(world.lab, [good_row(2)]))
    imported = asked(world.vic)
    assert before != imported == asked(world.vic)
    with world.max.transaction() as session:
        change(session)
    assert asked(world.vic) != imported


def test_that_asking_shows_what_began_before_and_was_committed_later(world: World) -> None:
    with world.max.transaction() as slow:
        slow.execute(text("SELECT now()"))
        send_import(world.ada, import_of(world.lab, [good_row(2)]))
        between = asked(world.vic)
        Activities(slow).delete({one.id: one.version for one in Activities(slow).page().rows})
    assert asked(world.vic) != between


def test_that_what_one_may_not_see_is_no_change(world: World) -> None:
    before = asked(world.vic)
    send_import(world.zoe, import_of(world.other, [good_row(2)]))
    assert asked(world.vic) == before


def test_that_asking_shows_a_new_factor(world: World) -> None:
    before = asked(world.vic)
    world.database.execute(
        """INSERT INTO emission_factors (code, name, category, value, unit, source, factor_type)
           VALUES ('F-NEW', 'New', 'combustion', 1, 'kWh', 'here', 'energy')"""
    )
    assert asked(world.vic) != before

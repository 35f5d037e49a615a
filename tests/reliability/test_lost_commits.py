"""The line is cut during the COMMIT of any write: what the server has written ends well."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database import commit_certainty
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.conftest import World
from tests.servers.line import Where
from tests.servers.person_on_line import person_on_line

_RENAME = "UPDATE laboratories SET name = 'Renamed' WHERE id = :id"


def rename(world: World, session: Session) -> None:
    """Write something."""
    session.execute(text(_RENAME), {"id": world.lab})


def name_now(world: World) -> str:
    """What others see."""
    [(name,)] = world.database.execute("SELECT name FROM laboratories WHERE id = %s", world.lab)
    return str(name)


def test_that_a_commit_whose_answer_was_lost_ends_well(world: World) -> None:
    with person_on_line(world.database, "max") as (line, person):
        line.cut_at_commit("after")
        with person.transaction() as session:
            rename(world, session)
        assert line.cuts == 1
        assert name_now(world) == "Renamed"


def test_that_a_commit_that_never_arrived_is_told_as_not_written(world: World) -> None:
    with person_on_line(world.database, "max") as (line, person):
        line.cut_at_commit("before")
        with pytest.raises(DatabaseProblem) as caught, person.transaction() as session:
            rename(world, session)
        assert caught.value.code is ErrorCode.CONNECTION_LOST
        assert name_now(world) != "Renamed"


@pytest.mark.parametrize("where", ["before", "after"])
def test_that_a_server_out_of_reach_leaves_it_open(world: World, where: Where) -> None:
    with person_on_line(world.database, "max") as (line, person):
        line.cut_at_commit(where)
        line.refuses = 1
        with pytest.raises(DatabaseProblem) as caught, person.transaction() as session:
            rename(world, session)
        assert caught.value.code is ErrorCode.OUTCOME_UNKNOWN
        assert (name_now(world) == "Renamed") == (where == "after")


def test_that_a_session_left_behind_is_ended_so_that_the_answer_is_final(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server has not noticed that the client is gone, and keeps its locks."""
    monkeypatch.setattr(commit_certainty, "_GRACE_SECONDS", 0.1)
    with person_on_line(world.database, "max") as (line, person):
        line.cut_at_commit("before")
        line.server_notices = False
        with pytest.raises(DatabaseProblem) as caught, person.transaction() as session:
            rename(world, session)
        assert caught.value.code is ErrorCode.CONNECTION_LOST
        # Nobody holds the row: the second try goes through at once.
        with person.transaction() as session:
            session.execute(text("SET LOCAL lock_timeout = '100ms'"))
            rename(world, session)
        assert name_now(world) == "Renamed"


def test_that_another_server_is_not_believed(world: World) -> None:
    with world.max.transaction() as session:
        rename(world, session)
        mark = commit_certainty.mark_of(session)
    assert mark is not None
    engine = world.max.engine
    assert commit_certainty.was_committed(engine, mark) is True
    other = replace(mark, server_start="2020-01-01 00:00:00+00")
    assert commit_certainty.was_committed(engine, other) is None


def test_that_reading_leaves_no_mark(world: World) -> None:
    with world.max.transaction() as session:
        session.execute(text("SELECT count(*) FROM laboratories"))
        assert commit_certainty.mark_of(session) is None

"""A session for reading sees one moment, cannot write, and leaves nothing of that behind."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from co2desk.database.unit_of_work import Database, Session
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.conftest import World

_NAME = "SELECT name FROM laboratories WHERE code = 'LAB'"
_RENAME = "UPDATE laboratories SET name = 'Renamed' WHERE code = 'LAB'"


def rename(session: Session) -> None:
    """Write something."""
    session.execute(text(_RENAME))


def test_that_all_that_is_read_is_of_one_moment(world: World) -> None:
    with world.vic.reading() as session:
        before = session.scalar(text(_NAME))
        with world.max.transaction() as other:
            rename(other)
        assert session.scalar(text(_NAME)) == before
    with world.vic.reading() as session:
        assert session.scalar(text(_NAME)) == "Renamed"


def test_that_the_server_refuses_to_write_for_who_said_to_read(world: World) -> None:
    with pytest.raises(DatabaseProblem) as refused, world.max.reading() as session:
        rename(session)
    assert refused.value.code is ErrorCode.NOT_PERMITTED
    assert "read-only" in refused.value.params["detail"]


def test_that_the_same_connection_writes_again_after_reading(world: World) -> None:
    with world.max.reading() as session:
        reader = session.scalar(text("SELECT pg_backend_pid()"))
    with world.max.transaction() as session:
        assert session.scalar(text("SELECT pg_backend_pid()")) == reader
        assert session.scalar(text("SHOW transaction_isolation")) == "read committed"
        rename(session)
    with world.vic.reading() as session:
        assert session.scalar(text(_NAME)) == "Renamed"


@pytest.mark.direct
def test_that_a_connection_that_only_reads_stays_so_after_reading(world: World) -> None:
    """As a connection for reports is, and each one to a standby."""
    only_reads = (("options", "-c default_transaction_read_only=on"),)
    reports = Database(replace(world.max.parameters, extra=only_reads))
    try:
        with reports.reading() as session:
            session.scalar(text(_NAME))
        with pytest.raises(DatabaseProblem) as refused, reports.transaction() as session:
            rename(session)
    finally:
        reports.close()
    assert refused.value.code is ErrorCode.NOT_PERMITTED


@pytest.mark.direct
def test_that_a_connection_that_died_in_the_pool_is_replaced_unseen(world: World) -> None:
    with world.vic.reading() as session:
        idle = session.scalar(text("SELECT pg_backend_pid()"))
    world.database.execute("SELECT pg_terminate_backend(%s, 5000)", idle)
    with world.vic.reading() as session:
        assert session.scalar(text("SELECT pg_backend_pid()")) != idle

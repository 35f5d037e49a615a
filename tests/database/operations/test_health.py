"""Health figures are true, and what is stuck can be seen and ended by an administrator."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import Connection

from co2desk.database import provision
from co2desk.database.errors import translated
from co2desk.database.health.overview import read_health
from co2desk.database.health.sessions import cancel_statement, end_session, stuck_sessions
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.operations.conftest import ACTIVITIES
from tests.postgres import DatabaseForTest


@contextmanager
def looking(database: DatabaseForTest, login: str) -> Iterator[Connection]:
    with database.open(login).connection() as connection:
        yield connection


def test_that_sizes_connections_and_settings_are_those_of_this_database(
    filled: DatabaseForTest,
) -> None:
    filled.execute("ANALYZE activities")
    with looking(filled, "postgres") as connection:
        health = read_health(connection)
    assert health.complete
    assert health.size_bytes == filled.execute("SELECT pg_database_size(current_database())")[0][0]
    assert health.max_connections == 120
    [activities] = [one for one in health.tables if one.name == "activities"]
    assert activities.rows == ACTIVITIES
    assert activities.last_analyze is not None
    assert activities.index_bytes > 0
    assert "active" in {one.state for one in health.connections}
    assert not health.archiving.enabled
    assert health.standbys == ()
    assert health.replay_delay_seconds is None
    assert {one.table for one in health.unused_indexes} & {"import_jobs", "laboratories"}


def test_that_a_person_without_the_right_is_told_that_the_picture_is_partial(
    filled: DatabaseForTest,
) -> None:
    with looking(filled, "mia") as connection:
        health = read_health(connection)
    assert not health.complete
    assert health.tables
    with looking(filled, "ada") as connection:
        assert read_health(connection).complete


def test_that_slow_statements_and_bloat_are_named_where_the_server_counts_them(
    filled: DatabaseForTest,
) -> None:
    filled.execute("CREATE EXTENSION pgstattuple")
    filled.execute("ALTER TABLE activities SET (autovacuum_enabled = off)")
    filled.execute(
        """INSERT INTO activities (lab_id, activity_type, quantity, unit, co2e_source, date)
           SELECT id, 'energy', n, 'kWh', 'missing', '2024-05-05'
           FROM laboratories, generate_series(1, 4000) n"""
    )
    filled.execute("DELETE FROM activities WHERE co2e_source = 'missing'")
    with looking(filled, "postgres") as connection:
        health = read_health(connection)
    [activities] = [one for one in health.tables if one.name == "activities"]
    assert activities.bloat_percent is not None
    assert activities.bloat_percent > 50
    assert health.slow_queries is None


@contextmanager
def blocked(database: DatabaseForTest) -> Iterator[tuple[psycopg.Connection, list[str]]]:
    """Ada's session holds a row that mia's session waits for; the list says how mia fared."""
    told: list[str] = []
    touch = "UPDATE laboratories SET name = name || '!' WHERE code = 'LAB-A'"
    with provision.connected(database.parameters("ada")) as holder:
        holder.execute("BEGIN")
        holder.execute(touch)

        def wait() -> None:
            with provision.connected(database.parameters("mia")) as waiter:
                try:
                    waiter.execute(touch)
                    told.append("done")
                except psycopg.Error as error:
                    told.append(error.sqlstate or "")

        thread = threading.Thread(target=wait)
        thread.start()
        try:
            yield holder, told
        finally:
            thread.join(10)
            assert not thread.is_alive()


def seen_stuck(connection: Connection) -> dict[str, int]:
    for _ in range(100):
        chain = stuck_sessions(connection)
        if chain:
            assert [one.login for one in chain] == ["ada", "mia"]
            assert chain[1].blocked_by == (chain[0].pid,)
            assert "UPDATE laboratories" in chain[1].statement
            return {one.login: one.pid for one in chain}
    raise AssertionError("nobody waits")


def test_that_a_blocked_statement_can_be_cancelled(filled: DatabaseForTest) -> None:
    filled.grant("mia", "lab_manager", "LAB-B")
    filled.execute("UPDATE user_roles SET role = 'lab_manager' WHERE lab_id IS NOT NULL")
    filled.person("eva", provision.ADMIN)
    with looking(filled, "eva") as connection, blocked(filled) as (_, told):
        cancel_statement(connection, seen_stuck(connection)["mia"])
    assert told == ["57014"]


def test_that_whoever_blocks_can_be_ended(filled: DatabaseForTest) -> None:
    filled.execute("UPDATE user_roles SET role = 'lab_manager' WHERE lab_id IS NOT NULL")
    filled.person("eva", provision.ADMIN)
    with looking(filled, "eva") as connection, blocked(filled) as (holder, told):
        end_session(connection, seen_stuck(connection)["ada"])
        with pytest.raises(psycopg.OperationalError):
            holder.execute("SELECT 1")
    assert told == ["done"]


def test_that_a_table_that_somebody_holds_alone_is_not_waited_for(filled: DatabaseForTest) -> None:
    filled.person("eva", provision.ADMIN)
    with looking(filled, "eva") as connection, provision.connected(filled.superuser) as holder:
        holder.execute("BEGIN")
        holder.execute("LOCK TABLE laboratories")
        found = read_health(connection)
    assert "laboratories" in [table.name for table in found.tables]


def test_that_a_session_that_is_gone_is_named(filled: DatabaseForTest) -> None:
    with looking(filled, "postgres") as connection, pytest.raises(DatabaseProblem) as caught:
        end_session(connection, 2**22 + 1)
    assert caught.value.code is ErrorCode.NO_LONGER_THERE


def test_that_a_person_cannot_end_a_strangers_session(filled: DatabaseForTest) -> None:
    with (
        provision.connected(filled.parameters("ada")) as other,
        looking(filled, "mia") as connection,
        pytest.raises(DatabaseProblem) as caught,
        translated(),
    ):
        end_session(connection, other.info.backend_pid)
    assert caught.value.code is ErrorCode.NOT_PERMITTED

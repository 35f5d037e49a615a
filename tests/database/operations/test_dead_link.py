"""A dead link is told soon; a slow server is waited for."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from co2desk.database.dead_link import watched_link
from co2desk.database.errors import translated
from co2desk.domain.errors import Cancelled, DatabaseProblem, ErrorCode
from tests.postgres import DatabaseForTest
from tests.servers.frozen_relay import FreezableRelay, freezable_relay


@contextmanager
def by_relay(database: DatabaseForTest) -> Iterator[tuple[FreezableRelay, psycopg.Connection]]:
    server = database.superuser
    with freezable_relay(Path(server.host, f".s.PGSQL.{server.port}")) as relay:
        way = replace(server, host="127.0.0.1", port=relay.port, sslmode="disable")
        connection = psycopg.connect(**way.keywords(), autocommit=True)  # type: ignore[arg-type]
        with connection:
            yield relay, connection


def test_that_a_statement_on_a_dead_link_fails_soon_as_a_lost_connection(
    database: DatabaseForTest,
) -> None:
    with by_relay(database) as (relay, connection):
        threading.Timer(0.3, relay.freeze).start()
        began = time.monotonic()
        with (
            pytest.raises(DatabaseProblem) as caught,
            translated(),
            watched_link(connection, every=0.2, answer_within=0.3),
        ):
            connection.execute("SELECT pg_sleep(20)")
        assert time.monotonic() - began < 5
        assert caught.value.code is ErrorCode.CONNECTION_LOST


def test_that_a_slow_server_is_waited_for(database: DatabaseForTest) -> None:
    with (
        by_relay(database) as (_, connection),
        watched_link(connection, every=0.1, answer_within=2),
    ):
        assert connection.execute("SELECT 'done' FROM pg_sleep(1)").fetchone() == ("done",)


def test_that_a_link_is_left_alone_once_nobody_watches(database: DatabaseForTest) -> None:
    with by_relay(database) as (relay, connection):
        with watched_link(connection, every=0.1, answer_within=0.2):
            connection.execute("SELECT 1")
        relay.freeze()
        time.sleep(1)
        relay.flowing.set()
        assert connection.execute("SELECT 2").fetchone() == (2,)


def test_that_a_running_statement_is_stopped_from_another_thread(filled: DatabaseForTest) -> None:
    mine = filled.open("ada")
    began = time.monotonic()
    threading.Timer(0.5, mine.cancel).start()
    with pytest.raises(Cancelled), mine.transaction() as session:
        session.execute(text("UPDATE laboratories SET name = 'x' FROM pg_sleep(20)"))
    assert time.monotonic() - began < 3
    assert filled.execute("SELECT count(*) FROM laboratories WHERE name = 'x'") == [(0,)]
    mine.cancel()  # nothing runs
    with mine.transaction() as session:
        assert session.scalar(text("SELECT 1")) == 1

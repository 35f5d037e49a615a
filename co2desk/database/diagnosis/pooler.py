"""Finds out whether a connection pooler stands between, and how it shares its connections."""

import re
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

import psycopg

from co2desk.database.engine import ConnectionParameters

# Older versions let somebody who knows one password pose as another person (CVE-2026-107350).
OLDEST_POOLER: Final = (1, 26, 1)


class Pooling(StrEnum):
    """Who holds a server connection, and for how long."""

    NONE = "none"
    SESSION = "session"
    TRANSACTION = "transaction"


def find_pooling(connection: psycopg.Connection[Any], parameters: ConnectionParameters) -> Pooling:
    """Return how `connection` reaches the server; it must stand outside any transaction.

    A pooler gives its clients a process number of its own making. If a second client is then
    served by the very process that served the first, connections are shared between transactions.
    """
    mine = _backend(connection)
    if mine == connection.info.backend_pid:
        return Pooling.NONE
    with psycopg.connect(
        **parameters.keywords(),  # type: ignore[arg-type]
        autocommit=True,
        prepare_threshold=None,
    ) as second:
        # Others may have taken the free one in between; one meeting out of a few is proof enough.
        for _ in range(5):
            if _backend(second) == _backend(connection):
                return Pooling.TRANSACTION
    return Pooling.SESSION


def pooler_version(parameters: ConnectionParameters) -> tuple[int, ...]:
    """Return PgBouncer's version; () where its console is closed to this login, as it should be."""
    console = replace(parameters, dbname="pgbouncer", target_session_attrs="any")
    try:
        with psycopg.connect(
            **console.keywords(),  # type: ignore[arg-type]
            autocommit=True,
            prepare_threshold=None,
        ) as connection:
            row = connection.execute("SHOW VERSION").fetchone()
    except psycopg.Error:
        return ()
    found = re.search(r"PgBouncer ([0-9]+)\.([0-9]+)\.([0-9]+)", str(row))
    return tuple(int(part) for part in found.groups()) if found else ()


def _backend(connection: psycopg.Connection[Any]) -> int:
    row = connection.execute("SELECT pg_backend_pid()").fetchone()
    return int(row[0]) if row is not None else 0

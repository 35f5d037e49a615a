"""Finds out whether a connection pooler stands between, and how it shares its connections."""

from enum import StrEnum
from typing import Any

import psycopg

from co2desk.database.engine import ConnectionParameters


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


def _backend(connection: psycopg.Connection[Any]) -> int:
    row = connection.execute("SELECT pg_backend_pid()").fetchone()
    return int(row[0]) if row is not None else 0

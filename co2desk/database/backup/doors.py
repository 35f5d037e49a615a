"""Keeps everybody out of a database while it is exchanged, and opens it again whatever happens."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from co2desk.database.backup.scratch import beside
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated

_log = logging.getLogger(__name__)

# A setting of the database itself: it holds the limit to go back to, for whoever comes after a
# program that died with the doors closed.
REOPEN_WITH = "co2desk.reopen_with"


@contextmanager
def closed_doors(connection: psycopg.Connection[Any], dbname: str) -> Iterator[None]:
    """Let only superusers into a database and end all others' sessions, for as long as it runs.

    `connection` is a superuser's, to another database of the server.
    """
    connection.execute("SELECT pg_advisory_lock(hashtext(%s))", (_lock_name(dbname),))
    row = connection.execute(
        "SELECT datconnlimit FROM pg_database WHERE datname = %s", (dbname,)
    ).fetchone()
    limit = int(row[0]) if row is not None else -1
    connection.execute(
        sql.SQL("ALTER DATABASE {} SET {} = {}").format(
            sql.Identifier(dbname), sql.Identifier(REOPEN_WITH), sql.Literal(str(limit))
        )
    )
    _limit_connections(connection, dbname, 0)
    try:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            (dbname,),
        )
        yield
    finally:
        _open(connection, dbname, limit)


def reopen_abandoned(server: ConnectionParameters) -> bool:
    """Open the database of `server` if whoever closed it is gone; returns whether it was so.

    Raises:
        DatabaseProblem: the login may not, or the server cannot be reached.
    """
    with translated(server.host, server.user), beside(server) as connection:
        row = connection.execute(
            """
            SELECT split_part(setting, '=', 2)
            FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase,
                unnest(s.setconfig) AS setting
            WHERE d.datname = %s AND s.setrole = 0 AND setting LIKE %s
            """,
            (server.dbname, f"{REOPEN_WITH}=%"),
        ).fetchone()
        if row is None or not _is_abandoned(connection, server.dbname):
            return False
        _open(connection, server.dbname, int(row[0]))
        _log.warning("the database had been left closed by a restore; it is open again")
        return True


def _is_abandoned(connection: psycopg.Connection[Any], dbname: str) -> bool:
    taken = connection.execute(
        "SELECT pg_try_advisory_lock(hashtext(%s))", (_lock_name(dbname),)
    ).fetchone()
    return taken == (True,)


def _lock_name(dbname: str) -> str:
    return f"co2desk restore {dbname}"


def _open(connection: psycopg.Connection[Any], dbname: str, limit: int) -> None:
    _limit_connections(connection, dbname, limit)
    connection.execute(
        sql.SQL("ALTER DATABASE {} RESET {}").format(
            sql.Identifier(dbname), sql.Identifier(REOPEN_WITH)
        )
    )


def _limit_connections(connection: psycopg.Connection[Any], dbname: str, limit: int) -> None:
    connection.execute(
        sql.SQL("ALTER DATABASE {} CONNECTION LIMIT {}").format(
            sql.Identifier(dbname), sql.Literal(limit)
        )
    )

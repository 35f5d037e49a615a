"""Makes databases to try a restore in, and sweeps up those that a crash left behind."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import psycopg
from psycopg import sql

from co2desk.database.engine import ConnectionParameters

_PREFIX = "co2desk_scratch_"
_ELSEWHERE = ("postgres", "template1")


@contextmanager
def beside(server: ConnectionParameters) -> Iterator[psycopg.Connection[Any]]:
    """Yield a connection to the same server that stands in another database.

    Raises:
        psycopg.Error: neither `postgres` nor `template1` can be entered.
    """
    connection = _elsewhere(server)
    try:
        connection.execute("SET statement_timeout = 0")
        yield connection
    finally:
        connection.close()


@contextmanager
def scratch_database(
    server: ConnectionParameters, like: str = ""
) -> Iterator[ConnectionParameters]:
    """Make an empty database with owner and locale of `like`; dropped at the end if still there.

    Its maker holds a lock of the database's name for as long as it lives; a scratch database
    whose lock is free belongs to nobody any more.
    """
    name = f"{_PREFIX}{secrets.token_hex(6)}"
    with beside(server) as connection:
        _sweep(connection)
        connection.execute("SELECT pg_advisory_lock(hashtext(%s))", (name,))
        connection.execute(_create_statement(connection, name, like))
        try:
            yield replace(server, dbname=name)
        finally:
            with suppress(psycopg.OperationalError):  # the server is gone; the next sweep finds it
                drop_database(connection, name)


def drop_database(connection: psycopg.Connection[Any], name: str) -> None:
    """Drop a database and end whoever is in it."""
    connection.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    )


def _elsewhere(server: ConnectionParameters) -> psycopg.Connection[Any]:
    for dbname in _ELSEWHERE[:-1]:
        with suppress(psycopg.OperationalError):
            return _connected(replace(server, dbname=dbname))
    return _connected(replace(server, dbname=_ELSEWHERE[-1]))


def _connected(server: ConnectionParameters) -> psycopg.Connection[Any]:
    return psycopg.connect(**server.keywords(), autocommit=True)  # type: ignore[arg-type]


def _sweep(connection: psycopg.Connection[Any]) -> None:
    found = connection.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", (_PREFIX,)
    ).fetchall()
    for (name,) in found:
        mine = connection.execute(
            "SELECT pg_try_advisory_lock(hashtext(%s))", (name,)
        ).fetchone() == (True,)
        if not mine:
            continue
        with suppress(psycopg.errors.InsufficientPrivilege):
            drop_database(connection, name)
        connection.execute("SELECT pg_advisory_unlock(hashtext(%s))", (name,))


def _create_statement(connection: psycopg.Connection[Any], name: str, like: str) -> sql.Composed:
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
    # The name of the column with an ICU or built-in locale changed in PostgreSQL 17.
    row = connection.execute(
        """
        SELECT pg_get_userbyid(d.datdba), pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,
            d.datlocprovider::text,
            coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', '')
        FROM pg_database AS d WHERE d.datname = %s
        """,
        (like,),
    ).fetchone()
    if row is None:
        return statement
    owner, encoding, collate, ctype, provider, locale = row
    statement += sql.SQL(" OWNER {} ENCODING {} LC_COLLATE {} LC_CTYPE {}").format(
        sql.Identifier(owner), sql.Literal(encoding), sql.Literal(collate), sql.Literal(ctype)
    )
    if provider == "i":
        statement += sql.SQL(" LOCALE_PROVIDER icu ICU_LOCALE {}").format(sql.Literal(locale))
    elif provider == "b":
        statement += sql.SQL(" LOCALE_PROVIDER builtin BUILTIN_LOCALE {}").format(
            sql.Literal(locale)
        )
    return statement

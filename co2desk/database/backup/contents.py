"""Counts and sums up every table, so that two databases can be compared."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from co2desk.database.engine import ConnectionParameters
from co2desk.domain.backup import TableContents
from co2desk.domain.progress import Progress

_SCHEMAS = ("public", "authz")
# Whatever a session could set otherwise would change how a row looks as text.
_FIXED_LOOK = (
    "SET LOCAL TimeZone = 'UTC'",
    "SET LOCAL DateStyle = 'ISO, YMD'",
    "SET LOCAL IntervalStyle = 'postgres'",
    "SET LOCAL bytea_output = 'hex'",
    "SET LOCAL extra_float_digits = 1",
    "SET LOCAL search_path = public, pg_catalog",
)
_NO_LIMITS = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL idle_in_transaction_session_timeout = 0",
    "SET LOCAL row_security = off",
)


@contextmanager
def snapshot(server: ConnectionParameters) -> Iterator[psycopg.Connection[Any]]:
    """Yield a connection that sees one moment of the database for as long as it is held.

    Row-level security cannot hide a row from it: a login that has policies is refused instead.
    """
    with psycopg.connect(**server.keywords()) as connection:  # type: ignore[arg-type]
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        for statement in (*_FIXED_LOOK, *_NO_LIMITS):
            connection.execute(statement)
        yield connection


def tables_in(connection: psycopg.Connection[Any]) -> list[str]:
    """Return the qualified names of all tables that hold rows of their own, sorted."""
    rows = connection.execute(
        """
        SELECT n.nspname || '.' || c.relname
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname = ANY (%s)
            AND NOT EXISTS (SELECT FROM pg_depend AS d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY 1
        """,
        (list(_SCHEMAS),),
    )
    return [name for (name,) in rows]


def contents_of(
    connection: psycopg.Connection[Any], tables: list[str], progress: Progress, stage: str
) -> tuple[TableContents, ...]:
    """Return rows and checksum of `tables`: the sum of a 64-bit hash of each row's text."""
    found = []
    for done, name in enumerate(tables):
        progress.report(done, len(tables), stage)
        query = sql.SQL(
            "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM {} AS t"
        ).format(identifier(name))
        row = connection.execute(query).fetchone()
        if row is None:
            raise AssertionError("an aggregate always answers")
        found.append(TableContents(name, row[0], str(row[1])))
    progress.report(len(tables), len(tables), stage)
    return tuple(found)


def identifier(name: str) -> sql.Identifier:
    """Return a qualified name, as `tables_in` gives it, ready for a statement."""
    return sql.Identifier(*name.split(".", 1))

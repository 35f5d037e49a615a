"""Puts rows of one table back from another database: adds and changes, and takes none away."""

from typing import Any

import psycopg
from psycopg import sql

from co2desk.database.backup.contents import identifier, snapshot, tables_in
from co2desk.database.engine import ConnectionParameters
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import Progress

_LOADED = "co2desk_restored_rows"


def put_back(
    server: ConnectionParameters, scratch: ConnectionParameters, name: str, progress: Progress
) -> tuple[int, int, int]:
    """Add and change rows of the table `name` as in `scratch`; returns added, changed and kept.

    Results, audit log, foreign keys and published years are watched by the table's own triggers,
    as ever; those that stamp or check who and when stand aside for the backup's own stamps.

    Raises:
        UnusableInput: NO_LONGER_THERE where there is no such table.
        psycopg.Error: a rule of the table was broken; nothing has changed.
    """
    with (
        psycopg.connect(**server.keywords()) as live,  # type: ignore[arg-type]
        snapshot(scratch) as source,
    ):
        if name not in tables_in(live):
            raise UnusableInput(ErrorCode.NO_LONGER_THERE, what=name)
        live.execute("SET LOCAL statement_timeout = 0")
        live.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        # A backup of an older schema lacks columns; they keep what they have, or their default.
        known = set(_columns(source, name))
        columns = [column for column in _columns(live, name) if column in known]
        keys = _keys(live, name)
        _load(source, live, name, columns, progress)
        stamps = _stamping_triggers(live, name)
        _set_triggers(live, name, stamps, "DISABLE")
        changed = _update(live, name, columns, keys)
        added = _insert(live, name, columns, keys)
        # A table with checks still to be made cannot be altered.
        live.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _set_triggers(live, name, stamps, "ENABLE")
        kept = _count_unknown(live, name, keys)
        progress.report(1, 1, "restoring")
    return added, changed, kept


def _columns(connection: psycopg.Connection[Any], name: str) -> list[str]:
    """Return the columns that are not computed by the database."""
    rows = connection.execute(
        """
        SELECT attname FROM pg_attribute
        WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        ORDER BY attnum
        """,
        (name,),
    )
    return [column for (column,) in rows]


def _keys(connection: psycopg.Connection[Any], name: str) -> list[str]:
    rows = connection.execute(
        """
        SELECT a.attname FROM pg_index AS i
        JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = %s::regclass AND i.indisprimary ORDER BY a.attnum
        """,
        (name,),
    ).fetchall()
    if not rows:
        raise DatabaseProblem(ErrorCode.RESTORE_FAILED, detail=f"{name} has no primary key")
    return [column for (column,) in rows]


def _load(
    source: psycopg.Connection[Any],
    live: psycopg.Connection[Any],
    name: str,
    columns: list[str],
    progress: Progress,
) -> None:
    """Copy the rows of the scratch database into a temporary table beside the live one."""
    listed = _list(columns)
    live.execute(
        sql.SQL("CREATE TEMPORARY TABLE {} ON COMMIT DROP AS SELECT {} FROM {} LIMIT 0").format(
            sql.Identifier(_LOADED), listed, identifier(name)
        )
    )
    read = sql.SQL("COPY {} ({}) TO STDOUT (FORMAT binary)").format(identifier(name), listed)
    write = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(
        sql.Identifier(_LOADED), listed
    )
    with source.cursor().copy(read) as rows, live.cursor().copy(write) as taken:
        for block in rows:
            taken.write(block)
            progress.report(0, 1, "restoring")
    live.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(_LOADED)))


def _stamping_triggers(connection: psycopg.Connection[Any], name: str) -> list[str]:
    rows = connection.execute(
        """
        SELECT tgname FROM pg_trigger
        WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled <> 'D'
            AND (tgtype & 2 = 2 OR tgname = 'check_stamps')
        """,
        (name,),
    )
    return [trigger for (trigger,) in rows]


def _set_triggers(
    connection: psycopg.Connection[Any], name: str, triggers: list[str], how: str
) -> None:
    for trigger in triggers:
        connection.execute(
            sql.SQL("ALTER TABLE {} {} TRIGGER {}").format(
                identifier(name), sql.SQL(how), sql.Identifier(trigger)
            )
        )


def _update(
    connection: psycopg.Connection[Any], name: str, columns: list[str], keys: list[str]
) -> int:
    others = [column for column in columns if column not in keys]
    if not others:
        return 0
    return connection.execute(
        sql.SQL(
            "UPDATE {} AS t SET {} FROM {} AS r WHERE {} AND ({}) IS DISTINCT FROM ({})"
        ).format(
            identifier(name),
            sql.SQL(", ").join(
                sql.SQL("{0} = r.{0}").format(sql.Identifier(column)) for column in others
            ),
            sql.Identifier(_LOADED),
            _same(keys),
            _list(others, "t"),
            _list(others, "r"),
        )
    ).rowcount


def _insert(
    connection: psycopg.Connection[Any], name: str, columns: list[str], keys: list[str]
) -> int:
    return connection.execute(
        sql.SQL(
            "INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM {} AS r "
            "WHERE NOT EXISTS (SELECT FROM {} AS t WHERE {})"
        ).format(
            identifier(name),
            _list(columns),
            _list(columns, "r"),
            sql.Identifier(_LOADED),
            identifier(name),
            _same(keys),
        )
    ).rowcount


def _count_unknown(connection: psycopg.Connection[Any], name: str, keys: list[str]) -> int:
    row = connection.execute(
        sql.SQL(
            "SELECT count(*) FROM {} AS t WHERE NOT EXISTS (SELECT FROM {} AS r WHERE {})"
        ).format(identifier(name), sql.Identifier(_LOADED), _same(keys))
    ).fetchone()
    return int(row[0]) if row is not None else 0


def _same(keys: list[str]) -> sql.Composed:
    return sql.SQL(" AND ").join(
        sql.SQL("t.{0} = r.{0}").format(sql.Identifier(key)) for key in keys
    )


def _list(columns: list[str], alias: str = "") -> sql.Composed:
    return sql.SQL(", ").join(
        sql.Identifier(alias, column) if alias else sql.Identifier(column) for column in columns
    )

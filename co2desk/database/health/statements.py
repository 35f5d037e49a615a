"""Finds the statements that cost most, where the server counts them."""

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from co2desk.domain.database_health import SlowQuery

_LONGEST_STATEMENT = 500
_MOST = 20


def slow_queries(connection: Connection) -> tuple[SlowQuery, ...] | None:
    """Return the costliest statements, or None where pg_stat_statements does not work.

    The extension puts `$1` in the place of values. Statements of other logins are hidden from
    whoever is not in `pg_monitor`.
    """
    view = connection.execute(
        text(
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            JOIN pg_depend AS d ON d.objid = c.oid AND d.deptype = 'e'
            JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'pg_stat_statements'
            WHERE c.relname = 'pg_stat_statements'
            """
        )
    ).scalar()
    if not view:
        return None
    try:
        rows = connection.execute(
            text(
                f"""
                SELECT left(query, :longest), calls, mean_exec_time, total_exec_time
                FROM {view}
                WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND query <> '<insufficient privilege>'
                ORDER BY total_exec_time DESC LIMIT :most
                """
            ),
            {"longest": _LONGEST_STATEMENT, "most": _MOST},
        ).all()
    except DBAPIError:  # the extension is there, but the server did not load its library
        return None
    return tuple(
        SlowQuery(statement, calls, round(mean, 2), round(total, 1))
        for statement, calls, mean, total in rows
    )

"""Shows who is connected and who waits for whom, and ends a statement or a session."""

from sqlalchemy import Connection, text

from co2desk.domain.database_health import ConnectionCount, StuckSession
from co2desk.domain.errors import DatabaseProblem, ErrorCode

_LONGEST_STATEMENT = 500


def connection_counts(connection: Connection) -> tuple[ConnectionCount, ...]:
    """Return sessions of this database by state, the most frequent first.

    The state of other people's sessions is hidden from logins without `pg_monitor`.
    """
    rows = connection.execute(
        text(
            """
            SELECT coalesce(state, 'hidden'), count(*),
                coalesce(max(extract(epoch FROM clock_timestamp() - state_change)), 0)
            FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend'
            GROUP BY 1 ORDER BY 2 DESC, 1
            """
        )
    )
    return tuple(ConnectionCount(state, count, float(age)) for state, count, age in rows)


def stuck_sessions(connection: Connection) -> tuple[StuckSession, ...]:
    """Return chains of sessions that wait for one another, those at the head first."""
    rows = connection.execute(
        text(
            """
            WITH waiting AS (
                SELECT pid, pg_blocking_pids(pid) AS blocked_by FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
            )
            SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),
                coalesce(a.state, 'hidden'),
                coalesce(extract(epoch FROM clock_timestamp() - coalesce(a.query_start, now())), 0),
                left(coalesce(a.query, ''), :longest), coalesce(w.blocked_by, '{}')
            FROM pg_stat_activity AS a LEFT JOIN waiting AS w USING (pid)
            WHERE cardinality(w.blocked_by) > 0
                OR a.pid IN (SELECT unnest(blocked_by) FROM waiting)
            ORDER BY cardinality(coalesce(w.blocked_by, '{}')), 5 DESC
            """
        ),
        {"longest": _LONGEST_STATEMENT},
    )
    return tuple(
        StuckSession(pid, login, application, state, float(age), statement, tuple(blocked_by))
        for pid, login, application, state, age, statement, blocked_by in rows
    )


def cancel_statement(connection: Connection, pid: int) -> None:
    """End what the session `pid` is doing; the session itself goes on.

    Raises:
        DatabaseProblem: NO_LONGER_THERE; NOT_PERMITTED comes from the server.
    """
    _signal(connection, "SELECT pg_cancel_backend(:pid)", pid)


def end_session(connection: Connection, pid: int) -> None:
    """End the session `pid`; whatever it had not committed is gone.

    Raises:
        DatabaseProblem: NO_LONGER_THERE; NOT_PERMITTED comes from the server.
    """
    _signal(connection, "SELECT pg_terminate_backend(:pid, 5000)", pid)


def _signal(connection: Connection, query: str, pid: int) -> None:
    known = connection.execute(
        text("SELECT count(*) FROM pg_stat_activity WHERE pid = :pid"), {"pid": pid}
    ).scalar_one()
    if not known or not connection.execute(text(query), {"pid": pid}).scalar_one():
        raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=pid)

"""Puts together how a database does."""

from sqlalchemy import Connection, text

from co2desk.database.health import copies, sessions, statements, storage
from co2desk.domain.database_health import DatabaseHealth


def read_health(connection: Connection) -> DatabaseHealth:
    """Look at everything once; `connection` commits every statement by itself."""
    complete, size, started_at, most = connection.execute(
        text(
            """
            SELECT pg_has_role(current_user, 'pg_monitor', 'USAGE'),
                pg_database_size(current_database()), pg_postmaster_start_time(),
                current_setting('max_connections')::int
            """
        )
    ).one()
    return DatabaseHealth(
        complete=complete,
        size_bytes=size,
        started_at=started_at,
        max_connections=most,
        connections=sessions.connection_counts(connection),
        slow_queries=statements.slow_queries(connection),
        tables=storage.table_sizes(connection),
        unused_indexes=storage.unused_indexes(connection),
        stuck=sessions.stuck_sessions(connection),
        archiving=copies.archiving(connection),
        standbys=copies.standbys(connection),
        replay_delay_seconds=copies.replay_delay_seconds(connection),
    )

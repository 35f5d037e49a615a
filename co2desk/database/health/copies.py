"""Looks at what keeps copies of the database: archiving of the log, and standbys."""

from sqlalchemy import Connection, text

from co2desk.domain.database_health import Archiving, StandbyLag


def archiving(connection: Connection) -> Archiving:
    """Return how archiving of the write-ahead log does."""
    row = connection.execute(
        text(
            """
            SELECT current_setting('archive_mode') <> 'off', last_archived_time, failed_count,
                last_failed_time
            FROM pg_stat_archiver
            """
        )
    ).one()
    return Archiving(*row)


def standbys(connection: Connection) -> tuple[StandbyLag, ...]:
    """Return the standbys of this server, as far as the login may see them."""
    rows = connection.execute(
        text(
            """
            SELECT coalesce(nullif(application_name, ''), client_addr::text, '?'),
                coalesce(state, 'hidden'),
                coalesce(pg_wal_lsn_diff(
                    CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                        ELSE pg_current_wal_lsn() END, replay_lsn), 0)::bigint,
                coalesce(extract(epoch FROM replay_lag), 0)::float
            FROM pg_stat_replication ORDER BY 1
            """
        )
    )
    return tuple(StandbyLag(*row) for row in rows)


def replay_delay_seconds(connection: Connection) -> float | None:
    """Return how old the newest data of a standby is, None on a primary."""
    delay = connection.execute(
        text(
            """
            SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
                WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END
            """
        )
    ).scalar()
    return None if delay is None else float(delay)

"""Tells how the database is, and what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from co2desk.database.health.overview import read_health
from co2desk.database.health.sessions import cancel_statement, end_session
from co2desk.database.maintenance.tidy import tidy_tables
from co2desk.domain.database_health import DatabaseHealth
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.closed_years import standby_state
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class HealthGroup:
    """Findings of one sort (`connections`, `locks` ...): rows of figures by name."""

    name: str
    rows: tuple[Mapping[str, object], ...]


class Health:
    """The health of one database, its sessions and its tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self) -> Sequence[HealthGroup]:
        """Connections, slow queries, sizes, index use, bloat, locks, replication."""
        with self._connection.database.connection() as connection:
            groups = _groups(read_health(connection))
        standby = standby_state(self._connection)
        return groups if standby is None else [*groups, HealthGroup("closed_years", (standby,))]

    def cancel_statement(self, pid: int) -> None:
        """End what a session is doing; the session itself goes on.

        Raises:
            DatabaseProblem: NO_LONGER_THERE, NOT_PERMITTED.
        """
        with self._connection.database.connection() as connection:
            cancel_statement(connection, pid)

    def end_session(self, pid: int) -> None:
        """End a session; whatever it had not committed is gone.

        Raises:
            DatabaseProblem: NO_LONGER_THERE, NOT_PERMITTED.
        """
        with self._connection.database.connection() as connection:
            end_session(connection, pid)

    def maintain(self, *, reindex: bool = False, progress: Progress = NoProgress()) -> None:
        """VACUUM ANALYZE, and REINDEX CONCURRENTLY where asked for; people can go on working.

        Raises:
            DatabaseProblem: MAINTENANCE_NOT_PERMITTED, NEEDS_DIRECT_CONNECTION.
            Cancelled: what was finished stays finished.
        """
        tidy_tables(self._connection.caretaker, reindex=reindex, progress=progress)


def _groups(health: DatabaseHealth) -> list[HealthGroup]:
    server = {
        "size_bytes": health.size_bytes,
        "started_at": health.started_at,
        "max_connections": health.max_connections,
        "complete": health.complete,
        "replay_delay_seconds": health.replay_delay_seconds,
    }
    return [
        HealthGroup("server", (server,)),
        HealthGroup("connections", _rows(health.connections)),
        HealthGroup("slow_queries", _rows(health.slow_queries or ())),
        HealthGroup("tables", _rows(health.tables)),
        HealthGroup("unused_indexes", _rows(health.unused_indexes)),
        HealthGroup("locks", _rows(health.stuck)),
        HealthGroup("archiving", _rows((health.archiving,))),
        HealthGroup("replication", _rows(health.standbys)),
    ]


def _rows(found: Sequence[Any]) -> tuple[Mapping[str, object], ...]:
    return tuple({one.name: getattr(row, one.name) for one in fields(row)} for row in found)

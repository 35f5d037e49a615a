"""Says in values how a database does: who is connected, what is slow, large, unused or stuck."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ConnectionCount:
    """Sessions in one state (`active`, `idle`, `idle in transaction` ...)."""

    state: str
    count: int
    longest_seconds: float


@dataclass(frozen=True, slots=True)
class SlowQuery:
    """A statement without its values, and what it cost since statistics began."""

    statement: str
    calls: int
    mean_ms: float
    total_ms: float


@dataclass(frozen=True, slots=True)
class TableSize:
    """A table on the disk. `rows` and `dead_rows` are the server's estimates.

    `bloat_percent` is dead and free space, None where pgstattuple is not installed.
    """

    name: str
    rows: int
    table_bytes: int
    index_bytes: int
    dead_rows: int
    last_vacuum: datetime | None
    last_analyze: datetime | None
    bloat_percent: float | None = None


@dataclass(frozen=True, slots=True)
class UnusedIndex:
    """An index that no query has used since statistics began, and that guards no uniqueness."""

    name: str
    table: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class StuckSession:
    """A session that waits for others, or that others wait for (then `blocked_by` is empty)."""

    pid: int
    login: str
    application: str
    state: str
    seconds: float
    statement: str
    blocked_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Archiving:
    """How the server's own backups do: write-ahead log that was copied away."""

    enabled: bool
    last_archived_at: datetime | None
    failed_count: int
    last_failed_at: datetime | None


@dataclass(frozen=True, slots=True)
class StandbyLag:
    """How far a standby is behind."""

    name: str
    state: str
    lag_bytes: int
    lag_seconds: float


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """How a database does, as far as the login may see.

    `complete` is False where the login sees only its own sessions. `slow_queries` is None where
    pg_stat_statements is not installed.
    `replay_delay_seconds` is how old the newest data of a standby is, None on a primary.
    """

    complete: bool
    size_bytes: int
    started_at: datetime
    max_connections: int
    connections: tuple[ConnectionCount, ...]
    slow_queries: tuple[SlowQuery, ...] | None
    tables: tuple[TableSize, ...]
    unused_indexes: tuple[UnusedIndex, ...]
    stuck: tuple[StuckSession, ...]
    archiving: Archiving
    standbys: tuple[StandbyLag, ...]
    replay_delay_seconds: float | None

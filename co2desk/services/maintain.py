"""Looks after the database: schema version, backup and restore, health, maintenance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from co2desk.database.engine import ConnectionParameters
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class Revision:
    """A migration."""

    id: str
    title: str
    applied: bool


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup file holds: rows per table, as counted in a scratch restore."""

    path: Path
    tables: tuple[tuple[str, int], ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class HealthGroup:
    """Findings of one sort (`connections`, `locks` ...): rows of figures by name."""

    name: str
    rows: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """What an upgrade or downgrade did; `backup` is the backup made before, None without one."""

    schema: str
    applied: tuple[str, ...]
    backup: Path | None = None


class BackupPart(StrEnum):
    """What of the database goes into a backup."""

    FULL = "full"
    SCHEMA = "schema"
    DATA = "data"


class Maintenance:
    """What keeps the database well."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def database_name(self) -> str:
        """The name that must be typed before anything is replaced."""
        raise NotImplementedError

    def revisions(self) -> Sequence[Revision]:
        """All migrations, oldest first."""
        raise NotImplementedError

    def upgrade(
        self,
        target: str = "head",
        *,
        backup: bool = True,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> SchemaChange:
        """Bring the schema to `target`, after a verified backup (to `backup_to`, or beside the
        person's own data) unless there is no schema yet.

        Raises:
            DatabaseProblem: not permitted, busy, or the backup failed; the schema is unchanged.
        """
        raise NotImplementedError

    def downgrade(
        self,
        target: str,
        *,
        backup: bool = True,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> SchemaChange:
        """Take the schema back to `target`, after a verified backup."""
        raise NotImplementedError

    def stamp(self, target: str) -> str:
        """Note `target` as applied without running anything; returns the revision."""
        raise NotImplementedError

    def backup(
        self,
        path: Path,
        *,
        part: BackupPart = BackupPart.FULL,
        table: str = "",
        progress: Progress = NoProgress(),
    ) -> BackupContents:
        """Write a verified backup to `path`."""
        raise NotImplementedError

    def restore(
        self, path: Path, *, typed_name: str, table: str = "", progress: Progress = NoProgress()
    ) -> BackupContents:
        """Put a backup back, after a fresh backup; the database's name must be typed."""
        raise NotImplementedError

    def verify(self, path: Path, progress: Progress = NoProgress()) -> BackupContents:
        """Restore into a scratch database and count."""
        raise NotImplementedError

    def health(self) -> Sequence[HealthGroup]:
        """Connections, slow queries, sizes, index use, bloat, locks, replication."""
        raise NotImplementedError

    def maintain(self, *, reindex: bool = False, progress: Progress = NoProgress()) -> None:
        """VACUUM ANALYZE, and REINDEX CONCURRENTLY where asked for."""
        raise NotImplementedError


def new_revision(message: str) -> Path:
    """Write the next, empty migration into the source tree; returns its path."""
    raise NotImplementedError


def prune_backups(folder: Path, *, dry_run: bool = False) -> Sequence[Path]:
    """Delete old backups of `folder`: one a day stays for 30 days, one a month for a year."""
    raise NotImplementedError


def backup_before_migration(folder: Path) -> Callable[[ConnectionParameters, str], None]:
    """A function that backs up a database whose schema is about to change, into `folder`."""

    def back_up(caretaker: ConnectionParameters, revision: str) -> None:
        raise NotImplementedError

    return back_up

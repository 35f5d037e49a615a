"""Looks after the database: schema version, backup and restore, health, maintenance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from co2desk.domain.progress import NoProgress, Progress


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
class HealthLine:
    """One finding: a group (`connections`, `sizes`, `locks` ...), a name and its figures."""

    group: str
    name: str
    values: tuple[tuple[str, str | int | Decimal | datetime | None], ...]


class Maintenance:
    """What keeps the database well."""

    def revisions(self) -> Sequence[Revision]:
        """All migrations, oldest first."""
        raise NotImplementedError

    def upgrade(
        self,
        target: str = "head",
        *,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> str:
        """Bring the schema to `target`, after a verified backup if a file is named; the revision.

        Raises:
            DatabaseProblem: not permitted, busy, or the backup failed; the schema is unchanged.
        """
        raise NotImplementedError

    def downgrade(self, target: str) -> str:
        """Take the schema back to `target`; returns the revision."""
        raise NotImplementedError

    def backup(self, path: Path, progress: Progress = NoProgress()) -> BackupContents:
        """Write a verified backup to `path`."""
        raise NotImplementedError

    def restore(
        self, path: Path, typed_name: str, table: str = "", progress: Progress = NoProgress()
    ) -> BackupContents:
        """Put a backup back, after a fresh backup; the database's name must be typed."""
        raise NotImplementedError

    def verify(self, path: Path, progress: Progress = NoProgress()) -> BackupContents:
        """Restore into a scratch database and count."""
        raise NotImplementedError

    def health(self) -> Sequence[HealthLine]:
        """Connections, slow queries, sizes, index use, bloat, locks, replication."""
        raise NotImplementedError

    def maintain(self, *, reindex: bool = False, progress: Progress = NoProgress()) -> None:
        """VACUUM ANALYZE, and REINDEX CONCURRENTLY where asked for."""
        raise NotImplementedError

"""Looks after the database: schema version, backup and restore, health, maintenance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from co2desk.database import migrate, provision
from co2desk.database.backup.encryption import is_encrypted, takes_passphrase
from co2desk.database.backup.keys import new_key
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.prune import prune_backups as prune_folder
from co2desk.database.backup.restore import restore_backup
from co2desk.database.backup.restore_table import restore_table
from co2desk.database.backup.trial import try_backup
from co2desk.database.engine import ConnectionParameters, short_lived_engine
from co2desk.database.errors import translated
from co2desk.database.health.overview import read_health
from co2desk.database.health.sessions import cancel_statement, end_session
from co2desk.database.maintenance.tidy import tidy_tables
from co2desk.database.migrate import Migration
from co2desk.database.unit_of_work import Database
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.backup import (
    Backup,
    BackupKey,
    BackupPart,
    Protection,
    Restored,
    VerifiedBackup,
)
from co2desk.domain.database_health import DatabaseHealth
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.client_programs import client_programs
from co2desk.services.connect import Connection
from co2desk.services.start_up import DATABASE_NAME, EmbeddedDatabase

# The name that front ends know it by; they never import from database.
Revision = Migration


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """What an upgrade or downgrade did; `backup` is the backup made before, None without one.

    `first` says that a server's database was empty before: it has no laboratory and hardly a
    person yet.
    """

    schema: str
    applied: tuple[str, ...]
    backup: Path | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class HealthGroup:
    """Findings of one sort (`connections`, `locks` ...): rows of figures by name."""

    name: str
    rows: tuple[Mapping[str, object], ...]


class Maintenance:
    """What keeps the database well; backups without a place of their own go to `backups`."""

    def __init__(
        self,
        connection: Connection,
        embedded: EmbeddedDatabase,
        backups: Path,
        fill_catalogue: Callable[[Database, Progress], bool],
    ) -> None:
        self._connection = connection
        self._fill_catalogue = fill_catalogue
        self._embedded = embedded
        self._backups = backups

    def database_name(self) -> str:
        """The name that must be typed before anything is replaced."""
        return self._connection.caretaker.dbname

    def revisions(self) -> Sequence[Revision]:
        """All migrations, oldest first."""
        if not self._schema():
            return self._known()
        with short_lived_engine(self._connection.caretaker) as engine:
            return migrate.history(engine, self._connection.migrations)

    def upgrade(
        self,
        target: str = "head",
        *,
        backup: bool = True,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> SchemaChange:
        """Bring the schema to `target`, after a backup unless there is no schema yet.

        Where it is there already, nothing is done and no backup made.

        The backup goes to `backup_to`, or beside the person's own data. On the embedded database
        roles, database and the person's login are made where they are missing. In an empty
        database of a server a superuser makes the roles and becomes the first administrator; the
        shipped emission factors are loaded.

        Raises:
            DatabaseProblem: not permitted, busy, SCHEMA_TOO_NEW where this program does not know
                it, roles that only a superuser can make are missing, or the backup failed; the
                schema is unchanged.
        """
        before = self._schema()
        if not before and self._connection.choice.embedded:
            self._embedded.start(progress)
            reached = migrate.head(self._connection.migrations)
            return SchemaChange(reached, tuple(one.id for one in self._known()))
        if not before:
            provision.make_room(self._connection.caretaker)
        done = self._change(before, target, backup, backup_to, progress, migrate.upgrade)
        if before or done.schema != migrate.head(self._connection.migrations):
            return done
        provision.register_first_administrator(self._connection.caretaker)
        self._fill_catalogue(self._connection.database, progress)
        return replace(done, first=True)

    def downgrade(
        self,
        target: str,
        *,
        backup: bool = True,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> SchemaChange:
        """Take the schema back to `target` (`-1`: one step), after a backup."""
        before = self._schema()
        return self._change(before, target, backup, backup_to, progress, migrate.downgrade)

    def stamp(self, target: str) -> str:
        """Note `target` as applied without running anything; returns the revision."""
        with short_lived_engine(self._connection.caretaker) as engine:
            return migrate.stamp(engine, self._connection.migrations, target)

    def backup(
        self,
        path: Path,
        *,
        part: BackupPart = BackupPart.FULL,
        table: str = "",
        protection: Protection | None = None,
        progress: Progress = NoProgress(),
    ) -> Backup:
        """Write a backup to `path`, read through and tried before it gets that name.

        With `protection` it is encrypted, for holders of keys or by a passphrase.

        Raises:
            UnusableInput: ALREADY_EXISTS, CANNOT_WRITE_FILE, NO_PASSPHRASE, INVALID_VALUE.
            DatabaseProblem: BACKUP_NOT_PERMITTED and the like; nothing is left behind.
        """
        server = self._connection.caretaker
        with translated(server.host, server.user):
            programs = client_programs(server)
        return make_backup(
            server,
            path,
            programs,
            part=part,
            table=table,
            tried=True,
            protection=protection,
            progress=progress,
        )

    def restore(
        self,
        path: Path,
        *,
        typed_name: str,
        table: str = "",
        key: BackupKey | None = None,
        progress: Progress = NoProgress(),
    ) -> Restored:
        """Put a backup back, after a fresh backup; the database's name must be typed.

        `key` opens an encrypted one. The fresh backup is not encrypted.

        Raises:
            UnusableInput: NAME_NOT_CONFIRMED, FILE_NOT_FOUND, BACKUP_LOCKED.
            DatabaseProblem: the backup is damaged, or the login may not; nothing has changed.
        """
        server = self._connection.caretaker
        with translated(server.host, server.user):
            programs = client_programs(server)
        self._connection.database.close()
        if table:
            return restore_table(
                path,
                table,
                server,
                programs,
                confirm_name=typed_name,
                safety_folder=self._backups,
                key=key,
                progress=progress,
            )
        return restore_backup(
            path,
            server,
            programs,
            confirm_name=typed_name,
            safety_folder=self._backups,
            key=key,
            progress=progress,
        )

    def verify(
        self, path: Path, progress: Progress = NoProgress(), *, key: BackupKey | None = None
    ) -> VerifiedBackup:
        """Restore into a scratch database and compare every table; `key` opens an encrypted one."""
        server = self._connection.caretaker
        with translated(server.host, server.user):
            programs = client_programs(server)
        return try_backup(path, server, programs, key=key, progress=progress)

    def health(self) -> Sequence[HealthGroup]:
        """Connections, slow queries, sizes, index use, bloat, locks, replication."""
        with self._connection.database.connection() as connection:
            return _groups(read_health(connection))

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

    def _schema(self) -> str:
        return self._connection.status().schema

    def _known(self) -> Sequence[Revision]:
        return migrate.known(self._connection.migrations)

    def _change(
        self,
        before: str,
        target: str,
        backup: bool,
        backup_to: Path | None,
        progress: Progress,
        step: Callable[[Any, Path, str], str],
    ) -> SchemaChange:
        script = [one.id for one in self._known()]
        if before and before not in script:
            raise DatabaseProblem(ErrorCode.SCHEMA_TOO_NEW, schema=before, head=script[-1])
        if before == (script[-1] if target == "head" else target):
            return SchemaChange(before, ())
        made = None
        if backup and before:
            made = backup_to or _backup_file(self._backups, before)
            self.backup(made, progress=progress)
        progress.report(0, None, "migrating")
        with short_lived_engine(self._connection.caretaker) as engine:
            reached = step(engine, self._connection.migrations, target)
        between = [one for one in script if before < one <= reached]
        return SchemaChange(reached, tuple(between), made)


def _groups(health: DatabaseHealth) -> Sequence[HealthGroup]:
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


def new_revision(message: str) -> Path:
    """Write the next, empty migration into the source tree; returns its path."""
    return migrate.revision(migrations_dir(), message)


def new_backup_key(out: Path) -> str:
    """Write a secret key that opens backups to `out`; returns the public key to encrypt for.

    Raises:
        UnusableInput: ALREADY_EXISTS, CANNOT_WRITE_FILE.
    """
    return new_key(out)


def opens_by(path: Path) -> str:
    """Say what opens a backup: `passphrase`, `key`, or "" where it is not encrypted.

    Raises:
        UnusableInput: FILE_NOT_FOUND.
    """
    if not path.is_file():
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path)
    if not is_encrypted(path):
        return ""
    return "passphrase" if takes_passphrase(path) else "key"


def prune_backups(folder: Path, *, dry_run: bool = False) -> Sequence[Path]:
    """Delete old backups of `folder`: one a day stays for 30 days, one a month for a year."""
    return prune_folder(folder, datetime.now(UTC), dry_run=dry_run)


def backup_before_migration(folder: Path) -> Callable[[ConnectionParameters, str], None]:
    """A function that backs up a database whose schema is about to change, into `folder`."""

    def back_up(caretaker: ConnectionParameters, revision: str) -> None:
        with translated(caretaker.host, caretaker.user):
            programs = client_programs(caretaker)
        make_backup(caretaker, _backup_file(folder, revision), programs, tried=True)

    return back_up


def _backup_file(folder: Path, revision: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = datetime.now(UTC)
    return folder / f"{DATABASE_NAME}-schema-{revision}-{now:%Y%m%d-%H%M%S}.dump"

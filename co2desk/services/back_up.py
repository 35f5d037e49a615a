"""Makes backups of the database, tries them and puts them back."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from co2desk.database.backup.encryption import is_encrypted, takes_passphrase
from co2desk.database.backup.keys import new_key
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.prune import prune_backups as prune_folder
from co2desk.database.backup.restore import restore_backup
from co2desk.database.backup.restore_table import restore_table
from co2desk.database.backup.trial import try_backup
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated
from co2desk.domain.backup import (
    Backup,
    BackupKey,
    BackupPart,
    Protection,
    Restored,
    VerifiedBackup,
)
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.client_programs import client_programs
from co2desk.services.connect import Connection
from co2desk.services.start_up import DATABASE_NAME


class Backups:
    """Backups of one database; those without a place of their own go to `folder`."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    def database_name(self) -> str:
        """The name that must be typed before anything is replaced."""
        return self._connection.caretaker.dbname

    def make(
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

    def before_migration(self, revision: str, path: Path | None, progress: Progress) -> Path:
        """Write a backup of a schema that is about to change to `path`, or beside the others."""
        path = path or _backup_file(self._folder, revision)
        self.make(path, progress=progress)
        return path

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
                safety_folder=self._folder,
                key=key,
                progress=progress,
            )
        return restore_backup(
            path,
            server,
            programs,
            confirm_name=typed_name,
            safety_folder=self._folder,
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

"""Proves a backup: restores it into a scratch database and compares every table."""

from pathlib import Path

import psycopg

from co2desk.database.backup.client_run import ClientFailed
from co2desk.database.backup.contents import contents_of, snapshot, tables_in
from co2desk.database.backup.fill import fill_database
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.reading import opened_backup
from co2desk.database.backup.rights import is_superuser, require_direct
from co2desk.database.backup.scratch import beside, scratch_database
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated
from co2desk.domain.backup import (
    Backup,
    BackupKey,
    BackupPart,
    Proof,
    TableContents,
    VerifiedBackup,
)
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import NoProgress, Progress


def try_backup(
    path: Path,
    server: ConnectionParameters,
    programs: ClientPrograms,
    *,
    key: BackupKey | None = None,
    progress: Progress = NoProgress(),
) -> VerifiedBackup:
    """Restore the backup `path` into a scratch database of `server`, and count and sum it up.

    A full backup may be tried on any server with the program's roles; data and single tables
    need the database itself, whose schema they are put into, and a superuser. `key` opens an
    encrypted one.

    Raises:
        UnusableInput: FILE_NOT_FOUND, BACKUP_LOCKED.
        DatabaseProblem: DAMAGED_BACKUP, BACKUP_DIFFERS, BACKUP_NOT_TRIED where the login may not
            make a database, or what is wrong with the connection.
        Cancelled: the scratch database is gone.
    """
    require_direct(server)
    with (
        opened_backup(path, programs, progress, key) as (plain, said),
        translated(server.host, server.user),
    ):
        found = restored_contents(plain, said, server, programs, progress=progress)
    if said is None:
        return VerifiedBackup(path, Proof.READABLE, found)
    require_equal(said, found)
    return VerifiedBackup(path, Proof.EQUAL, found)


def restored_contents(
    path: Path,
    said: Backup | None,
    server: ConnectionParameters,
    programs: ClientPrograms,
    *,
    progress: Progress,
) -> tuple[TableContents, ...]:
    """Return what the file `path`, of which a manifest says `said`, becomes when restored.

    Raises:
        DatabaseProblem: DAMAGED_BACKUP, or BACKUP_NOT_TRIED without the right to try.
    """
    shown = said.path if said is not None else path
    with beside(server) as connection:
        superuser = is_superuser(connection)
    try:
        with scratch_database(server, like=server.dbname) as scratch:
            fill_database(
                scratch,
                path,
                said.part if said is not None else BackupPart.FULL,
                programs,
                schema_of=server,
                as_owner=superuser,
                tables=len(said.tables) if said is not None else None,
                progress=progress,
            )
            return counted(scratch, said, progress)
    except psycopg.errors.InsufficientPrivilege as error:
        detail = error.diag.message_primary or ""
        raise DatabaseProblem(
            ErrorCode.BACKUP_NOT_TRIED, path=shown, user=server.user, detail=detail
        ) from error
    except ClientFailed as error:
        raise DatabaseProblem(ErrorCode.DAMAGED_BACKUP, path=shown, detail=error.said) from error


def counted(
    restored: ConnectionParameters, said: Backup | None, progress: Progress
) -> tuple[TableContents, ...]:
    """Count and sum up the tables that the backup holds, in the database it was restored to."""
    with snapshot(restored) as connection:
        known = tables_in(connection)
        wanted = known if said is None else [one.name for one in said.tables]
        return contents_of(
            connection, [one for one in wanted if one in known], progress, "counting"
        )


def require_equal(said: Backup, found: tuple[TableContents, ...]) -> None:
    """Stop where a table is missing or holds something else.

    Raises:
        DatabaseProblem: BACKUP_DIFFERS with the first such table.
    """
    by_name = {one.name: one for one in found}
    for expected in said.tables:
        got = by_name.get(expected.name)
        if got != expected:
            raise DatabaseProblem(
                ErrorCode.BACKUP_DIFFERS,
                path=said.path,
                table=expected.name,
                detail=f"{got.rows if got else '-'} / {expected.rows}",
            )

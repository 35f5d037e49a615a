"""Puts the rows of one table back from a backup: lost and changed rows, and none taken away."""

from pathlib import Path

from co2desk.database.backup.client_run import ClientFailed
from co2desk.database.backup.fill import fill_database
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.put_back import put_back
from co2desk.database.backup.reading import opened_backup
from co2desk.database.backup.restore import safety_file
from co2desk.database.backup.rights import require_direct, require_superuser
from co2desk.database.backup.scratch import beside, scratch_database
from co2desk.database.backup.trial import counted, require_equal
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated
from co2desk.domain.backup import Backup, BackupKey, BackupPart, Restored
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress


def restore_table(
    path: Path,
    table: str,
    server: ConnectionParameters,
    programs: ClientPrograms,
    *,
    confirm_name: str,
    safety_folder: Path,
    key: BackupKey | None = None,
    progress: Progress = NoProgress(),
) -> Restored:
    """Put the rows of `table` back as the backup `path` has them.

    Rows that are missing today are added, rows that differ get their old values, and rows that
    the backup does not know are kept: taking them away could take their whole laboratory along.
    All in one transaction.

    Raises:
        UnusableInput: NAME_NOT_CONFIRMED, FILE_NOT_FOUND, NOT_IN_BACKUP.
        DatabaseProblem: RESTORE_NOT_PERMITTED, DAMAGED_BACKUP, STILL_IN_USE or NO_LONGER_THERE
            where rows belong to others that are gone, YEAR_PUBLISHED ...; nothing has changed.
    """
    if confirm_name != server.dbname:
        raise UnusableInput(ErrorCode.NAME_NOT_CONFIRMED, name=server.dbname)
    require_direct(server)
    with opened_backup(path, programs, progress, key) as (plain, said):
        return _put_table_back(path, plain, said, table, server, programs, safety_folder, progress)


def _put_table_back(
    path: Path,
    plain: Path,
    said: Backup | None,
    table: str,
    server: ConnectionParameters,
    programs: ClientPrograms,
    safety_folder: Path,
    progress: Progress,
) -> Restored:
    name = table if "." in table else f"public.{table}"
    with translated(server.host, server.user):
        with beside(server) as connection:
            require_superuser(connection)
        with scratch_database(server, like=server.dbname) as scratch:
            try:
                fill_database(
                    scratch,
                    plain,
                    said.part if said is not None else BackupPart.FULL,
                    programs,
                    schema_of=server,
                    progress=progress,
                )
            except ClientFailed as error:
                raise DatabaseProblem(ErrorCode.RESTORE_FAILED, detail=error.said) from error
            found = counted(scratch, said, progress)
            if said is not None:
                require_equal(said, found)
            held = [one for one in found if one.name == name]
            if not held:
                names = ", ".join(one.name for one in found)
                raise UnusableInput(ErrorCode.NOT_IN_BACKUP, path=path, table=name, tables=names)
            safety = make_backup(
                server, safety_file(safety_folder, server.dbname), programs, progress=progress
            )
            added, changed, kept = put_back(server, scratch, name, progress)
    return Restored(path, safety.path, tuple(held), added, changed, kept)

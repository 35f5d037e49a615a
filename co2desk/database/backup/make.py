"""Makes a backup: one moment of the database, written aside, proved, then given its name."""

import logging
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from co2desk.database.backup import manifest
from co2desk.database.backup.client_run import ClientFailed, run_client
from co2desk.database.backup.contents import contents_of, snapshot, tables_in
from co2desk.database.backup.encryption import encrypt, require_usable
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.reading import read_through
from co2desk.database.backup.rights import require_direct, require_full_sight
from co2desk.database.backup.trial import require_equal, restored_contents
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated
from co2desk.domain.backup import Backup, BackupPart, Proof, Protection, TableContents
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.write_failure import write_failure

_log = logging.getLogger(__name__)

_DUMPED_TABLE = re.compile(r"dumping contents of table")
_ONLY = {BackupPart.SCHEMA: ["--schema-only"], BackupPart.DATA: ["--data-only"]}


def make_backup(
    server: ConnectionParameters,
    out: Path,
    programs: ClientPrograms,
    *,
    part: BackupPart = BackupPart.FULL,
    table: str = "",
    tried: bool = False,
    protection: Protection | None = None,
    progress: Progress = NoProgress(),
) -> Backup:
    """Write a backup of `server`'s database to `out`, with a manifest beside it.

    Counts and checksums are taken in the very snapshot that pg_dump writes, so that a restore can
    be compared with them. `table` is a name as `activities` or `public.activities`. A file that
    appears under the name `out` is complete, on the disk and readable throughout; with `tried` it
    was also restored into a scratch database and found equal, where the login may make one. With
    `protection` only what is encrypted keeps a name; until then the plain backup lies beside it,
    readable by its owner alone.

    Raises:
        UnusableInput: ALREADY_EXISTS where there is such a file, CANNOT_WRITE_FILE, or
            INVALID_VALUE for a table that there is not or a public key that is none.
        DatabaseProblem: BACKUP_NOT_PERMITTED, NEEDS_DIRECT_CONNECTION, BACKUP_FAILED, or what is
            wrong with the connection.
        Cancelled: nothing is left behind.
    """
    require_direct(server)
    if out.exists():
        raise UnusableInput(ErrorCode.ALREADY_EXISTS, what=out)
    if protection is not None:
        require_usable(protection)
    partial = out.with_name(out.name + ".partial")
    sealed = out.with_name(out.name + ".sealed.partial")
    try:
        _create_privately(partial)
        with translated(server.host, server.user):
            made = _dump(server, _Order(out, partial, part, table), programs, progress)
        read_through(partial, programs, progress, shown_as=out)
        if tried:
            made = _tried(partial, made, server, programs, progress)
        finished = partial
        if protection is not None:
            sealed.unlink(missing_ok=True)
            encrypt(partial, sealed, protection, progress)
            partial.unlink()
            finished = sealed
            hashed = manifest.file_sha256(sealed, progress, "verifying")
            made = replace(made, sha256=hashed, encrypted=True)
        manifest.write_manifest(made)
        finished.replace(out)
        _sync_folder(out.parent)
    except OSError as error:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=out, detail=write_failure(error)
        ) from error
    finally:
        for left in (partial, sealed):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return made


def _tried(
    partial: Path,
    made: Backup,
    server: ConnectionParameters,
    programs: ClientPrograms,
    progress: Progress,
) -> Backup:
    try:
        with translated(server.host, server.user):
            found = restored_contents(partial, made, server, programs, progress=progress)
    except DatabaseProblem as problem:
        if problem.code is not ErrorCode.BACKUP_NOT_TRIED:
            raise
        _log.info("the backup was not tried: this login may not make a database")
        return made
    require_equal(made, found)
    return replace(made, proof=Proof.EQUAL)


@dataclass(frozen=True, slots=True)
class _Order:
    """What to write where."""

    out: Path
    partial: Path
    part: BackupPart
    table: str


def _dump(
    server: ConnectionParameters, order: _Order, programs: ClientPrograms, progress: Progress
) -> Backup:
    part, table = (BackupPart.TABLE if order.table else order.part), ""
    with snapshot(server) as connection:
        require_full_sight(connection)
        chosen = _chosen_tables(tables_in(connection), order.table)
        arguments = [*_ONLY.get(part, []), "--format=custom", "--verbose"]
        arguments.append(f"--file={order.partial}")
        if part is BackupPart.TABLE:
            table = chosen[0]
            schema, _, name = table.partition(".")
            arguments.append(f'--table="{schema}"."{name}"')
        row = connection.execute(
            "SELECT pg_export_snapshot(), current_database(), current_setting('server_version')"
        ).fetchone()
        if row is None:
            raise AssertionError("a SELECT without FROM always answers")
        try:
            run_client(
                programs,
                "pg_dump",
                [*arguments, f"--snapshot={row[0]}", "--lock-wait-timeout=10s"],
                server=server,
                progress=progress,
                stage="backing_up",
                total=None if part is BackupPart.SCHEMA else len(chosen),
                step=_DUMPED_TABLE,
            )
        except ClientFailed as error:
            raise DatabaseProblem(ErrorCode.BACKUP_FAILED, detail=error.said) from error
        tables: tuple[TableContents, ...] = ()
        if part is not BackupPart.SCHEMA:
            tables = contents_of(connection, chosen, progress, "counting")
        _sync(order.partial)
        return Backup(
            path=order.out,
            part=part,
            table=table,
            made_at=datetime.now(UTC),
            database=row[1],
            server_version=row[2].partition(" ")[0],
            schema=_revision(connection),
            tables=tables,
            sha256=manifest.file_sha256(order.partial, progress, "verifying"),
        )


def _chosen_tables(known: list[str], table: str) -> list[str]:
    if not table:
        return known
    wanted = table if "." in table else f"public.{table}"
    if wanted not in known:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE, value=table, name="table", detail=", ".join(known)
        )
    return [wanted]


def _revision(connection: psycopg.Connection[Any]) -> str:
    present = connection.execute("SELECT to_regclass('public.alembic_version')").fetchone()
    if present is None or present[0] is None:
        return ""
    row = connection.execute("SELECT version_num FROM public.alembic_version").fetchone()
    return str(row[0]) if row else ""


def _create_privately(path: Path) -> None:
    """Make the empty file that pg_dump fills: a backup holds everybody's data."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

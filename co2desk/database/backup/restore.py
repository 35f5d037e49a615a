"""Puts a whole backup in the place of a database, which stays in use until the last moment."""

import logging
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from co2desk.database.backup.client_run import ClientFailed
from co2desk.database.backup.contents import snapshot
from co2desk.database.backup.doors import REOPEN_WITH, closed_doors, reopen_abandoned
from co2desk.database.backup.fill import fill_database
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.reading import opened_backup
from co2desk.database.backup.rights import require_direct, require_superuser
from co2desk.database.backup.scratch import beside, drop_database, scratch_database
from co2desk.database.backup.trial import counted, require_equal
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated
from co2desk.domain.backup import Backup, BackupKey, BackupPart, Restored
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress

_log = logging.getLogger(__name__)


def restore_backup(
    path: Path,
    server: ConnectionParameters,
    programs: ClientPrograms,
    *,
    confirm_name: str,
    safety_folder: Path,
    key: BackupKey | None = None,
    progress: Progress = NoProgress(),
) -> Restored:
    """Replace the database of `server` by what the backup `path` holds.

    The backup is restored beside the database and compared with its manifest first. Then the
    doors are closed (no login but a superuser's, and everybody inside is ended), a fresh backup
    goes to `safety_folder`, and the two databases change names in one transaction. Rights and
    settings of the database itself, which no backup holds, are carried over. If anything fails on
    the way, the doors open again on the database as it was.

    Raises:
        UnusableInput: NAME_NOT_CONFIRMED where `confirm_name` is not the database's name,
            FILE_NOT_FOUND.
        DatabaseProblem: RESTORE_NOT_PERMITTED, DAMAGED_BACKUP, BACKUP_DIFFERS, RESTORE_FAILED ...
        Cancelled: before the exchange; nothing has changed.
    """
    if confirm_name != server.dbname:
        raise UnusableInput(ErrorCode.NAME_NOT_CONFIRMED, name=server.dbname)
    require_direct(server)
    with opened_backup(path, programs, progress, key) as (plain, said):
        return _replace(path, plain, said, server, programs, safety_folder, progress)


def _replace(
    path: Path,
    plain: Path,
    said: Backup | None,
    server: ConnectionParameters,
    programs: ClientPrograms,
    safety_folder: Path,
    progress: Progress,
) -> Restored:
    part = said.part if said is not None else BackupPart.FULL
    if said is not None and part is BackupPart.TABLE:
        raise UnusableInput(ErrorCode.TABLE_BACKUP, path=path, table=said.table)
    with translated(server.host, server.user):
        with beside(server) as connection:
            require_superuser(connection)
        reopen_abandoned(server)
        with scratch_database(server, like=server.dbname) as restored:
            try:
                fill_database(
                    restored,
                    plain,
                    part,
                    programs,
                    schema_of=server,
                    tables=len(said.tables) if said is not None else None,
                    progress=progress,
                )
            except ClientFailed as error:
                raise DatabaseProblem(ErrorCode.RESTORE_FAILED, detail=error.said) from error
            found = counted(restored, said, progress)
            if said is not None:
                require_equal(said, found)
            if part is BackupPart.SCHEMA:
                _note_revision(server, restored, said)
            with beside(server) as connection, closed_doors(connection, server.dbname):
                safety = make_backup(
                    server,
                    safety_file(safety_folder, server.dbname),
                    programs,
                    tried=True,
                    progress=progress,
                )
                _carry_over(server, restored)
                _exchange(connection, server.dbname, restored.dbname)
    _log.info("database replaced; what it held is in %s", safety.path.name)
    return Restored(path, safety.path, found)


def _note_revision(
    old: ConnectionParameters, new: ConnectionParameters, said: Backup | None
) -> None:
    """Tell a database without rows which revision its schema has, and which programs fit it.

    Otherwise the next upgrade would make everything a second time.
    """
    revision = said.schema if said is not None else ""
    with snapshot(old) as connection:
        present = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        limits = connection.execute("SELECT * FROM schema_compat").fetchall()
    if not revision or present != [(revision,)]:
        return
    with psycopg.connect(**new.keywords()) as connection:  # type: ignore[arg-type]
        connection.execute("INSERT INTO alembic_version VALUES (%s)", (revision,))
        for row in limits:
            values = sql.SQL(", ").join(map(sql.Literal, row))
            connection.execute(sql.SQL("INSERT INTO schema_compat VALUES ({})").format(values))


def safety_file(folder: Path, dbname: str) -> Path:
    """Return a name that no file has, for the backup that is made before a restore."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{dbname}-before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    # Two restores may begin within one second.
    names = (f"{stem}{number}.dump" for number in chain([""], (f"-{one}" for one in count(2))))
    return next(folder / name for name in names if not (folder / name).exists())


def _carry_over(old: ConnectionParameters, new: ConnectionParameters) -> None:
    """Give the new database the settings and rights of the old one."""
    with snapshot(old) as connection:
        settings = connection.execute(
            """
            SELECT coalesce(pg_get_userbyid(nullif(s.setrole, 0)), ''), unnest(s.setconfig)
            FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase
            WHERE d.datname = current_database()
            """
        ).fetchall()
        rights = connection.execute(
            """
            SELECT CASE WHEN a.grantee = 0 THEN '' ELSE pg_get_userbyid(a.grantee) END,
                a.privilege_type, a.is_grantable
            FROM pg_database AS d,
                aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS a
            WHERE d.datname = current_database()
            """
        ).fetchall()
    name = sql.Identifier(new.dbname)
    with psycopg.connect(**new.keywords()) as connection:  # type: ignore[arg-type]
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        for grantee, privilege, grantable in rights:
            connection.execute(
                sql.SQL("GRANT {} ON DATABASE {} TO {}{}").format(
                    sql.SQL(privilege),
                    name,
                    sql.Identifier(grantee) if grantee else sql.SQL("PUBLIC"),
                    sql.SQL(" WITH GRANT OPTION" if grantable else ""),
                )
            )
        for role, setting in settings:
            key, _, value = setting.partition("=")
            if key == REOPEN_WITH:
                continue
            target = (
                sql.SQL("ROLE {} IN DATABASE {}").format(sql.Identifier(role), name)
                if role
                else sql.SQL("DATABASE {}").format(name)
            )
            connection.execute(
                sql.SQL("ALTER {} SET {} TO {}").format(
                    target, sql.Identifier(key), sql.Literal(value)
                )
            )


def _exchange(connection: psycopg.Connection[Any], live: str, restored: str) -> None:
    """Let the restored database take the name, in one transaction, and drop the other."""
    aside = f"{restored}_old"
    connection.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ANY (%s)",
        ([live, restored],),
    )
    with connection.transaction():
        for old, new in ((live, aside), (restored, live)):
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(old), sql.Identifier(new)
                )
            )
    drop_database(connection, aside)

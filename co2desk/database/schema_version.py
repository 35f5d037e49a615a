"""Says whether this program and the schema fit together, so that nothing is written by mistake."""

import re
from dataclasses import dataclass
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from co2desk import __version__
from co2desk.database import migrate
from co2desk.domain.errors import DatabaseProblem, ErrorCode


@dataclass(frozen=True, slots=True)
class SchemaStatus:
    """How the database stands.

    `schema` is its revision ("" for none), `head` the newest that this program knows;
    `compatible` says whether this program may write. `group` is the person's group role without
    its prefix (`app`, `admin`, `readonly`), "" for none; `standby` a server that only reads.
    """

    server_version: str
    schema: str
    head: str
    compatible: bool
    user: str
    group: str
    tls: str
    standby: bool = False


def status(connection: Connection, migrations: Path) -> SchemaStatus:
    """Look at the database behind `connection`."""
    row = connection.execute(
        text(
            """
            SELECT current_setting('server_version'), session_user::text, pg_is_in_recovery(),
                to_regclass('public.alembic_version') IS NOT NULL,
                coalesce((
                    SELECT replace(g.rolname, 'co2calculator_', '')
                    FROM pg_roles AS g
                    WHERE g.rolname IN
                        ('co2calculator_admin', 'co2calculator_app', 'co2calculator_readonly')
                        AND pg_has_role(session_user, g.oid, 'MEMBER')
                    ORDER BY g.rolname LIMIT 1), ''),
                coalesce((SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl), '')
            """
        )
    ).one()
    schema = migrate.revision_of(connection) if row[3] else ""
    return SchemaStatus(
        server_version=row[0].partition(" ")[0],
        schema=schema,
        head=migrate.head(migrations),
        compatible=_problem(connection, migrations, schema) is None,
        user=row[1],
        group=row[4],
        tls=row[5],
        standby=row[2],
    )


def require_compatible(connection: Connection, migrations: Path) -> None:
    """Stop before anything is written to a schema that this program does not fit.

    Raises:
        DatabaseProblem: SCHEMA_MISSING, SCHEMA_TOO_OLD or SCHEMA_TOO_NEW.
    """
    present = connection.execute(text("SELECT to_regclass('public.alembic_version')")).scalar()
    schema = migrate.revision_of(connection) if present else ""
    problem = _problem(connection, migrations, schema)
    if problem is not None:
        raise problem


def _problem(connection: Connection, migrations: Path, schema: str) -> DatabaseProblem | None:
    head = migrate.head(migrations)
    if not schema:
        return DatabaseProblem(ErrorCode.SCHEMA_MISSING)
    known = {
        step.revision
        for step in ScriptDirectory.from_config(migrate.configuration(migrations)).walk_revisions()
    }
    if schema in known and schema != head:
        return DatabaseProblem(ErrorCode.SCHEMA_TOO_OLD, schema=schema, head=head)
    # A newer schema that still lets this version write is no reason to stop.
    if not _may_write(connection):
        return DatabaseProblem(ErrorCode.SCHEMA_TOO_NEW, schema=schema, head=head)
    return None


def require_still_welcome(connection: Connection) -> None:
    """Stop a program that runs since before an upgrade that its version may not write to.

    Raises:
        DatabaseProblem: SCHEMA_TOO_NEW.
    """
    if not _may_write(connection):
        raise DatabaseProblem(
            ErrorCode.SCHEMA_TOO_NEW, schema=migrate.revision_of(connection), head=__version__
        )


def has_role(connection: Connection) -> bool:
    """Whether the person behind `connection` may see anything here at all."""
    above = connection.execute(
        text(
            """SELECT bool_or(pg_has_role(session_user, oid, 'MEMBER')) FROM pg_roles
               WHERE rolname IN ('co2calculator_admin', 'co2calculator_readonly',
                   'co2calculator_owner', 'co2calculator_backup')"""
        )
    ).scalar()
    return bool(
        above or connection.execute(text("SELECT EXISTS (SELECT FROM user_roles)")).scalar()
    )


def _may_write(connection: Connection) -> bool:
    limits = connection.execute(text("SELECT min_client, max_client FROM schema_compat")).first()
    mine = _numbers(__version__)
    return (
        limits is not None
        and mine >= _numbers(limits[0])
        and (limits[1] == "" or mine <= _numbers(limits[1]))
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]+", version)[:3])

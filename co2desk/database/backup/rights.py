"""Says who may back up and restore, before anything is half done."""

from typing import Any, LiteralString

import psycopg

from co2desk.database.engine import ConnectionParameters
from co2desk.domain.errors import DatabaseProblem, ErrorCode

_SEES_EVERYTHING = """
    SELECT rolsuper OR (rolbypassrls AND pg_has_role(oid, 'pg_read_all_data', 'MEMBER'))
    FROM pg_roles WHERE rolname = current_user
"""
_IS_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"


def require_direct(server: ConnectionParameters) -> None:
    """Refuse a pooler: it loses what pg_dump says to its session.

    Raises:
        DatabaseProblem: NEEDS_DIRECT_CONNECTION.
    """
    if server.pooled:
        raise DatabaseProblem(ErrorCode.NEEDS_DIRECT_CONNECTION)


def require_full_sight(connection: psycopg.Connection[Any]) -> None:
    """Refuse a login from whom policies hide rows: its backup would lack them without a word.

    Raises:
        DatabaseProblem: BACKUP_NOT_PERMITTED.
    """
    if not _asked(connection, _SEES_EVERYTHING):
        raise DatabaseProblem(ErrorCode.BACKUP_NOT_PERMITTED, user=connection.info.user)


def require_superuser(connection: psycopg.Connection[Any]) -> None:
    """Refuse a login that could restore only some of the owners and rights.

    Raises:
        DatabaseProblem: RESTORE_NOT_PERMITTED.
    """
    if not is_superuser(connection):
        raise DatabaseProblem(ErrorCode.RESTORE_NOT_PERMITTED, user=connection.info.user)


def is_superuser(connection: psycopg.Connection[Any]) -> bool:
    """Whether the connection's login is a superuser."""
    return _asked(connection, _IS_SUPERUSER)


def _asked(connection: psycopg.Connection[Any], query: LiteralString) -> bool:
    row = connection.execute(query).fetchone()
    return row is not None and bool(row[0])

"""Looks at a session that stands: who we are for the server, what is between, which schema."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from co2desk import __version__
from co2desk.database import schema_version
from co2desk.database.diagnosis.findings import failed, good, warning
from co2desk.database.diagnosis.pooler import (
    OLDEST_POOLER,
    Pooling,
    find_pooling,
    pooler_version,
)
from co2desk.database.engine import ConnectionParameters, make_engine
from co2desk.database.errors import translated
from co2desk.domain.connection_check import CheckCode, ConnectionCheck
from co2desk.domain.errors import DatabaseProblem, ErrorCode

_OLDEST = 150000
_SCHEMA_CODES = {
    ErrorCode.SCHEMA_MISSING: CheckCode.SCHEMA_MISSING,
    ErrorCode.SCHEMA_TOO_OLD: CheckCode.SCHEMA_TOO_OLD,
    ErrorCode.SCHEMA_TOO_NEW: CheckCode.SCHEMA_TOO_NEW,
}


def check_session(
    connection: psycopg.Connection[Any], parameters: ConnectionParameters, migrations: Path
) -> Iterator[ConnectionCheck]:
    """Yield findings about the session `connection`, which commits by itself."""
    yield from _check_tls(connection, parameters)
    yield good(CheckCode.LOGGED_IN, user=connection.info.user, database=connection.info.dbname)
    row = connection.execute("SELECT session_user::text, pg_is_in_recovery()").fetchone()
    who, standby = (str(row[0]), bool(row[1])) if row is not None else ("", False)
    if parameters.user and who != parameters.user:
        yield failed(CheckCode.SHARED_LOGIN, user=parameters.user, seen=who)
        return
    yield from _pooling(find_pooling(connection, parameters), parameters)
    if connection.info.server_version < _OLDEST:
        yield failed(CheckCode.SERVER_TOO_OLD, version=connection.info.server_version // 10000)
        return
    if standby:
        yield warning(CheckCode.STANDBY, host=connection.info.host)
    yield from _check_schema(parameters, migrations)


def _check_tls(
    connection: psycopg.Connection[Any], parameters: ConnectionParameters
) -> Iterator[ConnectionCheck]:
    if parameters.local:
        return
    if not connection.pgconn.ssl_in_use:
        yield warning(CheckCode.TLS_NONE, host=connection.info.host)
    elif parameters.sslmode != "verify-full":
        yield warning(CheckCode.TLS_WEAK, host=connection.info.host, mode=parameters.sslmode)
    else:
        yield good(CheckCode.TLS_VERIFIED, host=connection.info.host)


def _pooling(found: Pooling, parameters: ConnectionParameters) -> Iterator[ConnectionCheck]:
    if found is Pooling.NONE:
        yield good(CheckCode.DIRECT)
        return
    if found is Pooling.TRANSACTION and not parameters.pooled:
        yield failed(CheckCode.POOLER_UNDECLARED)
        return
    yield good(CheckCode.POOLER, mode=found)
    version = pooler_version(parameters)
    oldest = ".".join(map(str, OLDEST_POOLER))
    if not version:
        yield good(CheckCode.POOLER_VERSION_HIDDEN, oldest=oldest)
    elif version < OLDEST_POOLER:
        yield warning(CheckCode.POOLER_OLD, version=".".join(map(str, version)), oldest=oldest)


def _check_schema(parameters: ConnectionParameters, migrations: Path) -> Iterator[ConnectionCheck]:
    engine = make_engine(parameters, pool=False)
    try:
        with translated(parameters.host, parameters.user), engine.connect() as connection:
            schema_version.require_compatible(connection, migrations)
            status = schema_version.status(connection, migrations)
            known = schema_version.has_role(connection)
        yield good(CheckCode.SCHEMA_FITS, schema=status.schema)
        if not known:
            yield warning(CheckCode.NO_ROLE, user=parameters.user)
    except DatabaseProblem as problem:
        if problem.code is ErrorCode.NOT_PERMITTED:
            yield failed(CheckCode.NO_GROUP, user=parameters.user)
        elif problem.code in _SCHEMA_CODES:
            told = {name: problem.params.get(name, "-") for name in ("schema", "head")}
            yield failed(_SCHEMA_CODES[problem.code], program=__version__, **told)
        else:
            raise
    finally:
        engine.dispose()

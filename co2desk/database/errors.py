"""Turns what the driver raises into problems that a person can act on: the one gate for it."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg
from psycopg.errors import Diagnostic
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from co2desk.domain.errors import DatabaseProblem, ErrorCode

_REFUSED = re.compile(
    r"authentication failed|password|no pg_hba\.conf entry|role \".*\" does not exist|SASL"
    r"|not permitted to log in|authentication method requirement",
    re.IGNORECASE,
)
_TLS = re.compile(r"SSL|certificate|TLS|channel binding", re.IGNORECASE)
# What PgBouncer says where nobody's turn came: nothing was sent to the server, so nothing is lost.
_FULL = re.compile(r"query_wait_timeout|no more connections allowed")
_NO_DATABASE = re.compile(r"database \".*\" does not exist")
_STARTING = re.compile(r"starting up|shutting down|recovery mode|too many (clients|connections)")
_LOST = re.compile(
    r"closed|terminat|server conn|consuming input|SSL SYSCALL|broken|reset|timed out|EOF|lost",
    re.IGNORECASE,
)
# Ends the name of an index that takes capitals and small letters for the same.
_FOLDED = "_folded"
# Why a statement gave way to somebody else's.
_IN_THE_WAY = {"55P03": "lock_timeout", "40001": "serialization", "40P01": "deadlock"}
# What libpq says where nobody answers, and the code of a detail for it.
_WAYS_TO_FAIL = (
    ("Connection refused", "nothing_listens"),
    ("failed: No such file or directory", "nothing_listens"),
    ("could not translate host name", "name_not_known"),
    ("failed to resolve host", "name_not_known"),
    ("timeout expired", "timeout"),
    ("No route to host", "no_way_there"),
    ("Network is unreachable", "no_way_there"),
)
# Moments that no person writes: the server's clock does.
_SET_BY_THE_CLOCK = frozenset(
    {"ck_import_jobs_completed_at_plausible", "ck_laboratories_archived_at_plausible"}
)


@contextmanager
def translated(host: str = "", user: str = "") -> Iterator[None]:
    """Raise driver errors as DatabaseProblem; no text of it holds a value of a row.

    `host` and `user` name the server and the login in messages about the connection.

    Raises:
        DatabaseProblem: with the code that says what to do.
    """
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseProblem(ErrorCode.SERVER_BUSY, detail="no_free_connection") from error
    except DBAPIError as error:
        driver = error.orig if isinstance(error.orig, psycopg.Error) else None
        if driver is None:
            raise DatabaseProblem(ErrorCode.DATABASE_FAILED, detail=_kind(error)) from error
        raise problem_of(driver, host, user, lost=error.connection_invalidated) from error
    except InterfaceError as error:
        raise DatabaseProblem(ErrorCode.CONNECTION_LOST, detail=_kind(error)) from error
    except psycopg.Error as error:
        raise problem_of(error, host, user) from error


@contextmanager
def told_by_value(values: Mapping[str, str]) -> Iterator[None]:
    """Name what is there already by the value that the person gave, not by its column.

    `values` are what is written, by column.

    Raises:
        DatabaseProblem: as it came, with the value for ALREADY_EXISTS.
    """
    try:
        yield
    except DatabaseProblem as problem:
        column = problem.params.get("what", "").removesuffix(_FOLDED)
        if problem.code is not ErrorCode.ALREADY_EXISTS or not values.get(column):
            raise
        raise DatabaseProblem(ErrorCode.ALREADY_EXISTS, what=values[column]) from problem


def problem_of(
    error: psycopg.Error, host: str = "", user: str = "", *, lost: bool = False
) -> DatabaseProblem:
    """Return what `error` means to a person."""
    state = error.sqlstate or ""
    if not state:
        return _without_state(error, host, user, lost=lost)
    return _by_state(state, error.diag, host, user)


def _without_state(error: psycopg.Error, host: str, user: str, *, lost: bool) -> DatabaseProblem:
    """Failures to connect carry no SQLSTATE, only libpq's words."""
    words = str(error)
    if _FULL.search(words):
        return DatabaseProblem(ErrorCode.SERVER_BUSY, detail="no_free_connection")
    detail = _last_line(words)
    if isinstance(error, psycopg.errors.ConnectionTimeout):
        return DatabaseProblem(ErrorCode.SERVER_UNREACHABLE, host=host, detail="timeout")
    if "connection failed" in words or "connection to server" in words or "resolve" in words:
        if _STARTING.search(words):
            return DatabaseProblem(ErrorCode.SERVER_BUSY, detail=detail)
        if _NO_DATABASE.search(words):
            return DatabaseProblem(ErrorCode.DATABASE_MISSING, host=host, detail=detail)
        if _REFUSED.search(words) and not _TLS.search(detail):
            return DatabaseProblem(ErrorCode.LOGIN_REFUSED, user=user, detail=detail)
        return DatabaseProblem(ErrorCode.SERVER_UNREACHABLE, host=host, detail=detail)
    if lost or _LOST.search(words):
        return DatabaseProblem(ErrorCode.CONNECTION_LOST, detail=detail)
    return DatabaseProblem(ErrorCode.DATABASE_FAILED, detail=_kind(error))


def _by_state(state: str, diag: Diagnostic, host: str, user: str) -> DatabaseProblem:
    what = diag.constraint_name or diag.column_name or diag.table_name or ""
    short = diag.message_primary or state
    match state:
        case "CD001":  # of this schema's own triggers; DETAIL holds the parameters as JSON
            given = json.loads(diag.message_detail or "{}")
            return DatabaseProblem(ErrorCode.YEAR_PUBLISHED, **given)
        case "42501" | "CD002" | "25006":  # CD002: somebody else's name in a stamp
            return DatabaseProblem(ErrorCode.NOT_PERMITTED, detail=short)
        case "23505":
            return DatabaseProblem(ErrorCode.ALREADY_EXISTS, what=_named(diag), detail=what)
        case "23503":
            return _missing_or_in_use(diag)
        case "23514" if what in _SET_BY_THE_CLOCK:
            return DatabaseProblem(ErrorCode.CLOCK_WRONG, host=host)
        case "23502" | "23514" | "23P01":
            return DatabaseProblem(ErrorCode.VALUE_REFUSED, field=_named(diag), detail=what)
        case "57014":
            return DatabaseProblem(ErrorCode.SERVER_BUSY, detail="statement_timeout")
        case "55P03" | "40001" | "40P01":
            return DatabaseProblem(ErrorCode.SERVER_BUSY, detail=_IN_THE_WAY[state])
        case "57P01" | "57P02" | "57P05" | "25P03":
            return DatabaseProblem(ErrorCode.CONNECTION_LOST, detail=short)
        case "57P03":
            return DatabaseProblem(ErrorCode.SERVER_BUSY, detail=short)
        case "3D000":
            return DatabaseProblem(ErrorCode.DATABASE_MISSING, host=host, detail=short)
        case "42P01" | "3F000" | "42883":
            return DatabaseProblem(ErrorCode.SCHEMA_MISSING, detail=short)
    match state[:2]:
        case "28":
            return DatabaseProblem(ErrorCode.LOGIN_REFUSED, user=user, detail=short)
        case "08" if _FULL.search(short):
            return DatabaseProblem(ErrorCode.SERVER_BUSY, detail="no_free_connection")
        case "08":
            return DatabaseProblem(ErrorCode.CONNECTION_LOST, host=host, detail=short)
        case "53":
            return DatabaseProblem(ErrorCode.SERVER_BUSY, detail=short)
        case "22":
            return DatabaseProblem(
                ErrorCode.VALUE_REFUSED, field=diag.column_name or "?", detail=state
            )
    return DatabaseProblem(ErrorCode.DATABASE_FAILED, detail=state)


def _missing_or_in_use(diag: Diagnostic) -> DatabaseProblem:
    """A foreign key speaks both when its target is gone and when its target is to go."""
    if "still referenced" in (diag.message_detail or ""):
        return DatabaseProblem(
            ErrorCode.STILL_IN_USE, what=diag.table_name or "", detail=diag.constraint_name or ""
        )
    return DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=_named(diag))


def _named(diag: Diagnostic) -> str:
    """The column that a constraint is about, for names made by the naming convention."""
    if diag.column_name:
        return diag.column_name
    name, table = diag.constraint_name or "", diag.table_name or ""
    for prefix in ("uq_", "ck_", "fk_", "pk_"):
        name = name.removeprefix(f"{prefix}{table}_")
    return name or table


def _last_line(words: str) -> str:
    """What libpq says of the last host, as a code where people should read it in their language."""
    for sign, code in _WAYS_TO_FAIL:
        if sign in words:
            return code
    lines = [line.strip() for line in words.splitlines()]
    told = [line for line in lines if line and not line.startswith("Is the server running")]
    return re.sub(r"^.*?(FATAL|ERROR):\s*", "", told[-1]) if told else ""


def _kind(error: Exception) -> str:
    return type(error).__name__

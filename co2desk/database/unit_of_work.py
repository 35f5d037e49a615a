"""Gives services sessions: one task, one session, one transaction."""

import logging
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import psycopg
from psycopg import IsolationLevel
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from co2desk.database.commit_certainty import mark_of, was_committed
from co2desk.database.engine import ConnectionParameters, make_engine
from co2desk.database.errors import translated
from co2desk.database.running import RunningWork
from co2desk.domain.errors import DatabaseProblem, ErrorCode

__all__ = ["Database", "Session"]  # services speak of sessions, and not of the library

_log = logging.getLogger(__name__)

_REMEMBERED_SECONDS = 60.0


class Database:
    """One database as one person sees it; safe to use from several threads.

    `writes` counts the transactions that have written something, or have tried to.
    """

    def __init__(self, parameters: ConnectionParameters) -> None:
        self.parameters = parameters
        self.engine: Engine = make_engine(parameters)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._running = RunningWork()
        self._identity_checked = False
        # Until when each is known: what it wrote last may be heard of after its connection ended.
        self._own_processes: dict[int, float] = {}
        event.listen(self.engine, "connect", self._connection_made)
        event.listen(self.engine, "close", self._connection_closed)
        self.writes = 0

    def is_own(self, process: int) -> bool:
        """Whether a server process, by its number, works for this program."""
        return time.monotonic() < self._own_processes.get(process, 0.0)

    def _connection_made(self, made: "psycopg.Connection[Any]", _entry: object) -> None:
        for known in list(self._own_processes):
            if not self.is_own(known):
                self._own_processes.pop(known, None)
        self._own_processes[made.info.backend_pid] = math.inf

    def _connection_closed(self, gone: "psycopg.Connection[Any]", _entry: object) -> None:
        self._own_processes[gone.info.backend_pid] = time.monotonic() + _REMEMBERED_SECONDS

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Yield a session that may write; commit at the end, or roll back on any error.

        Where the line is cut during the COMMIT, the server is asked what became of it: what it
        has committed ends well here too. What only reads takes `reading`, which is quicker.

        Raises:
            DatabaseProblem: what the driver reported, in terms a person can act on;
                OUTCOME_UNKNOWN where a COMMIT was sent and the server cannot be asked.
            Cancelled: `cancel` was called meanwhile.
        """
        with self._session(reads_only=False) as session:
            yield session
            self._commit(session)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one moment of the database and cannot write.

        All that is read in it fits together, whatever others write meanwhile.

        Raises:
            DatabaseProblem: as for `transaction`; NOT_PERMITTED from the server for any write.
            Cancelled: `cancel` was called meanwhile.
        """
        with self._session(reads_only=True) as session:
            yield session
            session.commit()

    @contextmanager
    def _session(self, *, reads_only: bool) -> Iterator[Session]:
        with translated(self.parameters.host, self.parameters.user):
            self._check_identity()
            with (
                self._connected() as connection,
                self._running.entered(connection),
                self._sessions(bind=connection) as session,
            ):
                _prepare(connection, reads_only=reads_only)
                yield session

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        pool = self.engine.pool
        try:
            with self.engine.connect() as connection:
                yield connection
        finally:
            if pool is not self.engine.pool:  # closed meanwhile: nobody comes for it any more
                pool.dispose()

    def _commit(self, session: Session) -> None:
        mark = mark_of(session)
        if mark is not None:
            self.writes += 1
        try:
            session.commit()
        except DBAPIError as error:
            if mark is None or not error.connection_invalidated:
                raise
            _log.warning("the line was cut during a COMMIT")
            outcome = was_committed(self.engine, mark)
            if outcome is None:
                raise DatabaseProblem(ErrorCode.OUTCOME_UNKNOWN) from error
            if not outcome:
                raise

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Yield a connection outside any transaction, for what must not run inside one."""
        with translated(self.parameters.host, self.parameters.user):
            self._check_identity()
            with self._connected() as connection, self._running.entered(connection):
                yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def cancel(self) -> None:
        """Stop what runs now in any thread; there it ends as Cancelled, and nothing is written."""
        self._running.cancel()

    def close(self) -> None:
        """Close all connections that are not in use."""
        self.engine.dispose()

    def _check_identity(self) -> None:
        """Refuse a pooler that makes everybody the same person: policies and audit would lie."""
        if self._identity_checked:
            return
        with self.engine.connect() as connection:
            who = connection.execute(text("SELECT session_user")).scalar_one()
        if self.parameters.user and who != self.parameters.user:
            _log.error("the pooler logs everybody in as one shared user")
            raise DatabaseProblem(
                ErrorCode.LOGIN_REFUSED,
                user=self.parameters.user,
                detail=f"the server sees the shared login {who}",
            )
        self._identity_checked = True


def _prepare(connection: Connection, *, reads_only: bool) -> None:
    """Say how the next transaction begins; it travels with BEGIN and costs no way of its own.

    Not by the options of SQLAlchemy: they leave READ WRITE behind on the pooled connection, which
    overrides what the profile says and is an error on a standby.
    """
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    driver.read_only = True if reads_only else None
    driver.isolation_level = IsolationLevel.REPEATABLE_READ if reads_only else None

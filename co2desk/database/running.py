"""Knows which connections are at work, so that another thread can stop what they do."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, cast

import psycopg
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from co2desk.database.dead_link import watched_link
from co2desk.domain.errors import Cancelled, DatabaseProblem

_CANCEL_SECONDS = 5.0


@dataclass(eq=False, slots=True)
class _Work:
    connection: psycopg.Connection[Any]
    cancelled: bool = False


class RunningWork:
    """The work of one database's connections; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: set[_Work] = set()

    @contextmanager
    def entered(self, connection: Connection) -> Iterator[None]:
        """Count `connection` as at work, and watch its link, for as long as the block runs.

        Raises:
            Cancelled: in the place of whatever the driver reported, after `cancel`.
        """
        driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
        work = _Work(driver)
        with self._lock:
            self._all.add(work)
        try:
            with watched_link(driver):
                yield
        except (psycopg.Error, DBAPIError, DatabaseProblem) as error:
            if work.cancelled:
                raise Cancelled from error
            raise
        finally:
            # Whoever cancels holds the lock: afterwards the connection may be somebody else's.
            with self._lock:
                self._all.discard(work)

    def cancel(self) -> None:
        """Stop the statements that run now; each ends as Cancelled and is rolled back."""
        with self._lock:
            for work in self._all:
                work.cancelled = True
                with suppress(psycopg.Error):
                    work.connection.cancel_safe(timeout=_CANCEL_SECONDS)

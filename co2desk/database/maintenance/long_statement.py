"""Runs one statement that takes long, watches it through a second session, and can stop it."""

import threading
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import sql

from co2desk.database.engine import ConnectionParameters

_POLL_SECONDS = 0.2
_CANCEL_SECONDS = 5.0


def connect_without_limits(
    parameters: ConnectionParameters,
) -> psycopg.Connection[Any]:
    """Return a session without time limits that commits by itself; never through a pooler."""
    connection = psycopg.connect(**parameters.keywords(), autocommit=True)  # type: ignore[arg-type]
    for setting in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
        connection.execute(sql.SQL("SET {} = 0").format(sql.Identifier(setting)))
    return connection


def run_watched(
    worker: psycopg.Connection[Any], statement: sql.Composed, watch: Callable[[], None]
) -> None:
    """Run `statement` on `worker` and call `watch` a few times a second until it ends.

    Whatever `watch` raises stops the statement on the server, and is raised again once it ended.

    Raises:
        psycopg.Error: what the statement raised.
    """
    raised: list[psycopg.Error] = []

    def run() -> None:
        try:
            worker.execute(statement)
        except psycopg.Error as error:
            raised.append(error)

    thread = threading.Thread(target=run, name="long statement", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            watch()
            thread.join(_POLL_SECONDS)
    except BaseException:
        worker.cancel_safe(timeout=_CANCEL_SECONDS)
        thread.join(_CANCEL_SECONDS)
        raise
    if raised:
        raise raised[0]

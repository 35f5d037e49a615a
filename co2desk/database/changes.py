"""Learns that somebody else changed something: by LISTEN where it works, else by asking."""

from collections.abc import Callable
from typing import Any

import psycopg
from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated

_LISTEN = "LISTEN co2desk_changes"
# Sums, and no maxima: what began earlier may be committed later.
_STATE = """
SELECT concat_ws('|',
    (SELECT concat(count(*), ' ', sum(extract(epoch FROM computed_at))) FROM results),
    (SELECT sum(hashtextextended(concat(id, status, rows_valid, rows_error), 0)) FROM import_jobs),
    (SELECT sum(hashtextextended(id::text, version)) FROM laboratories),
    (SELECT sum(hashtextextended(id::text, version)) FROM emission_factors))
"""


class Listening:
    """A connection of its own on which the hints of other sessions arrive.

    A hint may be a fake, missing, or about what the person may not see: it says to look again,
    and never what is there. `fileno` can be read when there may be one.
    """

    def __init__(
        self, connection: psycopg.Connection[Any], is_own: Callable[[int], bool], host: str
    ) -> None:
        self._connection = connection
        self._is_own = is_own
        self._host = host

    def fileno(self) -> int:
        """The socket to wait on."""
        return self._connection.fileno()

    def heard(self) -> bool:
        """Whether hints of other sessions have come since the last call; waits for nothing.

        Raises:
            DatabaseProblem: the connection broke off.
        """
        with translated(self._host):
            came = [hint.pid for hint in self._connection.notifies(timeout=0)]
        return any(not self._is_own(pid) for pid in came)

    def close(self) -> None:
        """Hear no more."""
        self._connection.close()


def listen(parameters: ConnectionParameters, is_own: Callable[[int], bool]) -> Listening:
    """Begin to listen; `is_own` tells which server processes are the program's own.

    Not through a pooler in transaction mode, where nothing ever arrives.

    Raises:
        DatabaseProblem: the connection could not be made.
    """
    with translated(parameters.host, parameters.user):
        connection = provision.connected(parameters)
        connection.execute(_LISTEN)
    return Listening(connection, is_own, parameters.host)


def state(session: Session) -> str:
    """Return a text that differs whenever something the person sees has changed.

    What it looks at are results, imports, laboratories and emission factors; every change of an
    activity touches its result.
    """
    return str(session.execute(text(_STATE)).scalar_one())

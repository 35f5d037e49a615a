"""Finds out that others have changed what the person sees."""

from dataclasses import dataclass

from co2desk.database.changes import Listening, listen, state
from co2desk.services.connect import Connection

__all__ = ["Changes", "Listening", "StateSeen"]  # whoever waits on it takes it from here


@dataclass(frozen=True, slots=True)
class StateSeen:
    """What was there at one moment: equal texts mean that nothing has changed since.

    `own_writes` is how often this program had written before that moment.
    """

    text: str
    own_writes: int


class Changes:
    """The changes that other people, windows and commands make in the connected database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def own_writes(self) -> int:
        """How often this program has written; 0 while nothing is connected."""
        return self._connection.database.writes if self._connection.is_open else 0

    def look(self) -> StateSeen:
        """What is there now.

        Raises:
            DatabaseProblem: the database cannot be reached.
        """
        database = self._connection.database
        writes = database.writes
        with database.reading() as session:
            return StateSeen(state(session), writes)

    def listen(self) -> Listening | None:
        """A line on which hints of others arrive; None where a pooler lets none through.

        Whoever takes it closes it.

        Raises:
            DatabaseProblem: the database cannot be reached, or has no room for one more.
        """
        database = self._connection.database
        if database.parameters.pooled:
            return None
        return listen(database.parameters, database.is_own)

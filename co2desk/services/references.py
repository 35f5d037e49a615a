"""Takes the reference data that a file is checked against, from where there is some."""

from pathlib import Path

from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.services.connect import Connection
from co2desk.services.take_offline import Offline


class References:
    """Built-in catalogue, offline pack or database."""

    def __init__(self, connection: Connection, offline: Offline) -> None:
        self._connection = connection
        self._offline = offline

    def for_check(
        self, lab_code: str, pack: Path | None = None, progress: Progress = NoProgress()
    ) -> Reference:
        """For a check that need not be followed by a commit.

        The pack where one is named; else the database where one was chosen (argument,
        environment or last profile); else the built-in catalogue. The embedded server is
        never started for a check alone.

        Raises:
            UnusableInput: BAD_PACK, or UNKNOWN_LABORATORY where laboratories are known.
            DatabaseProblem: a database that was named cannot be reached.
        """
        if pack is not None:
            return self._offline.open(pack)
        if self._connection.choice.embedded and not self._connection.is_open:
            return self._offline.builtin()
        if not self._connection.is_open:
            self._connection.open(progress)
        return self.for_laboratory(lab_code)

    def for_laboratory(self, lab_code: str) -> Reference:
        """Today's state of the connected database, for an import into a laboratory.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
        """
        raise NotImplementedError

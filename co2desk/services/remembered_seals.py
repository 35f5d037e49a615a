"""Remembers on this computer the last seal of each audit log, so that a cut log is noticed."""

from collections.abc import Sequence
from pathlib import Path

from co2desk.database.audit import Seal
from co2desk.desktop.json_file import change_json, read_json


class RememberedSeals:
    """The last seal seen of each database, in one file of the person's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "audit-seals.json"

    def of(self, database: str) -> Sequence[Seal]:
        """The seals seen of one database; none for one that was never looked at."""
        found = read_json(self._path).get(database)
        if not isinstance(found, dict):
            return []
        return [Seal(int(found["n"]), bytes.fromhex(found["hash"]))]

    def remember(self, database: str, seal: Seal) -> None:
        """Keep the last seal of a database."""
        entry = {"n": seal.n, "hash": seal.hash.hex()}
        change_json(self._path, lambda found: {**found, database: entry})

"""Takes reference data along, so that files can be prepared without the database."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class PackSummary:
    """What a pack holds and when it was taken."""

    path: Path
    taken_at: datetime
    laboratories: int
    factors: int


class Offline:
    """Packs and the built-in catalogue."""

    def __init__(self, connection: Connection, resources: Path) -> None:
        self._connection = connection
        self._resources = resources

    def take(
        self, path: Path, lab_code: str = "", progress: Progress = NoProgress()
    ) -> PackSummary:
        """Write the laboratories the person may see, factors, mappings and roles to `path`."""
        raise NotImplementedError

    def open(self, path: Path) -> Reference:
        """The reference data of a pack.

        Raises:
            UnusableInput: BAD_PACK.
        """
        raise NotImplementedError

    def builtin(self) -> Reference:
        """The catalogue that is shipped: factors, places and rates, but no laboratories."""
        return builtin_reference(self._resources)

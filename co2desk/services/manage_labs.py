"""Lists, creates, edits, archives and deletes laboratories, and their members' roles."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class LabContents:
    """What would go along with a laboratory."""

    activities: int
    imports: int
    published_years: tuple[int, ...] = ()


class Laboratories:
    """The laboratories that the person may see."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def search(
        self, text: str = "", faculty: str = "", *, archived: bool = False
    ) -> Sequence[Laboratory]:
        """Laboratories by code; `text` is looked for in code and name without accents."""
        raise NotImplementedError

    def faculties(self) -> Sequence[str]:
        """The faculties in use."""
        raise NotImplementedError

    def create(self, lab: Laboratory) -> Laboratory:
        """Add a laboratory; the id of `lab` is made by the client.

        Raises:
            DatabaseProblem: ALREADY_EXISTS, NOT_PERMITTED or VALUE_REFUSED.
        """
        raise NotImplementedError

    def change(self, lab: Laboratory) -> Laboratory:
        """Write name, faculty, members and archived of the version that the person saw."""
        raise NotImplementedError

    def contents(self, lab_id: LabId) -> LabContents:
        """Count what would be deleted along."""
        raise NotImplementedError

    def delete(self, lab_id: LabId, typed_code: str) -> LabContents:
        """Delete a laboratory and all that is in it; its code must be typed.

        Raises:
            UnusableInput: INVALID_VALUE where `typed_code` is not the laboratory's.
            DatabaseProblem: NOT_PERMITTED for all but administrators.
        """
        raise NotImplementedError

    def export(self, path: Path, text: str = "") -> int:
        """Write the laboratories to a .csv or .xlsx; returns rows written."""
        raise NotImplementedError

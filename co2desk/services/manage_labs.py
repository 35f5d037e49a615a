"""Lists, creates, edits, archives and deletes laboratories, and their members' roles."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from co2desk.database.errors import told_by_value
from co2desk.database.laboratories import Contents
from co2desk.database.laboratories import Laboratories as LaboratoryRepository
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.services.connect import Connection
from co2desk.services.export_table import is_pdf, write_table


@dataclass(frozen=True, slots=True)
class LabContents:
    """What would go along with a laboratory."""

    activities: int
    imports: int
    published_years: tuple[int, ...] = ()


class Laboratories:
    """The laboratories that the person may see."""

    def __init__(self, connection: Connection, messages: Messages) -> None:
        self._connection = connection
        self._messages = messages

    def search(
        self, text: str = "", faculty: str = "", *, archived: bool | None = False
    ) -> Sequence[Laboratory]:
        """Laboratories by code; `text` is looked for in code and name without accents.

        `archived` None gives archived ones too.
        """
        with self._connection.database.reading() as session:
            return LaboratoryRepository(session).search(text, faculty, archived=archived)

    def require(self, code: str) -> None:
        """Make sure that the person may see the laboratory `code`.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
        """
        with self._connection.database.reading() as session:
            if LaboratoryRepository(session).by_code(code) is None:
                raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=code)

    def faculties(self) -> Sequence[str]:
        """The faculties in use."""
        with self._connection.database.reading() as session:
            return LaboratoryRepository(session).faculties()

    def add(self, code: str, name: str = "", faculty: str = "") -> Laboratory:
        """Add a laboratory that has nothing yet; without a name it is called by its code.

        Raises:
            DatabaseProblem: ALREADY_EXISTS, NOT_PERMITTED or VALUE_REFUSED.
        """
        return self.create(Laboratory(LabId(uuid4()), code, name or code, faculty))

    def create(self, lab: Laboratory) -> Laboratory:
        """Add a laboratory; the id of `lab` is made by the client.

        Raises:
            DatabaseProblem: ALREADY_EXISTS, NOT_PERMITTED or VALUE_REFUSED.
        """
        with (
            told_by_value({"code": lab.code}),
            self._connection.database.transaction() as session,
        ):
            return LaboratoryRepository(session).create(lab)

    def change(self, lab: Laboratory) -> Laboratory:
        """Write name, faculty, members and archived of the version that the person saw."""
        with self._connection.database.transaction() as session:
            return LaboratoryRepository(session).change(lab)

    def contents(self, lab_id: LabId) -> LabContents:
        """Count what would be deleted along."""
        with self._connection.database.reading() as session:
            return _contents(LaboratoryRepository(session).contents(lab_id))

    def delete(self, lab_id: LabId, typed_code: str) -> LabContents:
        """Delete a laboratory and all that is in it; its code must be typed.

        Raises:
            UnusableInput: INVALID_VALUE where `typed_code` is not the laboratory's.
            DatabaseProblem: NOT_PERMITTED for all but administrators.
        """
        with self._connection.database.transaction() as session:
            table = LaboratoryRepository(session)
            lab = table.get(lab_id)
            if lab is None:
                raise DatabaseProblem(ErrorCode.NO_LONGER_THERE, what=typed_code)
            if lab.code != typed_code:
                raise UnusableInput(
                    ErrorCode.INVALID_VALUE, value=typed_code, name="code", detail=lab.code
                )
            return _contents(table.delete(lab_id))

    def export(self, path: Path, text: str = "") -> int:
        """Write the laboratories to a .csv, .xlsx or .pdf; returns rows written."""
        found = self.search(text)
        if is_pdf(path):
            from co2desk.services.pdf_reports import PdfReports

            return PdfReports(self._messages).labs(path, found)
        header = ("code", "name", "faculty", "members", "role")
        rows = [
            (lab.code, lab.name, lab.faculty, ", ".join(lab.members), lab.role) for lab in found
        ]
        return write_table(path, header, rows, len(rows))


def _contents(found: Contents) -> LabContents:
    return LabContents(found.activities, found.imports, found.published_years)

"""Lists imports, mends what they left behind, and undoes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from co2desk.domain.ids import ImportJobId, ImportRowId
from co2desk.domain.import_job import ImportJob, JobStatus, RowStatus, UndoOutcome
from co2desk.domain.issue import Issue
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.connect import Connection
from co2desk.services.import_file import ImportResult


@dataclass(frozen=True, slots=True)
class ImportFilter:
    """Which imports; empty and None mean: all. `text` is looked for in the file's name."""

    lab_codes: tuple[str, ...] = ()
    status: JobStatus | None = None
    year: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """A row of an import that is not in the activities yet, as the file had it, and why."""

    id: ImportRowId
    row_number: int
    cells: Mapping[str, str]
    status: RowStatus
    issues: tuple[Issue, ...]


class Imports:
    """Import jobs that are in the database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def jobs(self, wanted: ImportFilter = ImportFilter(), limit: int = 500) -> Sequence[ImportJob]:
        """The newest jobs first."""
        raise NotImplementedError

    def job(self, job_id: ImportJobId) -> ImportJob:
        """One job.

        Raises:
            UnusableInput: UNKNOWN_IMPORT.
        """
        raise NotImplementedError

    def worklist(self, job_id: ImportJobId) -> Sequence[WorklistRow]:
        """The rows still in error, in the order of the file."""
        raise NotImplementedError

    def commit_worklist(
        self,
        job_id: ImportJobId,
        corrections: Mapping[ImportRowId, Mapping[str, str]],
        progress: Progress = NoProgress(),
    ) -> ImportResult:
        """Check the rows again with their corrected cells (by header); commit those now right.

        They join the same job; rows still wrong stay on the worklist with their new errors.
        """
        raise NotImplementedError

    def undo(self, job_id: ImportJobId, progress: Progress = NoProgress()) -> UndoOutcome:
        """Take the activities of a job out again, but not those that someone edited since."""
        raise NotImplementedError

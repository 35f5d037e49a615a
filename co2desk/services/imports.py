"""Lists imports, mends what they left behind, and undoes them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from co2desk.database.activities import Activities as ActivityRepository
from co2desk.database.import_commit import commit_worklist
from co2desk.database.import_jobs import ImportJobs, StoredRow
from co2desk.desktop.file_archive import FileArchive
from co2desk.desktop.messages import Messages
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId, ImportRowId
from co2desk.domain.import_job import ImportJob, JobStatus, RowStatus, UndoOutcome
from co2desk.domain.issue import Issue
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.checked import CheckChoices
from co2desk.importing.pipeline import check_table
from co2desk.services.browse_activities import Totals
from co2desk.services.connect import Connection
from co2desk.services.import_file import ImportResult, ImportStatus
from co2desk.services.references import References
from co2desk.services.rows_to_import import issue_of, row_to_import
from co2desk.services.stored_table import names_in_order, stored_table


@dataclass(frozen=True, slots=True)
class ImportFilter:
    """Which imports; empty and None mean: all. `text` is looked for in the file's name."""

    lab_codes: tuple[str, ...] = ()
    status: JobStatus | None = None
    year: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """A row of an import that is not in the activities yet, as the file had it, and why.

    `cells` are by header, in the order of the file.
    """

    id: ImportRowId
    row_number: int
    cells: Mapping[str, str]
    status: RowStatus
    issues: tuple[Issue, ...]


class Imports:
    """Import jobs that are in the database."""

    def __init__(
        self,
        connection: Connection,
        references: References,
        messages: Messages,
        archive: Callable[[], FileArchive | None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._references = references
        self._messages = messages
        self._archive = archive

    def jobs(self, wanted: ImportFilter = ImportFilter(), limit: int = 500) -> Sequence[ImportJob]:
        """The newest jobs first."""
        with self._connection.database.reading() as session:
            return ImportJobs(session).find(
                lab_codes=wanted.lab_codes,
                status=wanted.status,
                year=wanted.year,
                words=wanted.text,
                limit=limit,
            )

    def job(self, job_id: ImportJobId) -> ImportJob:
        """One job.

        Raises:
            UnusableInput: UNKNOWN_IMPORT.
        """
        with self._connection.database.reading() as session:
            return ImportJobs(session).get(job_id)

    def original(self, job_id: ImportJobId) -> bytes:
        """The file of a job as it came in, from the archive.

        Raises:
            UnusableInput: UNKNOWN_IMPORT, FILE_NOT_FOUND where it was not archived,
                DAMAGED_FILE or ARCHIVE_UNUSABLE.
        """
        with self._connection.database.reading() as session:
            jobs = ImportJobs(session)
            name, key = jobs.get(job_id).filename, jobs.archive_key(job_id)
        archive = self._archive()
        if archive is None or not key:
            raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=name)
        return archive.fetch(key)

    def worklist(self, job_id: ImportJobId) -> Sequence[WorklistRow]:
        """The rows still in error, in the order of the file."""
        with self._connection.database.reading() as session:
            jobs = ImportJobs(session)
            rows = jobs.rows(job_id, RowStatus.ERROR)
            columns = jobs.column_mapping(job_id)
        names = names_in_order(columns, rows)
        return [_worklist_row(row, names) for row in rows]

    def commit_worklist(
        self,
        job_id: ImportJobId,
        corrections: Mapping[ImportRowId, Mapping[str, str]],
        *,
        allow_no_factor: bool = False,
        progress: Progress = NoProgress(),
    ) -> ImportResult:
        """Check rows again with their corrected cells (by header); commit those now right.

        They join the same job; rows still wrong stay on the worklist with their new errors. All
        rows of the job are read again, so that decimal marks and the order of dates are decided
        by the same evidence as when the file came in. Repeatable: rows that an earlier try has
        committed with these very cells are left as they stand.

        Raises:
            UnusableInput: UNKNOWN_IMPORT.
            DatabaseProblem: CHANGED_MEANWHILE where someone else mended a row; as `commit`.
        """
        with self._connection.database.reading() as session:
            jobs = ImportJobs(session)
            job = jobs.get(job_id)
            mapping = jobs.column_mapping(job_id)
            stored = jobs.rows(job_id, None)
        table = stored_table(job, mapping, stored, corrections)
        choices = CheckChoices(
            kind=job.kind,
            lab_code=job.lab_code,
            year=job.reporting_year,
            columns={
                index: field
                for index, name in enumerate(table.header)
                if (field := mapping.get(name))
            },
            allow_no_factor=allow_no_factor,
        )
        reference = self._references.for_laboratory(job.lab_code)
        checked = check_table(table, choices, reference, progress)
        mended = [
            (row.id, row_to_import(checked.rows[at], table.header, self._messages))
            for at, row in enumerate(stored)
            if row.id in corrections and not _is_done(row, corrections[row.id])
        ]
        if not mended:
            return _result(self.job(job_id))
        with self._connection.database.transaction() as session:
            return _result(commit_worklist(session, job_id, mended).job)

    def today(self, job_id: ImportJobId) -> Totals:
        """What the activities of an import add up to now: the job itself keeps what it was."""
        with self._connection.database.reading() as session:
            found = ActivityRepository(session).totals(ActivityFilter(import_job_id=job_id))
        return Totals(found.count, found.co2e_kg, found.missing_count)

    def undo(self, job_id: ImportJobId, progress: Progress = NoProgress()) -> UndoOutcome:
        """Take the activities of a job out again, but not those that someone edited since.

        Raises:
            UnusableInput: UNKNOWN_IMPORT.
            DatabaseProblem: NOT_PERMITTED.
        """
        progress.report(0, None, "undoing")
        with self._connection.database.transaction() as session:
            jobs = ImportJobs(session)
            before = jobs.lock(job_id).status is JobStatus.UNDONE
            outcome = replace(jobs.undo(job_id), before=before)
            progress.report(outcome.removed, outcome.removed, "undoing")
            return outcome


def _result(after: ImportJob) -> ImportResult:
    return ImportResult(
        ImportStatus.COMPLETED,
        after.id,
        after.rows_total,
        after.rows_valid,
        after.rows_error,
        after.co2e_kg,
    )


def _is_done(row: StoredRow, corrected: Mapping[str, str]) -> bool:
    """Whether an earlier try, of which nothing was heard, has committed the corrected row."""
    return row.status is not RowStatus.ERROR and all(
        row.raw_data.get(name, "") == text for name, text in corrected.items()
    )


def _worklist_row(row: StoredRow, names: Sequence[str]) -> WorklistRow:
    return WorklistRow(
        row.id,
        row.row_number,
        {name: row.raw_data[name] for name in names if name in row.raw_data},
        row.status,
        tuple(issue_of(error, row.row_number) for error in row.validation_errors),
    )

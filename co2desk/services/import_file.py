"""Commits a checked file to the database, all of it or its valid rows, in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import uuid4

from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.mappings import Mappings
from co2desk.desktop.file_archive import FileArchive
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import Co2deskError, DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId, LabId
from co2desk.domain.import_job import CommitOutcome, ImportToCommit, RowBlocks
from co2desk.domain.plain_words import plain_words
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Laboratory
from co2desk.services.check_file import CheckedImport
from co2desk.services.connect import Connection
from co2desk.services.rows_to_import import RowsToImport, cell_names

log = logging.getLogger(__name__)


class CommitMode(StrEnum):
    """Whether rows in error keep the others from being committed."""

    VALID_ONLY = "valid_only"
    ALL_OR_NOTHING = "all_or_nothing"


class ImportStatus(StrEnum):
    """What became of an import."""

    COMPLETED = "completed"
    REFUSED = "refused"  # rows in error under ALL_OR_NOTHING: nothing was written
    DRY_RUN = "dry_run"  # what would have been written; nothing was


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import wrote; `job_id` is None when nothing was.

    `already_committed` when the same job had reached the database before (a lost connection).
    """

    status: ImportStatus
    job_id: ImportJobId | None
    rows_total: int
    rows_valid: int
    rows_error: int
    co2e_kg: Decimal
    already_committed: bool = False


class ImportFile:
    """The last step of an import; messages of rows in error are kept in the person's language.

    With an `archive` the original file is kept there before anything is written.
    """

    def __init__(
        self,
        connection: Connection,
        messages: Messages,
        archive: Callable[[], FileArchive | None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._messages = messages
        self._archive = archive

    def commit(
        self,
        done: CheckedImport,
        mode: CommitMode = CommitMode.ALL_OR_NOTHING,
        *,
        job_id: ImportJobId | None = None,
        dry_run: bool = False,
        progress: Progress = NoProgress(),
    ) -> ImportResult:
        """Commit a file that was checked here; see `send`."""
        names = cell_names(done.source.header, done.source.letters)
        rows = RowsToImport(done.checked.rows, names, self._messages)
        return self.send(
            done,
            rows,
            lambda: done.data,
            mode,
            job_id=job_id,
            dry_run=dry_run,
            progress=progress,
        )

    def send(
        self,
        done: CheckedImport,
        rows: RowBlocks,
        data: Callable[[], bytes],
        mode: CommitMode,
        *,
        job_id: ImportJobId | None = None,
        dry_run: bool = False,
        progress: Progress = NoProgress(),
    ) -> ImportResult:
        """Commit the rows that can be; rows in error stay with the job as a worklist.

        `rows` and `data` are the rows and the bytes of the file, wherever they are kept; those
        in `done` are not looked at.

        `job_id` is the client's key: sending the same again commits it once. The mapping of
        columns and values is remembered for the laboratory and kind.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY; FILE_ALREADY_IMPORTED unless the check's choices
                say `again`; NOTHING_TO_COMMIT where no row can be committed; ARCHIVE_UNUSABLE.
            DatabaseProblem: the database cannot be reached or refuses; nothing was written.
            Cancelled: asked for through `progress`; nothing was written.
        """
        if done.laboratory is None:
            raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=done.choices.lab_code)
        if not done.choices.again:
            self._refuse_same_file(done.laboratory.id, done, job_id)
        counts = done.checked.counts
        if counts.error and mode is CommitMode.ALL_OR_NOTHING:
            return _unwritten(ImportStatus.REFUSED, done)
        if not counts.total - counts.skipped:
            raise UnusableInput(ErrorCode.NO_ROWS, path=done.source.name)
        if not counts.valid:
            raise UnusableInput(ErrorCode.NOTHING_TO_COMMIT, path=done.source.name)
        if dry_run:
            return _unwritten(ImportStatus.DRY_RUN, done)
        wanted = self._wanted(done.laboratory, done, rows, data, job_id or ImportJobId(uuid4()))
        try:
            outcome = send_import(self._connection.database, wanted, progress)
        except (KeyboardInterrupt, Co2deskError):
            # Both may come while COMMIT is under way: what is committed has not been stopped.
            committed = self._committed(wanted.job_id)
            if committed is None:
                raise
            outcome = committed
        self._remember(done.laboratory.id, done)
        job = outcome.job
        return ImportResult(
            ImportStatus.COMPLETED,
            job.id,
            job.rows_total,
            job.rows_valid,
            job.rows_error,
            job.co2e_kg,
            outcome.already_committed,
        )

    def _refuse_same_file(
        self, lab_id: LabId, done: CheckedImport, job_id: ImportJobId | None
    ) -> None:
        with self._connection.database.reading() as session:
            jobs = ImportJobs(session).of_file(lab_id, done.source.sha256)
        before = [job for job in jobs if job.id != job_id]
        if before:
            raise UnusableInput(
                ErrorCode.FILE_ALREADY_IMPORTED,
                date=before[0].created_at.date(),
                job_id=before[0].id,
            )

    def _committed(self, job_id: ImportJobId) -> CommitOutcome | None:
        """The outcome if the import is in the database; None if not, or if nobody can tell."""
        try:
            with self._connection.database.reading() as session:
                return CommitOutcome(ImportJobs(session).get(job_id))
        except Co2deskError:
            return None

    def _keep(self, lab: Laboratory, done: CheckedImport, data: Callable[[], bytes]) -> str:
        archive = self._archive()
        if archive is None:
            return ""
        return archive.keep(lab.code, done.checked.year, done.source.name, data())

    def _remember(self, lab_id: LabId, done: CheckedImport) -> None:
        """Keep what columns and words meant; the import stands even where that fails."""
        columns = {
            title: done.checked.columns.get(index, "")
            for index, title in enumerate(done.source.header)
            if title.strip()
        }
        meanings = {
            (field, plain_words(text)): meaning
            for (field, text), meaning in done.choices.values.items()
        }
        try:
            with self._connection.database.transaction() as session:
                mappings = Mappings(session)
                mappings.remember_columns(lab_id, done.checked.kind, columns)
                mappings.remember_values(lab_id, done.checked.kind, meanings)
        except DatabaseProblem as problem:
            log.warning("mappings were not remembered: %s", problem.code)

    def _wanted(
        self,
        lab: Laboratory,
        done: CheckedImport,
        rows: RowBlocks,
        data: Callable[[], bytes],
        job_id: ImportJobId,
    ) -> ImportToCommit:
        source, checked = done.source, done.checked
        names = cell_names(source.header, source.letters)
        return ImportToCommit(
            job_id=job_id,
            lab_id=lab.id,
            filename=source.name,
            kind=checked.kind,
            reporting_year=checked.year,
            file_sha256=source.sha256,
            column_mapping={name: checked.columns.get(at, "") for at, name in enumerate(names)},
            rows_total=checked.counts.total,
            rows=rows,
            archive_key=self._keep(lab, done, data),
            refuse_known=not done.choices.again,
        )


def _unwritten(status: ImportStatus, done: CheckedImport) -> ImportResult:
    counts = done.checked.counts
    return ImportResult(
        status, None, counts.total, counts.valid, counts.error, done.checked.co2e_kg
    )

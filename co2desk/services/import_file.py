"""Commits a checked file to the database, all of it or its valid rows, in one transaction."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from co2desk.domain.ids import ImportJobId
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.check_file import CheckedImport
from co2desk.services.connect import Connection


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
    """The last step of an import."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def commit(
        self,
        checked: CheckedImport,
        mode: CommitMode = CommitMode.ALL_OR_NOTHING,
        *,
        job_id: ImportJobId | None = None,
        dry_run: bool = False,
        progress: Progress = NoProgress(),
    ) -> ImportResult:
        """Commit the rows that can be; rows in error stay with the job as a worklist.

        `job_id` is the client's key: sending the same again commits it once. The mapping of
        columns and values is remembered for the laboratory and kind.

        Raises:
            UnusableInput: FILE_ALREADY_IMPORTED unless the check's choices say `again`;
                NOTHING_TO_COMMIT where no row can be committed.
            DatabaseProblem: the database cannot be reached or refuses; nothing was written.
            Cancelled: asked for through `progress`; nothing was written.
        """
        raise NotImplementedError

"""An import as the database keeps it: the job, its rows, and what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from co2desk.domain.activity import NewActivity
from co2desk.domain.ids import ActivityId, ImportJobId, LabId


class JobStatus(StrEnum):
    """The life of an import job."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    UNDONE = "undone"


class RowStatus(StrEnum):
    """What a row of an import is in the database."""

    VALID = "valid"
    WARNING = "warning"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ImportJob:
    """An import job as it stands in the database.

    `co2e_kg` is kg CO2e at its commit, or what an undo left. Later
    changes of activities and factors are not in it.
    """

    id: ImportJobId
    lab_id: LabId
    lab_code: str
    filename: str
    status: JobStatus
    rows_total: int
    rows_valid: int
    rows_error: int
    co2e_kg: Decimal
    kind: str
    reporting_year: int | None
    file_sha256: str
    uploaded_by: str
    created_at: datetime
    completed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RowToImport:
    """A row on its way into the database.

    `raw_data` holds the cells by header as the file has them; `validation_errors` is a list of
    `{code, column, severity, message, params}`; `activity` is None for rows that stay behind.
    """

    row_number: int
    raw_data: Mapping[str, str]
    validation_errors: list[dict[str, object]]
    status: RowStatus
    fingerprint: bytes | None
    activity: NewActivity | None


@dataclass(frozen=True, slots=True)
class RowBlock:
    """`count` rows in the form in which the database takes them."""

    lines: bytes
    count: int


class RowBlocks(Protocol):
    """Rows on their way into the database."""

    def blocks(self) -> Iterator[RowBlock]:
        """All rows from the first, block by block; asked for again where a connection broke off."""


@dataclass(frozen=True, slots=True)
class ImportToCommit:
    """A whole import, keyed by an id that the client made: sending it twice commits it once.

    `column_mapping` has every column of the file in its order, with its field or "". With
    `refuse_known`, rows that another import brought in the meantime stop it.
    """

    job_id: ImportJobId
    lab_id: LabId
    filename: str
    kind: str
    reporting_year: int
    file_sha256: str
    column_mapping: Mapping[str, str]
    rows_total: int
    rows: RowBlocks
    archive_key: str = ""
    refuse_known: bool = False


@dataclass(frozen=True, slots=True)
class CommitOutcome:
    """What a commit did; `already_committed` when the job's id was there before."""

    job: ImportJob
    already_committed: bool = False


@dataclass(frozen=True, slots=True)
class KeptActivity:
    """An activity that an undo left alone, and why (`edited_since`, `year_published`)."""

    activity_id: ActivityId
    reason: str
    edited_by: str = ""


@dataclass(frozen=True, slots=True)
class UndoOutcome:
    """What an undo removed and what it kept; `before` where the import was undone already.

    Then `removed` is what this undo took out, not what the one before did.
    """

    removed: int
    kept: tuple[KeptActivity, ...] = field(default_factory=tuple)
    before: bool = False

"""Import jobs and their rows: lists, worklists, what was imported before, and undo."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from co2desk.database.tables.imports import ImportJobTable as Job
from co2desk.database.tables.imports import ImportRowTable as Row
from co2desk.database.tables.laboratories import LaboratoryTable as Lab
from co2desk.database.tables.people import UserTable as User
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.ids import ActivityId, ImportJobId, ImportRowId, LabId
from co2desk.domain.import_job import (
    ImportJob,
    JobStatus,
    KeptActivity,
    RowStatus,
    UndoOutcome,
)
from co2desk.domain.reference import KnownRow

_FINGERPRINT_BYTES = 32
# All fingerprints come as one value, which costs a tenth of an array of them. Each row is looked up
# by its own, for the planner may know nothing of the rows there are.
_KNOWN = """
SELECT DISTINCT ON (r.fingerprint) r.fingerprint, r.import_job_id, j.filename, r.row_number,
    coalesce(u.display_name, '') AS uploaded_by, j.created_at
FROM generate_series(0, :count - 1) AS place
CROSS JOIN LATERAL (
    SELECT id, import_job_id, row_number, fingerprint FROM import_rows
    WHERE lab_id = :lab_id
        AND fingerprint = substr(CAST(:fingerprints AS bytea), place * :size + 1, :size)
    OFFSET 0
) AS r
JOIN import_jobs AS j ON j.id = r.import_job_id
LEFT JOIN users AS u ON u.id = j.uploader_id
WHERE EXISTS (SELECT FROM activities AS a WHERE a.import_row_id = r.id)
ORDER BY r.fingerprint, j.created_at
"""
_PUBLISHED = "EXISTS (SELECT FROM published_years p WHERE (p.lab_id, p.year) = (a.lab_id, a.year))"
# Computed anew with a changed factor is not edited by a person: every change since the import is in
# the log, and touched the result alone. Where the log no longer tells, the activity is kept.
_RESULT = "ARRAY['co2e_kg', 'factor_value', 'version', 'updated_at', 'updated_by']"
_UNTOUCHED = f"""CASE WHEN a.version = 1 THEN true ELSE a.version - 1 = (
    SELECT count(*) FROM audit_trail('activities', a.id::text) AS l
    WHERE l.action = 'update' AND l.before - {_RESULT} = l.after - {_RESULT}
        AND l.after ->> 'co2e_source' = 'factor') END"""
_TAKE_OUT = f"""
DELETE FROM activities AS a USING import_rows AS r
WHERE r.import_job_id = :job_id AND a.import_row_id = r.id AND {_UNTOUCHED} AND NOT {_PUBLISHED}
"""
_LEFT = f"""
SELECT a.id, CASE WHEN NOT {_UNTOUCHED} THEN 'edited_since'
    WHEN {_PUBLISHED} THEN 'year_published' ELSE 'not_permitted' END AS reason,
    coalesce(u.display_name, '') AS edited_by
FROM activities AS a JOIN import_rows AS r ON r.id = a.import_row_id
LEFT JOIN users AS u ON u.id = a.updated_by
WHERE r.import_job_id = :job_id
ORDER BY r.row_number
"""
_MARK_UNDONE = """
UPDATE import_jobs SET status = 'undone', co2e_kg = (
    SELECT coalesce(sum(a.co2e_kg), 0) FROM activities AS a
    JOIN import_rows AS r ON r.id = a.import_row_id WHERE r.import_job_id = :job_id
) WHERE id = :job_id
"""

# In `import_jobs.column_mapping`, the columns in the order of the file: JSONB keeps none, and no
# column is called "".
_ORDER = ""


def mapping_to_store(columns: Mapping[str, str]) -> dict[str, object]:
    """The field of each column ("" for none) in the order of the file, as the database keeps it."""
    return {**{name: field for name, field in columns.items() if field}, _ORDER: list(columns)}


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row of an import as the database keeps it."""

    id: ImportRowId
    import_job_id: ImportJobId
    row_number: int
    raw_data: Mapping[str, str]
    validation_errors: Sequence[Mapping[str, Any]]
    status: RowStatus


class ImportJobs:
    """The import jobs that the person may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self,
        *,
        lab_codes: Sequence[str] = (),
        status: JobStatus | None = None,
        year: int | None = None,
        words: str = "",
        limit: int = 500,
    ) -> tuple[ImportJob, ...]:
        """The newest jobs first; empty and None mean: all. `words` are looked for in filenames."""
        query = _jobs().order_by(Job.created_at.desc(), Job.id).limit(limit)
        if lab_codes:
            folded = [code.lower() for code in lab_codes]
            query = query.where(func.lower(Lab.code).in_(folded))
        if status is not None:
            query = query.where(Job.status == status.value)
        if year is not None:
            query = query.where(Job.reporting_year == year)
        if words:
            query = query.where(
                func.strpos(
                    func.lower(func.f_unaccent(Job.filename)), func.lower(func.f_unaccent(words))
                )
                > 0
            )
        return tuple(_job(row) for row in self._session.execute(query))

    def get(self, job_id: ImportJobId) -> ImportJob:
        """One job.

        Raises:
            UnusableInput: UNKNOWN_IMPORT where there is none that the person may see.
        """
        row = self._session.execute(_jobs().where(Job.id == job_id)).first()
        if row is None:
            raise UnusableInput(ErrorCode.UNKNOWN_IMPORT, job_id=job_id)
        return _job(row)

    def column_mapping(self, job_id: ImportJobId) -> Mapping[str, str]:
        """The field of each column of a job's file ("" for none), in the order of the file.

        Empty for no such job; jobs of an older version have no order, and mapped columns only.
        """
        found = self._session.scalar(select(Job.column_mapping).where(Job.id == job_id)) or {}
        order = found.pop(_ORDER, None)
        return found if order is None else {name: found.get(name, "") for name in order}

    def archive_key(self, job_id: ImportJobId) -> str:
        """Where the original file of a job is kept, "" where it is not."""
        return self._session.scalar(select(Job.s3_key).where(Job.id == job_id)) or ""

    def lock(self, job_id: ImportJobId) -> ImportJob:
        """One job, which nobody else changes until the end of this transaction.

        Raises:
            UnusableInput: UNKNOWN_IMPORT.
            DatabaseProblem: NOT_PERMITTED where the person may see the job only.
        """
        query = select(Job.id).where(Job.id == job_id).with_for_update()
        locked = self._session.execute(query).first()
        job = self.get(job_id)
        if locked is None:
            raise DatabaseProblem(ErrorCode.NOT_PERMITTED, detail=job.lab_code)
        return job

    def of_file(self, lab_id: LabId, file_sha256: str) -> tuple[ImportJob, ...]:
        """The jobs that brought this same file to the laboratory and still stand, newest first."""
        query = (
            _jobs()
            .where(Job.lab_id == lab_id, Job.file_sha256 == file_sha256, Job.status == "completed")
            .order_by(Job.created_at.desc())
        )
        return tuple(_job(row) for row in self._session.execute(query))

    def known_rows(self, lab_id: LabId, fingerprints: Iterable[bytes]) -> dict[bytes, KnownRow]:
        """The rows that the laboratory has already, by fingerprint; undone ones are not had.

        Each fingerprint has 32 bytes.
        """
        asked = b"".join(fingerprints)
        size = _FINGERPRINT_BYTES
        found = self._session.execute(
            text(_KNOWN),
            {"lab_id": lab_id, "fingerprints": asked, "count": len(asked) // size, "size": size},
        )
        return {
            bytes(row.fingerprint): KnownRow(
                import_job_id=ImportJobId(row.import_job_id),
                filename=row.filename,
                row_number=row.row_number,
                uploaded_by=row.uploaded_by,
                uploaded_at=row.created_at,
            )
            for row in found
        }

    def rows(
        self, job_id: ImportJobId, status: RowStatus | None = RowStatus.ERROR
    ) -> tuple[StoredRow, ...]:
        """The rows of a job in the order of the file; those in error are its worklist."""
        query = select(
            Row.id, Row.import_job_id, Row.row_number, Row.raw_data, Row.validation_errors,
            Row.status,
        ).where(Row.import_job_id == job_id)  # fmt: skip
        if status is not None:
            query = query.where(Row.status == status.value)
        return tuple(
            StoredRow(
                row.id,
                row.import_job_id,
                row.row_number,
                row.raw_data,
                row.validation_errors,
                RowStatus(row.status),
            )
            for row in self._session.execute(query.order_by(Row.row_number))
        )

    def undo(self, job_id: ImportJobId) -> UndoOutcome:
        """Take the activities of a job out again, except those that someone changed since.

        Raises:
            UnusableInput: UNKNOWN_IMPORT.
            DatabaseProblem: NOT_PERMITTED.
        """
        job = self.lock(job_id)
        self._session.execute(text("SET LOCAL statement_timeout = '10min'"))
        # The planner has no statistics yet about an import of a moment ago, takes it for one row,
        # and would look at all activities of the laboratory once for each of its rows.
        self._session.execute(text("SET LOCAL enable_nestloop = off"))
        ids = {"job_id": job_id}
        removed = self._session.execute(text(_TAKE_OUT), ids).rowcount  # type: ignore[attr-defined]
        kept = tuple(
            KeptActivity(ActivityId(row.id), row.reason, row.edited_by)
            for row in self._session.execute(text(_LEFT), ids)
        )
        if job.status is not JobStatus.UNDONE:
            self._session.execute(text(_MARK_UNDONE), ids)
        return UndoOutcome(removed=removed, kept=kept)


def _jobs() -> Select[Any]:
    return (
        select(
            Job.id,
            Job.lab_id,
            Lab.code,
            Job.filename,
            Job.status,
            Job.rows_total,
            Job.rows_valid,
            Job.rows_error,
            Job.co2e_kg,
            Job.kind,
            Job.reporting_year,
            Job.file_sha256,
            func.coalesce(User.display_name, "").label("uploaded_by"),
            Job.created_at,
            Job.completed_at,
        )
        .join(Lab, Lab.id == Job.lab_id)
        .outerjoin(User, User.id == Job.uploader_id)
    )


def _job(row: Any) -> ImportJob:
    return ImportJob(
        id=ImportJobId(row.id),
        lab_id=LabId(row.lab_id),
        lab_code=row.code,
        filename=row.filename,
        status=JobStatus(row.status),
        rows_total=row.rows_total,
        rows_valid=row.rows_valid,
        rows_error=row.rows_error,
        co2e_kg=row.co2e_kg,
        kind=row.kind,
        reporting_year=row.reporting_year,
        file_sha256=row.file_sha256,
        uploaded_by=row.uploaded_by,
        created_at=row.created_at,
        completed_at=row.completed_at,
    )

"""Writes an import in one transaction, all of it or nothing, and never twice."""

import json
import logging
import time
from collections.abc import Sequence
from typing import cast

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database.import_jobs import ImportJobs
from co2desk.database.import_stage import DriverConnection, fill_stage, fill_stage_again
from co2desk.database.unit_of_work import Database
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import ImportJobId, ImportRowId
from co2desk.domain.import_job import CommitOutcome, ImportToCommit, RowToImport
from co2desk.domain.progress import NoProgress, Progress

_log = logging.getLogger(__name__)

# Rows written by one statement: small enough to cancel soon, large enough not to cost.
_BLOCK = 20_000
# A large import may take longer than what is set for people's queries, and wait for another
# import of the same laboratory.
_LIMITS = (
    "SET LOCAL statement_timeout = '10min'",
    "SET LOCAL lock_timeout = '60s'",
    "SET LOCAL idle_in_transaction_session_timeout = '5min'",
)
_ATTEMPTS = 5

_INSERT_JOB = """
INSERT INTO import_jobs
    (id, lab_id, filename, s3_key, status, kind, reporting_year, file_sha256, column_mapping)
VALUES
    (:id, :lab_id, :filename, :s3_key, 'processing', :kind, :year, :sha256,
     CAST(:mapping AS jsonb))
ON CONFLICT (id) DO NOTHING
"""
_INSERT_ROWS = """
INSERT INTO import_rows
    (id, import_job_id, lab_id, row_number, raw_data, validation_errors, status, fingerprint)
SELECT row_id, :job_id, :lab_id, row_number, raw_data, validation_errors, status, fingerprint
FROM co2desk_stage
"""
# A row without a laboratory of its own belongs to the import's. Codes compare as people read them.
_INSERT_ACTIVITIES = """
INSERT INTO activities
    (lab_id, import_row_id, activity_type, category, subcategory, quantity, unit,
     emission_factor_id, co2e_kg, date, note, attributes, co2e_source, factor_value, created_by)
SELECT coalesce(l.id, :lab_id), s.row_id, s.activity_type, s.category, s.subcategory, s.quantity,
    s.unit, coalesce(f.id, s.factor_id), s.co2e_kg, s.date, s.note, s.attributes, s.co2e_source,
    s.factor_value, (SELECT authz.me())
FROM co2desk_stage AS s
LEFT JOIN laboratories AS l ON s.lab_code <> '' AND lower(l.code) = lower(s.lab_code)
LEFT JOIN emission_factors AS f ON s.factor_code <> '' AND f.code = s.factor_code
WHERE s.activity_type IS NOT NULL
"""
_FINISH_JOB = """
UPDATE import_jobs AS j SET
    status = 'completed', completed_at = now(), rows_total = :total,
    rows_valid = s.valid, rows_error = s.wrong, co2e_kg = s.co2e_kg
FROM (
    SELECT count(*) FILTER (WHERE status IN ('valid', 'warning')) AS valid,
        count(*) FILTER (WHERE status = 'error') AS wrong,
        coalesce(sum(round(co2e_kg, 4)), 0) AS co2e_kg
    FROM co2desk_stage
) AS s
WHERE j.id = :job_id
"""
_UNKNOWN_LABS = """
SELECT s.lab_code FROM (SELECT DISTINCT lab_code FROM co2desk_stage WHERE lab_code <> '') AS s
LEFT JOIN laboratories AS l ON lower(l.code) = lower(s.lab_code)
WHERE l.id IS NULL LIMIT 1
"""
_FACTORS = """
SELECT s.factor_code, f.value IS NULL AS gone
FROM (
    SELECT DISTINCT factor_code, factor_value, co2e_source FROM co2desk_stage
    WHERE factor_code <> ''
) AS s
LEFT JOIN emission_factors AS f ON f.code = s.factor_code
WHERE f.value IS NULL
    OR (s.co2e_source = 'factor' AND f.value <> round(s.factor_value, 10))
ORDER BY s.factor_code LIMIT 1
"""
_PUBLISHED = """
SELECT l.code, p.year
FROM (
    SELECT DISTINCT lab_code, EXTRACT(year FROM date)::integer AS year FROM co2desk_stage
    WHERE activity_type IS NOT NULL
) AS s
JOIN laboratories AS l
    ON CASE WHEN s.lab_code = '' THEN l.id = :lab_id ELSE lower(l.code) = lower(s.lab_code) END
JOIN published_years AS p ON p.lab_id = l.id AND p.year = s.year
LIMIT 1
"""
_KNOWN = """
SELECT s.row_number FROM co2desk_stage AS s
JOIN import_rows AS r ON r.lab_id = :lab_id AND r.fingerprint = s.fingerprint
WHERE s.activity_type IS NOT NULL
    AND EXISTS (SELECT FROM activities AS a WHERE a.import_row_id = r.id)
ORDER BY s.row_number LIMIT 1
"""


def send_import(
    database: Database, wanted: ImportToCommit, progress: Progress = NoProgress()
) -> CommitOutcome:
    """Commit an import; where the connection breaks, connect again and send the same again.

    The job's id is the proof: whether a commit that was cut off had arrived or not, the import is
    there once. `wanted.rows` must be repeatable (a sequence).

    Raises:
        DatabaseProblem: nothing was written; see `commit_import`.
        Cancelled: asked for through `progress`; nothing was written.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with database.transaction() as session:
                return commit_import(session, wanted, progress)
        except DatabaseProblem as problem:
            again = problem.code in (ErrorCode.CONNECTION_LOST, ErrorCode.SERVER_UNREACHABLE)
            if attempt == 1 and problem.code is ErrorCode.SERVER_UNREACHABLE:
                raise
            if not again or attempt == _ATTEMPTS:
                raise
            _log.warning("the connection broke off during import %s; sent again", wanted.job_id)
            time.sleep(0.3 * attempt)
    raise AssertionError("unreachable")


def commit_import(
    session: Session, wanted: ImportToCommit, progress: Progress = NoProgress()
) -> CommitOutcome:
    """Write the job, its rows and their activities; the caller commits.

    Results and audit follow by trigger. Everything is checked against the database as it is now.

    Raises:
        DatabaseProblem: UNKNOWN_LABORATORY, NO_LONGER_THERE or CHANGED_MEANWHILE (a factor, by
            its code), YEAR_PUBLISHED, ALREADY_EXISTS (rows, with `refuse_known`), NOT_PERMITTED,
            VALUE_REFUSED.
        Cancelled: asked for through `progress`; the caller must roll back.
    """
    for limit in _LIMITS:
        session.execute(text(limit))
    jobs = ImportJobs(session)
    if not _insert_job(session, wanted):
        return CommitOutcome(jobs.get(wanted.job_id), already_committed=True)
    driver = _driver(session)
    sent = fill_stage(driver, wanted.rows, wanted.rows_total, progress)
    _check_again(session, wanted.lab_id, known=wanted.refuse_known)
    ids = {"job_id": wanted.job_id, "lab_id": wanted.lab_id}
    first, last = session.execute(
        text("SELECT coalesce(min(row_number), 0), coalesce(max(row_number), 0) FROM co2desk_stage")
    ).one()
    if sent <= _BLOCK:
        session.execute(text(_INSERT_ROWS), ids)
        session.execute(text(_INSERT_ACTIVITIES), ids)
    else:
        session.execute(text("CREATE INDEX ON co2desk_stage (row_number)"))
        session.execute(text("ANALYZE co2desk_stage (row_number)"))
        for start in range(first, last + 1, _BLOCK):
            progress.report(min(start - first, sent), sent, "writing")
            block = ids | {"start": start, "stop": start + _BLOCK}
            session.execute(
                text(_INSERT_ROWS + " WHERE row_number >= :start AND row_number < :stop"), block
            )
            session.execute(
                text(_INSERT_ACTIVITIES + " AND s.row_number >= :start AND s.row_number < :stop"),
                block,
            )
    session.execute(
        text(_FINISH_JOB), {"job_id": wanted.job_id, "total": max(wanted.rows_total, sent)}
    )
    progress.report(sent, sent, "committing")
    # Another import may follow in this transaction.
    session.execute(text("DROP TABLE co2desk_stage"))
    return CommitOutcome(jobs.get(wanted.job_id))


def commit_worklist(
    session: Session, job_id: ImportJobId, corrected: Sequence[tuple[ImportRowId, RowToImport]]
) -> CommitOutcome:
    """Write corrected rows of a job's worklist; those that are right now become its activities.

    Raises:
        UnusableInput: UNKNOWN_IMPORT.
        DatabaseProblem: CHANGED_MEANWHILE where a row is no longer on the worklist; and as
            `commit_import`.
    """
    jobs = ImportJobs(session)
    job = jobs.lock(job_id)
    fill_stage_again(_driver(session), corrected)
    waiting = session.execute(
        text(
            """
            SELECT count(*) FROM (
                SELECT FROM import_rows AS r JOIN co2desk_stage AS s ON s.row_id = r.id
                WHERE r.import_job_id = :job_id AND r.status = 'error'
                FOR UPDATE OF r
            ) AS locked
            """
        ),
        {"job_id": job_id},
    ).scalar_one()
    if waiting != len(corrected):
        raise DatabaseProblem(ErrorCode.CHANGED_MEANWHILE, what=job.filename)
    _check_again(session, job.lab_id, known=False)
    session.execute(
        text(
            """
            UPDATE import_rows AS r SET raw_data = s.raw_data, status = s.status,
                validation_errors = s.validation_errors, fingerprint = s.fingerprint
            FROM co2desk_stage AS s WHERE s.row_id = r.id
            """
        )
    )
    session.execute(text(_INSERT_ACTIVITIES), {"lab_id": job.lab_id})
    session.execute(
        text(
            """
            UPDATE import_jobs AS j SET
                rows_valid = j.rows_valid + s.valid, rows_error = j.rows_error - s.settled,
                co2e_kg = j.co2e_kg + s.co2e_kg
            FROM (
                SELECT count(*) FILTER (WHERE status IN ('valid', 'warning')) AS valid,
                    count(*) FILTER (WHERE status <> 'error') AS settled,
                    coalesce(sum(round(co2e_kg, 4)), 0) AS co2e_kg
                FROM co2desk_stage
            ) AS s
            WHERE j.id = :job_id
            """
        ),
        {"job_id": job_id},
    )
    session.execute(text("DROP TABLE co2desk_stage"))
    return CommitOutcome(jobs.get(job_id))


def _insert_job(session: Session, wanted: ImportToCommit) -> bool:
    """Claim the job's id; False where it was there. A twin still under way is waited for."""
    inserted = session.execute(
        text(_INSERT_JOB),
        {
            "id": wanted.job_id,
            "lab_id": wanted.lab_id,
            "filename": wanted.filename[:255],
            "s3_key": wanted.archive_key,
            "kind": wanted.kind,
            "year": wanted.reporting_year,
            "sha256": wanted.file_sha256,
            "mapping": json.dumps(dict(wanted.column_mapping), ensure_ascii=False),
        },
    )
    return cast("int", inserted.rowcount) == 1  # type: ignore[attr-defined]


def _check_again(session: Session, lab_id: object, *, known: bool) -> None:
    """Hold the staged rows against laboratories, factors and published years of this moment."""
    unknown = session.execute(text(_UNKNOWN_LABS)).scalar()
    if unknown is not None:
        raise DatabaseProblem(ErrorCode.UNKNOWN_LABORATORY, lab=unknown)
    factor = session.execute(text(_FACTORS)).first()
    if factor is not None:
        code = ErrorCode.NO_LONGER_THERE if factor.gone else ErrorCode.CHANGED_MEANWHILE
        raise DatabaseProblem(code, what=factor.factor_code)
    published = session.execute(text(_PUBLISHED), {"lab_id": lab_id}).first()
    if published is not None:
        raise DatabaseProblem(ErrorCode.YEAR_PUBLISHED, lab=published.code, year=published.year)
    if known:
        # One import of a laboratory at a time, or two of the same file would both find nothing.
        session.execute(
            text("SELECT FROM laboratories WHERE id = :lab_id FOR NO KEY UPDATE"),
            {"lab_id": lab_id},
        )
        row = session.execute(text(_KNOWN), {"lab_id": lab_id}).scalar()
        if row is not None:
            raise DatabaseProblem(ErrorCode.ALREADY_EXISTS, what=str(row))


def _driver(session: Session) -> DriverConnection:
    driver = session.connection().connection.driver_connection
    return cast("DriverConnection", driver)

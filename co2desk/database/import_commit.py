"""Writes an import in one transaction, all of it or nothing, and never twice."""

import json
import logging
import random
import time
from collections.abc import Sequence
from typing import cast

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database.import_checks import check_staged
from co2desk.database.import_jobs import ImportJobs, mapping_to_store
from co2desk.database.import_stage import (
    DriverConnection,
    create_stage,
    drop_stage,
    fill_stage_again,
)
from co2desk.database.import_writer import INSERT_ACTIVITIES, ImportWriter
from co2desk.database.schema_version import require_still_welcome
from co2desk.database.unit_of_work import Database
from co2desk.domain.errors import OF_THE_LINK, DatabaseProblem, ErrorCode, follows_interrupt
from co2desk.domain.ids import ImportJobId, ImportRowId
from co2desk.domain.import_job import CommitOutcome, ImportToCommit, RowToImport
from co2desk.domain.progress import NoProgress, Progress

_log = logging.getLogger(__name__)

# A large import may take longer than what is set for people's queries, and wait for another
# import of the same laboratory to commit.
_LIMITS = (
    "SET LOCAL statement_timeout = '10min'",
    "SET LOCAL lock_timeout = '30s'",
    "SET LOCAL idle_in_transaction_session_timeout = '5min'",
)
_ATTEMPTS = 5
_CROSSED = ("deadlock", "serialization")

_INSERT_JOB = """
INSERT INTO import_jobs
    (id, lab_id, filename, s3_key, status, kind, reporting_year, file_sha256, column_mapping)
VALUES
    (:id, :lab_id, :filename, :s3_key, 'processing', :kind, :year, :sha256,
     CAST(:mapping AS jsonb))
ON CONFLICT (id) DO NOTHING
"""
_FINISH_JOB = """
UPDATE import_jobs SET
    status = 'completed', completed_at = now(), rows_total = :total,
    rows_valid = :valid, rows_error = :wrong, co2e_kg = :co2e_kg
WHERE id = :job_id
"""
_WAITING = """
SELECT count(*) FROM (
    SELECT FROM import_rows AS r JOIN co2desk_stage AS s ON s.row_id = r.id
    WHERE r.import_job_id = :job_id AND r.status = 'error'
    FOR UPDATE OF r
) AS locked
"""
_CORRECT_ROWS = """
UPDATE import_rows AS r SET raw_data = s.raw_data, status = s.status,
    validation_errors = s.validation_errors, fingerprint = s.fingerprint
FROM co2desk_stage AS s WHERE s.row_id = r.id
"""
_COUNT_CORRECTED = """
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


def send_import(
    database: Database, wanted: ImportToCommit, progress: Progress = NoProgress()
) -> CommitOutcome:
    """Commit an import; where the connection breaks, connect again and send the same again.

    The job's id is the proof: whether a commit that was cut off had arrived or not, the import is
    there once. Where others were in the way (a lock held for too long, two who waited for each
    other), it is sent again too. The blocks of `wanted.rows` are asked for anew.

    Raises:
        DatabaseProblem: nothing was written, see `commit_import`; or OUTCOME_UNKNOWN.
        Cancelled: asked for through `progress`; nothing was written.
    """
    unknown: DatabaseProblem | None = None
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with database.transaction() as session:
                return commit_import(session, wanted, progress)
        except DatabaseProblem as problem:
            if problem.code is ErrorCode.OUTCOME_UNKNOWN:
                unknown = problem
            if attempt == _ATTEMPTS or not _passes(problem, attempt):
                if unknown is not None and problem.code in OF_THE_LINK:
                    raise unknown from problem
                raise
            _log.warning(
                "import %s was interrupted (%s) and is sent again", wanted.job_id, problem.code
            )
            time.sleep(0.3 * attempt * random.uniform(0.5, 1.0))
    raise AssertionError("unreachable")


def _passes(problem: DatabaseProblem, attempt: int) -> bool:
    """Whether sending again may well go better: a cut line, or two who waited for each other."""
    if follows_interrupt(problem):  # the person cut it, and wants it to stay so
        return False
    match problem.code:
        case ErrorCode.CONNECTION_LOST | ErrorCode.OUTCOME_UNKNOWN:
            return True
        case ErrorCode.SERVER_UNREACHABLE:
            return attempt > 1
        case ErrorCode.SERVER_BUSY:
            detail = problem.params.get("detail")
            return detail in _CROSSED or (detail == "lock_timeout" and attempt == 1)
    return False


def commit_import(
    session: Session, wanted: ImportToCommit, progress: Progress = NoProgress()
) -> CommitOutcome:
    """Write the job, its rows and their activities; the caller commits.

    Results and audit follow by trigger. Everything is checked against the database as it is now.

    Raises:
        DatabaseProblem: UNKNOWN_LABORATORY, NO_LONGER_THERE or CHANGED_MEANWHILE (a factor, by
            its code), YEAR_PUBLISHED, ROW_ALREADY_IMPORTED (`refuse_known`), NOT_PERMITTED,
            VALUE_REFUSED; SCHEMA_TOO_NEW where the database was upgraded beyond this program since
            it connected.
        Cancelled: asked for through `progress`; the caller must roll back.
    """
    for limit in _LIMITS:
        session.execute(text(limit))
    require_still_welcome(session.connection())
    jobs = ImportJobs(session)
    if not _insert_job(session, wanted):
        return CommitOutcome(jobs.get(wanted.job_id), already_committed=True)
    sent = 0
    with ImportWriter(
        _driver(session), wanted.lab_id, wanted.job_id, wanted.refuse_known
    ) as writer:
        for block in wanted.rows.blocks():
            writer.write(block)
            sent += block.count
            progress.report(sent, wanted.rows_total, "writing")
        written = writer.finish()
    session.execute(
        text(_FINISH_JOB),
        {
            "job_id": wanted.job_id,
            "total": max(wanted.rows_total, written.rows),
            "valid": written.valid,
            "wrong": written.wrong,
            "co2e_kg": written.co2e_kg,
        },
    )
    progress.report(sent, sent, "committing")
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
    require_still_welcome(session.connection())
    jobs = ImportJobs(session)
    job = jobs.lock(job_id)
    driver = _driver(session)
    create_stage(driver)
    fill_stage_again(driver, corrected)
    ids = {"job_id": job_id}
    if session.execute(text(_WAITING), ids).scalar_one() != len(corrected):
        raise DatabaseProblem(ErrorCode.CHANGED_MEANWHILE, what=job.filename)
    check_staged(driver, job.lab_id)
    session.execute(text(_CORRECT_ROWS))
    driver.execute(INSERT_ACTIVITIES, {"lab_id": job.lab_id})
    session.execute(text(_COUNT_CORRECTED), ids)
    drop_stage(driver)
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
            "mapping": json.dumps(mapping_to_store(wanted.column_mapping), ensure_ascii=False),
        },
    )
    return cast("int", inserted.rowcount) == 1  # type: ignore[attr-defined]


def _driver(session: Session) -> DriverConnection:
    driver = session.connection().connection.driver_connection
    return cast("DriverConnection", driver)

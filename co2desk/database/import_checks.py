"""Holds staged rows against laboratories, factors, published years and imports of this moment."""

from co2desk.database.import_stage import DriverConnection
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import ImportJobId, LabId

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
    ON CASE WHEN s.lab_code = '' THEN l.id = %(lab_id)s ELSE lower(l.code) = lower(s.lab_code) END
JOIN published_years AS p ON p.lab_id = l.id AND p.year = s.year
LIMIT 1
"""
# Each row is looked up by its fingerprint, and its activity by the row, whatever the planner knows.
# Where it knew nothing yet, it began with all activities there are, once for every block.
_KNOWN = """
SELECT s.row_number FROM co2desk_stage AS s
CROSS JOIN LATERAL (
    SELECT r.id FROM import_rows AS r
    WHERE r.lab_id = %(lab_id)s AND r.fingerprint = s.fingerprint
        AND r.import_job_id <> %(job_id)s
    OFFSET 0
) AS known
WHERE s.activity_type IS NOT NULL
    AND (SELECT count(*) FROM activities AS a WHERE a.import_row_id = known.id) > 0
ORDER BY s.row_number LIMIT 1
"""
_JOBS_SINCE = """
SELECT array_agg(id) FROM import_jobs
WHERE lab_id = %(lab_id)s AND id <> %(job_id)s
    AND NOT pg_visible_in_snapshot(xact, %(seen)s::pg_snapshot)
"""
_KNOWN_SINCE = """
SELECT mine.row_number FROM import_rows AS mine
JOIN import_rows AS theirs
    ON theirs.lab_id = mine.lab_id AND theirs.fingerprint = mine.fingerprint
        AND theirs.import_job_id = ANY (%(jobs)s)
WHERE mine.import_job_id = %(job_id)s
    AND EXISTS (SELECT FROM activities AS a WHERE a.import_row_id = mine.id)
    AND EXISTS (SELECT FROM activities AS a WHERE a.import_row_id = theirs.id)
ORDER BY mine.row_number LIMIT 1
"""


def check_staged(connection: DriverConnection, lab_id: LabId) -> None:
    """Stop where a staged row names a laboratory, factor or year that is not as it was.

    Raises:
        DatabaseProblem: UNKNOWN_LABORATORY, NO_LONGER_THERE or CHANGED_MEANWHILE (a factor, by
            its code), YEAR_PUBLISHED.
    """
    unknown = connection.execute(_UNKNOWN_LABS).fetchone()
    if unknown is not None:
        raise DatabaseProblem(ErrorCode.UNKNOWN_LABORATORY, lab=unknown[0])
    factor = connection.execute(_FACTORS).fetchone()
    if factor is not None:
        code = ErrorCode.NO_LONGER_THERE if factor[1] else ErrorCode.CHANGED_MEANWHILE
        raise DatabaseProblem(code, what=factor[0])
    published = connection.execute(_PUBLISHED, {"lab_id": lab_id}).fetchone()
    if published is not None:
        raise DatabaseProblem(ErrorCode.YEAR_PUBLISHED, lab=published[0], year=published[1])


def refuse_known(connection: DriverConnection, lab_id: LabId, job_id: ImportJobId) -> None:
    """Stop where another import brought a staged row already.

    Raises:
        DatabaseProblem: ROW_ALREADY_IMPORTED with the number of the row.
    """
    row = connection.execute(_KNOWN, {"lab_id": lab_id, "job_id": job_id}).fetchone()
    if row is not None:
        raise DatabaseProblem(ErrorCode.ROW_ALREADY_IMPORTED, row=row[0])


def snapshot(connection: DriverConnection) -> str:
    """Return what this moment sees of other transactions, for `refuse_known_since`."""
    row = connection.execute("SELECT pg_current_snapshot()::text").fetchone()
    if row is None:
        raise AssertionError("a SELECT without FROM always answers")
    return str(row[0])


def refuse_known_since(
    connection: DriverConnection, lab_id: LabId, job_id: ImportJobId, seen: str
) -> None:
    """Stop where an import that came to its end since the snapshot `seen` brought the same row.

    From here to the commit the laboratory's imports stand in line, or two of the same file would
    both find nothing.

    Raises:
        DatabaseProblem: ROW_ALREADY_IMPORTED with the number of the row.
    """
    ids = {"lab_id": lab_id, "job_id": job_id, "seen": seen}
    connection.execute("SELECT FROM laboratories WHERE id = %(lab_id)s FOR NO KEY UPDATE", ids)
    since = connection.execute(_JOBS_SINCE, ids).fetchone()
    if since is None or since[0] is None:
        return
    row = connection.execute(_KNOWN_SINCE, ids | {"jobs": since[0]}).fetchone()
    if row is not None:
        raise DatabaseProblem(ErrorCode.ROW_ALREADY_IMPORTED, row=row[0])

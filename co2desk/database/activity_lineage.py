"""Where an activity comes from: its factor, its import, and the cells of its row in the file."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database.import_jobs import ImportJobs
from co2desk.domain.activity_list import ActivityRecord, Lineage
from co2desk.domain.ids import ImportJobId

_LINEAGE = """
SELECT coalesce(c.display_name, '') AS created_by, a.created_at,
    coalesce(u.display_name, '') AS updated_by, coalesce(f.name, '') AS factor_name,
    coalesce(f.source, '') AS factor_source, coalesce(f.unit, '') AS factor_unit,
    f.version AS factor_version, r.import_job_id, coalesce(j.filename, '') AS filename,
    r.row_number, coalesce(r.raw_data, '{}') AS cells
FROM activities AS a
LEFT JOIN users AS c ON c.id = a.created_by
LEFT JOIN users AS u ON u.id = a.updated_by
LEFT JOIN emission_factors AS f ON f.id = a.emission_factor_id
LEFT JOIN import_rows AS r ON r.id = a.import_row_id
LEFT JOIN import_jobs AS j ON j.id = r.import_job_id
WHERE a.id = :id
"""


def lineage_of(session: Session, activity: ActivityRecord) -> Lineage:
    """The factor, import, file row and cells that an activity comes from."""
    row = session.execute(text(_LINEAGE), {"id": activity.id}).one()
    job_id = None if row.import_job_id is None else ImportJobId(row.import_job_id)
    columns = ImportJobs(session).column_mapping(job_id) if job_id is not None else {}
    return Lineage(
        activity=activity,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_by=row.updated_by,
        factor_name=row.factor_name,
        factor_source=row.factor_source,
        factor_unit=row.factor_unit,
        factor_version=row.factor_version,
        import_job_id=job_id,
        filename=row.filename,
        row_number=row.row_number,
        cells={name: row.cells[name] for name in (*columns, *row.cells) if name in row.cells},
    )

"""Turns results into the JSON documents of the command line contract; keys are public."""

from typing import TYPE_CHECKING

from co2desk.desktop.messages import Messages
from co2desk.domain.activity_list import ActivityRecord
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.footprint import ResultRow
from co2desk.domain.import_job import ImportJob, UndoOutcome
from co2desk.domain.issue import Issue
from co2desk.domain.reference import Laboratory

if TYPE_CHECKING:
    from co2desk.importing.checked import CheckedRow
    from co2desk.services.check_file import CheckedImport
    from co2desk.services.connect import ConnectionStatus
    from co2desk.services.import_file import ImportResult
    from co2desk.services.inspect_file import Inspection
    from co2desk.services.manage_factors import FactorLoad

Document = dict[str, object]


def inspection(found: "Inspection") -> Document:
    """`inspect`: what was detected."""
    return {
        "path": found.path,
        "sha256": found.sha256,
        "format": found.format,
        "encoding": found.encoding,
        "delimiter": found.delimiter,
        "quote": found.quote,
        "escape": found.escape,
        "decimal_mark": found.decimal_mark,
        "sheets": [
            {"name": s.name, "rows": s.rows, "columns": s.columns, "hidden": s.hidden}
            for s in found.sheets
        ],
        "sheet": found.sheet,
        "header_row": found.header_row,
        "columns": [
            {
                "name": column.name,
                "letter": column.letter,
                "field": column.field or None,
                "confidence": round(column.confidence, 3),
            }
            for column in found.columns
        ],
        "kind": found.kind or None,
        "rows": found.rows,
        "confidence": round(found.confidence, 3),
        "missing_fields": list(found.missing_fields),
        "skipped": [
            {"row": row.row, "reason": row.reason, "text": row.text} for row in found.skipped
        ],
        "notes": dict(found.notes),
        "encodings": [
            {"encoding": one.encoding, "lines": list(one.lines)} for one in found.encodings
        ],
    }


def check(done: "CheckedImport", messages: Messages) -> Document:
    """`check`: counts, issues, and what the rows become."""
    checked = done.checked
    counts = checked.counts
    return {
        "kind": checked.kind,
        "rows": {
            "total": counts.total,
            "valid": counts.valid,
            "warning": counts.warning,
            "error": counts.error,
            "unfilled": counts.unfilled,
            "skipped": counts.skipped,
        },
        "issues": [issue(found, messages) for row in checked.rows for found in row.issues],
        "co2e_kg": checked.co2e_kg,
        "missing_count": checked.missing_count,
        "default_date": checked.default_date,
        "lab": done.choices.lab_code or None,
        "lab_verified": done.laboratory is not None,
        "notes": dict(done.source.notes),
        "activities": [checked_activity(row) for row in checked.rows if row.activity is not None],
    }


def issue(found: Issue, messages: Messages) -> Document:
    """One problem with its place."""
    return {
        "code": found.code,
        "severity": found.severity,
        "row": found.row,
        "column": found.column,
        "letter": found.letter,
        "field": found.field,
        "value": found.value,
        "message": messages.issue(found),
        "params": dict(found.params),
    }


def checked_activity(row: "CheckedRow") -> Document:
    """What a row of a file becomes."""
    activity = row.activity
    assert activity is not None
    return {
        "row": row.row_number,
        "activity_type": activity.activity_type,
        "category": activity.category,
        "subcategory": activity.subcategory,
        "quantity": activity.quantity,
        "unit": activity.unit,
        "factor_code": activity.factor_code or None,
        "co2e_kg": activity.co2e_kg,
        "date": activity.date,
    }


def import_result(result: "ImportResult") -> Document:
    """What `import` adds to `check`."""
    return {
        "import_job_id": result.job_id,
        "status": result.status,
        "rows_total": result.rows_total,
        "rows_valid": result.rows_valid,
        "rows_error": result.rows_error,
    }


def import_job(job: ImportJob) -> Document:
    """One line of `imports`."""
    return {
        "import_job_id": job.id,
        "filename": job.filename,
        "status": job.status,
        "rows_total": job.rows_total,
        "rows_valid": job.rows_valid,
        "rows_error": job.rows_error,
        "co2e_kg": job.co2e_kg,
        "lab": job.lab_code,
        "kind": job.kind,
        "year": job.reporting_year,
        "uploaded_by": job.uploaded_by,
        "created_at": job.created_at,
    }


def undo(outcome: UndoOutcome) -> Document:
    """`undo`: what went, and what stayed and why."""
    return {
        "removed": outcome.removed,
        "kept": [
            {"activity_id": kept.activity_id, "reason": kept.reason, "edited_by": kept.edited_by}
            for kept in outcome.kept
        ],
    }


def laboratory(lab: Laboratory) -> Document:
    """One line of `labs`."""
    return {"code": lab.code, "name": lab.name, "faculty": lab.faculty, "role": lab.role}


def activity(record: ActivityRecord) -> Document:
    """One line of `activities`."""
    return {
        "activity_id": record.id,
        "lab": record.lab_code,
        "date": record.date,
        "activity_type": record.activity_type,
        "category": record.category,
        "subcategory": record.subcategory,
        "quantity": record.quantity,
        "unit": record.unit,
        "factor_code": record.factor_code or None,
        "co2e_kg": record.co2e_kg,
        "co2e_source": record.co2e_source,
        "note": record.note,
    }


def factor(found: EmissionFactor) -> Document:
    """One line of `factors`."""
    return {
        "code": found.code,
        "factor_type": found.factor_type,
        "name": found.name,
        "category": found.category,
        "subcategory": found.subcategory,
        "value": found.value,
        "unit": found.unit,
        "source": found.source,
        "valid_from": found.valid_from,
        "valid_to": found.valid_to,
    }


def factor_load(load: "FactorLoad", messages: Messages) -> Document:
    """`factors --import`: what was loaded, or what is wrong."""
    return {
        "added": load.added,
        "changed": load.changed,
        "unchanged": load.unchanged,
        "rows_error": load.rows_error,
        "dry_run": load.dry_run,
        "issues": [issue(found, messages) for row in load.checked.rows for found in row.issues],
    }


def result(row: ResultRow) -> Document:
    """One line of `results`."""
    return {
        "lab": row.lab_code,
        "year": row.year,
        "activity_type": row.activity_type,
        "category": row.category,
        "co2e_kg": row.co2e_kg,
        "activity_count": row.activity_count,
        "missing_count": row.missing_count,
    }


def status(state: "ConnectionStatus") -> Document:
    """`db status`."""
    return {
        "server_version": state.server_version,
        "schema": state.schema or None,
        "head": state.head,
        "compatible": state.compatible,
        "role": state.role,
        "embedded": state.embedded,
        "user": state.user,
        "database": state.name,
        "tls": state.tls or None,
        "read_only": state.read_only,
    }

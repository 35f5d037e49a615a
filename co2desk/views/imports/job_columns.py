"""The columns of import jobs and of drafts."""

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.import_job import ImportJob, JobStatus
from co2desk.models.columns import Column, number_column
from co2desk.models.formats import Formats
from co2desk.services.preparations import DraftSummary
from co2desk.views.words import job_word, kind_word

translate = QCoreApplication.translate

_STATES = {
    JobStatus.COMPLETED: "good",
    JobStatus.FAILED: "error",
    JobStatus.UNDONE: "secondary",
    JobStatus.PENDING: "pending",
    JobStatus.PROCESSING: "pending",
}


def job_columns(messages: Messages, formats: Formats) -> list[Column[ImportJob]]:
    """What is shown of an import that is in the database."""
    return [
        Column(
            "created",
            translate("ImportColumns", "When"),
            lambda job: formats.moment(job.created_at),
            width=140,
            sort=lambda job: job.created_at,
        ),
        Column("filename", translate("ImportColumns", "File"), lambda job: job.filename, width=180),
        Column(
            "lab", translate("ImportColumns", "Laboratory"), lambda job: job.lab_code, width=110
        ),
        Column(
            "year",
            translate("ImportColumns", "Year"),
            lambda job: str(job.reporting_year or "–"),
            width=60,
        ),
        Column(
            "status",
            translate("ImportColumns", "State"),
            lambda job: job_word(job.status),
            width=130,
            state=lambda job: _STATES[job.status],
        ),
        number_column(
            "valid",
            translate("ImportColumns", "Committed"),
            lambda job: job.rows_valid,
            formats,
            width=90,
        ),
        number_column(
            "error",
            translate("ImportColumns", "In error"),
            lambda job: job.rows_error,
            formats,
            width=80,
            state=lambda job: "warning" if job.rows_error and not _is_undone(job) else "",
        ),
        number_column(
            "co2e",
            # What was committed then; the details tell what it is today.
            translate("ImportColumns", "kg CO₂e at commit"),
            lambda job: job.co2e_kg,
            formats,
            decimals=1,
            width=140,
        ),
        Column(
            "kind",
            translate("ImportColumns", "Kind"),
            lambda job: kind_word(messages, job.kind),
            width=120,
        ),
        Column("by", translate("ImportColumns", "By"), lambda job: job.uploaded_by, width=140),
    ]


def _is_undone(job: ImportJob) -> bool:
    return job.status is JobStatus.UNDONE


def draft_columns(messages: Messages, formats: Formats) -> list[Column[DraftSummary]]:
    """What is shown of an import in preparation on this computer."""
    return [
        Column(
            "saved",
            translate("ImportColumns", "Last saved"),
            lambda draft: formats.moment(draft.saved_at),
            width=140,
            sort=lambda draft: draft.saved_at,
        ),
        Column(
            "filename", translate("ImportColumns", "File"), lambda draft: draft.filename, width=220
        ),
        Column(
            "lab",
            translate("ImportColumns", "Laboratory"),
            lambda draft: draft.lab_code or "–",
            width=110,
        ),
        Column(
            "kind",
            translate("ImportColumns", "Kind"),
            lambda draft: kind_word(messages, draft.kind),
            width=120,
        ),
        number_column(
            "rows",
            translate("ImportColumns", "Rows"),
            lambda draft: draft.rows,
            formats,
            nothing=lambda draft: not draft.rows,
            width=80,
        ),
        number_column(
            "error",
            translate("ImportColumns", "In error"),
            lambda draft: draft.rows_error,
            formats,
            nothing=lambda draft: not draft.rows,
            width=80,
            state=lambda draft: "warning" if draft.rows_error else "",
        ),
    ]

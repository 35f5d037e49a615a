"""What is known of one import: its figures at the commit, and what its activities are today."""

from PySide6.QtWidgets import QWidget

from co2desk.domain.import_job import ImportJob, JobStatus
from co2desk.services.browse_activities import Totals
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.details_panel import DetailsPanel, Section
from co2desk.views.words import job_word, kind_word


class JobPanel(DetailsPanel):
    """The figure is that of the commit, until what it is today was asked for."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.icons, parent)
        self._around = around

    def show_job(self, job: ImportJob, today: Totals | None = None) -> None:
        """Show an import; `today` is what its activities add up to now, None while not known."""
        formats = self._around.formats
        lines = [
            (self.tr("State"), job_word(job.status)),
            (self.tr("Laboratory"), job.lab_code),
            (self.tr("Reporting year"), str(job.reporting_year or "–")),
            (self.tr("Kind"), kind_word(self._around.messages, job.kind)),
            (self.tr("By"), job.uploaded_by),
            (self.tr("Begun"), formats.moment(job.created_at)),
            (self.tr("Done"), formats.moment(job.completed_at) if job.completed_at else "–"),
        ]
        rows = [
            (self.tr("In the file"), formats.number(job.rows_total)),
            (self.tr("Committed"), formats.number(job.rows_valid)),
            (self.tr("In error"), formats.number(job.rows_error)),
        ]
        self.show_details(
            job.filename,
            formats.co2e(job.co2e_kg if today is None else today.co2e_kg),
            self._told(job, today),
            [
                Section("", lines),
                Section(self.tr("Rows"), rows),
                Section(self.tr("File"), [("SHA-256", job.file_sha256[:16] + "…")]),
            ],
        )

    def _told(self, job: ImportJob, today: Totals | None) -> str:
        undone = job.status is JobStatus.UNDONE
        if today is None:
            return self.tr("As of the undo.") if undone else self.tr("As of the commit.")
        if undone and not today.count:
            return self.tr("None of its activities are left.")
        if undone:
            return self._counted(self.tr("Today, for the %n activities left.", "", today.count),
                                 today.count)  # fmt: skip
        if (today.co2e_kg, today.count) == (job.co2e_kg, job.rows_valid):
            return self.tr("Today, the same as at the commit.")
        text = self.tr(
            "Today, for %n activities. At the commit it was %1 for %2: since then activities or "
            "factors were changed.",
            "",
            today.count,
        )
        return (
            self._counted(text, today.count)
            .replace("%1", self._around.formats.co2e(job.co2e_kg))
            .replace("%2", self._around.formats.number(job.rows_valid))
        )

    def _counted(self, text: str, count: int) -> str:
        return self._around.formats.counted(text, count)

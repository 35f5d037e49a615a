"""The start page: what waits, what came in last, and the way to the next import."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from co2desk.domain.footprint import ResultRow
from co2desk.domain.import_job import ImportJob, JobStatus
from co2desk.services.imports import Imports
from co2desk.services.preparations import DraftSummary, Preparations
from co2desk.services.summarise import Results
from co2desk.services.try_sample import Samples
from co2desk.views.page import Page
from co2desk.views.places import PageId, Place
from co2desk.views.start.card import Card, CardLine
from co2desk.views.surroundings import Surroundings

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Found:
    drafts: Sequence[DraftSummary]
    jobs: Sequence[ImportJob]
    results: Sequence[ResultRow]
    by_newcomer: bool


class StartPage(Page):
    """`draft_chosen(Path)`; `waiting_counted(drafts and worklists)` for the navigation."""

    draft_chosen = Signal(object)
    waiting_counted = Signal(int)

    def __init__(
        self,
        around: Surroundings,
        preparations: Preparations,
        imports: Imports,
        results: Results,
        samples: Samples,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._preparations = preparations
        self._imports = imports
        self._results = results
        self._samples = samples
        self.set_title(self.tr("Start"))
        icons = around.icons
        self._import = Card(
            icons,
            "imports",
            self.tr("Import a file"),
            self.tr(
                "Drop a CSV or Excel file anywhere on this window. Every row is checked and "
                "nothing is written before you say so."
            ),
            self.tr("Import a file…"),
            self.tr("Try it with the sample file"),
        )
        self._import.action.setObjectName("start_import")
        self._import.action.setProperty("look", "primary")
        icons.put(self._import.action, "imports", "on_accent")
        self._import.action.clicked.connect(self.import_wanted)
        self._import.link.setObjectName("start_sample")
        self._import.link.hide()
        self._import.link.clicked.connect(self.sample_wanted)
        self._drafts = Card(icons, "draft", self.tr("Go on where you were"), "", "")
        self._drafts.line_chosen.connect(self.draft_chosen)
        self._worklists = Card(icons, "warning", self.tr("Rows that wait for a correction"), "", "")
        self._worklists.line_chosen.connect(self._show_job)
        self._recent = Card(icons, "history", self.tr("Latest imports"), "", self.tr("All imports"))
        self._recent.line_chosen.connect(self._show_job)
        self._recent.action.clicked.connect(self._show_imports)
        self._footprint = Card(
            icons, "results", self.tr("CO₂e by year"), "", self.tr("Show the results")
        )
        self._footprint.action.clicked.connect(self._show_results)
        self._footprint.line_chosen.connect(self._show_results)
        self._lay_out()

    def reload(self) -> None:
        """Read again what waits."""
        self.ask(lambda _: self._find(), self._came)

    def _find(self) -> _Found:
        jobs = self._imports.jobs()
        return _Found(
            self._preparations.drafts(),
            jobs,
            self._results.rows(),
            self._samples.is_newcomer(jobs),
        )

    def _lay_out(self) -> None:
        cards = QWidget(self)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, group in (
            (left, (self._import, self._drafts, self._worklists)),
            (right, (self._recent, self._footprint)),
        ):
            column.setSpacing(16)
            for card in group:
                column.addWidget(card)
            column.addStretch(1)
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(cards)
        self.body.addWidget(area)

    @Slot(object)
    def _came(self, found: _Found) -> None:
        formats = self.around.formats
        waiting = [
            job for job in found.jobs if job.status is JobStatus.COMPLETED and job.rows_error
        ]
        self._drafts.show_lines(
            [
                CardLine(
                    draft.path,
                    draft.filename or draft.path.name,
                    self._draft_note(draft),
                )
                for draft in found.drafts[:_SHOWN]
            ],
            "",
        )
        self._drafts.setVisible(bool(found.drafts))
        self._import.link.setVisible(found.by_newcomer)
        self._worklists.show_lines(
            [
                CardLine(job, job.filename, self._in_error(job.rows_error))
                for job in waiting[:_SHOWN]
            ],
            "",
        )
        self._worklists.setVisible(bool(waiting))
        self._recent.show_lines(
            [
                CardLine(
                    job,
                    f"{job.filename} → {job.lab_code}",
                    f"{formats.co2e(job.co2e_kg)} · {formats.moment(job.created_at)}",
                )
                for job in found.jobs[:_SHOWN]
            ],
            self.tr("Nothing was imported yet."),
        )
        self._recent.action.setVisible(bool(found.jobs))
        years = sorted({row.year for row in found.results}, reverse=True)
        totals = {
            year: sum((row.co2e_kg for row in found.results if row.year == year), Decimal())
            for year in years
        }
        self._footprint.show_lines(
            [CardLine(year, str(year), formats.co2e(totals[year])) for year in years[:_SHOWN]],
            self.tr("Totals appear here once activities are in the database."),
        )
        self._footprint.action.setVisible(bool(years))
        self.waiting_counted.emit(len(found.drafts) + len(waiting))
        self.count("")

    def _draft_note(self, draft: DraftSummary) -> str:
        if draft.problem is not None:
            return self.around.messages.error(draft.problem)
        saved = self.around.formats.moment(draft.saved_at)
        return f"{self._in_error(draft.rows_error)} · {saved}"

    def _in_error(self, rows: int) -> str:
        return self.around.formats.counted(self.tr("%n rows in error", "", rows), rows)

    @Slot(object)
    def _show_job(self, job: ImportJob) -> None:
        self.place_wanted.emit(Place(PageId.IMPORTS, job.id))

    @Slot()
    def _show_imports(self) -> None:
        self.place_wanted.emit(Place(PageId.IMPORTS))

    @Slot()
    def _show_results(self) -> None:
        self.place_wanted.emit(Place(PageId.RESULTS))

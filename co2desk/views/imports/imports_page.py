"""The imports: drafts on this computer above, what is in the database below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.ids import ImportJobId
from co2desk.domain.import_job import ImportJob, JobStatus, UndoOutcome
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.browse_activities import Totals
from co2desk.services.imports import ImportFilter, Imports
from co2desk.services.preparations import DraftSummary, Preparations
from co2desk.views.action_table import ActionId
from co2desk.views.imports.drafts_list import DraftsList
from co2desk.views.imports.job_columns import job_columns
from co2desk.views.imports.job_panel import JobPanel
from co2desk.views.imports.undo_notice import UndoNotice
from co2desk.views.imports.undo_words import UndoWords
from co2desk.views.imports.worklist_window import WorklistWindow
from co2desk.views.page import Page
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.empty_state import EmptyState
from co2desk.views.widgets.text import heading
from co2desk.views.words import job_word


class ImportsPage(Page):
    """`file_chosen(Path)` to open a draft or a file, `draft_unwanted(Path)` to remove a draft."""

    file_chosen = Signal(object)
    draft_unwanted = Signal(object)
    has_details = True

    def __init__(
        self,
        around: Surroundings,
        imports: Imports,
        preparations: Preparations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._imports = imports
        self._preparations = preparations
        self._text = ""
        self._wanted: ImportJobId | None = None
        self._chosen: ImportJob | None = None
        self._undo_notice = UndoNotice(self.notes, around.formats)
        self._undo_notice.place_wanted.connect(self.place_wanted)
        self.set_title(self.tr("Imports"))
        self.head.offer_search(self.tr("Search file name"))
        self.head.searched.connect(self._searched)
        self.head.add_action(
            "import_file", self.tr("Import a file…"), "imports", primary=True
        ).clicked.connect(self.import_wanted)
        self._status = ChoiceBox("status", self.tr("&State"), self)
        self._status.offer(
            [(None, self.tr("All states")), *((one, job_word(one)) for one in JobStatus)]
        )
        self._status.chosen.connect(self._filtered)
        self.head.add_filter(self._status.label)
        self.head.add_filter(self._status)
        self._lay_out()
        self._panel = self._make_panel()

    def details(self) -> QWidget | None:
        """The import selected."""
        return self._panel if self._chosen is not None else None

    def reload(self) -> None:
        """Read drafts and jobs again."""
        status = self._status.value
        wanted = ImportFilter(
            status=status if isinstance(status, JobStatus) else None, text=self._text
        )
        self.ask(lambda _: (self._preparations.drafts(), self._imports.jobs(wanted)), self._came)

    def show_place(self, wanted: object) -> None:
        """Select one import."""
        self._wanted = wanted if wanted is None else ImportJobId(wanted)  # type: ignore[arg-type]
        self.reload()

    def _lay_out(self) -> None:
        lists = QWidget(self)
        self._drafts = DraftsList(self.around, lists)
        self._drafts.chosen.connect(self.file_chosen)
        self._drafts.anew.connect(self._begin_anew)
        self._drafts.unwanted.connect(self.draft_unwanted)
        self.commands.answer(ActionId.DELETE, self._drafts.throw_away)
        self._jobs_title = heading(self.tr("In the database"), lists, 1.0)
        jobs = job_columns(self.around.messages, self.around.formats)
        self._jobs = ListTableModel(jobs, self)
        self._table = DataTable(self.around, "jobs_table", lists)
        self._table.setAccessibleName(self._jobs_title.text())
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._table.use(self._jobs, [column.width for column in jobs], stretch=1)
        self._table.row_chosen.connect(self._show)
        box = QVBoxLayout(lists)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self._drafts, self._jobs_title):
            box.addWidget(widget)
        box.addWidget(self._table, 1)
        empty = EmptyState(
            self.around.icons,
            "imports",
            self.tr("Nothing was imported yet"),
            self.tr("Files from finance, the travel agency or building services come in here."),
            action=self.tr("Import a file…"),
            other=self.tr("Try it with the sample file"),
            help_text=self.tr("Which files can be imported?"),
            help_topic="imports",
        )
        empty.action_chosen.connect(self.import_wanted)
        empty.other_chosen.connect(self.sample_wanted)
        empty.help_wanted.connect(self.help_wanted)
        self.body.addWidget(lists)
        self.body.addWidget(empty)

    def _make_panel(self) -> JobPanel:
        panel = JobPanel(self.around)
        activities = panel.add_button(
            "job_activities", self.tr("Show its activities"), "activities"
        )
        self._worklist = panel.add_button("job_worklist", self.tr("Open the worklist…"), "warning")
        self._undo = panel.add_button("job_undo", self.tr("Undo this import…"), "undo")
        for action, button, slot in (
            (ActionId.SHOW_ACTIVITIES, activities, self._show_activities),
            (ActionId.WORKLIST, self._worklist, self._open_worklist),
            (ActionId.UNDO_IMPORT, self._undo, self._ask_undo),
        ):
            button.clicked.connect(slot)
            self.commands.answer(action, button)
        self.commands.answer(ActionId.PASTE_IMPORT, self.paste_wanted.emit)
        return panel

    @Slot(object)
    def _came(self, found: tuple[Sequence[DraftSummary], Sequence[ImportJob]]) -> None:
        drafts, jobs = found
        self._drafts.show_drafts(drafts)
        self._jobs_title.setVisible(bool(drafts))
        self._jobs.show_rows(jobs)
        filtered = bool(self._text) or self._status.value is not None
        self.body.setCurrentIndex(0 if drafts or jobs or filtered else 1)
        self.count(self.around.formats.counted(self.tr("%n imports", "", len(jobs)), len(jobs)))
        places = {job.id: place for place, job in enumerate(self._jobs.rows)}
        if jobs:
            self._table.choose_row(places.get(self._wanted, 0) if self._wanted else 0)
        self._wanted = None

    @Slot(object)
    def _begin_anew(self, draft: Path) -> None:
        self.ask(lambda _: self._preparations.file_of_draft(draft), self.file_chosen.emit)

    @Slot(object)
    def _show(self, job: ImportJob | None) -> None:
        self._chosen = job
        if job is not None:
            self._panel.show_job(job)
            self.ask(lambda _: (job, self._imports.today(job.id)), self._counted, lane="counting")
            committed = job.status is JobStatus.COMPLETED
            self._undo.setVisible(committed)
            self._worklist.setVisible(committed and job.rows_error > 0)
        self.details_changed.emit()

    @Slot(object)
    def _counted(self, counted: tuple[ImportJob, Totals]) -> None:
        job, today = counted
        if job is self._chosen:
            self._panel.show_job(job, today)

    @Slot(str)
    def _searched(self, text: str) -> None:
        self._text = text
        self.reload()

    @Slot(object)
    def _filtered(self, _status: object) -> None:
        self.reload()

    @Slot()
    def _show_activities(self) -> None:
        if self._chosen is not None:
            wanted = ActivityFilter(import_job_id=self._chosen.id)
            self.place_wanted.emit(Place(PageId.ACTIVITIES, wanted))

    @Slot()
    def _open_worklist(self) -> None:
        if self._chosen is not None:
            window = WorklistWindow(self.around, self._imports, self._chosen, self)
            window.wrote.connect(self.wrote)
            window.open()

    @Slot()
    def _ask_undo(self) -> None:
        job = self._chosen
        if job is None:
            return
        dialog = UndoWords().question(self.around, job.rows_valid, job.filename, self)
        dialog.agreed.connect(self._undo_job)
        dialog.open()

    @Slot(str)
    def _undo_job(self, _typed: str) -> None:
        job = self._chosen
        if job is not None:
            self.ask(
                lambda progress: (job.id, self._imports.undo(job.id, progress)),
                self._undone,
                label=self.tr("Undoing the import…"),
                lane="writing",
            )

    @Slot(object)
    def _undone(self, undone: tuple[ImportJobId, UndoOutcome]) -> None:
        self._undo_notice.tell(*undone)
        self.wrote.emit()

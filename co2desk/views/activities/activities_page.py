"""The activities: a list of any length, paged, sorted and filtered by the server."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from co2desk.domain.activity_list import (
    ActivityColumn,
    ActivityFilter,
    ActivityOrder,
    ActivityPage,
    ActivityRecord,
    PageAnchor,
)
from co2desk.models.activity_edits import ActivityEdits
from co2desk.models.paged_table_model import PagedTableModel
from co2desk.services.browse_activities import Activities, Conflict, Totals
from co2desk.services.manage_labs import Laboratories
from co2desk.services.summarise import Results
from co2desk.views.activities.activity_columns import activity_columns
from co2desk.views.activities.activity_filters import ActivityFilters
from co2desk.views.activities.conflict_words import conflict_text
from co2desk.views.activities.lineage_panel import LineagePanel
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.page import Page
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.empty_state import EmptyState
from co2desk.views.widgets.message_bar import Tone

Came = tuple[int, ActivityPage]


class ActivitiesPage(Page):
    """List with filters and edits in place; where an activity comes from stands beside it."""

    has_details = True

    def __init__(
        self,
        around: Surroundings,
        activities: Activities,
        labs: Laboratories,
        results: Results,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._activities = activities
        self._labs = labs
        self._results = results
        self._order = ActivityOrder()
        self._next: PageAnchor | None = None
        self._chosen: ActivityRecord | None = None
        self.edits = ActivityEdits(around.runner, activities, self)
        self.set_title(self.tr("Activities"))
        self.head.offer_search(self.tr("Search category, note, factor"))
        self.filters = ActivityFilters(self)
        self.head.add_filter(self.filters)
        columns = activity_columns(around.formats)
        self.model = PagedTableModel(columns, self)
        self.table = DataTable(around, "activities_table", self)
        self.table.setAccessibleName(self.title)
        self.table.use(self.model, [column.width for column in columns])
        self.table.show_order(0, descending=True)
        self.table.setSortingEnabled(True)
        empty = EmptyState(
            around.icons,
            "activities",
            self.tr("No activities here"),
            self.tr("Activities come from imported files. Import one, or take filters away."),
            action=self.tr("Import a file…"),
            help_text=self.tr("What is an activity?"),
            help_topic="activities",
        )
        empty.action_chosen.connect(self.import_wanted)
        empty.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self.table)
        self.body.addWidget(empty)
        self._panel = LineagePanel(around, activities)
        self._add_buttons()
        self._connect()

    def details(self) -> QWidget | None:
        """Where the activity selected comes from."""
        return self._panel if self._chosen is not None else None

    def reload(self) -> None:
        """Begin at the top again, under the filter and order that stand."""
        self.head.show_chips(self.filters.chips())
        wanted = self.filters.wanted
        self._next = None
        self.model.begin()
        self.ask(lambda _: self._activities.totals(wanted), self._counted, lane="counting")
        self.ask(
            lambda _: ([lab.code for lab in self._labs.search()], self._results.years()),
            self._choices_came,
            lane="counting",
        )

    def show_place(self, wanted: object) -> None:
        """Show the activities of a laboratory, a year, an import …"""
        if isinstance(wanted, ActivityFilter):
            self.filters.show_filter(wanted)
            self.head.search.setText(wanted.text)
            self.reload()

    def _add_buttons(self) -> None:
        self._undo = self._button("undo_edit", self.tr("Undo"), "undo")
        self._undo.clicked.connect(self.edits.undo)
        self._redo = self._button("redo_edit", self.tr("Redo"), "redo")
        self._redo.clicked.connect(self.edits.redo)
        self._button("duplicate", self.tr("Duplicate"), "duplicate").clicked.connect(
            self._duplicate
        )
        self._button("delete", self.tr("Delete"), "delete").clicked.connect(self._ask_to_delete)
        self._button("export", self.tr("Export…"), "export").clicked.connect(self._export)
        self.head.add_action(
            "import_file", self.tr("Import a file…"), "imports", primary=True
        ).clicked.connect(self.import_wanted)
        for button in (self._undo, self._redo):
            button.setEnabled(False)

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = self.head.add_action(name, "", icon)
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _connect(self) -> None:
        self.head.searched.connect(self._searched)
        self.head.filter_removed.connect(self._filter_removed)
        self.filters.changed.connect(self.reload)
        self.model.page_wanted.connect(self._fetch)
        self.model.order_wanted.connect(self._order_chosen)
        self.model.edited.connect(self.edits.set_field)
        self.table.row_chosen.connect(self._show)
        self.edits.changed.connect(self._record_changed)
        self.edits.reshaped.connect(self._reshaped)
        self.edits.conflicted.connect(self._tell_conflict)
        self.edits.failed.connect(self.tell_failure)
        self.edits.steps_changed.connect(self._steps_changed)
        for key, slot in (
            (QKeySequence.StandardKey.Undo, self.edits.undo),
            (QKeySequence.StandardKey.Redo, self.edits.redo),
            (QKeySequence.StandardKey.Delete, self._ask_to_delete),
        ):
            QShortcut(key, self.table).activated.connect(slot)

    @Slot(int)
    def _fetch(self, generation: int) -> None:
        wanted, order, after = self.filters.wanted, self._order, self._next
        task = self.ask(
            lambda _: (generation, self._activities.page(wanted, order, after)), self._came
        )
        task.failed.connect(self.model.page_failed)

    @Slot(object)
    def _came(self, came: Came) -> None:
        generation, page = came
        if self.model.page_came(generation, page.rows, more=page.next is not None):
            self._next = page.next
            empty = self.model.rowCount() == 0
            self.body.setCurrentIndex(1 if empty else 0)
            if not empty and not self.table.currentIndex().isValid():
                self.table.choose_row(0)

    @Slot(object)
    def _counted(self, totals: Totals) -> None:
        formats = self.around.formats
        text = self.tr("%n activities", "", totals.count).replace(
            str(totals.count), formats.number(totals.count), 1
        )
        text += f" · {formats.co2e(totals.co2e_kg)}"
        if totals.missing_count:
            text += " · " + self.tr("%n without CO₂e", "", totals.missing_count)
        self.count(text)

    @Slot(object)
    def _choices_came(self, came: tuple[Sequence[str], Sequence[int]]) -> None:
        self.filters.offer(*came)

    @Slot(str)
    def _searched(self, text: str) -> None:
        self.filters.search(text)
        self.reload()

    @Slot(str)
    def _filter_removed(self, key: str) -> None:
        self.filters.drop(key)
        self.reload()

    @Slot(str, bool)
    def _order_chosen(self, key: str, descending: bool) -> None:
        if (
            key in set(map(str, ActivityColumn))
            and ActivityOrder(ActivityColumn(key), descending) != self._order
        ):
            self._order = ActivityOrder(ActivityColumn(key), descending)
            self._next = None
            self.model.begin()

    @Slot(object)
    def _show(self, record: ActivityRecord | None) -> None:
        self._chosen = record
        if record is not None:
            self._panel.show_activity(record)
        self.details_changed.emit()

    @Slot(object)
    def _record_changed(self, record: ActivityRecord) -> None:
        for row, known in enumerate(self.model.rows):
            if known.id == record.id:
                self.model.replace_row(row, record)
        if self._chosen is not None and self._chosen.id == record.id:
            self._show(record)
        self.notes.clear()
        wanted = self.filters.wanted
        self.ask(lambda _: self._activities.totals(wanted), self._counted, lane="counting")

    @Slot()
    def _reshaped(self) -> None:
        self.wrote.emit()

    @Slot()
    def _steps_changed(self) -> None:
        self._undo.setEnabled(self.edits.can_undo)
        self._redo.setEnabled(self.edits.can_redo)

    @Slot(object)
    def _tell_conflict(self, conflict: Conflict) -> None:
        self.edits.accept_theirs(conflict.theirs)
        self.notes.say(
            Tone.WARNING, conflict_text(conflict, self.around.messages, self.around.formats)
        )

    def _selected(self) -> list[ActivityRecord]:
        rows = self.table.chosen_rows()
        return [record for record in rows if isinstance(record, ActivityRecord)]

    @Slot()
    def _duplicate(self) -> None:
        if self._selected():
            self.edits.duplicate(self._selected())

    @Slot()
    def _ask_to_delete(self) -> None:
        count = len(self._selected())
        if not count:
            return
        dialog = Confirm(
            self.around.icons,
            self.tr("Delete %n activities?", "", count),
            self.tr(
                "Their CO₂e leaves the results. You can undo this as long as the view is open."
            ),
            self.tr("Delete %n activities", "", count),
            parent=self,
        )
        dialog.agreed.connect(self._delete)
        dialog.open()

    @Slot(str)
    def _delete(self, _typed: str) -> None:
        self.edits.delete(self._selected())

    @Slot()
    def _export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export activities"), "activities.xlsx")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Excel workbook (*.xlsx)"), self.tr("CSV (*.csv)"), "PDF (*.pdf)"]
        )
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    @Slot(str)
    def export_to(self, name: str) -> None:
        """Write what is filtered to a file."""
        wanted, order = self.filters.wanted, self._order
        self.ask(
            lambda progress: self._activities.export(Path(name), wanted, order, progress),
            self._exported,
            label=self.tr("Exporting…"),
            lane="exporting",
        )

    @Slot(object)
    def _exported(self, count: int) -> None:
        self.notes.say(Tone.GOOD, self.tr("%n activities were exported.", "", count))

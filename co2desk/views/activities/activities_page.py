"""The activities: a list of any length, paged, sorted and filtered by the server."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.activity_list import (
    ActivityFilter,
    ActivityRecord,
)
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.models.paged_table_model import PagedTableModel
from co2desk.services.browse_activities import Activities, Totals
from co2desk.services.manage_labs import Laboratories
from co2desk.services.summarise import Results
from co2desk.views.action_table import ActionId
from co2desk.views.activities.activity_columns import activity_columns
from co2desk.views.activities.activity_export import ActivityExport
from co2desk.views.activities.activity_filters import ActivityFilters
from co2desk.views.activities.activity_pages import ActivityPages
from co2desk.views.activities.activity_views import ActivityViews
from co2desk.views.activities.activity_work import ActivityWork
from co2desk.views.activities.lineage_panel import LineagePanel
from co2desk.views.page import Page
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.empty_state import EmptyState, nothing_found
from co2desk.views.widgets.message_bar import Tone
from co2desk.views.widgets.paged_table import PagedTable


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
        self._chosen: ActivityRecord | None = None
        self.work = ActivityWork(around, activities, self._selected, self)
        self.edits = self.work.edits
        self._writable: list[str] = []
        self.set_title(self.tr("Activities"))
        self.head.offer_search(self.tr("Search category, note, factor"))
        self.filters = ActivityFilters(around.terms, self)
        self.head.add_filter(self.filters)
        columns = activity_columns(around.formats, around.terms)
        self.model = PagedTableModel(columns, self)
        self._pages = ActivityPages(
            activities, self.model, lambda: self.filters.wanted, self.ask, self
        )
        self.table = PagedTable(around, "activities_table", self)
        self.table.setAccessibleName(self.title)
        self.table.use(self.model, [column.width for column in columns])
        self.table.show_order(0, descending=True)
        self.table.setSortingEnabled(True)
        empty = EmptyState(
            around.icons,
            "activities",
            self.tr("No activities here"),
            self.tr("Activities come from imported files, or are added one by one."),
            action=self.tr("Import a file…"),
            help_text=self.tr("What is an activity?"),
            help_topic="activities",
        )
        empty.action_chosen.connect(self.import_wanted)
        empty.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self.table)
        self.body.addWidget(empty)
        nothing = nothing_found(around.icons, self.tr("No activity fits"))
        nothing.action_chosen.connect(self._show_all)
        self.body.addWidget(nothing)
        self._panel = LineagePanel(around, activities)
        self._export = ActivityExport(activities, self.filters, self._pages, self)
        self._add_buttons()
        self._connect()

    def details(self) -> QWidget | None:
        """Where the activity selected comes from."""
        return self._panel if self._chosen is not None else None

    def reload(self) -> None:
        """Begin at the top again, under the filter and order that stand."""
        self.head.show_chips(self.filters.chips())
        self._pages.begin()
        self._read_around()

    def _read_around(self) -> None:
        """Read what stands around the list."""
        wanted = self.filters.wanted
        self.ask(lambda _: self._activities.totals(wanted), self._counted, lane="counting")
        self.ask(
            lambda _: (self._labs.search(), self._results.years()),
            self._choices_came,
            lane="counting",
        )

    def waits(self) -> bool:
        """Edits wait too."""
        return super().waits() or bool(self.edits.waiting)

    def try_again(self) -> None:
        """Send edits once more, too."""
        self.edits.try_again()
        super().try_again()

    def look_again(self) -> None:
        """Go on where the list broke off; what has come stays in front of the person."""
        if self.model.stalled and not self.model.rows:
            self.reload()
            return
        self.model.go_on()
        self._read_around()

    def link_is_back(self) -> None:
        """The panel beside it goes on, too."""
        self._panel.link_is_back()
        super().link_is_back()

    @Slot()
    def give_up(self) -> None:
        """Forget edits that wait, too."""
        super().give_up()
        self.edits.give_up()

    def show_place(self, wanted: object) -> None:
        """Show the activities of a laboratory, a year, an import …"""
        if isinstance(wanted, ActivityFilter):
            self.filters.show_filter(wanted)
            self.head.show_search(wanted.text)
            self.reload()

    def _add_buttons(self) -> None:
        made = {}
        for action, name, text, icon, slot in (
            (ActionId.NEW, "add_activity", self.tr("Add an activity…"), "add", self._open_form),
            (ActionId.UNDO, "undo_edit", self.tr("Undo"), "undo", self.edits.undo),
            (ActionId.REDO, "redo_edit", self.tr("Redo"), "redo", self.edits.redo),
            (
                ActionId.CHANGE,
                "change_selected",
                self.tr("Change selected…"),
                "edit",
                self.work.change_selected,
            ),
            (
                ActionId.DUPLICATE,
                "duplicate",
                self.tr("Duplicate"),
                "duplicate",
                self.work.duplicate_selected,
            ),
            (ActionId.DELETE, "delete", self.tr("Delete"), "delete", self.work.delete_selected),
            (ActionId.EXPORT, "export", self.tr("Export…"), "export", self._export.ask_name),
        ):
            made[action] = self.head.add_icon(name, text, icon)
            made[action].clicked.connect(slot)
            self.commands.answer(action, made[action])
        self._add, self._undo, self._redo = (
            made[action] for action in (ActionId.NEW, ActionId.UNDO, ActionId.REDO)
        )
        menu = self.head.add_menu_button("views", self.tr("Views"), "filter")
        self._views = ActivityViews(menu, self.filters, self._pages, self.table, self)
        self.commands.answer(ActionId.SAVE_VIEW, self._views.ask_name)
        columns = self.head.add_menu_button("columns", self.tr("Columns"), "columns")
        columns.setMenu(self.table.columns_menu(columns))
        self.commands.answer(ActionId.FIRST_ROW, self._pages.go_to_first)
        self.commands.answer(ActionId.LAST_ROW, self._pages.go_to_last)
        # Pasted rows are checked and shown before anything is written, as any file's are.
        self.commands.answer(ActionId.PASTE_IMPORT, self.paste_wanted.emit)
        self.head.add_action(
            "import_file", self.tr("Import a file…"), "imports", primary=True
        ).clicked.connect(self.import_wanted)
        for button in (self._add, self._undo, self._redo):
            button.setEnabled(False)

    def _connect(self) -> None:
        self.head.searched.connect(self._searched)
        self.head.filter_removed.connect(self._filter_removed)
        self.filters.changed.connect(self.reload)
        self._pages.came.connect(self._came)
        self._pages.row_wanted.connect(self.table.choose_row)
        self.model.edited.connect(self.edits.set_field)
        self.table.row_chosen.connect(self._show)
        self.edits.changed.connect(self._records_changed)
        self.edits.reshaped.connect(self._reshaped)
        self.edits.steps_changed.connect(self._steps_changed)
        self.work.failed.connect(self._tell_refusal)
        self.work.outdated.connect(self.reload)

    @Slot()
    def _came(self) -> None:
        empty = self.model.rowCount() == 0
        filtered = self.filters.wanted != ActivityFilter()
        self.body.setCurrentIndex((2 if filtered else 1) if empty else 0)
        if not empty and not self.table.currentIndex().isValid():
            self.table.choose_row(self.model.rowCount() - 1 if self.model.grows_upwards else 0)

    @Slot(object)
    def _counted(self, totals: Totals) -> None:
        formats = self.around.formats
        text = formats.counted(self.tr("%n activities", "", totals.count), totals.count)
        text += f" · {formats.co2e(totals.co2e_kg)}"
        if totals.missing_count:
            missing = totals.missing_count
            text += " · " + formats.counted(self.tr("%n without CO₂e", "", missing), missing)
        self.count(text)

    @Slot(object)
    def _choices_came(self, came: tuple[Sequence[Laboratory], Sequence[int]]) -> None:
        labs, years = came
        self.filters.offer([lab.code for lab in labs], years)
        self._writable = [lab.code for lab in labs if lab.role not in (None, Role.VIEWER)]
        self._add.setEnabled(bool(self._writable))

    @Slot()
    def _show_all(self) -> None:
        self.show_place(ActivityFilter())

    @Slot(str)
    def _searched(self, text: str) -> None:
        self.filters.search(text)
        self.reload()

    @Slot(str)
    def _filter_removed(self, key: str) -> None:
        self.filters.drop(key)
        self.reload()

    @Slot(object)
    def _show(self, record: ActivityRecord | None) -> None:
        self._chosen = record
        if record is not None:
            self._panel.show_activity(record)
        self.details_changed.emit()

    @Slot(object)
    def _records_changed(self, records: Sequence[ActivityRecord]) -> None:
        changed = {record.id: record for record in records}
        self.model.replace(lambda known: changed.get(known.id))
        if self._chosen is not None and self._chosen.id in changed:
            self._show(changed[self._chosen.id])
        if not self.edits.waiting:
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

    @Slot(str)
    def _tell_refusal(self, text: str) -> None:
        if self.edits.waiting:
            self.tell_of_the_link(text)
        else:
            self.notes.say(Tone.ERROR, text)

    def _selected(self) -> list[ActivityRecord]:
        rows = self.table.chosen_rows()
        return [record for record in rows if isinstance(record, ActivityRecord)]

    @Slot()
    def _open_form(self) -> None:
        if self._writable:
            shown = [code for code in self._writable if code in self.filters.wanted.lab_codes]
            others = [code for code in self._writable if code not in shown]
            self.work.add([*shown, *others])

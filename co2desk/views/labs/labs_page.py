"""The laboratories: found by words, filtered by faculty, edited in a form."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.people import Person
from co2desk.domain.reference import Laboratory
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.administer import Administration
from co2desk.services.manage_labs import Laboratories
from co2desk.views.action_table import ActionId
from co2desk.views.export_name import ask_export_name
from co2desk.views.labs.lab_columns import lab_columns
from co2desk.views.labs.lab_panel import LabPanel
from co2desk.views.labs.lab_work import LabWork
from co2desk.views.page import Page
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.empty_state import EmptyState, nothing_found
from co2desk.views.widgets.message_bar import Tone


class LabsPage(Page):
    """The list; `work` does what the person asks for."""

    has_details = True

    def __init__(
        self,
        around: Surroundings,
        labs: Laboratories,
        administration: Administration,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._labs = labs
        self._administration = administration
        self._people: Sequence[Person] = ()
        self._faculties: list[str] = []
        self._text = ""
        self._chosen: Laboratory | None = None
        self.work = LabWork(around, labs, self)
        self.work.saved.connect(self._saved)
        self.work.done.connect(self._done)
        self.work.failed.connect(self.tell_not_done)
        self.set_title(self.tr("Labs"))
        self._make_head()
        columns = lab_columns(around.formats)
        self._model = ListTableModel(columns, self)
        self._table = DataTable(around, "labs_table", self)
        self._table.setAccessibleName(self.title)
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._table.use(self._model, [column.width for column in columns], stretch=1)
        self._table.row_chosen.connect(self._show)
        self._table.row_opened.connect(self._edit_lab)
        empty = EmptyState(
            around.icons,
            "labs",
            self.tr("No laboratory here"),
            self.tr("Laboratories hold the activities. Create one to begin."),
            action=self.tr("New laboratory"),
            help_text=self.tr("What is a laboratory?"),
            help_topic="labs",
        )
        empty.action_chosen.connect(self._new)
        empty.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self._table)
        self.body.addWidget(empty)
        nothing = nothing_found(around.icons, self.tr("No laboratory fits"))
        nothing.action_chosen.connect(self._show_all)
        self.body.addWidget(nothing)
        self._make_panel()

    def details(self) -> QWidget | None:
        """The laboratory selected."""
        return self._panel if self._chosen is not None else None

    def reload(self) -> None:
        """Search again."""
        text, faculty = self._text, str(self._faculty.value or "")
        archived = None if self._archived.isChecked() else False
        self.ask(
            lambda _: (
                self._labs.search(text, faculty, archived=archived),
                list(self._labs.faculties()),
                self._administration.people_in_sight(),
            ),
            self._came,
        )

    def _make_head(self) -> None:
        self.head.offer_search(self.tr("Search code and name"))
        self.head.searched.connect(self._searched)
        export = self.head.add_icon("export", self.tr("Export…"), "export")
        export.clicked.connect(self._export)
        self.commands.answer(ActionId.EXPORT, export)
        new = self.head.add_action("new_lab", self.tr("New laboratory"), "add", primary=True)
        new.clicked.connect(self._new)
        self.commands.answer(ActionId.NEW, new)
        self._faculty = ChoiceBox("faculty", self.tr("&Faculty"), self)
        self._faculty.chosen.connect(self._filtered)
        self._archived = QCheckBox(self.tr("Archived too"), self)
        self._archived.setObjectName("archived")
        self._archived.toggled.connect(self._filtered)
        for widget in (self._faculty.label, self._faculty, self._archived):
            self.head.add_filter(widget)

    def _make_panel(self) -> None:
        panel = LabPanel(self.around.icons)
        for action, button, slot in (
            (ActionId.SHOW_ACTIVITIES, panel.activities, self._show_activities),
            (ActionId.CHANGE, panel.edit, self._edit),
            (ActionId.ARCHIVE, panel.archive, self._archive),
            (ActionId.DELETE, panel.delete, self._delete),
        ):
            button.clicked.connect(slot)
            self.commands.answer(action, button)
        self._panel = panel

    @Slot(object)
    def _came(self, found: tuple[Sequence[Laboratory], list[str], Sequence[Person]]) -> None:
        labs, self._faculties, self._people = found
        choices: list[tuple[object, str]] = [("", self.tr("All faculties"))]
        self._faculty.offer(choices + [(one, one) for one in self._faculties], self._faculty.value)
        chosen = self._chosen.id if self._chosen is not None else None
        self._model.show_rows(labs)
        filtered = bool(self._text or self._faculty.value)
        self.body.setCurrentIndex(0 if labs else 2 if filtered else 1)
        self.count(
            self.around.formats.counted(self.tr("%n laboratories", "", len(labs)), len(labs))
        )
        if labs:
            # What is edited or deleted next is the same laboratory, and not the first of the list.
            self._table.choose_where(lambda one: isinstance(one, Laboratory) and one.id == chosen)

    @Slot(object)
    def _show(self, lab: Laboratory | None) -> None:
        self._chosen = lab
        if lab is not None:
            self._panel.show_lab(lab, self._people)
        self.details_changed.emit()

    @Slot()
    def _show_all(self) -> None:
        self._faculty.choose("")
        self._text = ""
        self.head.show_search("")
        self.reload()

    @Slot(str)
    def _searched(self, text: str) -> None:
        self._text = text
        self.reload()

    @Slot()
    def _filtered(self) -> None:
        self.reload()

    @Slot()
    def _new(self) -> None:
        self.work.open_form(None, self._faculties)

    @Slot(object)
    def _edit_lab(self, lab: Laboratory) -> None:
        if self._panel.edit.isEnabled():
            self.work.open_form(lab, self._faculties)

    @Slot()
    def _edit(self) -> None:
        if self._chosen is not None:
            self.work.open_form(self._chosen, self._faculties)

    @Slot()
    def _archive(self) -> None:
        if self._chosen is not None:
            self.work.archive(self._chosen)

    @Slot()
    def _delete(self) -> None:
        if self._chosen is not None:
            self.work.delete(self._chosen)

    @Slot(object)
    def _saved(self, lab: Laboratory) -> None:
        self._chosen = lab

    @Slot(str)
    def _done(self, text: str) -> None:
        self.notes.say(Tone.GOOD, text)
        self.wrote.emit()

    @Slot()
    def _show_activities(self) -> None:
        if self._chosen is not None:
            wanted = ActivityFilter(lab_codes=(self._chosen.code,))
            self.place_wanted.emit(Place(PageId.ACTIVITIES, wanted))

    @Slot()
    def _export(self) -> None:
        ask_export_name(self, self.tr("Export laboratories"), "laboratories.xlsx", self.export_to)

    @Slot(str)
    def export_to(self, name: str) -> None:
        """Write what is searched to a file."""
        text = self._text
        self.ask(lambda _: self._labs.export(Path(name), text), self._exported, lane="exporting")

    @Slot(object)
    def _exported(self, count: int) -> None:
        self.notes.say(Tone.GOOD, self.tr("%n laboratories were exported.", "", count))

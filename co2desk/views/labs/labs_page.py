"""The laboratories: found by words, filtered by faculty, edited in a form."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.models.columns import Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.manage_labs import LabContents, Laboratories
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.errands import ask, failure_text
from co2desk.views.labs.lab_form import LabForm
from co2desk.views.page import Page
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.details_panel import DetailsPanel, Section
from co2desk.views.widgets.empty_state import EmptyState
from co2desk.views.widgets.message_bar import Tone
from co2desk.views.words import role_word


class LabsPage(Page):
    """List, details and form."""

    has_details = True

    def __init__(
        self, around: Surroundings, labs: Laboratories, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, parent)
        self._labs = labs
        self._faculties: list[str] = []
        self._text = ""
        self._chosen: Laboratory | None = None
        self._form: LabForm | None = None
        self.set_title(self.tr("Labs"))
        self.head.offer_search(self.tr("Search code and name"))
        self.head.searched.connect(self._searched)
        self.head.add_action(
            "new_lab", self.tr("New laboratory"), "add", primary=True
        ).clicked.connect(self._new)
        self._faculty = ChoiceBox("faculty", self.tr("&Faculty"), self)
        self._faculty.chosen.connect(self._filtered)
        self._archived = QCheckBox(self.tr("Archived too"), self)
        self._archived.setObjectName("archived")
        self._archived.toggled.connect(self._filtered)
        for widget in (self._faculty.label, self._faculty, self._archived):
            self.head.add_filter(widget)
        columns = self._columns()
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
            self.tr("Laboratories hold the activities. Create one, or change what is searched."),
            action=self.tr("New laboratory"),
            help_text=self.tr("What is a laboratory?"),
            help_topic="labs",
        )
        empty.action_chosen.connect(self._new)
        empty.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self._table)
        self.body.addWidget(empty)
        self._panel = self._make_panel()

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
            ),
            self._came,
        )

    def _columns(self) -> list[Column[Laboratory]]:
        return [
            Column("code", self.tr("Code"), lambda lab: lab.code, width=130),
            Column("name", self.tr("Name"), lambda lab: lab.name, width=320),
            Column("faculty", self.tr("Faculty"), lambda lab: lab.faculty, width=120),
            Column(
                "members",
                self.tr("Members"),
                lambda lab: self.around.formats.number(len(lab.members)),
                numeric=True,
                width=90,
                sort=lambda lab: len(lab.members),
            ),
            Column("role", self.tr("Your role"), lambda lab: _role(lab.role), width=170),
            Column(
                "state",
                self.tr("State"),
                lambda lab: self.tr("archived") if lab.archived else self.tr("active"),
                width=90,
                state=lambda lab: "secondary" if lab.archived else "",
            ),
        ]

    def _make_panel(self) -> DetailsPanel:
        panel = DetailsPanel(self.around.icons)
        self._buttons: dict[str, QPushButton] = {}
        for name, text, icon, slot in (
            ("lab_activities", self.tr("Show its activities"), "activities", self._show_activities),
            ("lab_edit", self.tr("Edit…"), "edit", self._edit),
            ("lab_archive", self.tr("Archive"), "folder", self._archive),
            ("lab_delete", self.tr("Delete…"), "delete", self._count_before_deleting),
        ):
            self._buttons[name] = panel.add_button(name, text, icon)
            self._buttons[name].clicked.connect(slot)
        return panel

    def _allow(self, lab: Laboratory) -> None:
        """Offer what the person's role in a laboratory permits; the others say who may."""
        manages = lab.role in (Role.ADMIN, Role.LAB_MANAGER)
        why_not = self.tr("Only the laboratory's administrators may do this.")
        for name in ("lab_edit", "lab_archive"):
            self._buttons[name].setEnabled(manages)
            self._buttons[name].setToolTip("" if manages else why_not)
        deletes = lab.role is Role.ADMIN
        self._buttons["lab_delete"].setEnabled(deletes)
        self._buttons["lab_delete"].setToolTip(
            "" if deletes else self.tr("Only administrators may delete a laboratory.")
        )
        self._buttons["lab_archive"].setText(
            self.tr("Take out of the archive") if lab.archived else self.tr("Archive")
        )

    @Slot(object)
    def _came(self, found: tuple[Sequence[Laboratory], list[str]]) -> None:
        labs, self._faculties = found
        choices: list[tuple[object, str]] = [("", self.tr("All faculties"))]
        self._faculty.offer(choices + [(one, one) for one in self._faculties], self._faculty.value)
        self._model.show_rows(labs)
        self.body.setCurrentIndex(0 if labs else 1)
        self.count(self.tr("%n laboratories", "", len(labs)))
        if labs:
            self._table.choose_row(0)

    @Slot(object)
    def _show(self, lab: Laboratory | None) -> None:
        self._chosen = lab
        if lab is not None:
            self._allow(lab)
            lines = [
                (self.tr("Code"), lab.code),
                (self.tr("Faculty"), lab.faculty or "–"),
                (self.tr("Your role"), _role(lab.role)),
            ]
            members = Section(
                self.tr("Members (SCIPER)"), [("", ", ".join(lab.members) or self.tr("none yet"))]
            )
            self._panel.show_details(lab.name, "", "", [Section("", lines), members])
        self.details_changed.emit()

    @Slot(str)
    def _searched(self, text: str) -> None:
        self._text = text
        self.reload()

    @Slot()
    def _filtered(self) -> None:
        self.reload()

    @Slot()
    def _new(self) -> None:
        self._open_form(None)

    @Slot(object)
    def _edit_lab(self, lab: Laboratory) -> None:
        if self._buttons["lab_edit"].isEnabled():
            self._open_form(lab)

    @Slot()
    def _edit(self) -> None:
        if self._chosen is not None:
            self._open_form(self._chosen)

    def _open_form(self, lab: Laboratory | None) -> None:
        self._form = LabForm(self.around, lab, self._faculties, self)
        self._form.saved.connect(self._save_new if lab is None else self._save_changed)
        self._form.open()

    @Slot(object)
    def _save_new(self, lab: Laboratory) -> None:
        self._write(lab, new=True)

    @Slot(object)
    def _save_changed(self, lab: Laboratory) -> None:
        self._write(lab, new=False)

    def _write(self, lab: Laboratory, *, new: bool) -> None:
        write = self._labs.create if new else self._labs.change
        ask(self.around.runner, lambda _: write(lab), self._written, self._not_written)

    @Slot(object)
    def _written(self, lab: Laboratory) -> None:
        if self._form is not None:
            self._form.accept()
            self._form = None
        self.notes.say(Tone.GOOD, self.tr("%1 was saved.").replace("%1", lab.code))
        self.wrote.emit()

    @Slot(object)
    def _not_written(self, error: object) -> None:
        if self._form is not None:
            self._form.tell(failure_text(self.around.messages, error))
        else:
            self.tell_failure(error)

    @Slot()
    def _archive(self) -> None:
        if self._chosen is not None:
            self._write(replace(self._chosen, archived=not self._chosen.archived), new=False)

    @Slot()
    def _count_before_deleting(self) -> None:
        lab = self._chosen
        if lab is not None:
            self.ask(lambda _: (lab, self._labs.contents(lab.id)), self._ask_to_delete)

    @Slot(object)
    def _ask_to_delete(self, counted: tuple[Laboratory, LabContents]) -> None:
        lab, contents = counted
        published = ", ".join(map(str, contents.published_years))
        warning = self.tr("Published years are among them: %1.").replace("%1", published)
        dialog = Confirm(
            self.around.icons,
            self.tr("Delete %1?").replace("%1", lab.code),
            self.tr("With it go %1 and %2, for good. Archiving keeps them out of sight instead.")
            .replace("%1", self.tr("%n activities", "", contents.activities))
            .replace("%2", self.tr("%n imports", "", contents.imports))
            + (f" {warning}" if published else ""),
            self.tr("Delete laboratory"),
            typed=lab.code,
            typed_label=self.tr("Type the code of the laboratory to confirm:"),
            parent=self,
        )
        dialog.agreed.connect(self._delete)
        dialog.open()

    @Slot(str)
    def _delete(self, typed: str) -> None:
        lab = self._chosen
        if lab is not None:
            self.ask(lambda _: self._labs.delete(lab.id, typed), self._deleted)

    @Slot(object)
    def _deleted(self, contents: LabContents) -> None:
        self.notes.say(
            Tone.GOOD,
            self.tr("The laboratory and %n activities were deleted.", "", contents.activities),
        )
        self.wrote.emit()

    @Slot()
    def _show_activities(self) -> None:
        if self._chosen is not None:
            wanted = ActivityFilter(lab_codes=(self._chosen.code,))
            self.place_wanted.emit(Place(PageId.ACTIVITIES, wanted))


def _role(role: Role | None) -> str:
    return role_word(role) if role is not None else "–"

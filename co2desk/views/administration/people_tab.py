"""People, what they may do where, and how to change that."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from co2desk.domain.people import Person, RoleGrant
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.models.columns import Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.administer import Administration
from co2desk.services.manage_labs import Laboratories
from co2desk.views.action_table import ActionId
from co2desk.views.administration.people_work import PeopleWork
from co2desk.views.administration.tab import Tab
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone
from co2desk.views.words import role_word


class PeopleTab(Tab):
    """The person selected gets or loses the role chosen below the list."""

    def __init__(
        self,
        around: Surroundings,
        administration: Administration,
        labs: Laboratories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._administration = administration
        self._labs = labs
        self._chosen: Person | None = None
        self._lab_codes: list[str] = []
        self.work = PeopleWork(around, administration, self)
        self.work.done.connect(self._written)
        self.work.failed.connect(self.not_done)
        head = self._make_head()
        columns: list[Column[Person]] = [
            Column("name", self.tr("Name"), lambda one: one.display_name, width=200),
            Column("email", self.tr("E-mail"), lambda one: one.email, width=220),
            Column("sciper", self.tr("SCIPER"), lambda one: one.sciper, width=90),
            Column("login", self.tr("Login"), lambda one: one.login or "–", width=120),
            Column("roles", self.tr("Roles"), self._roles, width=200),
            Column(
                "active",
                self.tr("State"),
                lambda one: self.tr("active") if one.active else self.tr("inactive"),
                width=90,
                state=lambda one: "" if one.active else "secondary",
            ),
        ]
        self._model = ListTableModel(columns, self)
        self._table = DataTable(around, "people_table", self)
        self._table.setAccessibleName(self.tr("People and roles"))
        self._table.use(self._model, [column.width for column in columns], stretch=4)
        self._table.row_chosen.connect(self._show)
        self._table.row_opened.connect(self._edit_person)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._table, 1)
        box.addLayout(self._make_foot())

    def _make_head(self) -> QHBoxLayout:
        self._search = QLineEdit(self)
        self.search = self._search
        self._search.setObjectName("people_search")
        self._search.setPlaceholderText(self.tr("Search name, e-mail, SCIPER"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(320)
        self._search.editingFinished.connect(self.reload)
        new = QPushButton(self.tr("New person…"), self)
        new.setObjectName("new_person")
        new.setProperty("look", "primary")
        self.around.icons.put(new, "add", "on_accent")
        new.clicked.connect(self._new)
        self._edit = QPushButton(self.tr("Edit…"), self)
        self._edit.setObjectName("edit_person")
        self.around.icons.put(self._edit, "edit")
        self._edit.clicked.connect(self._edit_chosen)
        self.commands.answer(ActionId.NEW, new)
        self.commands.answer(ActionId.CHANGE, self._edit)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._search, 1)
        head.addStretch(1)
        head.addWidget(self._edit)
        head.addWidget(new)
        return head

    def _make_foot(self) -> QHBoxLayout:
        self._role = ChoiceBox("grant_role", self.tr("&Role"), self)
        self._role.offer([(role, role_word(role)) for role in Role], Role.LAB_MEMBER)
        self._lab = ChoiceBox("grant_lab", self.tr("&in"), self)
        self._grant = QPushButton(self.tr("Give this role"), self)
        self._grant.setObjectName("grant")
        self._grant.clicked.connect(self._give)
        self._revoke = QPushButton(self.tr("Take it away"), self)
        self._revoke.setObjectName("revoke")
        self._revoke.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._role.label, self._role, self._lab.label, self._lab):
            row.addWidget(widget)
        row.addWidget(self._grant)
        row.addWidget(self._revoke)
        row.addStretch(1)
        return row

    def reload(self) -> None:
        """Read people and laboratories again."""
        text = self._search.text().strip()
        self.ask(lambda _: (self._administration.people(text), self._labs.search()), self._came)

    def _roles(self, person: Person) -> str:
        return ", ".join(self._grant_text(grant) for grant in person.roles) or "–"

    def _grant_text(self, grant: RoleGrant) -> str:
        where = grant.lab_code or self.tr("all laboratories")
        return f"{role_word(grant.role)} ({where})"

    @Slot(object)
    def _came(self, came: tuple[Sequence[Person], Sequence[Laboratory]]) -> None:
        people, labs = came
        self._lab.offer(
            [(None, self.tr("all laboratories")), *((lab.id, lab.code) for lab in labs)],
            self._lab.value,
        )
        self._lab_codes = [lab.code for lab in labs]
        chosen = self._chosen.id if self._chosen is not None else None
        self._model.show_rows(people)
        if people:
            # The next role is meant for the same person, and not for the first of the list.
            self._table.choose_where(lambda one: isinstance(one, Person) and one.id == chosen)
        self.counted.emit(self.tr("%n people", "", len(people)))

    @Slot(object)
    def _show(self, person: Person | None) -> None:
        self._chosen = person
        for button in (self._grant, self._revoke, self._edit):
            button.setEnabled(person is not None)

    @Slot()
    def _new(self) -> None:
        self.work.open_form(None, self._lab_codes)

    @Slot()
    def _edit_chosen(self) -> None:
        if self._chosen is not None:
            self._edit_person(self._chosen)

    @Slot(object)
    def _edit_person(self, person: Person) -> None:
        self.work.open_form(person, self._lab_codes)

    @Slot()
    def _give(self) -> None:
        person, role, lab = self._chosen, self._role.value, self._lab.value
        if person is not None and isinstance(role, Role):
            self.ask(
                lambda _: self._administration.grant(person.id, role, lab),  # type: ignore[arg-type]
                self._written,
            )

    @Slot()
    def _take(self) -> None:
        person, lab = self._chosen, self._lab.value
        if person is not None:
            self.ask(
                lambda _: self._administration.revoke(person.id, lab),  # type: ignore[arg-type]
                self._written,
            )

    @Slot(object)
    def _written(self, person: Person) -> None:
        text = self.tr("%1 is now: %2").replace("%1", person.display_name)
        self.said.emit(Tone.GOOD, text.replace("%2", self._roles(person)))
        self._chosen = person
        self.reload()
        self.wrote.emit()

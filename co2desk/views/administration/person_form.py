"""A person as a form: who it is, and for a new one the login and the first role."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QWidget,
)

from co2desk.domain.ids import UserId
from co2desk.domain.people import Person, is_sciper
from co2desk.domain.roles import Role
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout
from co2desk.views.words import role_word


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What stands in the form; `role` and `lab_code` ("" is all) are those of a new person."""

    id: UserId
    name: str
    email: str
    sciper: str
    login: str
    active: bool
    role: Role
    lab_code: str


class PersonForm(TitledDialog):
    """`saved(PersonEntry)` asks for it to be written; the form closes when that was done."""

    saved = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        person: Person | None,
        lab_codes: Sequence[str],
        *,
        private: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("person_form", parent)
        self._person = person
        # One for all tries, so that two of them never make two people.
        self._id = person.id if person else UserId(uuid4())
        self.setWindowTitle(self.tr("Edit a person") if person else self.tr("New person"))
        self._notes = MessageBar(around.icons, self)
        icons, one = around.icons, person
        self._name = FormField(
            icons, "person_name", self.tr("&Name"), self, text=one.display_name if one else ""
        )
        self._email = FormField(
            icons, "person_email", self.tr("&E-mail"), self, text=one.email if one else ""
        )
        self._sciper = FormField(
            icons, "person_sciper", self.tr("&SCIPER"), self, text=one.sciper if one else ""
        )
        self._login = FormField(
            icons, "person_login", self.tr("&Login"), self, text=one.login if one else ""
        )
        self._login.line.setReadOnly(one is not None)
        self._role = ChoiceBox("person_role", self.tr("&Role"), self)
        self._role.offer([(role, role_word(role)) for role in Role], Role.LAB_MANAGER)
        self._lab = ChoiceBox("person_lab", self.tr("&in"), self)
        every = self.tr("all laboratories")
        self._lab.offer(
            [*((code, code) for code in lab_codes), ("", every)], lab_codes[0] if lab_codes else ""
        )
        self._active = QCheckBox(self.tr("&May log in"), self)
        self._active.setObjectName("person_active")
        self._active.setChecked(one.active if one else True)
        self._lay_out(private=private)

    def tell(self, text: str) -> None:
        """Say why it could not be saved."""
        self._save.setEnabled(True)
        self._notes.say(Tone.ERROR, text)

    def _lay_out(self, *, private: bool) -> None:
        form = form_layout()
        for field in (self._name, self._email, self._sciper, self._login):
            field.add_to(form)
        if self._person is None:
            form.addRow("", secondary(self._about_the_login(private=private), self))
            for box in (self._role, self._lab):
                form.addRow(box.label, box)
            self._active.hide()
        else:
            form.addRow("", self._active)
            for box in (self._role, self._lab):
                box.hide()
                box.label.hide()
        cancel = self.cancel_button("person_cancel")
        self._save = self.main_button(
            "person_save",
            self.tr("Save changes") if self._person else self.tr("Add the person"),
            self._save_clicked,
        )
        self.stack(
            self._notes,
            form,
            answers=(cancel, self._save),
        )
        self.setMinimumWidth(480)

    def _about_the_login(self, *, private: bool) -> str:
        if private:
            return self.tr(
                "Nobody else can reach the database of this computer, so the login may stay "
                "empty: the person then stands in the lists only."
            )
        return self.tr(
            "A login on the database server is made with a first password, which you are shown "
            "once, to hand over."
        )

    @Slot()
    def _save_clicked(self) -> None:
        entry = PersonEntry(
            id=self._id,
            name=self._name.text,
            email=self._email.text,
            sciper=self._sciper.text,
            login=self._login.text,
            active=self._active.isChecked(),
            role=Role(str(self._role.value)),
            lab_code=str(self._lab.value or ""),
        )
        wrong = self._wrong(entry)
        for field, text in wrong.items():
            field.say(text)
        first = next((field for field, text in wrong.items() if text), None)
        if first is not None:
            first.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._notes.clear()
        self._save.setEnabled(False)
        self.saved.emit(entry)

    def _wrong(self, entry: PersonEntry) -> dict[FormField, str]:
        """What is wrong with each field, "" where nothing is."""
        email = self.tr("Write an e-mail address, e.g. ada@example.org, or leave it empty.")
        sciper = self.tr("Write six digits, e.g. 123456, or leave it empty.")
        return {
            self._name: "" if entry.name else self.tr("Write the name of the person."),
            self._email: email if entry.email and "@" not in entry.email[1:-1] else "",
            self._sciper: sciper if entry.sciper and not is_sciper(entry.sciper) else "",
        }

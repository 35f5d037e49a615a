"""What an administrator does to people: add with login and role, change, hand over."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.people import Person
from co2desk.services.administer import Administration, GrantedLogin, ServerAddress
from co2desk.views.administration.hand_over_dialog import HandOverDialog
from co2desk.views.administration.person_form import PersonEntry, PersonForm
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings


class PeopleWork(QObject):
    """`done(Person)` when a person was written, `failed(error)` once the form is closed."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, administration: Administration, tab: QWidget) -> None:
        super().__init__(tab)
        self._around = around
        self._administration = administration
        self._tab = tab
        self._form: PersonForm | None = None
        self._person: Person | None = None

    def open_form(self, person: Person | None, lab_codes: Sequence[str]) -> None:
        """Ask who it is; None is a new person, for whom login and first role are asked too."""
        self._person = person
        private = not self._administration.address().host
        self._form = PersonForm(
            self._around, person, lab_codes, private=private, parent=self._tab.window()
        )
        self._form.saved.connect(self._save)
        self._form.finished.connect(self._form_closed)
        self._form.open()

    @Slot()
    def _form_closed(self) -> None:
        self._form = None

    @Slot(object)
    def _save(self, entry: PersonEntry) -> None:
        person, administration = self._person, self._administration
        if person is not None:
            changed = replace(
                person,
                display_name=entry.name,
                email=entry.email,
                sciper=entry.sciper,
                active=entry.active,
            )
            self._ask(lambda: GrantedLogin(administration.save_person(changed), None))
        else:
            self._ask(
                lambda: administration.add_person(
                    entry.name,
                    entry.role,
                    login=entry.login,
                    lab_code=entry.lab_code,
                    email=entry.email,
                    sciper=entry.sciper,
                    person_id=entry.id,
                )
            )

    def _ask(self, work: Callable[[], GrantedLogin]) -> None:
        ask(
            self._around.runner,
            lambda _: (work(), self._administration.address()),
            self._written,
            self._not_written,
            lane="writing",
        )

    @Slot(object)
    def _written(self, found: tuple[GrantedLogin, ServerAddress]) -> None:
        granted, address = found
        if self._form is not None:
            self._form.accept()
        if granted.password is not None:
            HandOverDialog(self._around.icons, granted, address, self._tab.window()).open()
        self.done.emit(granted.person)

    @Slot(object)
    def _not_written(self, error: object) -> None:
        if self._form is not None:
            self._form.tell(failure_text(self._around.messages, error))
        else:
            self.failed.emit(error)

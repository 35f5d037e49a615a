"""What a person does to laboratories: make, change, archive, delete."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.reference import Laboratory
from co2desk.services.manage_labs import LabContents, Laboratories
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.errands import ask, failure_text
from co2desk.views.labs.lab_form import LabForm
from co2desk.views.surroundings import Surroundings


class LabWork(QObject):
    """`done(text)` when something was written, `failed(error)` where it was not.

    `saved(laboratory)` before `done` where the laboratory is there still.
    """

    saved = Signal(object)
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, around: Surroundings, labs: Laboratories, page: QWidget) -> None:
        super().__init__(page)
        self._around = around
        self._labs = labs
        self._page = page
        self._form: LabForm | None = None
        self._to_delete: Laboratory | None = None

    def open_form(self, lab: Laboratory | None, faculties: list[str]) -> None:
        """Ask for what a laboratory consists of; None makes a new one."""
        self._form = LabForm(self._around, lab, faculties, self._page)
        self._form.saved.connect(self._save_new if lab is None else self._save_changed)
        self._form.finished.connect(self._form_closed)
        self._form.open()

    def archive(self, lab: Laboratory) -> None:
        """Put a laboratory out of sight, or back."""
        self._save_changed(replace(lab, archived=not lab.archived))

    def delete(self, lab: Laboratory) -> None:
        """Count what would go along, ask, and delete once the code was typed."""
        self._to_delete = lab
        ask(
            self._around.runner,
            lambda _: self._labs.contents(lab.id),
            self._ask_to_delete,
            self.failed.emit,
        )

    @Slot()
    def _form_closed(self) -> None:
        self._form = None

    @Slot(object)
    def _save_new(self, lab: Laboratory) -> None:
        ask(
            self._around.runner,
            lambda _: self._labs.create(lab),
            self._written,
            self._not_written,
            lane="writing",
        )

    @Slot(object)
    def _save_changed(self, lab: Laboratory) -> None:
        ask(
            self._around.runner,
            lambda _: self._labs.change(lab),
            self._written,
            self._not_written,
            lane="writing",
        )

    @Slot(object)
    def _written(self, lab: Laboratory) -> None:
        if self._form is not None:
            self._form.accept()
        self.saved.emit(lab)
        self.done.emit(self.tr("%1 was saved.").replace("%1", lab.code))

    @Slot(object)
    def _not_written(self, error: object) -> None:
        if self._form is not None:
            self._form.tell(failure_text(self._around.messages, error))
        else:
            self.failed.emit(error)

    @Slot(object)
    def _ask_to_delete(self, contents: LabContents) -> None:
        lab = self._to_delete
        if lab is None:
            return
        published = ", ".join(map(str, contents.published_years))
        warning = self.tr("Published years are among them: %1.").replace("%1", published)
        dialog = Confirm(
            self._around.icons,
            self.tr("Delete %1?").replace("%1", lab.code),
            self.tr("With it go %1 and %2, for good. Archiving keeps them out of sight instead.")
            .replace("%1", self._activities(contents.activities))
            .replace("%2", self.tr("%n imports", "", contents.imports))
            + (f" {warning}" if published else ""),
            self.tr("Delete laboratory"),
            typed=lab.code,
            typed_label=self.tr("Type the code of the laboratory to confirm:"),
            parent=self._page,
        )
        dialog.agreed.connect(self._delete)
        dialog.open()

    @Slot(str)
    def _delete(self, typed: str) -> None:
        lab = self._to_delete
        if lab is not None:
            ask(
                self._around.runner,
                lambda _: self._labs.delete(lab.id, typed),
                self._deleted,
                self.failed.emit,
                label=self.tr("Deleting the laboratory…"),
                lane="writing",
            )

    @Slot(object)
    def _deleted(self, contents: LabContents) -> None:
        count = contents.activities
        text = self.tr("The laboratory and %n activities were deleted.", "", count)
        self.done.emit(self._around.formats.counted(text, count))

    def _activities(self, count: int) -> str:
        return self._around.formats.counted(self.tr("%n activities", "", count), count)

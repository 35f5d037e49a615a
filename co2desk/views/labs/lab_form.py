"""A laboratory as a form."""

import re
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from co2desk.domain.ids import LabId
from co2desk.domain.people import is_sciper
from co2desk.domain.reference import Laboratory
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout


class LabForm(TitledDialog):
    """`saved(Laboratory)` asks for it to be written; the form closes when that was done."""

    saved = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        lab: Laboratory | None,
        faculties: list[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("lab_form", parent)
        self._lab = lab
        # One for all tries, so that two of them never make two laboratories.
        self._id = lab.id if lab else LabId(uuid4())
        self.setWindowTitle(self.tr("Edit laboratory") if lab else self.tr("New laboratory"))
        self._notes = MessageBar(around.icons, self)
        self._code = QLineEdit(lab.code if lab else "", self)
        self._code.setObjectName("lab_code")
        self._code.setMaxLength(50)
        self._code.setReadOnly(lab is not None)
        self._name = QLineEdit(lab.name if lab else "", self)
        self._name.setObjectName("lab_name")
        self._faculty = QComboBox(self)
        self._faculty.setObjectName("lab_faculty")
        self._faculty.setEditable(True)
        self._faculty.addItems(faculties)
        self._faculty.setCurrentText(lab.faculty if lab else "")
        self._members = QPlainTextEdit("\n".join(lab.members) if lab else "", self)
        self._members.setObjectName("lab_members")
        self._members.setTabChangesFocus(True)
        self._members.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        form = form_layout()
        for label, widget in (
            (self.tr("&Code"), self._code),
            (self.tr("&Name"), self._name),
            (self.tr("&Faculty"), self._faculty),
            (self.tr("&Members"), self._members),
        ):
            caption = QLabel(label, self)
            caption.setBuddy(widget)
            form.addRow(caption, widget)
        form.addRow("", secondary(self.tr("SCIPER numbers of six digits, one per line."), self))
        cancel = self.cancel_button("lab_cancel")
        self._save = self.main_button(
            "lab_save",
            self.tr("Save changes") if lab else self.tr("Create laboratory"),
            self._save_clicked,
        )
        self.stack(
            self._notes,
            form,
            answers=(cancel, self._save),
        )
        self.setMinimumWidth(460)

    def tell(self, text: str) -> None:
        """Say why it could not be saved."""
        self._save.setEnabled(True)
        self._notes.say(Tone.ERROR, text)

    @Slot()
    def _save_clicked(self) -> None:
        code, name = self._code.text().strip(), self._name.text().strip()
        members = tuple(dict.fromkeys(re.split(r"[\s,;]+", self._members.toPlainText().strip())))
        members = tuple(member for member in members if member)
        wrong = [member for member in members if not is_sciper(member)]
        if not code or not name:
            self.tell(self.tr("A laboratory needs a code and a name. Fill in both."))
        elif wrong:
            self.tell(
                self.tr("“%1” is not a SCIPER number. Write six digits, e.g. 123456.").replace(
                    "%1", wrong[0]
                )
            )
        else:
            before = self._lab or Laboratory(self._id, code, name)
            faculty = self._faculty.currentText().strip()
            self._notes.clear()
            self._save.setEnabled(False)
            self.saved.emit(replace(before, code=code, name=name, faculty=faculty, members=members))

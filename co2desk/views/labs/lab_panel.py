"""One laboratory: what it is, who may work in it, and what the person may do with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from co2desk.domain.people import Person
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.views.icons import Icons
from co2desk.views.labs.lab_columns import own_role
from co2desk.views.widgets.details_panel import DetailsPanel, Section
from co2desk.views.words import role_word


class LabPanel(DetailsPanel):
    """Buttons that the person's role does not permit are grey and say who may."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.activities = self.add_button(
            "lab_activities", self.tr("Show its activities"), "activities"
        )
        self.edit = self.add_button("lab_edit", self.tr("Edit…"), "edit")
        self.archive = self.add_button("lab_archive", self.tr("Archive"), "folder")
        self.delete = self.add_button("lab_delete", self.tr("Delete…"), "delete")

    def show_lab(self, lab: Laboratory, people: Sequence[Person] = ()) -> None:
        """Show a laboratory; `people` are those with a role in it, as far as one may see them."""
        self._allow(lab)
        lines = [
            (self.tr("Code"), lab.code),
            (self.tr("Faculty"), lab.faculty or "–"),
            (self.tr("Your role"), own_role(lab.role)),
        ]
        members = Section(
            self.tr("Members (SCIPER)"), [("", ", ".join(lab.members) or self.tr("none yet"))]
        )
        sections = [Section("", lines), members]
        rights = [
            (person.display_name, role_word(grant.role))
            for person in people
            for grant in person.roles
            if grant.lab_id in (lab.id, None)
        ]
        if rights:
            sections.append(Section(self.tr("Who may work here"), rights))
        self.show_details(lab.name, "", "", sections)

    def _allow(self, lab: Laboratory) -> None:
        manages = lab.role in (Role.ADMIN, Role.LAB_MANAGER)
        why_not = self.tr("Only the laboratory's administrators may do this.")
        for button in (self.edit, self.archive):
            _permit(button, "" if manages else why_not)
        deletes = lab.role is Role.ADMIN
        _permit(
            self.delete, "" if deletes else self.tr("Only administrators may delete a laboratory.")
        )
        self.archive.setText(
            self.tr("Take out of the archive") if lab.archived else self.tr("Archive")
        )


def _permit(button: QPushButton, why_not: str) -> None:
    button.setEnabled(not why_not)
    button.setToolTip(why_not)

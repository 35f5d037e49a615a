"""The columns of laboratories."""

from PySide6.QtCore import QCoreApplication

from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.models.columns import Column, number_column
from co2desk.models.formats import Formats
from co2desk.views.words import role_word

translate = QCoreApplication.translate


def lab_columns(formats: Formats) -> list[Column[Laboratory]]:
    """What is shown of a laboratory."""
    return [
        Column("code", translate("LabColumns", "Code"), lambda lab: lab.code, width=130),
        Column("name", translate("LabColumns", "Name"), lambda lab: lab.name, width=180),
        Column("faculty", translate("LabColumns", "Faculty"), lambda lab: lab.faculty, width=120),
        number_column(
            "members",
            translate("LabColumns", "Members"),
            lambda lab: len(lab.members),
            formats,
            width=90,
        ),
        Column(
            "role", translate("LabColumns", "Your role"), lambda lab: own_role(lab.role), width=140
        ),
        Column(
            "state",
            translate("LabColumns", "State"),
            lambda lab: (
                translate("LabColumns", "archived")
                if lab.archived
                else translate("LabColumns", "active")
            ),
            width=90,
            state=lambda lab: "secondary" if lab.archived else "",
        ),
    ]


def own_role(role: Role | None) -> str:
    """What the person is in a laboratory."""
    return role_word(role) if role is not None else "–"

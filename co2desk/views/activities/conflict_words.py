"""What someone else made of an activity, against what the person saw."""

from dataclasses import fields

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.activity_list import ActivityRecord
from co2desk.models.formats import Formats
from co2desk.services.browse_activities import Conflict
from co2desk.views.words import field_word

_SHOWN = ("date", "category", "subcategory", "quantity", "unit", "factor_code", "co2e_kg", "note")


def conflict_text(conflict: Conflict, messages: Messages, formats: Formats) -> str:
    """Who changed it, both values of each field that differs, and how to go on."""
    named = {field.name for field in fields(ActivityRecord)}
    differences = [
        QCoreApplication.translate("Conflict", "%1: you saw %2, now it is %3")
        .replace("%1", field_word(messages, name))
        .replace("%2", str(getattr(conflict.mine, name)) or "–")
        .replace("%3", str(getattr(conflict.theirs, name)) or "–")
        for name in _SHOWN
        if name in named and getattr(conflict.mine, name) != getattr(conflict.theirs, name)
    ]
    return QCoreApplication.translate(
        "Conflict",
        "%1 changed this activity before you did, on %2. The row now shows that version; "
        "your edit was not made. Make it again if it is still right.",
    ).replace("%1", conflict.changed_by).replace(
        "%2", formats.moment(conflict.theirs.updated_at)
    ) + (" (" + "; ".join(differences) + ")" if differences else "")

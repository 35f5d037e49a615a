"""Entries of the audit log in words."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.people import AuditEntry
from co2desk.models.formats import Formats
from co2desk.views.words import field_word

translate = QCoreApplication.translate

# What every change touches says nothing about it.
_UNINTERESTING = {"version", "updated_at", "updated_by", "search", "created_at", "created_by"}


def action_word(action: str) -> str:
    """What was done; an unknown action keeps its name."""
    match action.lower():
        case "insert":
            return translate("History", "added")
        case "update":
            return translate("History", "changed")
        case "delete":
            return translate("History", "deleted")
        case "import":
            return translate("History", "imported")
        case "undo":
            return translate("History", "import undone")
    return action


def change_lines(
    entry: AuditEntry, messages: Messages, formats: Formats
) -> Iterator[tuple[str, str]]:
    """When and who as the label, what as the value; one line for each field that changed."""
    when = f"{formats.moment(entry.at)} {entry.who}"
    changes = list(changed_fields(entry))
    if not changes:
        yield when, action_word(entry.action)
    for name, before, after in changes:
        yield when, f"{field_word(messages, name)}: {before} → {after}"


def changed_fields(entry: AuditEntry) -> Iterator[tuple[str, str, str]]:
    """Name, before and after of each field that a change touched."""
    if entry.before is None or entry.after is None:
        return
    for name, after in entry.after.items():
        before = entry.before.get(name)
        if before != after and name not in _UNINTERESTING:
            yield name, _shown(before), _shown(after)


def _shown(value: object) -> str:
    return "–" if value in (None, "") else str(value)

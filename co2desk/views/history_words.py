"""Entries of the audit log in words."""

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.people import AuditEntry
from co2desk.models.formats import Formats
from co2desk.models.labelled import labelled
from co2desk.views.history_values import shown_value
from co2desk.views.words import field_word

translate = QCoreApplication.translate

# What every change touches says nothing about it, nor do the marks of the database's own.
_UNINTERESTING = {
    *("version", "updated_at", "updated_by", "search", "created_at", "created_by"),
    *("xact", "settled", "s3_key", "column_mapping"),
}
_COLUMNS = {
    "active": QT_TRANSLATE_NOOP("History", "may log in"),
    "activities": QT_TRANSLATE_NOOP("History", "activities"),
    "archived_at": QT_TRANSLATE_NOOP("History", "archived"),
    "co2e_kg": QT_TRANSLATE_NOOP("History", "kg CO₂e"),
    "co2e_source": QT_TRANSLATE_NOOP("History", "where the CO₂e is from"),
    "completed_at": QT_TRANSLATE_NOOP("History", "completed"),
    "currency": QT_TRANSLATE_NOOP("History", "currency"),
    "db_role": QT_TRANSLATE_NOOP("History", "login"),
    "display_name": QT_TRANSLATE_NOOP("History", "name"),
    "email": QT_TRANSLATE_NOOP("History", "e-mail"),
    "factor_value": QT_TRANSLATE_NOOP("History", "value of the factor"),
    "faculty": QT_TRANSLATE_NOOP("History", "faculty"),
    "file_sha256": QT_TRANSLATE_NOOP("History", "checksum of the file"),
    "filename": QT_TRANSLATE_NOOP("History", "file"),
    "kind": QT_TRANSLATE_NOOP("History", "kind"),
    "members": QT_TRANSLATE_NOOP("History", "members"),
    "per_eur": QT_TRANSLATE_NOOP("History", "per euro"),
    "reporting_year": QT_TRANSLATE_NOOP("History", "reporting year"),
    "role": QT_TRANSLATE_NOOP("History", "role"),
    "roles": QT_TRANSLATE_NOOP("History", "roles"),
    "rows_error": QT_TRANSLATE_NOOP("History", "rows in error"),
    "rows_total": QT_TRANSLATE_NOOP("History", "rows in the file"),
    "rows_valid": QT_TRANSLATE_NOOP("History", "rows committed"),
    "sciper": QT_TRANSLATE_NOOP("History", "SCIPER"),
    "status": QT_TRANSLATE_NOOP("History", "state"),
    "year": QT_TRANSLATE_NOOP("History", "year"),
}


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


def entity_word(entity: str) -> str:
    """What was touched; an unknown kind of thing keeps its name."""
    match entity:
        case "activities":
            return translate("History", "activities")
        case "laboratories":
            return translate("History", "laboratories")
        case "import_jobs":
            return translate("History", "imports")
        case "import_rows":
            return translate("History", "rows of imports")
        case "emission_factors" | "travel_factors" | "energy_factors":
            return translate("History", "emission factors")
        case "purchase_factors" | "custom_factors":
            return translate("History", "emission factors")
        case "users":
            return translate("History", "people")
        case "user_roles":
            return translate("History", "roles")
        case "published_years":
            return translate("History", "published years")
        case "exchange_rates":
            return translate("History", "exchange rates")
        case "column_mappings" | "value_mappings":
            return translate("History", "what is remembered")
    return entity


def column_word(messages: Messages, name: str) -> str:
    """What a field of an entry is called; one that files have too, as there."""
    known = _COLUMNS.get(name)
    return translate("History", str(known)) if known else field_word(messages, name)


def change_lines(
    entry: AuditEntry, messages: Messages, formats: Formats
) -> Iterator[tuple[str, str]]:
    """When and who as the label, what as the value; one line for each field that changed."""
    when = f"{formats.moment(entry.at)} {entry.who}"
    # What was added or deleted as a whole is not told field by field here.
    whole = not (entry.before and entry.after)
    changes = [] if whole else list(changed_fields(entry, messages, formats))
    if not changes:
        yield when, action_word(entry.action)
    for name, before, after in changes:
        yield when, labelled(column_word(messages, name), f"{before} → {after}")


def changed_fields(
    entry: AuditEntry, messages: Messages, formats: Formats
) -> Iterator[tuple[str, str, str]]:
    """Name, before and after of each field that a change touched; "–" where there was none."""
    before, after = entry.before or {}, entry.after or {}
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if was != now and name not in _UNINTERESTING and not _is_key(name):
            yield (
                name,
                shown_value(name, was, messages, formats),
                shown_value(name, now, messages, formats),
            )


def _is_key(name: str) -> bool:
    """Keys say nothing to a person."""
    return name == "id" or name.endswith("_id")

"""The values in entries of the audit log, as a person writes them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.desktop.terms import Terms
from co2desk.domain.activity import ActivityType
from co2desk.domain.import_job import JobStatus
from co2desk.domain.roles import Role
from co2desk.models.formats import Formats
from co2desk.views.words import job_word, kind_word, role_word, type_word

_AMOUNTS = frozenset(
    {"activities", "co2e_kg", "factor_value", "per_eur", "quantity", "rows_error", "rows_total",
     "rows_valid", "value"}
)  # fmt: skip
_DAYS = frozenset({"date", "valid_from", "valid_to"})
_WORDS: Mapping[str, Callable[[str], str]] = {
    "activity_type": lambda text: type_word(ActivityType(text)),
    "role": lambda text: role_word(Role(text)),
    "status": lambda text: job_word(JobStatus(text)),
}


def shown_value(name: str, value: object, messages: Messages, formats: Formats) -> str:
    """The value of a field; one that is not of the field's kind as it stands in the log."""
    match value:
        case None | "":
            return "–"
        case True:
            return QCoreApplication.translate("History", "yes")
        case False:
            return QCoreApplication.translate("History", "no")
        case list():
            return ", ".join(str(one) for one in value) or "–"
    text = str(value)
    try:
        if name in _AMOUNTS:
            return formats.number(Decimal(text))
        if name in _DAYS:
            return formats.day(date.fromisoformat(text))
        if name.endswith("_at"):
            return formats.moment(datetime.fromisoformat(text))
        if name in _WORDS:
            return _WORDS[name](text)
    except (ValueError, InvalidOperation):
        return text
    return kind_word(messages, text) if name == "kind" else Terms(messages).shown(name, text)

"""The words of the window for the closed sets of the domain: types, states, roles, fields."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from co2desk.desktop.messages import Messages
from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import FactorType
from co2desk.domain.import_job import JobStatus
from co2desk.domain.roles import Role
from co2desk.importing.table import SkipReason

_ROLES = {
    Role.VIEWER: QT_TRANSLATE_NOOP("Words", "reader"),
    Role.LAB_MEMBER: QT_TRANSLATE_NOOP("Words", "member"),
    Role.LAB_MANAGER: QT_TRANSLATE_NOOP("Words", "laboratory administrator"),
    Role.ADMIN: QT_TRANSLATE_NOOP("Words", "administrator"),
}
_TYPES = {
    ActivityType.TRAVEL: QT_TRANSLATE_NOOP("Words", "travel"),
    ActivityType.ENERGY: QT_TRANSLATE_NOOP("Words", "energy"),
    ActivityType.PURCHASE: QT_TRANSLATE_NOOP("Words", "purchase"),
    ActivityType.SERVICE: QT_TRANSLATE_NOOP("Words", "service"),
}
_FACTOR_TYPES = {
    FactorType.TRAVEL: QT_TRANSLATE_NOOP("Words", "travel"),
    FactorType.ENERGY: QT_TRANSLATE_NOOP("Words", "energy"),
    FactorType.PURCHASE: QT_TRANSLATE_NOOP("Words", "purchase"),
    FactorType.CUSTOM: QT_TRANSLATE_NOOP("Words", "own factor"),
}
_JOBS = {
    JobStatus.PENDING: QT_TRANSLATE_NOOP("Words", "waiting"),
    JobStatus.PROCESSING: QT_TRANSLATE_NOOP("Words", "under way"),
    JobStatus.COMPLETED: QT_TRANSLATE_NOOP("Words", "committed"),
    JobStatus.FAILED: QT_TRANSLATE_NOOP("Words", "failed"),
    JobStatus.UNDONE: QT_TRANSLATE_NOOP("Words", "undone"),
}
_SKIPPED = {
    SkipReason.PREAMBLE: QT_TRANSLATE_NOOP("Words", "above the table"),
    SkipReason.HEADER: QT_TRANSLATE_NOOP("Words", "header"),
    SkipReason.BLANK: QT_TRANSLATE_NOOP("Words", "blank"),
    SkipReason.TOTAL: QT_TRANSLATE_NOOP("Words", "total"),
    SkipReason.FOOTER: QT_TRANSLATE_NOOP("Words", "below the table"),
    SkipReason.INSTRUCTION: QT_TRANSLATE_NOOP("Words", "instruction"),
    SkipReason.OTHER_TABLE: QT_TRANSLATE_NOOP("Words", "another table"),
    SkipReason.REPEATED_HEADER: QT_TRANSLATE_NOOP("Words", "repeated header"),
}
_STAGES = {
    "reading": QT_TRANSLATE_NOOP("Words", "reading"),
    "checking": QT_TRANSLATE_NOOP("Words", "checking rows"),
    "writing": QT_TRANSLATE_NOOP("Words", "writing rows"),
    "committing": QT_TRANSLATE_NOOP("Words", "writing rows"),
    "saving": QT_TRANSLATE_NOOP("Words", "saving"),
}


def _word(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))


def role_word(role: Role) -> str:
    """What a role is called."""
    return _word(_ROLES[role])


def type_word(activity_type: ActivityType) -> str:
    """What a type of activity is called."""
    return _word(_TYPES[activity_type])


def factor_type_word(factor_type: FactorType) -> str:
    """What a family of factors is called."""
    return _word(_FACTOR_TYPES[factor_type])


def job_word(status: JobStatus) -> str:
    """What the state of an import is called."""
    return _word(_JOBS[status])


def kind_word(messages: Messages, kind: str) -> str:
    """What a kind of file is called; a dash for none."""
    return _named(messages, "kinds", kind) if kind else "–"


def field_word(messages: Messages, field: str) -> str:
    """What a field of a kind is called; an unknown one keeps its name."""
    return _named(messages, "fields", field)


def _named(messages: Messages, table: str, name: str) -> str:
    key = f"{table}.{name}"
    text = messages.text(key)
    return name.replace("_", " ") if text.endswith(key) else text


def skip_word(reason: SkipReason) -> str:
    """Why a row of a file was left out."""
    return _word(_SKIPPED[reason])


def stage_word(stage: str) -> str:
    """What long work is doing; an unknown stage says nothing."""
    return _word(_STAGES[stage]) if stage in _STAGES else ""


def no_factor() -> str:
    """What stands where CO2e is not known: never a zero."""
    return QCoreApplication.translate("Words", "— no factor")

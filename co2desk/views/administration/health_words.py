"""The words for what the server says of itself: groups, figures, and their units."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from co2desk.models.formats import Formats
from co2desk.models.labelled import labelled
from co2desk.services.watch_health import HealthGroup

_GROUPS = {
    "server": QT_TRANSLATE_NOOP("Health", "Server"),
    "connections": QT_TRANSLATE_NOOP("Health", "Connections"),
    "slow_queries": QT_TRANSLATE_NOOP("Health", "Slow queries"),
    "tables": QT_TRANSLATE_NOOP("Health", "Tables"),
    "unused_indexes": QT_TRANSLATE_NOOP("Health", "Unused indexes"),
    "locks": QT_TRANSLATE_NOOP("Health", "Waiting sessions"),
    "archiving": QT_TRANSLATE_NOOP("Health", "Archiving"),
    "replication": QT_TRANSLATE_NOOP("Health", "Standby servers"),
    "closed_years": QT_TRANSLATE_NOOP("Health", "Standby for published years"),
}
_FIGURES = {
    "size_bytes": QT_TRANSLATE_NOOP("Health", "size"),
    "started_at": QT_TRANSLATE_NOOP("Health", "running since"),
    "max_connections": QT_TRANSLATE_NOOP("Health", "connections at most"),
    "complete": QT_TRANSLATE_NOOP("Health", "all sessions seen"),
    "replay_delay_seconds": QT_TRANSLATE_NOOP("Health", "behind the primary by"),
    "answers": QT_TRANSLATE_NOOP("Health", "answers"),
    "count": QT_TRANSLATE_NOOP("Health", "sessions"),
    "longest_seconds": QT_TRANSLATE_NOOP("Health", "longest"),
    "calls": QT_TRANSLATE_NOOP("Health", "calls"),
    "mean_ms": QT_TRANSLATE_NOOP("Health", "on average"),
    "total_ms": QT_TRANSLATE_NOOP("Health", "altogether"),
    "rows": QT_TRANSLATE_NOOP("Health", "rows"),
    "table_bytes": QT_TRANSLATE_NOOP("Health", "data"),
    "index_bytes": QT_TRANSLATE_NOOP("Health", "indexes"),
    "dead_rows": QT_TRANSLATE_NOOP("Health", "rows to clean up"),
    "last_vacuum": QT_TRANSLATE_NOOP("Health", "cleaned up"),
    "last_analyze": QT_TRANSLATE_NOOP("Health", "analysed"),
    "bloat_percent": QT_TRANSLATE_NOOP("Health", "wasted"),
    "table": QT_TRANSLATE_NOOP("Health", "table"),
    "login": QT_TRANSLATE_NOOP("Health", "login"),
    "application": QT_TRANSLATE_NOOP("Health", "program"),
    "state": QT_TRANSLATE_NOOP("Health", "state"),
    "seconds": QT_TRANSLATE_NOOP("Health", "for"),
    "statement": QT_TRANSLATE_NOOP("Health", "statement"),
    "blocked_by": QT_TRANSLATE_NOOP("Health", "waits for"),
    "enabled": QT_TRANSLATE_NOOP("Health", "switched on"),
    "last_archived_at": QT_TRANSLATE_NOOP("Health", "last archived"),
    "failed_count": QT_TRANSLATE_NOOP("Health", "failures"),
    "last_failed_at": QT_TRANSLATE_NOOP("Health", "last failure"),
    "lag_bytes": QT_TRANSLATE_NOOP("Health", "behind by"),
    "lag_seconds": QT_TRANSLATE_NOOP("Health", "behind by"),
}
# What PostgreSQL says a session does; the log's own word stands where a new version has another.
_STATES = {
    "active": QT_TRANSLATE_NOOP("Health", "at work"),
    "idle": QT_TRANSLATE_NOOP("Health", "idle"),
    "idle in transaction": QT_TRANSLATE_NOOP("Health", "waits in a transaction"),
    "idle in transaction (aborted)": QT_TRANSLATE_NOOP("Health", "waits in a failed transaction"),
    "fastpath function call": QT_TRANSLATE_NOOP("Health", "calls a function"),
    "disabled": QT_TRANSLATE_NOOP("Health", "not watched"),
    "hidden": QT_TRANSLATE_NOOP("Health", "hidden"),
    "streaming": QT_TRANSLATE_NOOP("Health", "follows"),
    "catchup": QT_TRANSLATE_NOOP("Health", "catches up"),
    "startup": QT_TRANSLATE_NOOP("Health", "starts"),
    "backup": QT_TRANSLATE_NOOP("Health", "takes a backup"),
    "stopping": QT_TRANSLATE_NOOP("Health", "stops"),
}
# These describe one thing that there is once; the others begin with the name of one of many.
_NAMELESS = ("server", "archiving")
_MEGABYTE = 1_000_000


def _word(text: object) -> str:
    return QCoreApplication.translate("Health", str(text))


def group_word(group: str) -> str:
    """What a group of findings is called; an unknown one keeps its name."""
    return _word(_GROUPS.get(group, group))


def name_word(group: str, name: str) -> str:
    """What the one that a finding is about is called; sessions go by their state."""
    return _word(_STATES.get(name, name)) if group == "connections" else name


def has_name(group: str) -> bool:
    """Whether the first figure of a finding is the name of what it is about."""
    return group not in _NAMELESS


def figure(name: str, value: object, formats: Formats) -> str:
    """A figure with its name and unit."""
    return labelled(_word(_FIGURES.get(name, name)), _shown(name, value, formats))


def _shown(name: str, value: object, formats: Formats) -> str:
    match value:
        case None | "" | ():
            return "–"
        case datetime():
            return formats.moment(value)
        case bool():
            return _word(
                QT_TRANSLATE_NOOP("Health", "yes") if value else QT_TRANSLATE_NOOP("Health", "no")
            )
        case tuple():
            return ", ".join(str(one) for one in value)
        case int() | float() | Decimal():
            return _with_unit(name, Decimal(str(value)), formats)
    return _word(_STATES.get(str(value), value)) if name == "state" else str(value)


def _with_unit(name: str, value: Decimal, formats: Formats) -> str:
    if name.endswith("bytes"):
        return f"{formats.number(value / _MEGABYTE, 1)} MB"
    for ending, unit in (("seconds", "s"), ("_ms", "ms"), ("_percent", "%")):
        if name.endswith(ending):
            return f"{formats.number(value, 1)} {unit}"
    return formats.number(value, 0)


# As many dead rows as would make reading slower, in a table that is not tiny.
_MANY_DEAD, _DEAD_SHARE = 1_000, 0.2


def needs_care(group: str, row: Mapping[str, object]) -> bool:
    """Whether a finding asks for something to be done: who waits, what is away, what to clean."""
    if group == "locks":
        return True
    if group == "archiving":
        return _number(row, "failed_count") > 0
    if group == "closed_years":
        return row.get("answers") is False
    dead, rows = _number(row, "dead_rows"), _number(row, "rows")
    return dead > _MANY_DEAD and dead > _DEAD_SHARE * rows


def headline(groups: Sequence[HealthGroup], formats: Formats) -> str:
    """The figures that count: size, sessions, who waits, what to clean up."""
    rows = {group.name: group.rows for group in groups}
    size = sum(_number(row, "size_bytes") for row in rows.get("server", ()))
    most = sum(_number(row, "max_connections") for row in rows.get("server", ()))
    sessions = sum(_number(row, "count") for row in rows.get("connections", ()))
    waiting = len(rows.get("locks", ()))
    dirty = sum(needs_care("tables", row) for row in rows.get("tables", ()))
    sentences = [
        _word(QT_TRANSLATE_NOOP("Health", "%1 on the disk")).replace(
            "%1", _with_unit("size_bytes", Decimal(str(size)), formats)
        ),
        _word(QT_TRANSLATE_NOOP("Health", "%1 of %2 sessions"))
        .replace("%1", formats.number(int(sessions)))
        .replace("%2", formats.number(int(most))),
        _word(QT_TRANSLATE_NOOP("Health", "sessions waiting: %1")).replace("%1", str(waiting))
        if waiting
        else _word(QT_TRANSLATE_NOOP("Health", "nobody waits")),
        _word(QT_TRANSLATE_NOOP("Health", "tables to clean up: %1")).replace("%1", str(dirty))
        if dirty
        else _word(QT_TRANSLATE_NOOP("Health", "nothing to clean up")),
    ]
    return " · ".join(sentences)


def _number(row: Mapping[str, object], name: str) -> float:
    value = row.get(name)
    return float(value) if isinstance(value, int | float | Decimal) else 0.0

"""Reads the audit log, seals it, and finds out whether it was tampered with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from co2desk.domain.ids import LabId
from co2desk.domain.people import AuditEntry

# Columns that change with every change, or follow from others, and say nothing.
_NOISE = frozenset({"version", "updated_at", "updated_by", "xact", "words"})

_ENTRIES = """
SELECT e.id, e.at, coalesce(u.display_name, e.db_role) AS who, e.action, e.entity, e.entity_id,
    coalesce(l.code, '') AS lab_code, e.before, e.after, e.application
FROM {source} AS e
LEFT JOIN users AS u ON u.id = e.user_id
LEFT JOIN laboratories AS l ON l.id = e.lab_id
ORDER BY e.id DESC
"""


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal that a workstation remembers: if the log later has another there, it was cut."""

    n: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the log is what was sealed; `broken_at` is the first seal that does not fit.

    `only_gone` where all that is there is whole, and only what was seen earlier is not there.
    """

    seals: int
    entries: int
    broken_at: int | None
    only_gone: bool = False


class Audit:
    """The audit log; whole for administrators, by row for whoever may see its laboratory."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self,
        *,
        lab_id: LabId | None = None,
        who: str = "",
        entity: str = "",
        entity_id: str = "",
        words: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
        before_id: int | None = None,
        limit: int = 200,
    ) -> tuple[AuditEntry, ...]:
        """Entries, newest first; empty and None mean: all. `before_id` begins the next page.

        Raises:
            DatabaseProblem: NOT_PERMITTED for all but administrators.
        """
        source = """audit_page(:lab_id, :who, :entity, :entity_id, :words, :since, :until,
            :before_id, :limit)"""
        return self._entries(
            source,
            {
                "lab_id": lab_id,
                "who": who,
                "entity": entity,
                "entity_id": entity_id,
                "words": words,
                "since": since,
                "until": until,
                "before_id": before_id,
                "limit": limit,
            },
        )

    def trail(self, entity: str, entity_id: str) -> tuple[AuditEntry, ...]:
        """What happened to one row, newest first."""
        return self._entries(
            "audit_trail(:entity, :entity_id)", {"entity": entity, "entity_id": entity_id}
        )

    def seal(self, *, patient: bool = True) -> Seal | None:
        """Seal what the log has gained; returns the last seal, for the workstation to remember.

        Waits for those who write, who wait for it in turn; unless it is `patient`, not for long.

        Raises:
            DatabaseProblem: SERVER_BUSY where others write; NOT_PERMITTED.
        """
        if not patient:
            self._session.execute(text("SET LOCAL lock_timeout = '200ms'"))
        self._session.execute(text("SELECT seal_audit()"))
        return self.last_seal()

    def last_seal(self) -> Seal | None:
        """The newest seal; None for a log that was never sealed."""
        row = self._session.execute(
            text("SELECT n, hash FROM audit_seals ORDER BY n DESC LIMIT 1")
        ).first()
        return None if row is None else Seal(row.n, bytes(row.hash))

    def missing(self, remembered: Iterable[Seal]) -> tuple[int, ...]:
        """The numbers of seals that this workstation saw earlier and that are not there now."""
        return tuple(
            seal.n
            for seal in remembered
            if self._session.execute(
                text("SELECT hash FROM audit_seals WHERE n = :n"), {"n": seal.n}
            ).scalar()
            != seal.hash
        )

    def verify(self, remembered: Iterable[Seal] = ()) -> Verification:
        """Compute every seal again; compare with those that this workstation saw earlier."""
        self._session.execute(text("SET LOCAL statement_timeout = '30min'"))
        rows = self._session.execute(
            text("SELECT seal, sealed, intact FROM verify_audit() ORDER BY seal")
        ).all()
        broken = [row.seal for row in rows if not row.intact]
        gone = self.missing(remembered)
        return Verification(
            seals=len(rows),
            entries=sum(row.sealed for row in rows),
            broken_at=min((*broken, *gone), default=None),
            only_gone=bool(gone) and not broken,
        )

    def _entries(self, source: str, values: Mapping[str, object]) -> tuple[AuditEntry, ...]:
        rows = self._session.execute(text(_ENTRIES.format(source=source)), dict(values))
        return tuple(_entry(row) for row in rows)


def _entry(row: Row[Any]) -> AuditEntry:
    before, after = row.before, row.after
    if before is not None and after is not None:
        changed = {
            name
            for name in before.keys() | after.keys()
            if before.get(name) != after.get(name) and name not in _NOISE
        }
        before = {name: before.get(name) for name in sorted(changed)}
        after = {name: after.get(name) for name in sorted(changed)}
    return AuditEntry(
        id=row.id,
        at=row.at,
        who=row.who,
        action=row.action,
        entity=row.entity,
        entity_id=row.entity_id,
        lab_code=row.lab_code,
        before=before,
        after=after,
        application=row.application,
    )

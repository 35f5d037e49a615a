"""Manages people, their roles, published years, and reads the audit log."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from co2desk.domain.ids import LabId, UserId
from co2desk.domain.people import AuditEntry, Person
from co2desk.domain.roles import Role
from co2desk.services.connect import Connection


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries; empty and None mean: all. `text` is looked for in what changed."""

    lab_code: str = ""
    who: str = ""
    entity: str = ""
    entity_id: str = ""
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditVerification:
    """Whether the log is what was sealed; `broken_at` is the first seal that does not fit."""

    seals: int
    entries: int
    intact: bool
    broken_at: int | None = None


@dataclass(frozen=True, slots=True)
class GrantedLogin:
    """A person who was given a role; `password` is the first one, None for a login that was."""

    person: Person
    password: str | None = field(repr=False)


class Administration:
    """What administrators do."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people(self, text: str = "") -> Sequence[Person]:
        """People with their roles, by name."""
        raise NotImplementedError

    def save_person(self, person: Person) -> Person:
        """Add or change a person (name, email, SCIPER, active); roles are granted apart."""
        raise NotImplementedError

    def grant(
        self, user_id: UserId, role: Role, lab_id: LabId | None, login: str = "", password: str = ""
    ) -> Person:
        """Give a role in a laboratory (None: in all); makes the login when one is named.

        The password reaches the server as a SCRAM verifier only.
        """
        raise NotImplementedError

    def grant_login(
        self,
        login: str,
        role: Role,
        *,
        lab_code: str = "",
        display_name: str = "",
        email: str = "",
    ) -> GrantedLogin:
        """Give the person of `login` a role; makes person and login where they are missing.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: NOT_PERMITTED.
        """
        raise NotImplementedError

    def revoke(self, user_id: UserId, role: Role, lab_id: LabId | None) -> Person:
        """Take a role away."""
        raise NotImplementedError

    def publish_year(self, lab_id: LabId, year: int) -> None:
        """Freeze the activities of a laboratory's year."""
        raise NotImplementedError

    def reopen_year(self, lab_id: LabId, year: int) -> None:
        """Let a published year be edited again (administrators)."""
        raise NotImplementedError

    def audit(
        self, wanted: AuditFilter = AuditFilter(), before_id: int | None = None, limit: int = 200
    ) -> Sequence[AuditEntry]:
        """The log, newest first; `before_id` begins the following page."""
        raise NotImplementedError

    def seal_audit(self) -> AuditVerification:
        """Seal what the log has gained, and verify it."""
        raise NotImplementedError

    def verify_audit(self) -> AuditVerification:
        """Compute every seal again and compare, also with the last one this computer saw."""
        raise NotImplementedError

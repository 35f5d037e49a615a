"""Who works with the database, in which role, and what they did."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from co2desk.domain.ids import LabId, UserId
from co2desk.domain.roles import Role

_SCIPER = re.compile(r"[0-9]{6}")


def is_sciper(text: str) -> bool:
    """Whether a text is a person's number at the institution: six digits."""
    return _SCIPER.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Person:
    """A person who may log in; `login` is the PostgreSQL role, empty until one is made."""

    id: UserId
    display_name: str
    email: str
    sciper: str
    login: str
    active: bool
    roles: tuple["RoleGrant", ...] = ()


@dataclass(frozen=True, slots=True)
class RoleGrant:
    """A role in one laboratory, or in every laboratory where `lab_id` is None."""

    role: Role
    lab_id: LabId | None = None
    lab_code: str = ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit log; `before` and `after` hold what changed, None where nothing was."""

    id: int
    at: datetime
    who: str
    action: str
    entity: str
    entity_id: str
    lab_code: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    application: str = ""

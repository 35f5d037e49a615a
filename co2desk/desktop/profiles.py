"""Connection profiles: how to reach a shared server, without any password."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from co2desk.desktop.json_file import Document, change_json, read_json
from co2desk.domain.errors import Co2deskError, ErrorCode, UnusableInput


class TlsMode(StrEnum):
    """libpq's `sslmode`, without the modes that may silently fall back to plain text."""

    VERIFY_FULL = "verify-full"
    VERIFY_CA = "verify-ca"
    REQUIRE = "require"
    DISABLE = "disable"


class Login(StrEnum):
    """How the person proves who they are; libpq's `require_auth` follows from it."""

    PASSWORD = "scram-sha-256"
    KERBEROS = "gss"
    CERTIFICATE = "none"
    OAUTH = "oauth"


@dataclass(frozen=True, slots=True)
class ConnectionProfile:
    """One way to a shared database.

    `host` may name several servers, separated by commas; the one that accepts writes is taken.
    `ca_file` is a file or "system". `oauth_issuer` and `oauth_client_id` belong to the login by
    OAuth (PostgreSQL 18). `standby_host` may answer exports of closed years. A mode weaker than
    `verify-full` needs `weak_tls_accepted`, the person's own yes for this profile.
    """

    name: str
    host: str
    port: int = 5432
    database: str = "co2desk"
    user: str = ""
    tls: TlsMode = TlsMode.VERIFY_FULL
    ca_file: str = "system"
    certificate: str = ""
    certificate_key: str = ""
    login: Login = Login.PASSWORD
    pooled: bool = False
    oauth_issuer: str = ""
    oauth_client_id: str = ""
    standby_host: str = ""
    weak_tls_accepted: bool = False

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise Co2deskError(ErrorCode.BAD_CONNECTION, name=self.name, detail=problem)

    @property
    def is_weak(self) -> bool:
        """Whether somebody in between could read or change what is sent."""
        return self.tls is not TlsMode.VERIFY_FULL

    @classmethod
    def from_document(cls, name: str, document: Document) -> Self:
        """Read a kept profile; unknown keys of a newer program are left out.

        Raises:
            Co2deskError: BAD_CONNECTION for values that make no sense.
        """
        known = {one.name for one in fields(cls)} - {"name"}
        values: dict[str, Any] = {k: v for k, v in document.items() if k in known}
        try:
            values["tls"] = TlsMode(values.get("tls", TlsMode.VERIFY_FULL))
            values["login"] = Login(values.get("login", Login.PASSWORD))
            return cls(name, **values)
        except (TypeError, ValueError) as error:
            raise Co2deskError(ErrorCode.BAD_CONNECTION, name=name, detail=error) from error

    def _problems(self) -> Sequence[str]:
        problems = []
        if not self.name.strip() or "://" in self.name:
            problems.append("name")
        if not self.host.strip():
            problems.append("host")
        if not 0 < self.port < 65536:
            problems.append("port")
        if self.is_weak and not self.weak_tls_accepted:
            problems.append("weak_tls")
        return problems


@dataclass(frozen=True, slots=True)
class ConnectionRules:
    """What the administrator of this computer lets people connect to; everything by default.

    `fixed` is a connection that everybody has, and of which only the login is a person's own;
    `only_fixed` admits no other; `full_tls` admits none that is weaker than `verify-full`.
    """

    fixed: ConnectionProfile | None = None
    only_fixed: bool = False
    full_tls: bool = False

    def is_fixed(self, name: str) -> bool:
        """Whether a connection of that name comes from the administrator."""
        return self.fixed is not None and self.fixed.name == name

    def admit(self, profile: ConnectionProfile) -> ConnectionProfile:
        """Return the profile as it may be used.

        Raises:
            UnusableInput: SET_BY_ADMINISTRATOR.
        """
        if self.fixed is not None and self.is_fixed(profile.name):
            if replace(profile, user=self.fixed.user) != self.fixed:
                raise refused("only_login_is_yours")
        elif self.only_fixed:
            raise refused("only_fixed_connection")
        elif self.full_tls and profile.is_weak:
            raise refused("only_full_protection")
        return profile


def refused(detail: str) -> UnusableInput:
    """The error that says what the administrator of this computer has set."""
    return UnusableInput(ErrorCode.SET_BY_ADMINISTRATOR, detail=detail)


class ProfileFile:
    """The profiles kept in one folder, and the administrator's."""

    def __init__(self, folder: Path, rules: ConnectionRules = ConnectionRules()) -> None:
        self._path = folder / "profiles.json"
        self.rules = rules

    def all(self) -> Sequence[ConnectionProfile]:
        """Return the profiles by name, the administrator's first; unusable ones are left out."""
        names = sorted(read_json(self._path))
        found = [self._fixed()] if self.rules.fixed is not None else []
        for name in names:
            try:
                profile = None if self.rules.is_fixed(name) else self.get(name)
            except Co2deskError:
                continue
            found += [profile] if profile is not None else []
        return found

    def get(self, name: str) -> ConnectionProfile | None:
        """Return one profile, or None where there is none of that name.

        Raises:
            Co2deskError: BAD_CONNECTION where it is kept but cannot be used,
                SET_BY_ADMINISTRATOR where it may not.
        """
        if self.rules.is_fixed(name):
            return self._fixed()
        document = read_json(self._path).get(name)
        if document is None:
            return None
        return self.rules.admit(ConnectionProfile.from_document(name, document))

    def save(self, profile: ConnectionProfile) -> None:
        """Keep a profile under its name, in place of an older one.

        Raises:
            UnusableInput: SET_BY_ADMINISTRATOR.
        """
        document = asdict(self.rules.admit(profile))
        del document["name"]
        change_json(self._path, lambda found: {**found, profile.name: document})

    def remove(self, name: str) -> None:
        """Forget a profile; harmless where there is none.

        Raises:
            UnusableInput: SET_BY_ADMINISTRATOR.
        """
        if self.rules.is_fixed(name):
            raise refused("only_login_is_yours")
        change_json(
            self._path,
            lambda found: {key: value for key, value in found.items() if key != name},
        )

    def rename(self, old: str, new: str) -> None:
        """Give a profile another name.

        Raises:
            Co2deskError: ALREADY_EXISTS or NO_LONGER_THERE.
        """
        if self.get(new) is not None:
            raise Co2deskError(ErrorCode.ALREADY_EXISTS, what=new)
        profile = self.get(old)
        if profile is None:
            raise Co2deskError(ErrorCode.NO_LONGER_THERE, what=old)
        self.save(replace(profile, name=new))
        self.remove(old)

    def _fixed(self) -> ConnectionProfile:
        """The administrator's connection, with the login that the person keeps for it."""
        assert self.rules.fixed is not None
        kept = read_json(self._path).get(self.rules.fixed.name)
        user = kept.get("user") if isinstance(kept, dict) else None
        return (
            replace(self.rules.fixed, user=user)
            if isinstance(user, str) and user
            else self.rules.fixed
        )

"""Knows which database the program works on, opens it, and says how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.roles import Role


class ChosenBy(StrEnum):
    """Where the choice of a database comes from, in order of precedence."""

    ARGUMENT = "argument"
    ENVIRONMENT = "environment"
    PROFILE = "profile"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class ConnectionStatus:
    """The state of the connection, for the status bar and `db status`.

    `name` is the profile's name, the server or "" for the embedded database. `schema` and `head`
    are migration revisions; `compatible` says whether this program may write. `tls` is the
    protocol (`TLSv1.3`), "" where the connection is not encrypted.
    """

    name: str
    chosen_by: ChosenBy
    embedded: bool
    server_version: str
    user: str
    role: Role | None
    tls: str
    schema: str
    head: str
    compatible: bool
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A connection that is kept by name; its password is in the system keyring only."""

    name: str
    host: str
    port: int = 5432
    database: str = "co2desk"
    user: str = ""
    sslmode: str = "verify-full"
    ca_file: str = "system"
    pooled: bool = False


class Connection:
    """One database, chosen at the start; a window that changes the database builds another."""

    def open(self, progress: Progress = NoProgress()) -> ConnectionStatus:
        """Connect; on the embedded database start, set up and migrate whatever is needed.

        Raises:
            DatabaseProblem: in words what is wrong: name, port, TLS, password, role, schema.
        """
        raise NotImplementedError

    def status(self) -> ConnectionStatus:
        """How the connection stands now."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database; the embedded server stops with the last program that uses it."""
        raise NotImplementedError


class Profiles:
    """Connection profiles on this computer."""

    def all(self) -> Sequence[Profile]:
        """Profiles by name."""
        raise NotImplementedError

    def save(self, profile: Profile, password: str | None = None) -> None:
        """Keep a profile; its password goes to the keyring, or lasts for the session."""
        raise NotImplementedError

    def remove(self, name: str) -> None:
        """Forget a profile and its password."""
        raise NotImplementedError

    def test(self, profile: Profile, password: str | None = None) -> ConnectionStatus:
        """Try a profile without keeping it.

        Raises:
            DatabaseProblem: what is wrong.
        """
        raise NotImplementedError

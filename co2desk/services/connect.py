"""Knows which database the program works on, opens it, and says how it stands."""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from co2desk.database import schema_version
from co2desk.database.engine import ConnectionParameters
from co2desk.database.people import People
from co2desk.database.unit_of_work import Database
from co2desk.desktop.secrets import SecretStore
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.roles import Role
from co2desk.services.connection_choice import ChosenBy, ConnectionChoice, profile_parameters
from co2desk.services.start_up import EmbeddedDatabase

log = logging.getLogger(__name__)

_ROLE_OF_GROUP = {"admin": Role.ADMIN, "readonly": Role.VIEWER}


@dataclass(frozen=True, slots=True)
class ConnectionStatus:
    """The state of the connection, for the status bar and `db status`.

    `name` is the profile's name, the server or "" for the embedded database. `schema` and `head`
    are migration revisions; `compatible` says whether this program may write; `role` is the most
    that the person may do anywhere. `tls` is the
    protocol (`TLSv1.3`), "" where the connection is not encrypted; `weak_tls` asks for a warning
    that stays visible.
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
    weak_tls: bool = False


class Connection:
    """One database, chosen at the start; a window that changes the database builds another.

    `fill` is given each new embedded database once it stands; repeatable. Safe to use from
    several threads once it is open.
    """

    def __init__(
        self,
        choice: ConnectionChoice,
        embedded: EmbeddedDatabase,
        secrets: SecretStore,
        migrations: Path,
        fill: Callable[[Database, Progress], None],
    ) -> None:
        self.choice = choice
        self.migrations = migrations
        self._embedded = embedded
        self._secrets = secrets
        self._fill = fill
        self._database: Database | None = None
        self._caretaker: ConnectionParameters | None = None

    def open(
        self, progress: Progress = NoProgress(), *, prepare: bool = True, password: str = ""
    ) -> ConnectionStatus:
        """Connect, and say how the connection stands.

        With `prepare` the embedded database is set up, brought up to date and filled, and a
        server whose schema does not fit is refused; without it the status says so. `password`
        is for a profile whose password is in no keyring.

        Raises:
            DatabaseProblem: in words what is wrong: name, port, TLS, password, role, schema.
        """
        if self._database is not None:
            self._database.close()  # opened once more: nobody comes for its connections
        try:
            if self.choice.embedded:
                with self._embedded.prepared_by_one() if prepare else nullcontext():
                    started = self._embedded.start(progress, up_to_date=prepare)
                    self._caretaker = started.caretaker
                    self._database = Database(started.person if prepare else started.visitor)
                    if prepare:
                        self._fill(self._database, progress)
            else:
                self._database = Database(self._server_parameters(password))
            if prepare:
                with self._database.connection() as connection:
                    schema_version.require_compatible(connection, self.migrations)
            return self.status()
        except BaseException:
            self.close()
            raise

    @property
    def database(self) -> Database:
        """The open database.

        Raises:
            DatabaseProblem: SERVER_UNREACHABLE while it is not open.
        """
        if self._database is None:
            raise DatabaseProblem(
                ErrorCode.SERVER_UNREACHABLE, host=self.choice.name, detail="not_connected"
            )
        return self._database

    @property
    def caretaker(self) -> ConnectionParameters:
        """Who migrates and backs up: the superuser of the embedded database, else the person."""
        return self._caretaker or self.database.parameters

    @property
    def identity(self) -> str:
        """A name for this database on this computer, the same each time."""
        parameters = self.database.parameters
        place = "embedded" if self.choice.embedded else f"{parameters.host}:{parameters.port}"
        return f"{place}/{parameters.dbname}"

    @property
    def is_open(self) -> bool:
        """Whether there is a database to ask."""
        return self._database is not None

    def status(self) -> ConnectionStatus:
        """How the connection stands now.

        Raises:
            DatabaseProblem: the server does not answer.
        """
        return status_of(self.database, self.choice, self.migrations)

    def close(self) -> None:
        """Let go of the database; the embedded server stops with the last program that uses it."""
        if self._database is not None:
            self._database.close()
            self._database = None
        if self.choice.embedded:
            self._caretaker = None
            self._embedded.release()

    def _server_parameters(self, password: str) -> ConnectionParameters:
        if self.choice.profile is None:
            assert self.choice.address is not None
            return self.choice.address
        known = password or self._secrets.get(self.choice.profile.name) or ""
        return profile_parameters(self.choice.profile, known)


def status_of(database: Database, choice: ConnectionChoice, migrations: Path) -> ConnectionStatus:
    """How the connection to `database` stands now."""
    with database.connection() as connection:
        found = schema_version.status(connection, migrations)
    role = _ROLE_OF_GROUP.get(found.group)
    if found.compatible and found.group == "app":
        with database.reading() as session:
            role = People(session).me()[2]
    return ConnectionStatus(
        name=choice.name,
        chosen_by=choice.chosen_by,
        embedded=choice.embedded,
        server_version=found.server_version,
        user=found.user,
        role=role,
        tls=found.tls,
        schema=found.schema,
        head=found.head,
        compatible=found.compatible,
        read_only=found.standby or not found.compatible,
        weak_tls=choice.profile is not None and choice.profile.is_weak,
    )

"""Makes the database on this computer usable: server, roles, schema and the person's login."""

import getpass
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from co2desk.database import migrate
from co2desk.database.backup.doors import reopen_abandoned
from co2desk.database.engine import ConnectionParameters, short_lived_engine
from co2desk.database.provision import ADMIN, Login, is_registered, prepare
from co2desk.desktop.embedded_server import EmbeddedServer, ServerAddress
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import NoProgress, Progress

log = logging.getLogger(__name__)

DATABASE_NAME = "co2desk"
PERSON = "person"
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Started:
    """A running embedded database: how the person and how its caretaker reach it.

    The caretaker is the superuser, who only starts, migrates and backs up. `visitor` can look at
    the server even while there is no database on it.
    """

    person: ConnectionParameters
    caretaker: ConnectionParameters
    visitor: ConnectionParameters


class EmbeddedDatabase:
    """The PostgreSQL in the person's folder, with the schema of this program.

    `back_up` is called with the caretaker's parameters before an older schema is changed.
    """

    def __init__(
        self,
        server: EmbeddedServer,
        migrations: Path,
        back_up: Callable[[ConnectionParameters, str], object],
    ) -> None:
        self._server = server
        self._migrations = migrations
        self._back_up = back_up

    def start(self, progress: Progress = NoProgress(), *, up_to_date: bool = True) -> Started:
        """Start the server or join it where it runs; with `up_to_date` make all ready for use.

        Repeatable: what is there already is left alone.

        Raises:
            Co2deskError: EMBEDDED_SERVER_FAILED.
            DatabaseProblem: the database could not be prepared, or is of a newer program.
        """
        progress.report(0, _STEPS, "starting")
        address = self._server.start()
        caretaker = _parameters(address, address.superuser, address.password)
        person = _parameters(address, PERSON, address.person_password)
        server = replace(caretaker, dbname="postgres")
        reopen_abandoned(caretaker)
        before = _revision(caretaker)
        head = migrate.head(self._migrations)
        if up_to_date and (before != head or not is_registered(caretaker, PERSON)):
            progress.report(1, _STEPS, "preparing")
            if before and before != head:
                self._refuse_newer(before, head)
                self._back_up(caretaker, before)
            login = Login(
                PERSON, ADMIN, display_name=_name_of_person(), password=address.person_password
            )
            prepare(server, DATABASE_NAME, self._migrations, login)
            before = head
        progress.report(_STEPS, _STEPS, "starting")
        return Started(person, caretaker, visitor=person if before else server)

    def prepared_by_one(self) -> AbstractContextManager[None]:
        """While one program makes all ready, others that start wait for it."""
        return self._server.prepared_by_one()

    def release(self) -> None:
        """Let go of the server; the last program that does so stops it."""
        self._server.release()

    def _refuse_newer(self, revision: str, head: str) -> None:
        if revision > head:  # revisions are numbered: 001, 002 ...
            raise DatabaseProblem(ErrorCode.SCHEMA_TOO_NEW, schema=revision, head=head)


def _parameters(address: ServerAddress, user: str, password: str) -> ConnectionParameters:
    # The server speaks on a private socket, or on Windows to this computer only.
    return ConnectionParameters(
        host=address.host,
        port=address.port,
        dbname=DATABASE_NAME,
        user=user,
        password=password,
        sslmode="disable",
    )


def _revision(parameters: ConnectionParameters) -> str:
    """The revision of the schema; "" while the login, database or schema is missing."""
    try:
        with short_lived_engine(parameters) as engine:
            return migrate.current(engine)
    except DatabaseProblem as problem:
        if problem.code in (
            ErrorCode.LOGIN_REFUSED,
            ErrorCode.DATABASE_MISSING,
            ErrorCode.SCHEMA_MISSING,
        ):
            return ""
        raise


def _name_of_person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user is known to the system
        return PERSON

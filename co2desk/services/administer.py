"""Manages people, their roles, published years, and reads the audit log."""

import logging
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import uuid4

from co2desk.database import provision
from co2desk.database.audit import Audit, Seal, Verification
from co2desk.database.errors import told_by_value, translated
from co2desk.database.laboratories import Laboratories
from co2desk.database.people import People
from co2desk.database.published_years import PublishedYears
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.ids import LabId, UserId
from co2desk.domain.people import AuditEntry, Person
from co2desk.domain.roles import Role
from co2desk.services.connect import Connection
from co2desk.services.remembered_seals import RememberedSeals

_log = logging.getLogger(__name__)


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
    """Whether the log is what was sealed; `broken_at` is the first seal that does not fit.

    `only_gone` where all that is there is whole, and only what this computer saw earlier is gone: a
    backup was restored since, or the end of the log was cut off.
    """

    seals: int
    entries: int
    intact: bool
    broken_at: int | None = None
    only_gone: bool = False


@dataclass(frozen=True, slots=True)
class GrantedLogin:
    """A person who was given a role; `password` is the first one, None for a login that was."""

    person: Person
    password: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where the database is; `host` is empty where only this computer can reach it."""

    host: str
    port: int
    database: str


class Administration:
    """What administrators do; `seals` are those that this computer saw of the audit log."""

    def __init__(self, connection: Connection, seals: RememberedSeals) -> None:
        self._connection = connection
        self._seals = seals
        # Logins made for people of whom it is not known yet whether they were written.
        self._made: dict[tuple[UserId, str], str] = {}

    def people(self, text: str = "") -> Sequence[Person]:
        """People with their roles, by name."""
        with self._connection.database.reading() as session:
            return People(session).search(text)

    def people_in_sight(self) -> Sequence[Person]:
        """People with their roles for administrators, nobody for all others."""
        with self._connection.database.reading() as session:
            people = People(session)
            return people.search() if people.are_visible() else ()

    def save_person(self, person: Person) -> Person:
        """Add or change a person (name, email, SCIPER, active); roles are granted apart."""
        with _told_by_value(person), self._connection.database.transaction() as session:
            return People(session).save(person)

    def grant(self, user_id: UserId, role: Role, lab_id: LabId | None) -> Person:
        """Give a person a role in a laboratory (None: in all), in place of the one there.

        Raises:
            DatabaseProblem: NOT_PERMITTED for all but administrators.
        """
        with self._connection.database.transaction() as session:
            return People(session).grant(user_id, role, lab_id)

    def revoke(self, user_id: UserId, lab_id: LabId | None) -> Person:
        """Take the role in a laboratory (None: the one in all) away."""
        with self._connection.database.transaction() as session:
            return People(session).revoke(user_id, lab_id)

    def address(self) -> ServerAddress:
        """What others type to reach the database."""
        server = self._connection.database.parameters
        host = "" if self._connection.choice.embedded else server.host
        return ServerAddress(host, server.port, server.dbname)

    def add_person(
        self,
        name: str,
        role: Role,
        *,
        login: str = "",
        lab_code: str = "",
        email: str = "",
        sciper: str = "",
        person_id: UserId | None = None,
    ) -> GrantedLogin:
        """Add a person with a first role; without a `login` the person cannot connect.

        With a `person_id` made by the client it may be sent again when nothing was heard of the
        first try.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: NOT_PERMITTED, ALREADY_EXISTS (a person has that login, email or
                SCIPER), VALUE_REFUSED.
        """
        lab_id = self._lab_id(lab_code) if lab_code else None
        fresh = Person(person_id or UserId(uuid4()), name, email, sciper, login, True)
        with _told_by_value(fresh), self._connection.database.transaction() as session:
            people = People(session)
            people.save(fresh)
            person = people.grant(fresh.id, role, lab_id)
            if not login:
                return GrantedLogin(person, None)
            # Within the transaction: without the login there is no such person either.
            password = self._made.get((fresh.id, login), "") or _first_password()
            made = provision.Login(login, _group(role, lab_id), name, password, email)
            caretaker = self._connection.caretaker
            with (
                translated(caretaker.host, caretaker.user),
                provision.connected(caretaker) as connection,
            ):
                if (fresh.id, login) not in self._made:
                    if provision.login_exists(connection, login):
                        raise DatabaseProblem(ErrorCode.ALREADY_EXISTS, what=login)
                    provision.create_login(connection, made)
                    self._made[fresh.id, login] = password
        self._made.pop((fresh.id, login), None)
        return GrantedLogin(person, password)

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

        A new login gets a generated password, which reaches the server as a SCRAM verifier only.
        The login must belong to whoever may make logins on the server.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: NOT_PERMITTED.
        """
        lab_id = self._lab_id(lab_code) if lab_code else None
        with self._connection.database.reading() as session:
            known = next((one for one in People(session).search(login) if one.login == login), None)
        password = None if known is not None else _first_password()
        made = provision.Login(
            login, _group(role, lab_id), display_name or login, password or "", email
        )
        caretaker = self._connection.caretaker
        with (
            translated(caretaker.host, caretaker.user),
            provision.connected(caretaker) as connection,
        ):
            provision.create_login(connection, made)
        with self._connection.database.transaction() as session:
            people = People(session)
            person = next((one for one in people.search(login) if one.login == login), None)
            if person is None:
                fresh = Person(UserId(uuid4()), display_name or login, email, "", login, True)
                person = people.save(fresh)
            elif display_name or email:
                person = people.save(
                    replace(
                        person,
                        display_name=display_name or person.display_name,
                        email=email or person.email,
                    )
                )
            return GrantedLogin(people.grant(person.id, role, lab_id), password)

    def publish_year(self, lab_id: LabId, year: int) -> None:
        """Freeze the activities of a laboratory's year."""
        with self._connection.database.transaction() as session:
            PublishedYears(session).publish(lab_id, year)

    def reopen_year(self, lab_id: LabId, year: int) -> None:
        """Let a published year be edited again (administrators)."""
        with self._connection.database.transaction() as session:
            PublishedYears(session).reopen(lab_id, year)

    def published_years(self) -> frozenset[tuple[LabId, int]]:
        """The years that are frozen, by laboratory."""
        with self._connection.database.reading() as session:
            return PublishedYears(session).all()

    def audit(
        self, wanted: AuditFilter = AuditFilter(), before_id: int | None = None, limit: int = 200
    ) -> Sequence[AuditEntry]:
        """The log, newest first; `before_id` begins the following page.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY.
            DatabaseProblem: NOT_PERMITTED for all but administrators.
        """
        lab_id = self._lab_id(wanted.lab_code) if wanted.lab_code else None
        with self._connection.database.reading() as session:
            return Audit(session).page(
                lab_id=lab_id,
                who=wanted.who,
                entity=wanted.entity,
                entity_id=wanted.entity_id,
                words=wanted.text,
                since=wanted.since,
                until=wanted.until,
                before_id=before_id,
                limit=limit,
            )

    def seal_audit(self) -> bool:
        """Seal what the log has gained, and remember the last seal on this computer.

        Quick, and for every day: nothing that is sealed is computed again. Returns whether the
        last seal that this computer saw is still there; if not, nothing is remembered.

        Raises:
            DatabaseProblem: SERVER_BUSY where others write at this moment; NOT_PERMITTED.
        """
        name = self._connection.identity
        with self._connection.database.transaction() as session:
            audit = Audit(session)
            intact = not audit.missing(self._seals.of(name))
            last = audit.seal(patient=False)
        if not intact:
            _log.warning("the last seal of the audit log that was seen here is gone")
        elif last is not None:
            self._seals.remember(name, last)
        return intact

    def verify_audit(self) -> AuditVerification:
        """Seal what the log has gained, compute every seal again, and compare.

        Compared is also with the last seal that this computer saw; the new one is remembered.
        Where nothing can be written, what is sealed is verified.

        Raises:
            DatabaseProblem: NOT_PERMITTED for people whose login only reads.
        """
        name = self._connection.identity
        remembered: Sequence[Seal] = self._seals.of(name)
        try:
            with self._connection.database.transaction() as session:
                audit = Audit(session)
                last = audit.seal()
                found = audit.verify(remembered)
        except DatabaseProblem as problem:
            if problem.code is not ErrorCode.NOT_PERMITTED:
                raise
            with self._connection.database.reading() as session:
                return _verification(Audit(session).verify(remembered))
        if last is not None and found.broken_at is None:
            self._seals.remember(name, last)
        return _verification(found)

    def accept_audit(self) -> None:
        """Compare with the log of today from now on: for who knows that a backup was restored."""
        with self._connection.database.reading() as session:
            last = Audit(session).last_seal()
        if last is not None:
            self._seals.remember(self._connection.identity, last)

    def _lab_id(self, code: str) -> LabId:
        with self._connection.database.reading() as session:
            lab = Laboratories(session).by_code(code)
        if lab is None:
            raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=code)
        return lab.id


def _group(role: Role, lab_id: LabId | None) -> str:
    return provision.ADMIN if role is Role.ADMIN and lab_id is None else provision.APP


def _first_password() -> str:
    return secrets.token_urlsafe(18)


def _verification(found: Verification) -> AuditVerification:
    return AuditVerification(
        found.seals, found.entries, found.broken_at is None, found.broken_at, found.only_gone
    )


def _told_by_value(person: Person) -> AbstractContextManager[None]:
    return told_by_value({"email": person.email, "sciper": person.sciper, "db_role": person.login})

"""Gives tests a real PostgreSQL: one throwaway server per session, one fresh database per test.

`CO2DESK_TEST_POSTGRES_BIN` names the folder of another PostgreSQL (`/usr/lib/postgresql/15/bin`).
`CO2DESK_TEST_POOLED` names a folder: then people come in through a PgBouncer in transaction mode,
and the folder gets the server's log with every statement in it.
"""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from psycopg import sql

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from co2desk.database.unit_of_work import Database
from co2desk.desktop.paths import migrations_dir
from co2desk.desktop.postgres_binaries import (
    PostgresBinaries,
    binaries_for,
    find_binaries,
    run_program,
)
from co2desk.desktop.server_account import ServerAccount
from tests.servers.account import give_away
from tests.servers.certificates import new_authority
from tests.servers.pgbouncer import pooler_before_all, prepare_lookup

TEMPLATE = "co2desk_template"
PASSWORD = "a 100% sécret"
# A test's server may lose everything when the machine stops, and is twice as fast for it.
_SETTINGS = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=120 "
    "-c shared_buffers=128MB -c autovacuum=off -c listen_addresses="
)
_EVERY_STATEMENT = "-c log_statement=all -c log_line_prefix=%u:"


@dataclass(frozen=True)
class Server:
    """A running throwaway server and its programs."""

    binaries: PostgresBinaries
    superuser: ConnectionParameters
    pooler_port: int = 0
    pooler_authority: str = ""

    @property
    def major(self) -> int:
        """15, 18 ..."""
        return self.binaries.major


@dataclass
class DatabaseForTest:
    """A database of its own for one test, with the people that the test asks for."""

    server: Server
    name: str
    opened: list[Database] = field(default_factory=list)

    @property
    def superuser(self) -> ConnectionParameters:
        """How the superuser comes in."""
        return replace(self.server.superuser, dbname=self.name)

    def direct_parameters(self, login: str) -> ConnectionParameters:
        """How a person comes in where no pooler stands between."""
        return replace(self.superuser, user=login, password=PASSWORD)

    def parameters(self, login: str) -> ConnectionParameters:
        """How a person comes in."""
        known = self.direct_parameters(login)
        if not self.server.pooler_port:
            return known
        port = self.server.pooler_port
        trusted = self.server.pooler_authority
        return replace(known, host="localhost", port=port, pooled=True, sslrootcert=trusted)

    def login(self, login: str, group: str = provision.APP) -> provision.Login:
        """Make a login of `group`."""
        made = provision.Login(login, group, login.title(), PASSWORD, f"{login}@example.org")
        with provision.connected(self.superuser) as connection:
            provision.create_login(connection, made)
        return made

    def person(self, login: str, group: str = provision.APP) -> ConnectionParameters:
        """Make a login for a person of `group`, and say how that person comes in."""
        made = self.login(login, group)
        with provision.connected(self.superuser) as connection:
            provision.register_person(connection, made)
        return self.parameters(login)

    def grant(self, login: str, role: str, lab_code: str | None) -> None:
        """Give a role in one laboratory, or in all of them for None."""
        self.execute(
            """INSERT INTO user_roles (user_id, lab_id, role)
               SELECT u.id, l.id, %s FROM users u LEFT JOIN laboratories l ON l.code = %s
               WHERE u.db_role = %s""",
            role,
            lab_code,
            login,
        )

    def lab(self, code: str, name: str = "") -> str:
        """Make a laboratory; returns its id."""
        [(lab_id,)] = self.execute(
            "INSERT INTO laboratories (code, name) VALUES (%s, %s) RETURNING id", code, name or code
        )
        return str(lab_id)

    def execute(self, query: str, *arguments: object) -> list[tuple[object, ...]]:
        """Run one statement as the superuser; returns its rows."""
        with provision.connected(self.superuser) as connection:
            cursor = connection.execute(query, arguments or None)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []

    def open(self, login: str) -> Database:
        """Open the database as a person does; closed at the end of the test."""
        database = Database(self.parameters(login))
        self.opened.append(database)
        return database


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this test process alone, prepared with a template database."""
    chosen = os.environ.get("CO2DESK_TEST_POSTGRES_BIN", "")
    binaries = find_binaries(Path(chosen) if chosen else None)
    # Not below pytest's own folder: a socket's path may have a hundred bytes only.
    folder = Path(tempfile.mkdtemp(prefix="c2d-"))
    pooled = os.environ.get("CO2DESK_TEST_POOLED", "")
    if pooled:
        give_away(folder)  # server and pooler share an account, and so the server's socket
    try:
        with running_server(binaries, folder, _EVERY_STATEMENT if pooled else "") as server:
            provision.prepare(server.superuser, TEMPLATE, migrations_dir())
            if not pooled:
                yield server
                return
            authority = new_authority(folder / "authority", "Test authority")
            genuine = authority.issue("localhost")
            with pooler_before_all(folder / "pooler", server.superuser, genuine) as pooler:
                yield replace(
                    server,
                    pooler_port=pooler.port,
                    pooler_authority=str(authority.own.certificate),
                )
            shutil.copy(Path(server.superuser.host) / "log", Path(pooled, "server.log"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(postgres_server: Server) -> Iterator[DatabaseForTest]:
    """A fresh database at the newest schema, with nobody and nothing in it."""
    with fresh_database(postgres_server) as made:
        yield made


@pytest.fixture(scope="module")
def shared_database(postgres_server: Server) -> Iterator[DatabaseForTest]:
    """One database for a module of tests that leave it as they found it."""
    with fresh_database(postgres_server) as made:
        yield made


@contextmanager
def fresh_database(server: Server, template: str = TEMPLATE) -> Iterator[DatabaseForTest]:
    """Copy a template database, and drop the copy at the end."""
    made = DatabaseForTest(server, f"test_{secrets.token_hex(6)}")
    with provision.connected(server.superuser) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER co2calculator_owner").format(
                sql.Identifier(made.name), sql.Identifier(template)
            )
        )
    # Rights and settings of a database are not copied with it.
    settings = migrations_dir() / "sql" / "009" / "database_settings.sql"
    made.execute(settings.read_text("utf-8"))
    if server.pooler_port:
        prepare_lookup(server.superuser, made.name)
    try:
        yield made
    finally:
        for database in made.opened:
            database.close()
        with provision.connected(server.superuser) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(made.name))
            )


@contextmanager
def running_server(
    binaries: PostgresBinaries, folder: Path, settings: str = ""
) -> Iterator[Server]:
    """Run a new server in `folder`; `settings` as postgres takes them (`-c name=value`)."""
    data, password = folder / "data", folder / "password"
    sockets = folder / "s"
    account = ServerAccount.for_folder(folder)
    account.admit(folder)
    for own in (data, sockets):
        own.mkdir(mode=0o700)
        account.own(own)
    password.write_text(PASSWORD, encoding="utf-8")
    account.own(password)
    usable = binaries_for(binaries, account, folder / "programs")

    def run(program: str, *arguments: str) -> None:
        run_program(usable, account, program, "-D", str(data), *arguments, timeout=120)

    run(
        "initdb", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256",
        f"--pwfile={password}", "--no-sync", "--no-instructions",
    )  # fmt: skip
    run(
        "pg_ctl",
        "-w",
        "-l",
        str(sockets / "log"),
        "-o",
        f"-k {sockets} {_SETTINGS} {settings}",
        "start",
    )
    try:
        yield Server(
            binaries,
            ConnectionParameters(
                host=str(sockets), dbname="postgres", user="postgres", password=PASSWORD
            ),
        )
    finally:
        run("pg_ctl", "-m", "immediate", "stop")

"""A connection that does not work is explained: which step, and what to do."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.diagnosis.login import explain_login
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import problem_of
from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import read_texts
from co2desk.desktop.paths import migrations_dir, resource
from co2desk.domain.connection_check import CheckCode, ConnectionCheck, Outcome, succeeded
from tests.postgres import DatabaseForTest


def found(parameters: ConnectionParameters) -> tuple[ConnectionCheck, ...]:
    checks = diagnose(parameters, migrations_dir())
    assert all(one.outcome is not Outcome.FAILED for one in checks[:-1])
    return checks


def failure(parameters: ConnectionParameters) -> CheckCode:
    checks = found(parameters)
    assert not succeeded(checks)
    return checks[-1].code


def test_that_a_good_connection_passes_every_step(database: DatabaseForTest) -> None:
    steps = [
        CheckCode.SOCKET_FOUND,
        CheckCode.LOGGED_IN,
        CheckCode.DIRECT,
        CheckCode.SCHEMA_FITS,
    ]
    ada = database.person("ada")
    checks = found(ada)
    assert succeeded(checks)
    assert [one.code for one in checks] == [*steps, CheckCode.NO_ROLE]
    database.grant("ada", "viewer", None)
    for parameters in (
        ada, database.person("rob", provision.READONLY), database.person("kim", provision.ADMIN)
    ):  # fmt: skip
        assert [one.code for one in found(parameters)] == steps


def test_that_each_thing_wrong_with_a_login_is_told_apart(database: DatabaseForTest) -> None:
    ada = database.person("ada")
    assert failure(replace(ada, password="wrong")) is CheckCode.PASSWORD_REFUSED
    assert failure(replace(ada, password="")) is CheckCode.PASSWORD_MISSING
    assert failure(replace(ada, user="nobody")) is CheckCode.PASSWORD_REFUSED
    assert failure(replace(ada, dbname="no such")) is CheckCode.DATABASE_UNKNOWN
    assert failure(replace(ada, require_auth="gss")) is CheckCode.LOGIN_METHOD
    assert failure(replace(ada, target_session_attrs="standby")) is CheckCode.ONLY_STANDBY
    database.execute("CREATE ROLE stranger LOGIN PASSWORD 'x'")
    try:
        assert failure(replace(ada, user="stranger", password="x")) is CheckCode.DATABASE_CLOSED
        database.execute(f'GRANT CONNECT ON DATABASE "{database.name}" TO stranger')
        assert failure(replace(ada, user="stranger", password="x")) is CheckCode.NO_GROUP
    finally:
        database.execute("DROP OWNED BY stranger")
        database.execute("DROP ROLE stranger")
    database.execute(f'ALTER DATABASE "{database.name}" CONNECTION LIMIT 0')
    assert failure(ada) is CheckCode.DATABASE_CLOSED


def test_that_a_schema_that_does_not_fit_is_told(database: DatabaseForTest) -> None:
    ada = database.person("ada", provision.ADMIN)
    database.execute("UPDATE schema_compat SET min_client = '99'")
    assert failure(ada) is CheckCode.SCHEMA_TOO_NEW
    database.execute("UPDATE schema_compat SET min_client = '0.1'")
    database.execute("UPDATE alembic_version SET version_num = '001'")
    checks = found(ada)
    assert checks[-1].code is CheckCode.SCHEMA_TOO_OLD
    assert dict(checks[-1].params)["schema"] == "001"
    database.execute("DROP TABLE alembic_version")
    assert failure(ada) is CheckCode.SCHEMA_MISSING


@contextmanager
def listening(answer: bytes | None) -> Iterator[int]:
    """Listen on loopback and answer every visitor with the same bytes, or never."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return
                if answer is not None:
                    with visitor:
                        visitor.recv(100)
                        visitor.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def remote(port: int, **others: object) -> ConnectionParameters:
    known = ConnectionParameters("127.0.0.1", "co2desk", "ada", "s3cret", port, connect_timeout=2)
    return replace(known, **others)  # type: ignore[arg-type]


def test_that_names_and_ports_are_told_apart() -> None:
    assert failure(remote(5432, host="no-such-host.invalid")) is CheckCode.NAME_UNKNOWN
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert failure(remote(port)) is CheckCode.PORT_CLOSED
    with listening(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert failure(remote(port)) is CheckCode.NOT_POSTGRESQL
    with listening(b"N") as port:
        assert failure(remote(port)) is CheckCode.TLS_NOT_OFFERED
    assert failure(remote(5432, host="/nowhere")) is CheckCode.SOCKET_MISSING


def test_that_the_second_of_two_hosts_is_tried(database: DatabaseForTest) -> None:
    with listening(b"N") as port:
        checks = found(remote(port, host="no-such-host.invalid,127.0.0.1"))
    assert [one.code for one in checks] == [CheckCode.NAME_FOUND, CheckCode.TLS_NOT_OFFERED]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.1"', CheckCode.LOGIN_NOT_ADMITTED),
        ("FATAL:  sorry, too many clients already", CheckCode.SERVER_FULL),
        ("FATAL:  the database system is starting up", CheckCode.SERVER_NOT_READY),
        ('FATAL:  role "ada" does not exist', CheckCode.LOGIN_UNKNOWN),
        ("SSL error: certificate has expired", CheckCode.TLS_EXPIRED),
        ('root certificate file "/x" does not exist', CheckCode.TLS_AUTHORITIES_MISSING),
        ("FATAL:  connection requires a valid client certificate", CheckCode.CERTIFICATE_WANTED),
        ('certificate file "/x" does not exist', CheckCode.CERTIFICATE_UNUSABLE),
        ('private key file "/x" has group or world access', CheckCode.CERTIFICATE_UNUSABLE),
        (
            'FATAL:  certificate authentication failed for user "ada"',
            CheckCode.CERTIFICATE_REFUSED,
        ),
        ("GSSAPI continuation error: No credentials were supplied", CheckCode.TICKET_MISSING),
        ("something never seen before", CheckCode.LOGIN_FAILED),
    ],
)
def test_that_the_words_of_libpq_are_understood(words: str, code: CheckCode) -> None:
    check = explain_login(f'connection to server at "h" failed: {words}', remote(5432))
    assert check.code is code
    assert "s3cret" not in str(check)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_finding_has_a_sentence(language: str) -> None:
    texts = read_texts(resource("messages", language))
    assert {f"connection.{code}" for code in CheckCode} == {
        key for key in texts if key.startswith("connection.")
    }


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        (
            'connection to server at "h" failed: Connection refused\n\tIs the server running on h?',
            "nothing_listens",
        ),
        ('connection failed: could not translate host name "db" to address', "name_not_known"),
        (
            'connection to server at "h" failed: FATAL:  database "co2" does not exist',
            'database "co2" does not exist',
        ),
    ],
)
def test_that_the_reason_of_a_failed_connection_is_short(words: str, detail: str) -> None:
    problem = problem_of(psycopg.OperationalError(words), "db")
    assert problem.params["detail"] == detail

"""Preparing a server: roles, database, logins; and doing it again."""

from dataclasses import replace

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.errors import translated
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.postgres import PASSWORD, TEMPLATE, DatabaseForTest, Server


def test_that_preparing_again_changes_nothing(postgres_server: Server) -> None:
    before = provision.prepare(postgres_server.superuser, TEMPLATE, migrations_dir())
    assert provision.prepare(postgres_server.superuser, TEMPLATE, migrations_dir()) == before


def test_that_a_person_comes_in_with_a_password_that_the_server_never_sees(
    database: DatabaseForTest,
) -> None:
    person = database.person("pam", provision.ADMIN)
    with provision.connected(person) as connection:
        assert connection.execute("SELECT session_user::text").fetchone() == ("pam",)
    [(stored,)] = database.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'pam'")
    assert str(stored).startswith("SCRAM-SHA-256$")
    assert PASSWORD not in str(stored)


def test_that_changing_the_group_takes_the_old_rights_away(database: DatabaseForTest) -> None:
    database.person("eve", provision.ADMIN)
    database.person("eve", provision.APP)
    groups = database.execute(
        """SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
           JOIN pg_roles p ON p.oid = m.member WHERE p.rolname = 'eve'"""
    )
    assert groups == [(provision.APP,)]


@pytest.mark.parametrize("name", ["postgres", "co2calculator_owner", "pg_monitor", "public", ""])
def test_that_a_reserved_name_cannot_become_a_person(database: DatabaseForTest, name: str) -> None:
    with (
        provision.connected(database.superuser) as connection,
        pytest.raises(DatabaseProblem) as caught,
    ):
        provision.create_login(connection, provision.Login(name, provision.APP, "X"))
    assert caught.value.code is ErrorCode.VALUE_REFUSED


def test_that_a_wrong_password_is_told_from_an_unreachable_server(
    database: DatabaseForTest,
) -> None:
    database.person("pam")
    wrong = replace(database.parameters("pam"), password="wrong %zz")
    with pytest.raises(DatabaseProblem) as caught, translated("here", "pam"):
        psycopg.connect(**wrong.keywords())
    assert caught.value.code is ErrorCode.LOGIN_REFUSED
    assert "zz" not in str(caught.value)
    nowhere = replace(wrong, host="/tmp/no-such-folder")
    with pytest.raises(DatabaseProblem) as caught, translated("here", "pam"):
        psycopg.connect(**nowhere.keywords())
    assert caught.value.code is ErrorCode.SERVER_UNREACHABLE

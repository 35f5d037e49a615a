"""People and laboratories that most tests of the database need."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from co2desk.database import provision
from co2desk.database.unit_of_work import Database
from tests.postgres import DatabaseForTest, Server, fresh_database


@dataclass
class World:
    """Two laboratories: Ada administers, Max manages LAB, Mia is a member, Vic looks on.

    Zoe manages OTHER and has no business in LAB.
    """

    database: DatabaseForTest
    lab: str
    other: str
    ada: Database
    max: Database
    mia: Database
    vic: Database
    zoe: Database


LAB, OTHER = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
PEOPLE = ("ada", "max", "mia", "vic", "zoe")


_PEOPLE_AND_LABORATORIES = f"""
INSERT INTO laboratories (id, code, name) VALUES
    ('{LAB}', 'LAB', 'Énergie à Genève'), ('{OTHER}', 'OTHER', 'Other things');
INSERT INTO users (db_role, display_name, email)
SELECT who, initcap(who), who || '@example.org' FROM unnest('{{{",".join(PEOPLE)}}}'::text[]) who;
INSERT INTO user_roles (user_id, lab_id, role)
SELECT u.id, given.lab::uuid, given.role FROM (VALUES
    ('ada', NULL, 'admin'), ('max', '{LAB}', 'lab_manager'), ('mia', '{LAB}', 'lab_member'),
    ('vic', '{LAB}', 'viewer'), ('zoe', '{OTHER}', 'lab_manager')
) AS given (who, lab, role) JOIN users u ON u.db_role = given.who;
-- Logins are the server's: another test may have put Ada into another group.
GRANT co2calculator_admin TO ada;
REVOKE co2calculator_app FROM ada;
"""
_KEPT = ("alembic_version", "schema_compat")


@pytest.fixture(scope="session")
def recycled_database(postgres_server: Server) -> Iterator[DatabaseForTest]:
    """One database for all tests that only change rows: emptying it is faster than making one."""
    with fresh_database(postgres_server) as database:
        for login in PEOPLE:
            database.login(login, provision.ADMIN if login == "ada" else provision.APP)
        yield database


def settle(database: DatabaseForTest) -> World:
    """Fill a database with the people and laboratories of `World`, and open it for each."""
    database.execute(_PEOPLE_AND_LABORATORIES)
    database.execute("TRUNCATE audit_logs RESTART IDENTITY")
    return World(database, LAB, OTHER, **{login: database.open(login) for login in PEOPLE})


@pytest.fixture
def world(recycled_database: DatabaseForTest) -> Iterator[World]:
    """People and laboratories, and nothing else."""
    [(tables,)] = recycled_database.execute(
        """SELECT string_agg(format('public.%%I', relname), ', ') FROM pg_class
           WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL (%s)""",
        list(_KEPT),
    )
    recycled_database.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
    world = settle(recycled_database)
    yield world
    for login in PEOPLE:
        getattr(world, login).close()


@pytest.fixture(scope="module")
def lasting_world(postgres_server: Server) -> Iterator[World]:
    """People and laboratories for a module of tests that leave them as they found them."""
    with fresh_database(postgres_server) as database:
        for login in PEOPLE:
            database.login(login, provision.ADMIN if login == "ada" else provision.APP)
        yield settle(database)

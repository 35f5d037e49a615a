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


def populate(database: DatabaseForTest) -> None:
    """Make the people and laboratories of `World`."""
    database.execute(
        """INSERT INTO laboratories (id, code, name)
           VALUES (%s, 'LAB', 'Énergie à Genève'), (%s, 'OTHER', 'Other things')""",
        LAB,
        OTHER,
    )
    database.person("ada", provision.ADMIN)
    for login, role, code in (
        ("max", "lab_manager", "LAB"),
        ("mia", "lab_member", "LAB"),
        ("vic", "viewer", "LAB"),
        ("zoe", "lab_manager", "OTHER"),
    ):
        database.person(login)
        database.grant(login, role, code)


@pytest.fixture(scope="session")
def world_template(postgres_server: Server) -> Iterator[str]:
    """A database with the people and laboratories of `World`, to be copied for every test."""
    with fresh_database(postgres_server) as database:
        populate(database)
        yield database.name


def enter(database: DatabaseForTest) -> World:
    """Let everybody of `World` in."""
    return World(database, LAB, OTHER, **{login: database.open(login) for login in PEOPLE})


@pytest.fixture
def world(postgres_server: Server, world_template: str) -> Iterator[World]:
    """A fresh database with people and laboratories."""
    with fresh_database(postgres_server, world_template) as database:
        yield enter(database)

"""Client programs, and a database with something in it."""

import pytest

from co2desk.database import provision
from co2desk.database.backup.programs import ClientPrograms, inspect_programs
from co2desk.desktop.postgres_binaries import child_environment
from tests.postgres import DatabaseForTest, Server

ACTIVITIES = 400


@pytest.fixture(scope="session")
def programs(postgres_server: Server) -> ClientPrograms:
    """pg_dump and pg_restore of the server's own version."""
    found = inspect_programs(postgres_server.binaries.folder, child_environment())
    assert found is not None
    return found


@pytest.fixture
def filled(database: DatabaseForTest) -> DatabaseForTest:
    """A database of two laboratories that the test may change."""
    fill(database)
    return database


@pytest.fixture(scope="module")
def stocked(shared_database: DatabaseForTest) -> DatabaseForTest:
    """The same for tests that leave it as they found it."""
    fill(shared_database)
    return shared_database


def fill(database: DatabaseForTest) -> None:
    """Enter two laboratories with activities, a member and an administrator."""
    database.person("ada", provision.ADMIN)
    database.person("mia")
    for code in ("LAB-A", "LAB-B"):
        database.lab(code)
        add_activities(database, code, ACTIVITIES // 2)
    database.grant("mia", "lab_member", "LAB-A")


def add_activities(database: DatabaseForTest, lab_code: str, count: int) -> None:
    """Enter `count` activities of 0.5 kg each."""
    database.execute(
        """INSERT INTO activities (lab_id, activity_type, category, quantity, unit, co2e_kg,
               co2e_source, date, note, attributes)
           SELECT l.id, 'energy', 'electricity', n, 'kWh', 0.5, 'override',
               DATE '2024-01-01' + n %% 300, 'é ' || n, jsonb_build_object('n', n)
           FROM laboratories l, generate_series(1, %s) n WHERE l.code = %s""",
        count,
        lab_code,
    )

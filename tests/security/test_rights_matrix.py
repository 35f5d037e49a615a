"""Who may do what with which table, by plain SQL: the whole matrix, and nothing beyond it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
import pytest

from co2desk.database import provision
from tests.database.conftest import LAB, OTHER, World

# The rows that a person is measured with: one of the person's laboratory, one of another.
ROWS = f"""
INSERT INTO emission_factors (id, code, name, unit, value, factor_type) VALUES
    ('00000000-0000-4000-8000-0000000000f1', 'PUBLIC', 'p', 'kWh', 1, 'energy'),
    ('00000000-0000-4000-8000-0000000000f2', 'OURS', 'o', 'kWh', 1, 'custom'),
    ('00000000-0000-4000-8000-0000000000f3', 'THEIRS', 't', 'kWh', 1, 'custom');
INSERT INTO energy_factors (id) VALUES ('00000000-0000-4000-8000-0000000000f1');
INSERT INTO travel_factors (id) VALUES ('00000000-0000-4000-8000-0000000000f1');
INSERT INTO purchase_factors (id) VALUES ('00000000-0000-4000-8000-0000000000f1');
INSERT INTO custom_factors (id, lab_id) VALUES
    ('00000000-0000-4000-8000-0000000000f2', '{LAB}'),
    ('00000000-0000-4000-8000-0000000000f3', '{OTHER}');
INSERT INTO import_jobs (id, lab_id, filename)
SELECT gen_random_uuid(), id, 'a.csv' FROM laboratories;
INSERT INTO import_rows (import_job_id, lab_id, row_number, raw_data, status)
SELECT id, lab_id, 2, '{{}}', 'error' FROM import_jobs;
INSERT INTO activities (lab_id, activity_type, quantity, unit, date, co2e_source)
SELECT id, 'energy', 1, 'kWh', '2024-01-01', 'missing' FROM laboratories;
INSERT INTO published_years (lab_id, year) SELECT id, 2020 FROM laboratories;
INSERT INTO column_mappings SELECT id, 'fuel', 'a', 'b' FROM laboratories;
INSERT INTO value_mappings SELECT id, 'fuel', 'a', 'b', 'c' FROM laboratories;
INSERT INTO exchange_rates VALUES ('CHF', 2024, 1, '');
SELECT seal_audit();
"""
OURS, THEIRS = "ours", "theirs"
PEOPLE = ("admin", "manager", "member", "viewer", "stranger", "readonly")
BY_LAB = ("import_jobs", "import_rows", "activities", "results", "published_years",
          "column_mappings", "value_mappings", "custom_factors")  # fmt: skip
FOR_ALL = ("energy_factors", "travel_factors", "purchase_factors", "exchange_rates",
           "schema_compat", "alembic_version", "audit_seals")  # fmt: skip
TABLES = (*BY_LAB, *FOR_ALL, "laboratories", "emission_factors", "users", "user_roles",
          "audit_logs")  # fmt: skip

# How many rows each person sees of ours and of theirs; None where even asking is refused.
SEEN: dict[str, dict[str, tuple[int, int] | None]] = {
    table: {
        "admin": (1, 1), "manager": (1, 0), "member": (1, 0), "viewer": (1, 0),
        "stranger": (0, 1), "readonly": (1, 1),
    }
    for table in (*BY_LAB, "laboratories")
}  # fmt: skip
for closed in ("import_rows", "column_mappings", "value_mappings"):
    SEEN[closed]["readonly"] = None

# An update that reaches rows without changing what others depend on; "" where none is granted
# to anybody.
TOUCH = {
    "laboratories": "name = name",
    "import_jobs": "status = status",
    "import_rows": "status = status",
    "activities": "note = note",
    "custom_factors": "justification = justification",
    "column_mappings": "field = field",
    "value_mappings": "meaning = meaning",
    "exchange_rates": "source = source",
    "energy_factors": "carrier = carrier",
    "travel_factors": "mode = mode",
    "purchase_factors": "currency = currency",
    "emission_factors": "name = name",
    "users": "display_name = display_name",
    "user_roles": "role = role",
    "schema_compat": "max_client = max_client",
    "results": "co2e_kg = co2e_kg",
    "published_years": "year = year",
    "audit_logs": "action = action",
    "audit_seals": "up_to = up_to",
    "alembic_version": "version_num = version_num",
}
# Rows that each person's UPDATE without WHERE reaches; None: refused outright.
NOBODY = dict.fromkeys(PEOPLE)
MANAGED = {"admin": 2, "manager": 1, "member": 0, "viewer": 0, "stranger": 1, "readonly": None}
UPDATED: dict[str, dict[str, int | None]] = dict.fromkeys(TABLES, NOBODY) | {
    "laboratories": MANAGED,
    "import_jobs": MANAGED,
    "import_rows": MANAGED,
    "activities": MANAGED,
    "custom_factors": MANAGED,
    "column_mappings": MANAGED,
    "value_mappings": MANAGED,
    "emission_factors": MANAGED | {"admin": 3},
    "users": NOBODY | {"admin": 5},
    "user_roles": NOBODY | {"admin": 5},
} | {
    table: NOBODY | {"admin": 1}
    for table in ("exchange_rates", "energy_factors", "travel_factors", "purchase_factors",
                  "schema_compat")
}  # fmt: skip
DELETED: dict[str, dict[str, int | None]] = dict.fromkeys(TABLES, NOBODY) | {
    "activities": MANAGED,
    "custom_factors": MANAGED,
    "column_mappings": MANAGED,
    "value_mappings": MANAGED,
    "emission_factors": MANAGED | {"admin": 3},
    "user_roles": NOBODY | {"admin": 5},
    "published_years": NOBODY | {"admin": 2},
    "laboratories": NOBODY | {"admin": 2},
} | {
    table: NOBODY | {"admin": 1}
    for table in ("exchange_rates", "energy_factors", "travel_factors", "purchase_factors")
}  # fmt: skip
# An INSERT for a laboratory, {lab}; who may write it into ours and into theirs.
ROW = {
    "laboratories": "(code, name) VALUES (md5('{lab}'), 'x')",
    "published_years": "(lab_id, year) VALUES ('{lab}', 2019)",
    "import_jobs": "(id, lab_id, filename) VALUES (gen_random_uuid(), '{lab}', 'b.csv')",
    "import_rows": """(import_job_id, lab_id, row_number, raw_data, status)
        SELECT id, lab_id, 9, '{{}}', 'error' FROM import_jobs WHERE lab_id = '{lab}'""",
    "activities": """(lab_id, activity_type, quantity, unit, date, co2e_source)
        VALUES ('{lab}', 'energy', 1, 'kWh', '2024-01-01', 'missing')""",
    "results": "(lab_id, year, activity_type, category) VALUES ('{lab}', 2001, 'energy', '')",
    "custom_factors": """(id, lab_id) VALUES ('00000000-0000-4000-8000-0000000000f1', '{lab}')""",
    "column_mappings": "(lab_id, kind, header) VALUES ('{lab}', 'x', 'x')",
    "value_mappings": """(lab_id, kind, field, value, meaning)
        VALUES ('{lab}', 'x', 'x', 'x', 'x')""",
    "user_roles": "(user_id, lab_id, role) SELECT id, '{lab}', 'viewer' FROM users LIMIT 1",
    "audit_logs": "(action, entity, entity_id) VALUES ('a', 'b', 'c')",
    "users": "(display_name) VALUES ('x')",
    "exchange_rates": "(currency, year, per_eur) VALUES ('USD', 2024, 1)",
    "emission_factors": """(code, name, unit, value, factor_type)
        VALUES ('X', 'x', 'x', 1, 'energy')""",
    "energy_factors": "(id) VALUES ('00000000-0000-4000-8000-0000000000f2')",
    "travel_factors": "(id) VALUES ('00000000-0000-4000-8000-0000000000f2')",
    "purchase_factors": "(id) VALUES ('00000000-0000-4000-8000-0000000000f2')",
    "schema_compat": "(min_client) VALUES ('1')",
    "audit_seals": "VALUES (9, 9, 9, sha256(''), sha256(''), now())",
    "alembic_version": "VALUES ('999')",
}
EVERYWHERE, HERE, THERE, NOWHERE = {OURS, THEIRS}, {OURS}, {THEIRS}, set[str]()
BY_MANAGERS = {"admin": EVERYWHERE, "manager": HERE, "member": NOWHERE, "viewer": NOWHERE,
               "stranger": THERE, "readonly": NOWHERE}  # fmt: skip
BY_ADMINS = dict.fromkeys(PEOPLE, NOWHERE) | {"admin": EVERYWHERE}
INSERTED = dict.fromkeys(TABLES, BY_ADMINS) | {
    "published_years": BY_MANAGERS,
    "import_jobs": BY_MANAGERS,
    "import_rows": BY_MANAGERS,
    "activities": BY_MANAGERS | {"member": HERE},
    "custom_factors": BY_MANAGERS,
    "column_mappings": BY_MANAGERS,
    "value_mappings": BY_MANAGERS,
} | {
    table: dict.fromkeys(PEOPLE, NOWHERE)
    for table in ("results", "audit_logs", "audit_seals", "alembic_version", "schema_compat")
}  # fmt: skip
LOGINS = {"admin": "ada", "manager": "max", "member": "mia", "viewer": "vic", "stranger": "zoe",
          "readonly": "rob"}  # fmt: skip


@pytest.fixture
def measured(world: World) -> World:
    world.database.execute(ROWS)
    world.database.login("rob", provision.READONLY)
    return world


@contextmanager
def as_person(world: World, person: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with provision.connected(world.database.parameters(LOGINS[person])) as connection:
        yield connection


def attempt(connection: psycopg.Connection[tuple[object, ...]], query: str) -> int | None:
    """Run a statement and take it back; how many rows it reached, None where it is refused."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute("SET LOCAL lock_timeout = '2s'")
            return connection.execute(query).rowcount  # type: ignore[arg-type]
    except psycopg.errors.InsufficientPrivilege:
        return None
    except psycopg.errors.IntegrityError:
        # The right was there; what else stands in the way is another test's business.
        return -1


def test_that_the_matrix_knows_every_table(measured: World, told: Callable[[str], None]) -> None:
    tables = measured.database.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    )
    assert {str(name) for (name,) in tables} == set(TABLES) == set(TOUCH) == set(ROW)
    told(f"{len(tables)} of {len(tables)} tables, {len(PEOPLE)} kinds of person, every command")


@pytest.mark.parametrize("person", PEOPLE)
def test_that_everybody_sees_what_is_theirs_to_see(measured: World, person: str) -> None:
    seen: dict[str, tuple[int, int] | None] = {}
    with as_person(measured, person) as connection:
        for table in SEEN:
            key = "id" if table == "laboratories" else "lab_id"
            try:
                counted = connection.execute(
                    f"""SELECT count(*) FILTER (WHERE {key} = %s),
                               count(*) FILTER (WHERE {key} = %s) FROM {table}""",  # type: ignore[arg-type]
                    (UUID(LAB), UUID(OTHER)),
                ).fetchone()
                seen[table] = counted  # type: ignore[assignment]
            except psycopg.errors.InsufficientPrivilege:
                seen[table] = None
        for table in FOR_ALL:
            found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # type: ignore[arg-type]
            assert found == (1,), table
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT count(*) FROM audit_logs")
    assert seen == {table: expected[person] for table, expected in SEEN.items()}


FACTORS_SEEN = {
    "admin": {"PUBLIC", "OURS", "THEIRS"}, "manager": {"PUBLIC", "OURS"},
    "member": {"PUBLIC", "OURS"}, "viewer": {"PUBLIC", "OURS"}, "stranger": {"PUBLIC", "THEIRS"},
    "readonly": {"PUBLIC", "OURS", "THEIRS"},
}  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_that_custom_factors_are_seen_by_their_laboratory(measured: World, person: str) -> None:
    with as_person(measured, person) as connection:
        rows = connection.execute("SELECT code FROM emission_factors").fetchall()
    assert {code for (code,) in rows} == FACTORS_SEEN[person]


@pytest.mark.parametrize("person", PEOPLE)
def test_that_roles_and_addresses_are_not_for_everybody(measured: World, person: str) -> None:
    queries = {
        "names": "SELECT id, display_name FROM users",
        "addresses": "SELECT email, db_role FROM users",
        "roles": "SELECT * FROM user_roles",
    }
    with as_person(measured, person) as connection:
        found = {name: attempt(connection, query) for name, query in queries.items()}
    expected: dict[str, dict[str, int | None]] = {
        "admin": {"names": 5, "addresses": 5, "roles": 5},
        # Managers see who is who in their own laboratory.
        "manager": {"names": 5, "addresses": None, "roles": 3},
        "member": {"names": 5, "addresses": None, "roles": 1},
        "viewer": {"names": 5, "addresses": None, "roles": 1},
        "stranger": {"names": 5, "addresses": None, "roles": 1},
        "readonly": {"names": 5, "addresses": None, "roles": None},
    }
    assert found == expected[person]


@pytest.mark.parametrize("person", PEOPLE)
def test_that_everybody_changes_what_is_theirs_to_change(measured: World, person: str) -> None:
    with as_person(measured, person) as connection:
        reached = {
            table: attempt(connection, f"UPDATE {table} SET {change}")
            for table, change in TOUCH.items()
        }
    assert reached == {table: UPDATED[table][person] for table in TOUCH}


@pytest.mark.parametrize("person", PEOPLE)
def test_that_everybody_deletes_what_is_theirs_to_delete(measured: World, person: str) -> None:
    measured.database.execute("DELETE FROM published_years")
    with as_person(measured, person) as connection:
        reached = {
            table: attempt(connection, f"DELETE FROM {table}")
            for table in TABLES if table != "published_years"
        }  # fmt: skip
    assert reached == {
        table: DELETED[table][person] for table in TABLES if table != "published_years"
    }


@pytest.mark.parametrize("person", PEOPLE)
def test_that_everybody_inserts_where_they_may(measured: World, person: str) -> None:
    found = {}
    with as_person(measured, person) as connection:
        for table, row in ROW.items():
            allowed = set()
            for side, lab in ((OURS, LAB), (THEIRS, OTHER)):
                query = f"INSERT INTO {table} {row.format(lab=lab)}"
                # A SELECT that finds nothing inserts nothing, and is refused nothing.
                if attempt(connection, query) not in (None, 0):
                    allowed.add(side)
            found[table] = allowed
    assert found == {table: INSERTED[table][person] for table in ROW}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("command", ["TRUNCATE {} CASCADE", "ALTER TABLE {} ADD x int",
                                     "DROP TABLE {} CASCADE", "CREATE INDEX ON {} ((1))",
                                     "ALTER TABLE {} DISABLE ROW LEVEL SECURITY"])  # fmt: skip
def test_that_nobody_touches_the_tables_themselves(
    measured: World, person: str, command: str
) -> None:
    with as_person(measured, person) as connection:
        reached = {table: attempt(connection, command.format(table)) for table in TABLES}
    assert reached == dict.fromkeys(TABLES)

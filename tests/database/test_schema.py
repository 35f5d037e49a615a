"""The schema is what the models, the golden listing and the rules of the house say."""

import difflib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from co2desk.database import migrate, provision
from co2desk.database.engine import make_engine
from co2desk.database.tables import Base
from co2desk.desktop.paths import migrations_dir
from tests.database.catalog import catalog
from tests.database.dump import schema_dump
from tests.postgres import DatabaseForTest

GOLDEN = Path(__file__).with_name("golden_schema.sql")


def listing(database: DatabaseForTest, *sorts: str) -> list[str]:
    with provision.connected(database.superuser) as connection:
        return catalog(connection, *sorts)


def everything(database: DatabaseForTest) -> list[str]:
    """The dump, and the roles, which are the server's and in no dump of a database."""
    return [*schema_dump(database), *(f"-- {line}" for line in listing(database, "role"))]


def test_that_the_schema_is_the_golden_one(database: DatabaseForTest) -> None:
    """To accept a change: run with CO2DESK_ACCEPT_SCHEMA=1 and read the difference."""
    now = everything(database)
    if os.environ.get("CO2DESK_ACCEPT_SCHEMA"):
        GOLDEN.write_text("\n".join(now) + "\n", encoding="utf-8")
    golden = GOLDEN.read_text("utf-8").splitlines()
    assert list(difflib.unified_diff(golden, now, lineterm="", n=0)) == []


def test_that_models_and_migrations_make_the_same_tables(database: DatabaseForTest) -> None:
    migrated = listing(database, "column", "constraint", "index")
    engine = make_engine(database.superuser, pool=False)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        connection.execute(text("CREATE EXTENSION unaccent SCHEMA public"))
        for path in ("001/f_unaccent", "001/search_words", "011/plain_words"):
            connection.exec_driver_sql(
                (migrations_dir() / "sql" / f"{path}.sql").read_text("utf-8"),
                execution_options={"no_parameters": True},
            )
        Base.metadata.create_all(connection)
    engine.dispose()
    modelled = listing(database, "column", "constraint", "index")
    migrated = [line for line in migrated if "alembic_version" not in line]
    assert list(difflib.unified_diff(migrated, modelled, lineterm="", n=0)) == []


def test_that_row_level_security_is_forced_on_every_table(database: DatabaseForTest) -> None:
    tables = listing(database, "table")
    assert len(tables) >= 20
    assert [line for line in tables if not line.endswith("rls t forced t")] == []


def test_that_nothing_is_granted_to_public(database: DatabaseForTest) -> None:
    assert [line for line in listing(database, "grant") if "PUBLIC" in line] == []


def test_that_definer_functions_pin_their_search_path(database: DatabaseForTest) -> None:
    definers = [line for line in listing(database, "function") if "definer t" in line]
    assert len(definers) > 20
    assert [line for line in definers if "search_path=pg_catalog, pg_temp" not in line] == []


def test_that_views_are_the_askers(database: DatabaseForTest) -> None:
    views = database.execute(
        """SELECT relname FROM pg_class WHERE relkind IN ('v', 'm')
           AND relnamespace IN ('public'::regnamespace, 'authz'::regnamespace)
           AND NOT coalesce(reloptions, '{}') && '{security_invoker=true}'"""
    )
    assert views == []


def test_that_membership_functions_can_read_memberships_only(database: DatabaseForTest) -> None:
    allowed = [line for line in listing(database, "grant") if "co2calculator_authz" in line]
    assert {re.sub(r".*column (\w+)\.\w+ .*", r"\1", line) for line in allowed} - {
        line for line in allowed if "schema" in line
    } == {"users", "user_roles", "laboratories"}


DRIFTS = {
    "type": "ALTER TABLE exchange_rates ALTER source TYPE varchar(300)",
    "scale": "ALTER TABLE exchange_rates ALTER per_eur TYPE numeric(20, 6)",
    "not null": "ALTER TABLE activities ALTER unit DROP NOT NULL",
    "index": "DROP INDEX ix_import_jobs_open",
    "policy dropped": "DROP POLICY app_update ON activities",
    "policy widened": "ALTER POLICY app_select ON results USING (true)",
    "rls off": "ALTER TABLE results DISABLE ROW LEVEL SECURITY",
    "rls not forced": "ALTER TABLE results NO FORCE ROW LEVEL SECURITY",
    "grant": "GRANT ALL ON audit_logs TO PUBLIC",
    "column grant": "GRANT UPDATE (created_by) ON activities TO co2calculator_app",
    "trigger disabled": "ALTER TABLE activities DISABLE TRIGGER audit_update",
    "trigger dropped": "DROP TRIGGER results_delete ON activities",
    "check dropped": "ALTER TABLE activities DROP CONSTRAINT ck_activities_quantity_plausible",
    "default": "ALTER TABLE activities ALTER note SET DEFAULT 'x'",
    "function body": """CREATE OR REPLACE FUNCTION authz.me() RETURNS uuid LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT id FROM public.users LIMIT 1'""",
    "search path": "ALTER FUNCTION authz.me() RESET search_path",
    "function owner": "ALTER FUNCTION authz.me() OWNER TO co2calculator_owner",
    "partial index": """DROP INDEX ix_import_jobs_open; CREATE INDEX ix_import_jobs_open
        ON import_jobs (status, created_at DESC) WHERE status = 'failed'""",
    "setting": "ALTER DATABASE {name} SET statement_timeout = 0",
    "view": "CREATE VIEW everything AS SELECT * FROM activities",
}


def test_that_at_least_13_drifts_are_tried(told: Callable[[str], None]) -> None:
    assert len(DRIFTS) >= 13
    told(f"{len(DRIFTS)} drifts are tried, each is found")


@pytest.mark.parametrize("drift", DRIFTS)
def test_that_a_drift_from_the_golden_schema_is_found(
    database: DatabaseForTest, drift: str
) -> None:
    golden, listed = GOLDEN.read_text("utf-8").splitlines(), listing(database)
    database.execute(DRIFTS[drift].replace("{name}", database.name))
    assert everything(database) != golden
    assert listing(database) != listed


@pytest.fixture
def populated(database: DatabaseForTest) -> DatabaseForTest:
    """Something in every table that a person can fill."""
    database.execute(
        """
        INSERT INTO users (id, display_name) VALUES
            ('00000000-0000-4000-8000-000000000001', 'Ada');
        INSERT INTO laboratories (id, code, name) VALUES
            ('00000000-0000-4000-8000-00000000000a', 'LAB', 'Énergie');
        INSERT INTO user_roles (user_id, role) VALUES
            ('00000000-0000-4000-8000-000000000001', 'viewer');
        INSERT INTO emission_factors (id, code, name, unit, value, factor_type) VALUES
            ('00000000-0000-4000-8000-00000000000f', 'GAS', 'Gas', 'kWh', 7.5e-6, 'energy');
        INSERT INTO energy_factors (id, carrier) VALUES
            ('00000000-0000-4000-8000-00000000000f', 'gas');
        INSERT INTO import_jobs (id, lab_id, filename, rows_total) VALUES
            ('00000000-0000-4000-8000-00000000000d', '00000000-0000-4000-8000-00000000000a',
             'a.csv', 1);
        INSERT INTO import_rows (id, import_job_id, lab_id, row_number, raw_data, status) VALUES
            ('00000000-0000-4000-8000-00000000000e', '00000000-0000-4000-8000-00000000000d',
             '00000000-0000-4000-8000-00000000000a', 2, '{"a": "b"}', 'valid');
        INSERT INTO activities (lab_id, import_row_id, activity_type, category, quantity, unit,
            emission_factor_id, co2e_kg, date, co2e_source, factor_value) VALUES
            ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000e',
             'energy', 'gas', 10, 'kWh', '00000000-0000-4000-8000-00000000000f', 1, '2024-02-29',
             'factor', 7.5e-6);
        INSERT INTO exchange_rates VALUES ('CHF', 2024, 0.95, 'ECB');
        INSERT INTO column_mappings VALUES
            ('00000000-0000-4000-8000-00000000000a', 'fuel', 'Menge', 'quantity');
        INSERT INTO published_years VALUES ('00000000-0000-4000-8000-00000000000a', 2020);
        SELECT seal_audit();
        """
    )
    return database


def test_that_every_step_of_the_stairway_goes_up_down_and_up(
    populated: DatabaseForTest, told: Callable[[str], None]
) -> None:
    engine = make_engine(populated.superuser, pool=False)
    migrations = migrations_dir()
    steps = [step.id for step in migrate.history(engine, migrations)]
    golden = everything(populated)
    kept = """SELECT (SELECT count(*) FROM activities), (SELECT sum(co2e_kg) FROM results),
        (SELECT count(*) > 0 FROM audit_logs), (SELECT value::text FROM emission_factors)"""
    before = populated.execute(kept)
    for target in reversed(steps[:-1]):
        below = migrate.downgrade(engine, migrations, target)
        assert below == target
        up = steps[steps.index(target) + 1]
        assert migrate.upgrade(engine, migrations, up) == up
        migrate.downgrade(engine, migrations, target)
    assert populated.execute(kept) == before
    assert migrate.upgrade(engine, migrations) == steps[-1]
    assert populated.execute(kept) == before
    assert list(difflib.unified_diff(golden, everything(populated), lineterm="", n=0)) == []
    assert migrate.downgrade(engine, migrations, "base") == ""
    left = populated.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    )
    assert left == [("alembic_version",)]
    migrate.upgrade(engine, migrations)
    assert list(difflib.unified_diff(golden, everything(populated), lineterm="", n=0)) == []
    engine.dispose()
    told(f"{len(steps)} revisions up, down and up with data: 0 lines of difference")


def test_that_revisions_are_numbered_and_one_follows_the_other(database: DatabaseForTest) -> None:
    engine = make_engine(database.superuser, pool=False)
    steps = migrate.history(engine, migrations_dir())
    engine.dispose()
    assert [step.id for step in steps] == [f"{n:03d}" for n in range(1, len(steps) + 1)]
    assert all(step.applied and step.title for step in steps)

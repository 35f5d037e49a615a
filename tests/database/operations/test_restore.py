"""A restore replaces a database completely or not at all; a table restore takes nothing away."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from co2desk.database import migrate, provision
from co2desk.database.backup.contents import contents_of, snapshot, tables_in
from co2desk.database.backup.doors import closed_doors, reopen_abandoned
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.restore import restore_backup, safety_file
from co2desk.database.backup.restore_table import restore_table
from co2desk.database.backup.scratch import beside, scratch_database
from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.engine import short_lived_engine
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.backup import BackupPart, Restored, TableContents
from co2desk.domain.connection_check import CheckCode
from co2desk.domain.errors import Cancelled, Co2deskError, ErrorCode
from co2desk.domain.progress import NoProgress
from tests.database.operations.conftest import ACTIVITIES, add_activities
from tests.database.operations.test_backup import Recorded
from tests.postgres import DatabaseForTest

RULES = """
    SELECT tablename, policyname, cmd, roles::text, qual, with_check FROM pg_policies ORDER BY 1, 2
"""
FORCED = "SELECT relname FROM pg_class WHERE relforcerowsecurity AND relrowsecurity ORDER BY 1"
RIGHTS = """
    SELECT n.nspname, c.relname, pg_get_userbyid(c.relowner), c.relacl::text
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'authz') ORDER BY 1, 2
"""
OF_DATABASE = """
    SELECT pg_get_userbyid(d.datdba), d.datacl::text, d.datconnlimit, d.datcollate,
        (SELECT array_agg(c ORDER BY c) FROM pg_db_role_setting s, unnest(s.setconfig) c
         WHERE s.setdatabase = d.oid)
    FROM pg_database d WHERE d.datname = current_database()
"""


def contents(database: DatabaseForTest) -> tuple[TableContents, ...]:
    with snapshot(database.superuser) as connection:
        return contents_of(connection, tables_in(connection), NoProgress(), "")


def restored(
    database: DatabaseForTest, programs: ClientPrograms, backup: Path, **options: object
) -> Restored:
    return restore_backup(
        backup,
        database.superuser,
        programs,
        confirm_name=database.name,
        safety_folder=backup.parent / "safety",
        **options,  # type: ignore[arg-type]
    )


def test_that_a_restored_database_is_equal_in_rows_policies_rights_and_settings(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    queries = (RULES, FORCED, RIGHTS, OF_DATABASE)
    before = contents(filled), [filled.execute(query) for query in queries]
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs)
    filled.execute("DELETE FROM activities WHERE quantity > 50")
    filled.execute("DROP POLICY app_select ON activities")
    filled.execute("ALTER TABLE results NO FORCE ROW LEVEL SECURITY")
    damaged = contents(filled)
    done = restored(filled, programs, made.path)
    after = contents(filled), [filled.execute(query) for query in queries]
    assert after == before
    assert done.tables == made.tables
    assert done.safety_backup is not None
    # and what was replaced can be had back
    restored(filled, programs, done.safety_backup)
    assert contents(filled) == damaged


def test_that_a_person_works_on_after_a_restore_as_before(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs)
    held_open = filled.open("mia")
    count = "SELECT count(*) FROM activities"
    with held_open.connection() as connection:
        assert connection.exec_driver_sql(count).scalar() == ACTIVITIES // 2
    add_activities(filled, "LAB-A", 5)
    restored(filled, programs, made.path)
    with held_open.connection() as connection:
        assert connection.exec_driver_sql(count).scalar() == ACTIVITIES // 2


@pytest.mark.slow
@pytest.mark.parametrize("part", [BackupPart.SCHEMA, BackupPart.DATA])
def test_that_schema_and_data_are_restored_each_for_itself(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, part: BackupPart
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs, part=part)
    rules, before = filled.execute(RULES), contents(filled)
    add_activities(filled, "LAB-A", 5)
    restored(filled, programs, made.path)
    assert filled.execute(RULES) == rules
    if part is BackupPart.DATA:
        assert contents(filled) == before
    else:
        kept = {one.name: one.rows for one in contents(filled) if one.rows}
        told = ("public.alembic_version", "public.audit_logs", "public.schema_compat")
        assert kept == dict.fromkeys(told, 1)
        head = migrate.head(migrations_dir())
        assert filled.execute("SELECT version_num FROM alembic_version") == [(head,)]


def refused(run: Callable[[], object], code: ErrorCode) -> Co2deskError:
    with pytest.raises(Co2deskError) as caught:
        run()
    assert caught.value.code is code
    return caught.value


def test_that_nothing_is_restored_without_the_name_or_the_right(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs)
    before = contents(filled)

    def attempt(name: str, login: str = "") -> Restored:
        server = filled.parameters(login) if login else filled.superuser
        return restore_backup(
            made.path, server, programs, confirm_name=name, safety_folder=tmp_path / "safety"
        )

    for name in ("", filled.name.upper(), f"{filled.name} "):
        refused(lambda name=name: attempt(name), ErrorCode.NAME_NOT_CONFIRMED)
    refused(lambda: attempt(filled.name, "ada"), ErrorCode.RESTORE_NOT_PERMITTED)
    assert contents(filled) == before
    assert not (tmp_path / "safety").exists()


@pytest.mark.parametrize(
    "stage",
    [
        pytest.param("verifying", marks=pytest.mark.slow),
        "restoring",
        pytest.param("counting", marks=pytest.mark.slow),
        "backing_up",
    ],
)
def test_that_a_restore_stopped_on_the_way_changes_nothing(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path, stage: str
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs)
    add_activities(filled, "LAB-A", 5)
    before = contents(filled), filled.execute(OF_DATABASE)
    with pytest.raises(Cancelled):
        restored(filled, programs, made.path, progress=Recorded(stage))
    assert (contents(filled), filled.execute(OF_DATABASE)) == before
    with provision.connected(filled.parameters("mia")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_that_a_damaged_backup_never_reaches_the_database(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs)
    made.path.write_bytes(made.path.read_bytes()[:-1])
    before = contents(filled)
    refused(lambda: restored(filled, programs, made.path), ErrorCode.DAMAGED_BACKUP)
    assert contents(filled) == before


CLOSE_AND_DIE = """
import os, sys
from co2desk.database.backup.doors import closed_doors
from co2desk.database.backup.scratch import beside
from co2desk.database.engine import ConnectionParameters
host, dbname, password = sys.stdin.read().split("\\n")
server = ConnectionParameters(host, dbname, "postgres", password)
with beside(server) as connection, closed_doors(connection, dbname):
    os._exit(9)
"""


def test_that_a_database_left_closed_by_a_crash_is_opened_again(filled: DatabaseForTest) -> None:
    server = filled.superuser
    before = filled.execute(OF_DATABASE)
    assert not reopen_abandoned(server)
    with beside(server) as connection, closed_doors(connection, server.dbname):
        assert not reopen_abandoned(server)  # somebody is at it
        assert diagnose(filled.parameters("mia"), migrations_dir())[-1].code is (
            CheckCode.DATABASE_CLOSED
        )
    assert filled.execute(OF_DATABASE) == before
    told = f"{server.host}\n{server.dbname}\n{server.password}"
    subprocess.run([sys.executable, "-c", CLOSE_AND_DIE], input=told, text=True, check=False)
    assert filled.execute(OF_DATABASE) != before
    # the server takes a moment to notice that the program is gone
    deadline = time.monotonic() + 10
    while not reopen_abandoned(server):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert filled.execute(OF_DATABASE) == before


def test_that_a_scratch_database_left_by_a_crash_is_swept_up(filled: DatabaseForTest) -> None:
    filled.execute("CREATE DATABASE co2desk_scratch_0123456789ab")
    with scratch_database(filled.superuser) as mine:
        names = filled.execute("SELECT datname FROM pg_database WHERE datname LIKE '%scratch%'")
        assert names == [(mine.dbname,)]
        # a second one at the same time leaves the first alone
        with scratch_database(filled.superuser):
            provision.connected(mine).close()


def test_that_a_table_gets_back_what_was_lost_and_changed_and_keeps_the_rest(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs)
    stamps = "SELECT id, created_by, updated_at, version FROM activities ORDER BY id"
    before = filled.execute(stamps)
    filled.execute("DELETE FROM activities WHERE quantity <= 10")
    filled.execute("UPDATE activities SET co2e_kg = 99 WHERE quantity > 190")
    add_activities(filled, "LAB-B", 3)
    done = restore_table(
        made.path,
        "activities",
        filled.superuser,
        programs,
        confirm_name=filled.name,
        safety_folder=tmp_path,
    )
    assert (done.added, done.changed, done.kept) == (20, 20, 3)
    known = {row[0] for row in before}
    assert [row for row in filled.execute(stamps) if row[0] in known] == before
    totals = "SELECT sum(co2e_kg), sum(activity_count) FROM results"
    assert filled.execute(totals) == filled.execute("SELECT sum(co2e_kg), count(*) FROM activities")
    assert filled.execute("SELECT rebuild_results()") == [(0,)]
    enabled = "SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D'"
    assert filled.execute(enabled) == [(0,)]


@pytest.mark.slow
def test_that_a_published_year_stays_as_published_in_a_table_restore(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs, table="activities")
    filled.execute("DELETE FROM activities")
    filled.execute("INSERT INTO published_years (lab_id, year) SELECT id, 2024 FROM laboratories")
    before = contents(filled)
    error = refused(
        lambda: restore_table(
            made.path,
            "activities",
            filled.superuser,
            programs,
            confirm_name=filled.name,
            safety_folder=tmp_path,
        ),
        ErrorCode.YEAR_PUBLISHED,
    )
    assert error.params["year"] == "2024"
    assert contents(filled) == before


def test_that_a_table_backup_replaces_no_database(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(filled.superuser, tmp_path / "a.dump", programs, table="results")
    refused(lambda: restored(filled, programs, made.path), ErrorCode.TABLE_BACKUP)
    error = refused(
        lambda: restore_table(
            made.path,
            "activities",
            filled.superuser,
            programs,
            confirm_name=filled.name,
            safety_folder=tmp_path,
        ),
        ErrorCode.NOT_IN_BACKUP,
    )
    assert error.params["tables"] == "public.results"


def test_that_a_table_comes_back_from_a_backup_of_an_older_schema(
    filled: DatabaseForTest, programs: ClientPrograms, tmp_path: Path
) -> None:
    filled.execute(
        """INSERT INTO import_jobs (id, lab_id, filename)
           SELECT gen_random_uuid(), id, 'old.csv' FROM laboratories WHERE code = 'LAB-A'"""
    )
    with short_lived_engine(filled.superuser) as engine:
        migrate.downgrade(engine, migrations_dir(), "012")
        out = make_backup(filled.superuser, tmp_path / "old.dump", programs).path
        migrate.upgrade(engine, migrations_dir())
    filled.execute("DELETE FROM import_jobs")
    done = restore_table(
        out, "import_jobs", filled.superuser, programs,
        confirm_name=filled.name, safety_folder=tmp_path / "safety",
    )  # fmt: skip
    assert done.added == 1
    assert filled.execute("SELECT filename, settled FROM import_jobs") == [("old.csv", True)]


def test_that_two_restores_within_a_second_keep_what_was_there_apart(tmp_path: Path) -> None:
    made = set()
    for _ in range(5):
        path = safety_file(tmp_path, "co2desk")
        assert not path.exists()
        path.touch()
        made.add(path)
    assert len(made) == 5

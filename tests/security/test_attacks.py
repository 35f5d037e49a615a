"""What a person with the SQL password tries, and does not get away with."""

from collections.abc import Callable

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.import_commit import send_import
from tests.database.builders import good_row, import_of
from tests.database.conftest import LAB, OTHER, World

FACTOR = "00000000-0000-4000-8000-0000000000f1"
SETUP = f"""
INSERT INTO emission_factors (id, code, name, unit, value, factor_type)
VALUES ('{FACTOR}', 'GAS', 'Gas', 'kWh', 1, 'energy');
INSERT INTO activities (lab_id, activity_type, category, quantity, unit, date, co2e_source, note)
SELECT id, 'energy', 'c', 1, 'kWh', '2024-01-01', 'missing', 'secret of ' || code
FROM laboratories;
"""
ROW = "'energy', 1, 'kWh', '2024-01-01', 'missing'"
COLUMNS = "activity_type, quantity, unit, date, co2e_source"
SECRET = "secret of OTHER"

# Every one of these must be refused by the server with an error.
REFUSED = {
    "write to a foreign laboratory": f"INSERT INTO activities (lab_id, {COLUMNS}) "
    f"VALUES ('{OTHER}', {ROW})",
    "move a row to a foreign laboratory": f"UPDATE activities SET lab_id = '{OTHER}'",
    "enter in another name": f"INSERT INTO activities (lab_id, {COLUMNS}, created_by) "
    f"SELECT '{LAB}', {ROW}, id FROM users WHERE display_name = 'Ada'",
    "put off the date of entry": f"INSERT INTO activities (lab_id, {COLUMNS}, created_at) "
    f"VALUES ('{LAB}', {ROW}, '2000-01-01')",
    "change who entered": "UPDATE activities SET created_by = NULL",
    "import in another name": "INSERT INTO import_jobs (id, lab_id, filename, uploader_id) "
    f"SELECT gen_random_uuid(), '{LAB}', 'a', id FROM users LIMIT 1",
    "pretend another transaction": "INSERT INTO import_jobs (id, lab_id, filename, xact) "
    f"VALUES (gen_random_uuid(), '{LAB}', 'a', '1')",
    "change the file of an import": "UPDATE import_jobs SET file_sha256 = ''",
    "give oneself a role": "INSERT INTO user_roles (user_id, role) "
    "VALUES ((SELECT authz.me()), 'admin')",
    "raise one's role": "UPDATE user_roles SET role = 'admin'",
    "raise users.roles": "UPDATE users SET roles = '{admin}'",
    "become somebody else": "UPDATE users SET db_role = 'max'",
    "become admin": "SET ROLE co2calculator_admin",
    "become owner": "SET ROLE co2calculator_owner",
    "become authz": "SET ROLE co2calculator_authz",
    "become backup": "SET ROLE co2calculator_backup",
    "become a superuser": "SET SESSION AUTHORIZATION postgres",
    "become a colleague": "SET ROLE ada",
    "make a role": "CREATE ROLE mallory SUPERUSER",
    "join a group": "GRANT co2calculator_admin TO max",
    "bypass policies": "ALTER ROLE max BYPASSRLS",
    "read past policies": "SET row_security = off; SELECT * FROM activities",
    "disable a trigger": "ALTER TABLE activities DISABLE TRIGGER audit_update",
    "disable all triggers": "SET session_replication_role = replica",
    "drop a policy": "DROP POLICY app_select ON activities",
    "add a policy": "CREATE POLICY mine ON activities USING (true)",
    "turn security off": "ALTER TABLE activities DISABLE ROW LEVEL SECURITY",
    "truncate": "TRUNCATE activities",
    "read the log": "SELECT * FROM audit_logs",
    "read the log by page": "SELECT * FROM audit_page(NULL, '', '', '', '', NULL, NULL, NULL, 10)",
    "write the log": "INSERT INTO audit_logs (action, entity, entity_id) VALUES ('a', 'b', 'c')",
    "edit the log": "UPDATE audit_logs SET db_role = 'ada'",
    "empty the log": "DELETE FROM audit_logs",
    "forge a seal": "INSERT INTO audit_seals VALUES (9, 9, 9, sha256(''), sha256(''), now())",
    "drop a seal": "DELETE FROM audit_seals",
    "digest the log": "SELECT audit_digest(0, 100, '')",
    "write results": "UPDATE results SET co2e_kg = 0",
    "rebuild results": "SELECT rebuild_results()",
    "call a trigger function": "SELECT keep_user_roles()",
    "probe published years": "SELECT refuse_published(ARRAY[gen_random_uuid()], ARRAY[2024])",
    "reopen a year": "DELETE FROM published_years",
    "change a shared factor by id": "DELETE FROM exchange_rates",
    "raise the schema's limits": "UPDATE schema_compat SET min_client = '99'",
    "stamp a revision": "UPDATE alembic_version SET version_num = '000'",
    "read passwords": "SELECT rolpassword FROM pg_authid",
    "read addresses": "SELECT email FROM users",
    "run a program": "COPY (SELECT 1) TO PROGRAM 'id'",
    "read a file": "SELECT pg_read_file('/etc/passwd')",
    "write a file": "COPY (SELECT 1) TO '/tmp/x'",
    "make a large object": "SELECT lo_create(0)",
    "import a large object": "SELECT lo_from_bytea(0, 'x')",
    "make a table in public": "CREATE TABLE public.trap (x int)",
    "make a function in public": "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1",
    "make a function in authz": "CREATE FUNCTION authz.f() RETURNS int LANGUAGE sql RETURN 1",
    "replace my_labs": "CREATE OR REPLACE FUNCTION authz.my_labs(text) RETURNS uuid[] "
    "LANGUAGE sql AS 'SELECT NULL::uuid[]'",
    "make a schema": "CREATE SCHEMA mine",
    "make an extension": "CREATE EXTENSION dblink",
    "make an operator for policies": "CREATE OPERATOR public.= (LEFTARG = uuid, RIGHTARG = uuid, "
    "FUNCTION = uuid_eq)",
    "change the database": "ALTER DATABASE {name} SET row_security = off",
    "drop the database": "DROP DATABASE {name}",
    "load a library": "LOAD 'plpgsql'; LOAD '/tmp/evil.so'",
    "publish elsewhere": "CREATE PUBLICATION p FOR TABLE activities",
    "subscribe": "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
    "trigger on a table": "CREATE TRIGGER t BEFORE INSERT ON activities "
    "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "change default privileges of the owner": "ALTER DEFAULT PRIVILEGES FOR ROLE "
    "co2calculator_owner GRANT ALL ON TABLES TO PUBLIC",
    "settle an import by hand": "UPDATE import_jobs SET settled = true",
    "bring a settled import along": "INSERT INTO import_jobs (id, lab_id, filename, settled) "
    f"VALUES (gen_random_uuid(), '{LAB}', 'a', true)",
    "ask which imports are pending": "SELECT pending_imports()",
    "archive for ever": "UPDATE laboratories SET archived_at = 'infinity'",
    "date an import beyond all reading": "INSERT INTO import_jobs (id, lab_id, filename, "
    f"completed_at) VALUES (gen_random_uuid(), '{LAB}', 'a', 'infinity')",
    "attributes of many megabytes": f"INSERT INTO activities (lab_id, {COLUMNS}, attributes) "
    f"SELECT '{LAB}', {ROW}, jsonb_build_object('a', repeat('x', 10000000))",
    "a version that cannot be counted up": f"INSERT INTO activities (lab_id, {COLUMNS}, version) "
    f"VALUES ('{LAB}', {ROW}, 2147483647)",
    "members beyond counting": "UPDATE laboratories SET members = "
    "array_fill(repeat('9', 1000), ARRAY[1000])",
    "read what pg_dump of others reads": "SELECT pg_export_snapshot(); SELECT * FROM pg_authid",
    "untrusted language": "CREATE LANGUAGE plpython3u",
    "read others' statements": "SELECT * FROM pg_hba_file_rules",
}
# These run, and must show nothing of the other laboratory: each query returns text.
BLIND = {
    "plain": "SELECT note FROM activities",
    "forged settings": "SELECT set_config('app.user', 'ada', false), "
    "set_config('role', 'max', false); SELECT note FROM activities",
    "a leaky function in WHERE": """
        CREATE FUNCTION pg_temp.leak(t text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001
        AS $$ BEGIN RAISE NOTICE 'leak %', t; RETURN true; END $$;
        SELECT note FROM activities WHERE pg_temp.leak(note)""",
    "a temporary table in the way": """
        CREATE TEMP TABLE users AS SELECT gen_random_uuid() AS id, 'max'::text AS db_role,
            true AS active;
        CREATE TEMP TABLE user_roles AS
            SELECT u.id AS user_id, NULL::uuid AS lab_id, 'admin'::text AS role FROM users u;
        SELECT note FROM public.activities""",
    "a temporary function in the way": """
        CREATE FUNCTION pg_temp.my_labs(text) RETURNS uuid[] LANGUAGE sql
            AS $$ SELECT array_agg(id) FROM public.laboratories $$;
        SET search_path = pg_temp, authz, public;
        SELECT note FROM activities""",
    "an operator in the way": """
        CREATE FUNCTION pg_temp.eq(text, name) RETURNS boolean LANGUAGE sql RETURN true;
        CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = name, FUNCTION = pg_temp.eq);
        SET search_path = pg_temp, pg_catalog, public;
        SELECT note FROM public.activities""",
    "a view of one's own": """
        CREATE TEMP VIEW all_of_it AS SELECT * FROM public.activities;
        SELECT note FROM all_of_it""",
    "a definer function of one's own": """
        CREATE FUNCTION pg_temp.look() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
            AS $$ SELECT note FROM public.activities $$;
        SELECT * FROM pg_temp.look()""",
    "a cursor": "DECLARE c CURSOR FOR SELECT note FROM activities; FETCH ALL FROM c",
    "a join with results": """SELECT r.lab_id::text FROM results r
        WHERE r.lab_id = '00000000-0000-4000-8000-00000000000b'""",
    "the trail of a foreign row": """SELECT e.after::text FROM activities a
        CROSS JOIN LATERAL audit_trail('activities', a.id::text) e""",
    "the trail of a guessed laboratory": f"""SELECT e.after::text
        FROM audit_trail('laboratories', '{OTHER}') e""",
    "statistics": "SELECT most_common_vals::text FROM pg_stats WHERE tablename = 'activities'",
    "a plan's estimates": "EXPLAIN ANALYZE SELECT note FROM activities WHERE note LIKE 'secret%'",
    "update returning": "UPDATE activities SET note = note RETURNING note",
    "delete returning": "DELETE FROM activities RETURNING note",
    "for update": "SELECT note FROM activities FOR UPDATE",
    "merge": f"""MERGE INTO activities a USING (VALUES (1)) v ON a.lab_id = '{OTHER}'
        WHEN MATCHED THEN DELETE; SELECT note FROM activities""",
    "copy": "COPY (SELECT note FROM activities) TO STDOUT",
}


@pytest.fixture
def target(world: World) -> World:
    world.database.execute(SETUP)
    return world


@pytest.fixture(scope="module")
def fortress(lasting_world: World) -> World:
    """What the attacks are made on, one after the other; none of them changes anything."""
    lasting_world.database.execute(SETUP)
    return lasting_world


def everything(world: World) -> object:
    return world.database.execute(
        """SELECT (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM activities a),
                  (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM user_roles r),
                  (SELECT jsonb_agg(to_jsonb(u) ORDER BY u.id) FROM users u),
                  (SELECT count(*) FROM audit_logs), (SELECT count(*) FROM audit_seals)"""
    )


def errors_of(world: World, query: str) -> list[psycopg.Error]:
    """Run statement by statement: what a person sets first stays set."""
    found = []
    with provision.connected(world.database.parameters("max")) as connection:
        for statement in query.replace("{name}", world.database.name).split("; "):
            try:
                connection.execute(statement)  # type: ignore[arg-type]
            except psycopg.Error as error:
                found.append(error)
    return found


def test_that_all_known_attacks_are_tried(told: Callable[[str], None]) -> None:
    assert len(REFUSED) + len(BLIND) >= 43
    told(f"{len(REFUSED)} attacks are refused, {len(BLIND)} see nothing; at least 43")


@pytest.mark.parametrize("attack", REFUSED)
def test_that_it_is_refused(fortress: World, attack: str) -> None:
    before = everything(fortress)
    errors = errors_of(fortress, REFUSED[attack])
    assert errors
    assert [error for error in errors if isinstance(error, psycopg.errors.SyntaxError)] == []
    assert everything(fortress) == before


def test_that_nobody_ends_a_colleagues_session(fortress: World) -> None:
    with provision.connected(fortress.database.parameters("ada")) as ada:
        [(pid,)] = ada.execute("SELECT pg_backend_pid()").fetchall()
        assert errors_of(fortress, f"SELECT pg_terminate_backend({pid})")
        assert ada.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("attack", BLIND)
def test_that_it_shows_nothing(fortress: World, attack: str) -> None:
    seen: list[str] = []
    with psycopg.connect(**fortress.database.parameters("max").keywords()) as connection:  # type: ignore[arg-type]
        connection.add_notice_handler(lambda notice: seen.append(str(notice.message_primary)))
        try:
            with connection.cursor() as cursor:
                if attack == "copy":
                    with cursor.copy(BLIND[attack]) as copy:  # type: ignore[arg-type]
                        seen += [bytes(block).decode() for block in copy]
                else:
                    cursor.execute(BLIND[attack])  # type: ignore[arg-type]
                    while True:
                        if cursor.description:
                            seen += [str(row) for row in cursor.fetchall()]
                        if not cursor.nextset():
                            break
        except psycopg.Error as error:
            seen.append(str(error))
        connection.rollback()
    told = "\n".join(seen)
    assert SECRET not in told
    assert OTHER not in told
    [(left,)] = fortress.database.execute("SELECT count(*) FROM activities WHERE note = %s", SECRET)
    assert left == 1


def test_that_a_stamp_is_what_it_is_whoever_leaves_it_out(target: World) -> None:
    with provision.connected(target.database.parameters("mia")) as connection:
        connection.execute(f"INSERT INTO activities (lab_id, {COLUMNS}) VALUES ('{LAB}', {ROW})")  # type: ignore[arg-type]
    rows = target.database.execute(
        """SELECT u.db_role FROM activities a JOIN users u ON u.id = a.created_by"""
    )
    assert rows == [("mia",)]


def test_that_a_version_counts_whatever_is_written(target: World) -> None:
    with (
        provision.connected(target.database.parameters("max")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("UPDATE activities SET version = 1")
    with provision.connected(target.database.parameters("max")) as connection:
        connection.execute("UPDATE activities SET note = 'new'")
    assert target.database.execute(
        "SELECT version, updated_by IS NOT NULL FROM activities WHERE note = 'new'"
    ) == [(2, True)]


def test_that_a_dormant_person_sees_nothing(target: World) -> None:
    target.database.execute("UPDATE users SET active = false WHERE db_role = 'max'")
    with provision.connected(target.database.parameters("max")) as connection:
        assert connection.execute("SELECT count(*) FROM activities").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                f"INSERT INTO activities (lab_id, {COLUMNS}) VALUES ('{LAB}', {ROW})"  # type: ignore[arg-type]
            )


def test_that_a_login_without_a_person_sees_nothing(target: World) -> None:
    target.database.login("ghost", provision.APP)
    with provision.connected(target.database.parameters("ghost")) as connection:
        for table in ("activities", "laboratories", "results", "import_jobs", "user_roles"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # type: ignore[arg-type]


def test_that_activities_joined_to_an_old_import_are_audited_one_by_one(world: World) -> None:
    send_import(world.max, import_of(world.lab, [good_row(2)]))
    with provision.connected(world.database.parameters("max")) as connection:
        connection.execute(
            f"""INSERT INTO activities (lab_id, import_row_id, {COLUMNS})
                SELECT '{LAB}', id, {ROW} FROM import_rows"""  # type: ignore[arg-type]
        )
    assert world.database.execute(
        "SELECT count(*) FROM audit_logs WHERE entity = 'activities' AND action = 'insert'"
    ) == [(1,)]


def test_that_what_a_person_can_still_do_is_known(target: World) -> None:
    """Locks and limits of one's own session: no leak, and administrators can end the session."""
    with provision.connected(target.database.parameters("max")) as connection:
        connection.execute("SELECT pg_advisory_lock(1)")
        connection.execute("SET statement_timeout = 0")
        connection.execute("NOTIFY co2desk, 'fake'")
        [(pid,)] = connection.execute("SELECT pg_backend_pid()").fetchall()
        with provision.connected(target.database.parameters("ada")) as admin:
            ended = admin.execute("SELECT pg_terminate_backend(%s)", (pid,)).fetchone()
        assert ended == (True,)

"""Through a real PgBouncer in transaction mode everybody stays themselves and imports arrive."""

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace

import psycopg
import pytest
from sqlalchemy import text

from co2desk.database import provision
from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.diagnosis.pooler import pooler_version
from co2desk.database.engine import ConnectionParameters
from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.connection_check import CheckCode, succeeded
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.import_job import ImportToCommit
from tests.database.builders import good_row, import_of
from tests.servers.account import server_folder
from tests.servers.cluster import PASSWORD, Cluster, new_cluster
from tests.servers.pgbouncer import PROGRAM, running_pgbouncer

pytestmark = pytest.mark.server

PEOPLE = ("ada", "mia", "leo")


@dataclass
class Site:
    """PostgreSQL 15, a pooler in front of it, and one that gives everybody the same login."""

    cluster: Cluster
    pooled: int
    shared: int

    def through(self, login: str, port: int = 0, **others: object) -> ConnectionParameters:
        """How a workstation comes in through a pooler on the same computer."""
        here = {"host": "127.0.0.1", "sslmode": "disable", "pooled": True}
        return self.cluster.by_tcp(user=login, port=port or self.pooled, **here | others)

    def execute(self, query: str, *arguments: object) -> list[tuple[object, ...]]:
        """Run a statement as the superuser, directly."""
        inside = provision.in_database(self.cluster.superuser, "co2desk")
        with provision.connected(inside) as connection:
            cursor = connection.execute(query, arguments or None)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with server_folder() as folder, ExitStack() as stack:
        cluster = stack.enter_context(new_cluster(folder / "pg"))
        provision.prepare(cluster.superuser, "co2desk", migrations_dir())
        inside = provision.in_database(cluster.superuser, "co2desk")
        with provision.connected(inside) as connection:
            connection.execute(
                "CREATE ROLE everyone LOGIN PASSWORD 'everyone' IN ROLE co2calculator_app"
            )
            for login in PEOPLE:
                made = provision.Login(login, provision.APP, login.title(), PASSWORD)
                provision.create_login(connection, made)
                provision.register_person(connection, made)
                lab = connection.execute(
                    "INSERT INTO laboratories (code, name) VALUES (%s, %s) RETURNING id",
                    (f"LAB-{login}", login),
                ).fetchone()
                connection.execute(
                    "INSERT INTO user_roles (user_id, lab_id, role) "
                    "SELECT id, %s, 'lab_manager' FROM users WHERE db_role = %s",
                    (lab[0] if lab else None, login),
                )
        own = stack.enter_context(running_pgbouncer(folder / "own", cluster, "co2desk"))
        same = stack.enter_context(
            running_pgbouncer(
                folder / "same", cluster, "co2desk", shared_user="everyone", auth_type="any"
            )
        )
        yield Site(cluster, own.port, same.port)


def lab_of(site: Site, login: str) -> str:
    [(lab_id,)] = site.execute("SELECT id FROM laboratories WHERE code = %s", f"LAB-{login}")
    return str(lab_id)


def test_that_everybody_is_themselves_and_sees_their_own(site: Site) -> None:
    for login in PEOPLE:
        database = Database(site.through(login))
        with database.transaction() as session:
            assert session.scalar(text("SELECT session_user::text")) == login
            assert session.scalars(text("SELECT code FROM laboratories")).all() == [f"LAB-{login}"]
        database.close()


def test_that_imports_of_several_people_at_once_arrive_once_each(site: Site) -> None:
    labs = {login: lab_of(site, login) for login in PEOPLE}
    jobs = [
        (login, import_of(labs[login], [good_row(n) for n in range(1, 301)]))
        for login in PEOPLE * 4
    ]
    databases = {login: Database(site.through(login)) for login in PEOPLE}

    def send(order: tuple[str, ImportToCommit]) -> list[bool]:
        login, job = order
        return [send_import(databases[login], job).already_committed for _ in range(2)]

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(send, jobs)) == [[False, True]] * len(jobs)
    for database in databases.values():
        database.close()
    assert site.execute(
        """SELECT l.code, count(*), count(DISTINCT r.import_job_id), min(u.db_role), max(u.db_role)
           FROM activities a JOIN laboratories l ON l.id = a.lab_id
           JOIN import_rows r ON r.id = a.import_row_id
           JOIN import_jobs j ON j.id = r.import_job_id JOIN users u ON u.id = j.uploader_id
           GROUP BY 1 ORDER BY 1"""
    ) == [(f"LAB-{login}", 1200, 4, login, login) for login in sorted(PEOPLE)]


def test_that_ten_thousand_statements_meet_no_prepared_statement_and_leave_no_setting(
    site: Site,
) -> None:
    def work(login: str) -> int:
        database, done = Database(site.through(login)), 0
        for _ in range(500):
            with database.transaction() as session:
                for limit in (1, 2, 3, 4):
                    session.execute(
                        text("SELECT id, code FROM laboratories LIMIT :n"), {"n": limit}
                    ).all()
                    done += 1
        database.close()
        return done

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(work, PEOPLE * 2)) == 12_000
    with psycopg.connect(**site.through("ada").keywords()) as connection:  # type: ignore[arg-type]
        prepared = connection.execute("SELECT name FROM pg_prepared_statements").fetchall()
        settings = connection.execute(
            "SELECT name, setting FROM pg_settings WHERE source = 'session' ORDER BY 1"
        ).fetchall()
    assert prepared == []
    # Every client sends its own at the start.
    assert {name for name, _ in settings} <= {"application_name"}


def test_that_the_pooler_and_its_mode_are_found_out(site: Site) -> None:
    good = diagnose(site.through("mia"), migrations_dir())
    assert succeeded(good)
    [pooler] = [one for one in good if one.code is CheckCode.POOLER]
    assert dict(pooler.params) == {"mode": "transaction"}
    # Its console is nobody's; what cannot be seen is said, too.
    [hidden] = [one for one in good if one.code is CheckCode.POOLER_VERSION_HIDDEN]
    assert dict(hidden.params) == {"oldest": "1.26.1"}
    undeclared = diagnose(site.through("mia", pooled=False), migrations_dir())
    assert undeclared[-1].code is CheckCode.POOLER_UNDECLARED
    direct = diagnose(replace(site.through("mia"), port=site.cluster.port), migrations_dir())
    assert CheckCode.DIRECT in [one.code for one in direct]


def test_that_a_pooler_too_old_is_named_where_it_shows_its_version(site: Site) -> None:
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"PgBouncer ([0-9]+)\.([0-9]+)\.([0-9]+)", said)
    assert found is not None
    version = tuple(map(int, found.groups()))
    with running_pgbouncer(
        site.cluster.folder.parent / "open",
        site.cluster,
        "co2desk",
        listed=f'"mia" "{PASSWORD}"\n',
        stats_users="mia",
    ) as pooler:
        way = site.through("mia", pooler.port)
        assert pooler_version(way) == version
        told = CheckCode.POOLER_OLD in [one.code for one in diagnose(way, migrations_dir())]
        assert told == (version < (1, 26, 1))


def test_that_who_finds_every_connection_taken_is_told_so_and_gets_in_later(site: Site) -> None:
    """Both who is just coming and who is in already."""
    with running_pgbouncer(
        site.cluster.folder.parent / "full",
        site.cluster,
        "co2desk",
        max_db_connections="2",
        query_wait_timeout="2",
    ) as pooler:
        first, other, second, coming = (
            Database(site.through(login, pooler.port)) for login in ("ada", "ada", "leo", "mia")
        )
        with second.transaction() as session:
            session.execute(text("SELECT 1"))
        with ExitStack() as held:
            for one in (first, other):
                held.enter_context(one.transaction()).execute(text("SELECT 1"))
            for waiting in (second, coming):
                with pytest.raises(DatabaseProblem) as caught, waiting.transaction():
                    raise AssertionError("let in")
                assert caught.value.code is ErrorCode.SERVER_BUSY
                assert caught.value.params["detail"] == "no_free_connection"
        for again in (second, coming):
            with again.transaction() as session:
                assert session.scalar(text("SELECT 1")) == 1
        for one in (first, other, second, coming):
            one.close()


def test_that_a_pooler_with_one_login_for_all_is_refused(site: Site) -> None:
    way = site.through("mia", site.shared, require_auth="")
    checks = diagnose(way, migrations_dir())
    assert checks[-1].code is CheckCode.SHARED_LOGIN
    assert dict(checks[-1].params) == {"user": "mia", "seen": "everyone"}
    database = Database(way)
    with pytest.raises(DatabaseProblem) as caught, database.transaction():
        raise AssertionError("let in")
    database.close()
    assert caught.value.code is ErrorCode.LOGIN_REFUSED


@pytest.mark.parametrize(
    "role",
    ["SUPERUSER", "BYPASSRLS", "REPLICATION", "VALID UNTIL '2020-01-01'", "NOLOGIN"],
)
def test_that_nobody_above_the_policies_and_no_expired_login_comes_through(
    site: Site, role: str
) -> None:
    site.execute(f"CREATE ROLE high LOGIN PASSWORD '{PASSWORD}' IN ROLE co2calculator_app")
    try:
        assert enters(site.through("high"))
        site.execute(f"ALTER ROLE high {role}")
        # what the pooler looked up before does not count: each login asks again
        assert not enters(site.through("high"))
    finally:
        site.execute("DROP ROLE high")


def enters(parameters: ConnectionParameters) -> bool:
    try:
        psycopg.connect(**parameters.keywords()).close()  # type: ignore[arg-type]
    except psycopg.OperationalError:
        return False
    return True


def test_that_a_person_cannot_read_verifiers_or_use_the_lookup(site: Site) -> None:
    with psycopg.connect(**site.through("mia").keywords()) as connection:  # type: ignore[arg-type]
        for attack in ("SELECT * FROM pooler.lookup('ada')", "SELECT * FROM pg_authid"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(attack)
            connection.rollback()

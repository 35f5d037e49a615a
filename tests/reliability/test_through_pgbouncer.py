"""Test 14: everything the program does with its database also works through a pooler.

PgBouncer in transaction mode gives every transaction another server process.
"""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.unit_of_work import Database
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.builders import good_row, import_of
from tests.database.conftest import World
from tests.servers.cluster import require_system_server

ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = 10_000

# The whole suite of the database that people's logins take part in, and the matrix of rights.
_SUITE = (
    "tests/database",
    "tests/security/test_rights_matrix.py",
    "tests/reliability/test_audit_replay.py",
    "tests/reliability/test_two_workstations.py",
)
_NO_PEOPLE = ("postgres", "co2calculator_pooler")
_LEFT_OUT = ("tests/database/operations", "tests/database/test_schema.py")
_LOGGED = re.compile(r"^(\w+):LOG:  (statement|execute [^:]*): (.*)", re.MULTILINE)
# The pooler's own: each client has its name put on the process that it gets.
_POOLERS_OWN = re.compile(r"SET application_name='[^']*';$")
_SESSION_SET = re.compile(r"SET (?!LOCAL|CONSTRAINTS|TRANSACTION)|LISTEN|PREPARE|DECLARE .* HOLD")


@pytest.mark.slow
@pytest.mark.server
@pytest.mark.timeout(1200)
def test_that_the_whole_suite_of_the_database_passes_through_a_pooler(
    tmp_path: Path, told: Callable[[str], None]
) -> None:
    require_system_server("pgbouncer")
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-n", "0", *_SUITE,
            *(f"--ignore={left_out}" for left_out in _LEFT_OUT),
            "-m", "not slow and not server and not direct",
        ],
        cwd=ROOT,
        env={**os.environ, "CO2DESK_TEST_POOLED": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
    log = (tmp_path / "server.log").read_text(encoding="utf-8", errors="replace")
    people = [(how, what) for who, how, what in _LOGGED.findall(log) if who not in _NO_PEOPLE]
    kinds = Counter(how for how, _ in people)
    assert set(kinds) <= {"statement", "execute <unnamed>"}
    prepared_errors = re.findall(r"ERROR: .*prepared statement.*", log)
    session = [
        what for _, what in people if _SESSION_SET.match(what) and not _POOLERS_OWN.match(what)
    ]
    assert prepared_errors == []
    assert session == []
    assert len(people) >= STATEMENTS
    passed = re.search(r"(\d+) passed", done.stdout)
    told(
        f"{passed[1] if passed else 0} tests passed, {len(people)} statements of people, "
        f"{len(prepared_errors)} prepared errors, {len(session)} settings of a session"
    )


def test_that_nothing_of_a_session_is_left_behind_or_prepared(
    world: World, told: Callable[[str], None]
) -> None:
    """The short form: the same engine, directly; what stays in the process would go astray."""
    pooled = Database(replace(world.max.parameters, pooled=True))
    turns = 20
    for _ in range(turns):
        job = send_import(pooled, import_of(world.lab, [good_row(2)])).job
        with pooled.transaction() as session:
            Activities(session).page(limit=10)
            ImportJobs(session).undo(job.id)
    with pooled.transaction() as session:
        left = {
            "prepared": session.scalar(text("SELECT count(*) FROM pg_prepared_statements")),
            "temporary": session.scalar(
                text("SELECT count(*) FROM pg_class WHERE relpersistence = 't'")
            ),
            "cursors": session.scalar(text("SELECT count(*) FROM pg_cursors WHERE is_holdable")),
            "locks": session.scalar(
                text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
            ),
            "listening": session.scalar(text("SELECT count(*) FROM pg_listening_channels()")),
        }
        settings = session.scalars(
            text("SELECT name FROM pg_settings WHERE source = 'session'")
        ).all()
    pooled.close()
    assert left == dict.fromkeys(left, 0)
    assert settings == []
    told(f"{turns} imports and undos leave nothing in the server process: {', '.join(left)}")


def test_that_a_login_shared_by_all_is_refused(world: World) -> None:
    """What the server sees is compared with who came, before anything is asked or written."""
    shared = Database(replace(world.max.parameters, extra=(("user", "mia"),)))
    with pytest.raises(DatabaseProblem) as caught, shared.transaction():
        raise AssertionError("let in")
    shared.close()
    assert caught.value.code is ErrorCode.LOGIN_REFUSED

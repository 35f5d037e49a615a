"""Test 10: the client dies while its COMMIT is under way; sending again finds the one import."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from uuid import uuid4

import pytest

from co2desk.database.import_commit import commit_import, send_import
from co2desk.domain.import_job import CommitOutcome
from tests.database.builders import good_row, import_of
from tests.database.conftest import World
from tests.reliability.ledger import Ledger

ROWS = 3
_SLOW = """
CREATE FUNCTION public.test_slow_commit() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_sleep(1.5); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER test_slow_commit AFTER INSERT ON public.import_jobs
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.test_slow_commit();
"""
_FAST = """
DROP TRIGGER test_slow_commit ON public.import_jobs;
DROP FUNCTION public.test_slow_commit();
"""
# A workstation that imports and dies: as a process of its own, because it is killed.
_CLIENT = """
import json, sys
from uuid import UUID
from co2desk.database.engine import ConnectionParameters
from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from tests.database.builders import good_row, import_of
told = json.loads(sys.stdin.readline())
told["way"]["extra"] = ()
send_import(Database(ConnectionParameters(**told["way"])), import_of(
    told["lab"], [good_row(n) for n in range(2, 2 + told["rows"])], job_id=UUID(told["job"])))
"""


@pytest.fixture
def slow(world: World) -> Iterator[World]:
    world.database.execute(_SLOW)
    yield world
    world.database.execute(_FAST)


def test_that_a_client_killed_in_a_slow_commit_finds_its_import_there_once(
    slow: World, told: Callable[[str], None]
) -> None:
    job = uuid4()
    client = subprocess.Popen([sys.executable, "-c", _CLIENT], stdin=subprocess.PIPE, text=True)
    assert client.stdin is not None
    way = asdict(slow.database.parameters("max"))
    request = {"way": way, "lab": slow.lab, "rows": ROWS, "job": str(job)}
    client.stdin.write(json.dumps(request) + "\n")
    client.stdin.close()
    _wait_for_its_commit(slow)
    os.kill(client.pid, signal.SIGKILL)
    client.wait()

    assert slow.database.execute("SELECT count(*) FROM import_jobs") == [(0,)]  # still under way
    wanted = import_of(slow.lab, [good_row(n) for n in range(2, 2 + ROWS)], job_id=job)
    outcome = send_import(slow.max, wanted)
    assert outcome.already_committed
    assert outcome.job.id == job
    found = Ledger.of(slow, [job], ROWS)
    assert found.faults == 0
    told(f"killed in a COMMIT of 1.5 s, sent again: {found}; told as already committed")


def _wait_for_its_commit(world: World) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if world.database.execute(
            """SELECT pid FROM pg_stat_activity WHERE usename = 'max' AND state = 'active'
               AND query = 'COMMIT' AND datname = current_database()"""
        ):
            return
        time.sleep(0.02)
    raise AssertionError("the client never came to its COMMIT")


def test_that_sending_again_waits_for_a_commit_still_under_way(world: World) -> None:
    wanted = import_of(world.lab, [good_row(2)], job_id=uuid4())
    outcomes: list[CommitOutcome] = []
    with world.max.transaction() as session:
        commit_import(session, wanted)
        second = threading.Thread(target=lambda: outcomes.append(send_import(world.max, wanted)))
        second.start()
        time.sleep(0.3)
        assert outcomes == []
    second.join()
    assert outcomes[0].already_committed
    assert Ledger.of(world, [wanted.job_id], 1).faults == 0

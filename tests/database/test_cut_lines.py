"""Whatever breaks around COMMIT, an import is there once: not lost, not halved, not doubled."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import psycopg
import pytest

from co2desk.database.errors import translated
from co2desk.database.import_commit import commit_import, send_import
from co2desk.database.unit_of_work import Database
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.builders import good_row, import_of
from tests.database.conftest import World
from tests.database.cutting_proxy import CuttingProxy

Answer = TypeVar("Answer")
_PASSING = (ErrorCode.CONNECTION_LOST, ErrorCode.SERVER_BUSY, ErrorCode.SERVER_UNREACHABLE)


@pytest.fixture
def proxy(world: World) -> Iterator[CuttingProxy]:
    with CuttingProxy(Path(world.database.superuser.host)) as proxy:
        yield proxy


def imports(world: World) -> list[tuple[object, ...]]:
    """Every job with its rows and activities."""
    return world.database.execute(
        """SELECT j.id, j.rows_valid,
                  (SELECT count(*) FROM import_rows r WHERE r.import_job_id = j.id),
                  (SELECT count(*) FROM activities a JOIN import_rows r ON r.id = a.import_row_id
                   WHERE r.import_job_id = j.id)
           FROM import_jobs j"""
    )


def cut_once(proxy: CuttingProxy, where: str) -> None:
    """Let the line go dead at the next COMMIT only."""
    proxy.cut = where  # type: ignore[assignment]
    seen = proxy.cuts

    def heal() -> None:
        while proxy.cuts == seen:
            time.sleep(0.001)
        proxy.cut = ""

    threading.Thread(target=heal, daemon=True).start()


@pytest.mark.parametrize(
    ("where", "trials"),
    [
        ("before", 8),
        ("after", 8),
        pytest.param("before", 200, marks=pytest.mark.slow),
        pytest.param("after", 200, marks=pytest.mark.slow),
    ],
)
def test_that_a_cut_line_neither_loses_nor_doubles(
    world: World, proxy: CuttingProxy, where: str, trials: int
) -> None:
    person = Database(replace(world.database.parameters("max"), host=str(proxy.folder)))
    rows = [good_row(n) for n in range(2, 7)]
    sent = []
    for _ in range(trials):
        wanted = import_of(world.lab, rows)
        sent.append(wanted.job_id)
        cut_once(proxy, where)
        outcome = send_import(person, wanted)
        assert outcome.job.id == wanted.job_id
        assert outcome.already_committed == (where == "after")
    person.close()
    assert proxy.cuts >= trials
    assert sorted(imports(world)) == sorted((job, 5, 5, 5) for job in sent)


def test_that_a_client_without_the_key_would_double(world: World, proxy: CuttingProxy) -> None:
    """The control: the same cuts, and a client that makes a new job when it hears nothing."""
    person = Database(replace(world.database.parameters("max"), host=str(proxy.folder)))
    heard: list[ErrorCode] = []
    for _ in range(4):
        cut_once(proxy, "after")
        for _attempt in range(2):
            try:
                with person.transaction() as session:
                    commit_import(session, import_of(world.lab, [good_row(2)]))
                break
            except DatabaseProblem as problem:
                heard.append(problem.code)
    person.close()
    assert heard == [ErrorCode.CONNECTION_LOST] * 4
    assert len(imports(world)) == 8


def test_that_sending_again_waits_for_a_commit_still_under_way(world: World) -> None:
    wanted = import_of(world.lab, [good_row(2)], job_id=uuid4())
    outcomes = []

    def again() -> None:
        outcomes.append(send_import(world.max, wanted))

    with world.max.transaction() as session:
        commit_import(session, wanted)
        second = threading.Thread(target=again)
        second.start()
        time.sleep(0.3)
        assert outcomes == []
    second.join()
    assert outcomes[0].already_committed
    assert len(imports(world)) == 1


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.slow)])
def test_that_a_killed_backend_loses_nothing_that_was_confirmed(world: World, kills: int) -> None:
    rows = [good_row(n) for n in range(2, 402)]
    confirmed = []
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            confirmed.append(send_import(world.max, import_of(world.lab, rows)).job.id)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for _ in range(kills):
            time.sleep(0.15)
            world.database.execute(
                """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE usename = 'max' AND datname = current_database()"""
            )
    finally:
        stop.set()
        worker.join()
    found = imports(world)
    assert len(confirmed) >= 1
    assert sorted(found) == sorted((job, 400, 400, 400) for job in confirmed)


@pytest.mark.slow
def test_that_a_crash_of_the_whole_server_loses_nothing_that_was_confirmed(world: World) -> None:
    """A backend killed with SIGKILL takes every connection down, and the server recovers."""
    name = world.database.name
    world.database.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = on')
    # This setting itself, and the people, must outlive the first crash.
    world.database.execute("CHECKPOINT")
    rows = [good_row(n) for n in range(2, 402)]
    confirmed = []
    for _ in range(15):
        wanted = import_of(world.lab, rows)
        killer = threading.Timer(0.05, _kill_somebody, args=(world,))
        killer.start()
        confirmed.append(_until_it_answers(lambda: send_import(world.max, wanted).job.id))  # noqa: B023
        killer.join()
    found = _until_it_answers(lambda: imports(world))
    world.database.execute(f'ALTER DATABASE "{name}" RESET synchronous_commit')
    assert sorted(found) == sorted((job, 400, 400, 400) for job in confirmed)


def _until_it_answers(ask: Callable[[], Answer], seconds: float = 20) -> Answer:
    """Ask a server that is just recovering again and again, as a person would."""
    patience = time.monotonic() + seconds
    while True:
        try:
            with translated():
                return ask()
        except DatabaseProblem as problem:
            if time.monotonic() > patience or problem.code not in _PASSING:
                raise
            time.sleep(0.25)


def _kill_somebody(world: World) -> None:
    with contextlib.suppress(psycopg.OperationalError):
        rows = world.database.execute(
            """SELECT pid FROM pg_stat_activity
               WHERE usename = 'max' AND backend_type = 'client backend' LIMIT 1"""
        )
        for (pid,) in rows:
            os.kill(int(str(pid)), signal.SIGKILL)

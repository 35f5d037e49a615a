"""Test 8: wherever the line is cut around COMMIT, an import is there once, whole."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from co2desk.database.errors import translated
from co2desk.database.import_commit import commit_import, send_import
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.database.builders import good_row, import_of
from tests.database.conftest import World
from tests.reliability.ledger import Ledger
from tests.servers.line import Where
from tests.servers.person_on_line import person_on_line

ROWS = 5


def send_over_cut_lines(world: World, places: list[tuple[Where, int]]) -> tuple[list[UUID], int]:
    """Send one import over each cut line; returns the jobs and how often the line was cut.

    Who is refused then cannot ask what became of it, and the key alone decides.
    """
    sent = []
    with person_on_line(world.database, "max") as (line, person):
        for where, refused in places:
            wanted = import_of(world.lab, [good_row(n) for n in range(2, 2 + ROWS)])
            line.refuses = refused
            line.cut_at_commit(where)
            outcome = send_import(person, wanted)
            assert outcome.already_committed == (where == "after" and refused == 1)
            sent.append(outcome.job.id)
        return sent, line.cuts


@pytest.mark.parametrize("trials", [12, pytest.param(1000, marks=pytest.mark.slow)])
def test_that_a_cut_line_neither_loses_nor_halves_nor_doubles(
    world: World, trials: int, told: Callable[[str], None]
) -> None:
    """Several workstations at once: each waits a moment before it sends again."""
    workers = 4
    chance = random.Random(trials)
    places: list[Where] = ["before", "after"]
    shares = [
        [(chance.choice(places), chance.choice([0, 1])) for _ in range(trials // workers)]
        for _ in range(workers)
    ]
    with ThreadPoolExecutor(workers) as pool:
        done = list(pool.map(lambda share: send_over_cut_lines(world, share), shares))
    jobs = [job for sent, _ in done for job in sent]
    cuts = sum(cut for _, cut in done)
    assert cuts == trials
    found = Ledger.of(world, jobs, ROWS)
    assert found.faults == 0
    told(f"{cuts} cuts around COMMIT: {found}")


def test_that_a_client_without_the_key_would_double(
    world: World, told: Callable[[str], None]
) -> None:
    """The control: the same cuts, a client that does not ask, and makes a new job each time."""
    heard: list[ErrorCode] = []
    with person_on_line(world.database, "max") as (line, person):
        for _ in range(4):
            line.cut_at_commit("after")
            for _attempt in range(2):
                try:
                    with translated(), Session(person.engine) as session, session.begin():
                        commit_import(session, import_of(world.lab, [good_row(2)]))
                    break
                except DatabaseProblem as problem:
                    heard.append(problem.code)
    assert heard == [ErrorCode.CONNECTION_LOST] * 4
    assert world.database.execute("SELECT count(*) FROM import_jobs") == [(8,)]
    told("a client without the key doubles 4 of 4")

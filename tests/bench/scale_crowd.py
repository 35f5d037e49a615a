"""A crowd at the pooler, played by several processes so that the server is what is measured."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from uuid import UUID

import psycopg
from sqlalchemy import text

from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.database.results import Results
from co2desk.database.unit_of_work import Database
from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.errors import DatabaseProblem
from tests.bench.clock import percentiles
from tests.bench.figure import Figure
from tests.bench.pooled_site import PooledSite, Workstation
from tests.database.builders import good_row, import_of

_PROCESSES = 4
_IMPORTED = 1000
FILTERS = (
    ActivityFilter(year=2023),
    ActivityFilter(activity_type=ActivityType.TRAVEL),
    ActivityFilter(category="plane", year=2022),
)
# Of the imports that were acknowledged: those that are whole, in the laboratory of who sent them.
_WHOLE = f"""
SELECT count(*) FROM import_jobs j
JOIN users u ON u.id = j.uploader_id JOIN laboratories l ON l.id = j.lab_id
WHERE j.id = ANY (%s) AND j.status = 'completed' AND j.rows_valid = {_IMPORTED}
    AND right(u.db_role, 4) = right(l.code, 4)
    AND {_IMPORTED} = (SELECT count(*) FROM activities a
        JOIN import_rows r ON r.id = a.import_row_id
        WHERE r.import_job_id = j.id AND a.lab_id = j.lab_id)
"""
_OF_RESULTS = """
SELECT coalesce(sum(activity_count), 0) - (SELECT count(*) FROM activities) FROM results
"""


@dataclass(frozen=True)
class Day:
    """What somebody does: `pause` seconds between two looks; of `looks`, one after the other.

    People come within `arriving` seconds and stay until `seconds`. One in `importers` imports a
    file of 1,000 rows after each round of looks, the others never do.
    """

    seconds: float
    arriving: float
    pause: tuple[float, float]
    looks: tuple[str, ...]
    importers: int


CLERKS = Day(90, 15, (1, 5), ("first page", "filtered page"), 1)
WORKSTATIONS = Day(120, 40, (10, 30), ("first page", "filtered page", "results"), 10)


@dataclass
class Outcome:
    """Milliseconds by what was done, imports acknowledged, and what people were told instead."""

    times: dict[str, list[float]] = field(default_factory=dict)
    sent: list[UUID] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Outcome") -> None:
        """Take another's in."""
        for name, times in other.times.items():
            self.times.setdefault(name, []).extend(times)
        self.sent += other.sent
        self.told += other.told


@dataclass
class Held:
    """The most that the pooler and the server held at one moment."""

    clients: int = 0
    waiting: int = 0
    servers: int = 0
    longest_wait: float = 0.0


def crowd(site: PooledSite, people: Sequence[Workstation], day: Day, name: str) -> Iterator[Figure]:
    """Let everybody work at once, and hold against the database what they were told."""
    [before] = site.one("SELECT count(*) FROM import_jobs")
    outcome = Outcome()
    with _watched(site) as held, ProcessPoolExecutor(_PROCESSES, get_context("spawn")) as pool:
        groups = [people[at::_PROCESSES] for at in range(_PROCESSES)]
        for one in pool.map(_play, groups, [day] * _PROCESSES):
            outcome.add(one)
    for what, times in outcome.times.items():
        median, most, nearly_all = percentiles(times)
        note = f"95 %: {most:,.0f}, 99 %: {nearly_all:,.0f} ms; {len(times):,} times"
        yield Figure(f"{name}: {what}", median, "ms", note=f"median; {note}")
    told = ", ".join(f"{count}x {code}" for code, count in outcome.told.items())
    yield Figure(
        f"{name}: told that it did not work", float(outcome.told.total()), "", goal=0.0, note=told
    )
    # Looking through ten million rows takes longer than people may.
    site.superuser.execute("SET statement_timeout = 0")
    [after] = site.one("SELECT count(*) FROM import_jobs")
    found = site.superuser.execute(_WHOLE, (outcome.sent,)).fetchone()
    assert found is not None
    [summed] = site.one(_OF_RESULTS)
    sent = len(outcome.sent)
    for what, wrong in (
        ("imports lost or not whole", sent - int(str(found[0]))),
        ("imports that nobody was told of", int(str(after)) - int(str(before)) - sent),
        ("activities that the results miss or double", abs(int(str(summed)))),
    ):
        yield Figure(f"{name}: {what}", float(wrong), "", goal=0.0, note=f"of {sent} imports")
    for what, most_held in (
        ("connections of workstations to the pooler, at most", held.clients),
        ("of them waiting for the server, at most", held.waiting),
        ("connections of the pooler to the server, at most", held.servers),
    ):
        yield Figure(f"{name}: {what}", float(most_held), "")
    yield Figure(f"{name}: longest wait that the pooler saw", held.longest_wait, "s")


@contextmanager
def _watched(site: PooledSite) -> Iterator[Held]:
    """Ask the pooler twice a second what it holds."""
    held = Held()
    over = threading.Event()

    def watch() -> None:
        with psycopg.connect(
            **site.watcher.keywords(), autocommit=True, cursor_factory=psycopg.ClientCursor
        ) as console:
            while not over.wait(0.5):
                _look(console, held)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield held
    finally:
        over.set()
        watching.join()


def _look(console: "psycopg.Connection[tuple[object, ...]]", held: Held) -> None:
    cursor = console.execute("SHOW POOLS")
    names = [column.name for column in cursor.description or ()]
    pools = [dict(zip(names, row, strict=True)) for row in cursor]
    ours = [pool for pool in pools if str(pool["user"]).startswith("client_")]

    def total(*columns: str) -> int:
        return sum(int(str(pool[column])) for pool in ours for column in columns)

    held.clients = max(held.clients, total("cl_active", "cl_waiting"))
    held.waiting = max(held.waiting, total("cl_waiting"))
    held.servers = max(
        held.servers, total("sv_active", "sv_idle", "sv_used", "sv_tested", "sv_login")
    )
    waits = [int(str(pool["maxwait"])) + int(str(pool["maxwait_us"])) / 1e6 for pool in ours]
    held.longest_wait = max(held.longest_wait, *waits, 0.0)


def _play(people: Sequence[Workstation], day: Day) -> Outcome:
    """Play some of the people in this process, each in a thread, for they mostly wait."""
    outcome = Outcome()
    with ThreadPoolExecutor(len(people)) as pool:
        until = time.monotonic() + day.seconds
        for one in pool.map(lambda person: _live(person, day, until), people):
            outcome.add(one)
    return outcome


def _live(one: Workstation, day: Day, until: float) -> Outcome:
    chance = random.Random(one.way.user)
    outcome = Outcome()
    database = Database(one.way)
    imports = int(one.way.user[-4:]) % day.importers == 0

    def timed(name: str, work: Callable[[], object]) -> None:
        began = time.perf_counter()
        try:
            work()
        except DatabaseProblem as problem:
            detail = problem.params.get("detail", "")
            outcome.told[f"{name}: {problem.code.value} ({detail})"] += 1
        else:
            outcome.times.setdefault(name, []).append((time.perf_counter() - began) * 1000)

    def send() -> None:
        rows = [good_row(number) for number in range(1, _IMPORTED + 1)]
        outcome.sent.append(send_import(database, import_of(one.lab, rows)).job.id)

    time.sleep(chance.uniform(0, day.arriving))
    timed("log in", lambda: _look_at(database, "log in", chance))
    while time.monotonic() < until:
        for look in day.looks:
            time.sleep(chance.uniform(*day.pause))
            timed(look, lambda: _look_at(database, look, chance))  # noqa: B023
        if imports:
            time.sleep(chance.uniform(*day.pause))
            timed(f"import of {_IMPORTED:,} rows", send)
    database.close()
    return outcome


def _look_at(database: Database, look: str, chance: random.Random) -> None:
    with database.transaction() as session:
        match look:
            case "log in":
                session.execute(text("SELECT 1"))
            case "first page":
                Activities(session).page()
            case "filtered page":
                Activities(session).page(chance.choice(FILTERS))
            case "results":
                Results(session).rows()
            case _:
                raise ValueError(look)

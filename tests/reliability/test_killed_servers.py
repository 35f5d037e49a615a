"""Test 9: server processes are killed during imports, and nothing acknowledged is lost."""

import contextlib
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.errors import DatabaseProblem
from tests.database.builders import good_row, import_of
from tests.database.conftest import World
from tests.reliability.ledger import Ledger
from tests.servers.account import server_folder
from tests.servers.cluster import PASSWORD, Cluster, new_cluster

ROWS = 20
USABLE_WITHIN = 10.0

Answer = TypeVar("Answer")


def test_that_ended_backends_lose_nothing_that_was_acknowledged(
    world: World, told: Callable[[str], None]
) -> None:
    rows = [good_row(n) for n in range(2, 2 + ROWS)]
    acknowledged: list[UUID] = []
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            acknowledged.append(send_import(world.max, import_of(world.lab, rows)).job.id)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for _ in range(4):
            time.sleep(0.15)
            world.database.execute(
                """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE usename = 'max' AND datname = current_database()"""
            )
    finally:
        stop.set()
        worker.join()
    found = Ledger.of(world, acknowledged, ROWS)
    assert found.acknowledged >= 1
    assert found.faults == 0
    told(f"4 backends ended: {found}")


@dataclass
class Site:
    """A server whose processes are killed, and a workstation of its administrator."""

    cluster: Cluster
    lab: str
    person: Database
    chance: random.Random = field(default_factory=lambda: random.Random(9))
    back_after: list[float] = field(default_factory=list)

    def execute(self, query: str) -> list[tuple[object, ...]]:
        """Run one statement as the superuser."""
        inside = provision.in_database(self.cluster.superuser, "co2desk")
        with provision.connected(inside) as connection:
            return connection.execute(query).fetchall()  # type: ignore[arg-type]

    def kill_a_backend(self) -> None:
        """Kill one; the postmaster then ends all others and recovers."""
        rows = self.execute(
            """SELECT pid FROM pg_stat_activity
               WHERE usename = 'ada' ORDER BY state = 'active' DESC, random() LIMIT 1"""
        )
        for (pid,) in rows:
            os.kill(int(str(pid)), signal.SIGKILL)

    def kill_the_postmaster(self) -> None:
        """Kill it, and start the server again as its administrator would."""
        first = (self.cluster.data / "postmaster.pid").read_text().splitlines()[0]
        os.kill(int(first), signal.SIGKILL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            # Backends that have not noticed yet still hold the shared memory.
            with contextlib.suppress(subprocess.CalledProcessError):
                self.cluster.start()
                return
            time.sleep(0.2)
        raise AssertionError("the server does not start again")

    def kill_and_wait(self, number: int) -> None:
        """Kill, and take the time from the server's return to a page of the list."""
        if number % 5 == 4:
            self.kill_the_postmaster()
        else:
            with contextlib.suppress(psycopg.OperationalError):
                self.kill_a_backend()
            time.sleep(0.05)
        self.cluster.wait_for_login()
        began = time.monotonic()
        until_it_answers(self._look)
        self.back_after.append(time.monotonic() - began)

    def _look(self) -> None:
        with self.person.transaction() as session:
            Activities(session).page(limit=50)


def until_it_answers(ask: Callable[[], Answer], seconds: float = 60) -> Answer:
    """Ask again and again, as a person would who presses the button once more."""
    patience = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except DatabaseProblem:
            if time.monotonic() > patience:
                raise
            time.sleep(0.1)


@pytest.fixture
def site() -> Iterator[Site]:
    with (
        server_folder() as folder,
        new_cluster(folder / "pg", restart_after_crash="on") as cluster,
    ):
        ada = provision.Login("ada", provision.ADMIN, "Ada", PASSWORD)
        provision.prepare(cluster.superuser, "co2desk", migrations_dir(), ada)
        way = cluster.by_tcp(host="127.0.0.1", sslmode="disable")
        site = Site(cluster, "", Database(way))
        [(lab,)] = site.execute(
            "INSERT INTO laboratories (code, name) VALUES ('LAB', 'Lab') RETURNING id"
        )
        site.lab = str(lab)
        yield site
        site.person.close()


@pytest.mark.slow
@pytest.mark.server
@pytest.mark.timeout(900)
def test_that_fifty_kills_in_a_thousand_imports_lose_halve_and_double_nothing(
    site: Site, told: Callable[[str], None]
) -> None:
    imports, workers, kills = 1000, 3, 0
    rows = [good_row(n) for n in range(2, 2 + ROWS)]
    acknowledged: list[UUID] = []
    remaining = iter(range(imports))
    taking = threading.Lock()

    def work(_: int) -> None:
        person = Database(site.person.parameters)
        while True:
            with taking:
                if next(remaining, None) is None:
                    break
            wanted = import_of(site.lab, rows)
            acknowledged.append(until_it_answers(lambda: send_import(person, wanted).job.id))  # noqa: B023
        person.close()

    with ThreadPoolExecutor(workers) as pool:
        running = [pool.submit(work, number) for number in range(workers)]
        # Kills are spread over the imports, whatever these take.
        while not all(worker.done() for worker in running):
            if len(acknowledged) >= kills * imports // 60:
                site.kill_and_wait(kills)
                kills += 1
            time.sleep(site.chance.uniform(0.0, 0.1))
        for worker in running:
            worker.result()
    found = Ledger.read(site.execute, acknowledged, ROWS)
    assert found.acknowledged == imports
    assert kills >= 50
    assert found.faults == 0
    assert max(site.back_after) <= USABLE_WITHIN
    told(
        f"{kills} kills -9 of backend or postmaster: {found}; usable again within "
        f"{max(site.back_after):.1f} s of the server's return (at most {USABLE_WITHIN:.0f} s)"
    )

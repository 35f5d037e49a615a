"""How far one server carries: ten million activities, a hundred clients, a thousand workstations.

Usage: `python -m tests.bench.scale [--rows N] [--clients N] [--workstations N]`. Takes some twenty
minutes and some 15 GB of disk, which it gives back; writes build/scale.json. docs/scale.md tells
what came out.
"""

import argparse
import os
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path
from typing import LiteralString
from uuid import UUID

from co2desk.database import changes
from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.database.results import Results
from co2desk.database.unit_of_work import Database
from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import ActivityFilter, ActivityOrder, PageAnchor
from co2desk.domain.errors import DatabaseProblem
from tests.bench.clock import percentile_95, seconds
from tests.bench.figure import Figure, table, write
from tests.bench.pooled_site import NEEDS, PooledSite, Workstation, is_possible, pooled_site
from tests.bench.scale_partitions import partitions
from tests.database.builders import good_row, import_of

RESULT = Path(__file__).resolve().parents[2] / "build" / "scale.json"
_CHUNK = 500_000
_IMPORTED = 1000
_INDEXES = """
SELECT c.relname, pg_get_indexdef(c.oid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = 'activities'::regclass AND NOT i.indisprimary
"""
_FILL = """
INSERT INTO activities (lab_id, activity_type, category, subcategory, quantity, unit, co2e_kg,
    date, note, co2e_source, factor_value)
SELECT labs.ids[1 + n * 7919 %% array_length(labs.ids, 1)], kinds.type, kinds.category,
    kinds.subcategory, (n * 48271 %% 1000000)::numeric / 100, kinds.unit,
    (n * 48271 %% 1000000)::numeric / 500, date '2021-01-01' + (n * 31 %% 1826)::integer,
    'Zähler ' || n %% 5000, 'factor', 0.2
FROM generate_series(%s::bigint, %s::bigint) AS n
CROSS JOIN (SELECT array_agg(id ORDER BY code) AS ids FROM laboratories) AS labs
JOIN (VALUES
    (0, 'energy', 'electricity', 'grid', 'kWh'),
    (1, 'energy', 'combustion', 'natural_gas', 'kWh'),
    (2, 'travel', 'train', 'CH', 'passenger*km'),
    (3, 'travel', 'plane', 'short/economy', 'passenger*km'),
    (4, 'purchase', 'it', 'laptop', 'CHF')
) AS kinds (number, type, category, subcategory, unit) ON kinds.number = n * 13 %% 5
"""


def main() -> None:
    """Run the trial, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--workstations", type=int, default=1000)
    chosen = parser.parse_args()
    if not is_possible():
        sys.exit(NEEDS)
    figures: list[Figure] = []
    before = os.getloadavg()[0]
    with pooled_site(max(chosen.clients, chosen.workstations) + 1) as site:
        for figure in chain(
            _filled(site, chosen.rows),
            _read(site, chosen.rows),
            _written(site),
            _at_once(site, site.workstations[1 : chosen.clients + 1]),
            _workstations(site, site.workstations[1 : chosen.workstations + 1]),
            partitions(site, chosen.rows // 5),
        ):
            print(table([figure]).splitlines()[-1], flush=True)
            figures.append(figure)
            write(figures, RESULT, {"cores": os.cpu_count(), "load before": before})
    print(table(figures))


def _filled(site: PooledSite, rows: int) -> Iterator[Figure]:
    """Fill the table past its triggers, then index it and sum it up."""
    superuser = site.superuser
    superuser.execute("SET session_replication_role = replica")
    superuser.execute("SET maintenance_work_mem = '512MB'")
    indexes = superuser.execute(_INDEXES).fetchall()
    for name, _ in indexes:
        superuser.execute(f"DROP INDEX public.{name}")
    began = time.perf_counter()
    for start in range(0, rows, _CHUNK):
        superuser.execute(_FILL, (start + 1, min(start + _CHUNK, rows)))
    yield Figure(f"{rows:,} activities filled in", time.perf_counter() - began, "s")
    began = time.perf_counter()
    for _, definition in indexes:
        superuser.execute(definition)  # type: ignore[call-overload]
    yield Figure("indexed", time.perf_counter() - began, "s")
    superuser.execute("SET session_replication_role = origin")
    yield Figure("results summed up anew", _timed(site, "SELECT rebuild_results()"), "s")
    yield Figure("VACUUM ANALYZE", _timed(site, "VACUUM ANALYZE activities"), "s")
    sizes = site.one(
        "SELECT pg_table_size('activities') / 1e9, pg_indexes_size('activities') / 1e9"
    )
    for name, size in zip(("table", "indexes"), sizes, strict=True):
        yield Figure(f"size of the {name}", float(str(size)), "GB")
    # The first person looks at everything, as a sustainability office does.
    site.superuser.execute(
        """INSERT INTO user_roles (user_id, lab_id, role)
           SELECT id, NULL, 'viewer' FROM users WHERE db_role = 'client_0000'"""
    )


def _timed(site: PooledSite, statement: LiteralString) -> float:
    return seconds(lambda: site.superuser.execute(statement))


@dataclass
class Reader:
    """Somebody who looks at the list, through the pooler."""

    database: Database
    chance: random.Random = field(default_factory=lambda: random.Random(3))

    def page(
        self,
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        after: PageAnchor | None = None,
    ) -> PageAnchor | None:
        """Ask for one page; returns where the next begins."""
        with self.database.transaction() as session:
            return Activities(session).page(wanted, order, after).next

    def some_filter(self) -> ActivityFilter:
        """What people narrow a list by."""
        return self.chance.choice(
            [
                ActivityFilter(year=2023),
                ActivityFilter(activity_type=ActivityType.TRAVEL),
                ActivityFilter(category="plane", year=2022),
            ]
        )


def _milliseconds(work: Callable[[], object], times: int) -> list[float]:
    return [seconds(work) * 1000 for _ in range(times)]


def _narrowed(reader: Reader) -> tuple[list[float], str]:
    """Milliseconds of filters by chance; and which of them the server gave up, if any."""
    times: list[float] = []
    for _ in range(20):
        wanted = reader.some_filter()
        began = time.perf_counter()
        try:
            reader.page(wanted)
        except DatabaseProblem as problem:
            narrowed = {name: value for name, value in asdict(wanted).items() if value}
            return [(time.perf_counter() - began) * 1000] * 2, f"{problem.code.value}: {narrowed}"
        times.append((time.perf_counter() - began) * 1000)
    return times, ""


def _searched(reader: Reader) -> tuple[float, str]:
    """Seconds of a search for words by nothing else, which no index narrows."""
    began = time.perf_counter()
    note = "once"
    try:
        reader.page(ActivityFilter(text="zahler 4711"))
    except DatabaseProblem as problem:
        note = f"given up: {problem.code.value}"
    return time.perf_counter() - began, note


def _read(site: PooledSite, rows: int) -> Iterator[Figure]:
    """Pages of who sees one laboratory, and of who sees all."""
    for who, one in (("one laboratory", site.workstations[1]), ("all", site.workstations[0])):
        database = Database(one.way)
        reader = Reader(database)
        reader.page()
        first = _milliseconds(reader.page, 20)
        anchor = reader.page()
        following = _milliseconds(lambda: reader.page(after=anchor), 20)  # noqa: B023
        filtered, given_up = _narrowed(reader)
        with database.transaction() as session:
            summed = _milliseconds(lambda: Results(session).rows(), 10)
        text_seconds, text_note = _searched(reader)
        database.close()
        among = f"of {rows:,}, by who sees {who}"
        note = "95th percentile"
        yield Figure(f"first page {among}", percentile_95(first), "ms", goal=100.0, note=note)
        yield Figure(f"next page {among}", percentile_95(following), "ms", goal=150.0, note=note)
        yield Figure(
            f"filtered page {among}",
            percentile_95(filtered),
            "ms",
            goal=300.0,
            note=given_up or note,
        )
        yield Figure(f"results {among}", percentile_95(summed), "ms", note=note)
        yield Figure(f"text search {among}", text_seconds, "s", note=text_note)


def _written(site: PooledSite) -> Iterator[Figure]:
    """An import into the full table."""
    one = site.workstations[2]
    database = Database(one.way)
    for count, times in ((1_000, 5), (100_000, 1)):
        rows = [good_row(number) for number in range(1, count + 1)]
        taken = [
            seconds(lambda: send_import(database, import_of(one.lab, rows)))  # noqa: B023
            for _ in range(times)
        ]
        yield Figure(f"import of {count:,} rows into it", statistics.median(taken), "s")
    database.close()


def _at_once(site: PooledSite, people: Sequence[Workstation]) -> Iterator[Figure]:
    """Everybody reads and imports for a minute or two, with the pauses that people make.

    One process plays them all, and is slower than the server: so what is counted is what is right,
    and no times are taken.
    """
    [before] = site.one("SELECT count(*) FROM import_jobs")
    until = time.monotonic() + 90
    sent: list[UUID] = []
    rows = [good_row(number) for number in range(1, _IMPORTED + 1)]

    def work(one: Workstation) -> None:
        reader = Reader(Database(one.way), random.Random(one.way.user))
        time.sleep(reader.chance.uniform(0, 15))
        while time.monotonic() < until:
            reader.page()
            time.sleep(reader.chance.uniform(1, 5))
            reader.page(reader.some_filter())
            time.sleep(reader.chance.uniform(2, 10))
            sent.append(send_import(reader.database, import_of(one.lab, rows)).job.id)
        reader.database.close()

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(work, people))
    [after] = site.one("SELECT count(*) FROM import_jobs WHERE status = 'completed'")
    name = f"{len(people)} clients at once"
    differing = abs(int(str(after)) - int(str(before)) - len(sent))
    note = f"of {len(sent)}, beside {2 * len(sent)} pages"
    yield Figure(
        f"{name}: imports lost or doubled", float(differing), "imports", goal=0.0, note=note
    )


def _workstations(site: PooledSite, people: Sequence[Workstation]) -> Iterator[Figure]:
    """Everybody opens the list, then asks now and then whether something has changed.

    No times, for the reason of `_at_once`.
    """
    failures: list[str] = []
    most = 0
    over = threading.Event()

    def watch() -> None:
        nonlocal most
        while not over.wait(0.5):
            [now] = site.one("SELECT count(*) FROM pg_stat_activity WHERE usename ~ '^client_'")
            most = max(most, int(str(now)))

    def work(one: Workstation) -> None:
        chance = random.Random(one.way.user)
        reader = Reader(Database(one.way))
        time.sleep(chance.uniform(0, 30))
        try:
            reader.page()
            for _ in range(3):
                time.sleep(chance.uniform(5, 15))
                _ask(reader.database)
        except DatabaseProblem as problem:
            failures.append(problem.code.value)
        finally:
            reader.database.close()

    watching = threading.Thread(target=watch)
    watching.start()
    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(work, people))
    over.set()
    watching.join()
    name = f"{len(people):,} workstations"
    yield Figure(f"{name}: failures", float(len(failures)), "", goal=0.0)
    yield Figure(f"{name}: connections of the server at most", float(most), "")


def _ask(database: Database) -> None:
    with database.transaction() as session:
        changes.state(session)


if __name__ == "__main__":
    main()

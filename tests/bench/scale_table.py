"""A table of millions: filled in past its triggers, then read and written as people do it."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import LiteralString
from uuid import UUID

from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.results import Results
from co2desk.database.unit_of_work import Database
from co2desk.domain.activity_list import (
    ActivityColumn,
    ActivityFilter,
    ActivityOrder,
    PageAnchor,
)
from co2desk.domain.errors import DatabaseProblem
from co2desk.domain.ids import ImportJobId
from tests.bench.clock import percentile_95, seconds
from tests.bench.figure import Figure
from tests.bench.pooled_site import PooledSite
from tests.bench.scale_crowd import FILTERS
from tests.database.builders import good_row, import_of

_CHUNK = 500_000
_TIMES = 20
_MANY = 100_000
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


@dataclass(frozen=True, slots=True)
class Taken:
    """How long something took: one figure, to be held against a goal or the same elsewhere."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    note: str = ""

    def alone(self) -> Figure:
        """The figure for itself."""
        return Figure(self.name, self.value, self.unit, goal=self.goal, note=self.note)

    def beside(self, other: "Taken", peer: str, name: str) -> Figure:
        """The figure beside the same of a `peer`; `name` says of what this one is."""
        title = f"{name}: {self.name}"
        return Figure(title, self.value, self.unit, other.value, None, peer, self.note)


def filled(site: PooledSite, rows: int) -> Iterator[Figure]:
    """Fill the table, then index it and sum it up; the first person may look at everything."""
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
    yield Figure("results summed up anew", timed(site, "SELECT rebuild_results()"), "s")
    yield Figure("VACUUM ANALYZE", timed(site, "VACUUM ANALYZE activities"), "s")
    sizes = site.one(
        "SELECT pg_table_size('activities') / 1e9, pg_indexes_size('activities') / 1e9"
    )
    for name, size in zip(("table", "indexes"), sizes, strict=True):
        yield Figure(f"size of the {name}", float(str(size)), "GB")
    # As a sustainability office does: by a login that reads all, and no list of laboratories.
    superuser.execute("GRANT co2calculator_readonly TO client_0000")
    superuser.execute("REVOKE co2calculator_app FROM client_0000")


def timed(site: PooledSite, statement: LiteralString) -> float:
    """Seconds of a statement of the superuser."""
    return seconds(lambda: site.superuser.execute(statement))


def read(site: PooledSite) -> Iterator[Taken]:
    """Pages of who sees one laboratory, and of who sees all; 95th percentiles."""
    for who, one in (("one laboratory", site.workstations[1]), ("all", site.workstations[0])):
        database = Database(one.way)
        try:
            for name, goal, works in _looks(database):
                for work in works:
                    work()
                times = [seconds(work) * 1000 for work in works]
                yield Taken(f"{name}, by who sees {who}", percentile_95(times), "ms", goal)
        except DatabaseProblem as problem:
            yield Taken(f"given up, by who sees {who}", 60_000, "ms", 0.0, problem.code.value)
        finally:
            database.close()


def _looks(
    database: Database,
) -> list[tuple[str, float | None, list[Callable[[], object]]]]:
    by_co2e = ActivityOrder(ActivityColumn.CO2E)

    def page(
        wanted: ActivityFilter = ActivityFilter(),
        order: ActivityOrder = ActivityOrder(),
        after: PageAnchor | None = None,
    ) -> PageAnchor | None:
        with database.transaction() as session:
            return Activities(session).page(wanted, order, after).next

    def results() -> None:
        with database.transaction() as session:
            Results(session).rows()

    anchor = page()
    known = [lambda wanted=wanted: page(wanted) for wanted in FILTERS]
    return [
        ("first page", 100.0, [page] * _TIMES),
        ("next page", 150.0, [lambda: page(after=anchor)] * _TIMES),
        ("filtered page", 300.0, known * (_TIMES // len(known))),
        ("results", None, [results] * _TIMES),
        ("page by CO2e", None, [lambda: page(order=by_co2e)] * 3),
        ("search for a frequent word", 1000.0, [lambda: page(ActivityFilter(text="grid"))] * 3),
        ("search for a rare word", 1000.0, [lambda: page(ActivityFilter(text="zahler 4711"))] * 3),
    ]


def written(site: PooledSite) -> Iterator[Taken]:
    """Imports into the full table, and the undo of the large one."""
    one = site.workstations[2]
    database = Database(one.way)
    few, many = ([good_row(number) for number in range(1, count + 1)] for count in (1_000, _MANY))
    sent: list[UUID] = []

    def send(rows: list[object]) -> None:
        sent.append(send_import(database, import_of(one.lab, rows)).job.id)  # type: ignore[arg-type]

    def undo() -> None:
        with database.transaction() as session:
            outcome = ImportJobs(session).undo(ImportJobId(sent[-1]))
        if outcome.removed != _MANY:
            raise AssertionError(f"the undo removed {outcome.removed} rows")

    small = [seconds(lambda: send(few)) for _ in range(5)]  # type: ignore[arg-type]
    yield Taken("import of 1,000 rows into it", statistics.median(small), "s")
    yield Taken(f"import of {_MANY:,} rows", seconds(lambda: send(many)), "s")  # type: ignore[arg-type]
    yield Taken("undo of that import", seconds(undo), "s")
    database.close()

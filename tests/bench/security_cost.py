"""What row-level security and the audit log cost: the same work with them and without them."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import LiteralString

from co2desk.database.audit import Audit
from tests.bench.clock import Effort
from tests.bench.figure import Figure
from tests.bench.files import activities_csv
from tests.bench.importing import empty, import_once, settle
from tests.bench.world import LABORATORY, World, world

_POLICIES, _LOG_ON_INSERT, _LOG_ON_UPDATE, _VERIFY = 1.10, 1.50, 2.20, 1.0
_INSERT = """
INSERT INTO activities (lab_id, activity_type, category, quantity, unit, date, co2e_kg, co2e_source)
SELECT l.id, 'energy', 'electricity', n, 'kWh', date '2021-01-01' + n % 1500, n, 'override'
FROM laboratories l, generate_series(1, {rows}) n WHERE l.code = '{lab}'
"""
_TABLES = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Switch security and log off and on again by turns; the processor time of the server counts.

    Others at work on the machine make that hardly longer.
    """
    path = activities_csv(folder, effort.rows)
    runs, rows = (effort.runs, 100_000) if effort.full else (1, 25_000)
    with world() as made:
        database = made.services.connection.database
        import_once(made, path)
        on, off = _by_turns(
            made, runs, _switch_policies, lambda: _computing(made, lambda: import_once(made, path))
        )
        name = f"import of {effort.rows:,} rows, the server's part"
        yield Figure(name, on, "s", off, _POLICIES, "no policies", "processor time")

        def change(statement: str) -> Callable[[], float]:
            def work() -> None:
                with database.transaction() as session:
                    session.connection().exec_driver_sql(statement)

            return lambda: _computing(made, work)

        insert = change(_INSERT.format(lab=LABORATORY, rows=rows).replace("%", "%%"))
        on, off = _by_turns(made, runs, _switch_log, insert)
        yield Figure(f"insert of {rows:,} activities", on, "s", off, _LOG_ON_INSERT, "no log",
                     "processor time")  # fmt: skip

        def update() -> float:
            insert()
            return change("UPDATE activities SET note = 'changed'")()

        on, off = _by_turns(made, runs, _switch_log, update)
        yield Figure(f"update of {rows:,} activities", on, "s", off, _LOG_ON_UPDATE, "no log",
                     "processor time")  # fmt: skip

        empty(made)
        insert()
        with database.transaction() as session:
            Audit(session).seal()
        taken = [_computing(made, lambda: _verify(made)) for _ in range(runs)]
        each = statistics.median(taken) * 100_000 / rows
        yield Figure("100,000 entries of the log verified", each, "s",
                     goal=_VERIFY, note="processor time")  # fmt: skip


def _by_turns(
    made: World,
    runs: int,
    switch: Callable[[World, LiteralString], None],
    work: Callable[[], float],
) -> tuple[float, float]:
    """Median of the work with security or log, and without."""
    taken: dict[LiteralString, list[float]] = {"ENABLE": [], "DISABLE": []}
    try:
        for _ in range(runs):
            for way, times in taken.items():
                switch(made, way)
                empty(made)
                settle(made)
                times.append(work())
    finally:
        switch(made, "ENABLE")
    return statistics.median(taken["ENABLE"]), statistics.median(taken["DISABLE"])


def _switch_policies(made: World, way: LiteralString) -> None:
    for (table,) in made.execute(_TABLES):
        made.superuser.execute(f"ALTER TABLE public.{table} {way} ROW LEVEL SECURITY")


def _switch_log(made: World, way: LiteralString) -> None:
    for trigger in ("audit_insert", "audit_update"):
        made.superuser.execute(f"ALTER TABLE activities {way} TRIGGER {trigger}")


def _computing(made: World, work: Callable[[], object]) -> float:
    """How long the server computes while `work` runs."""
    with made.computing(server_only=True) as taken:
        work()
    return taken[0]


def _verify(made: World) -> None:
    with made.services.connection.database.transaction() as session:
        if Audit(session).verify().broken_at is not None:
            raise AssertionError("the log is broken")

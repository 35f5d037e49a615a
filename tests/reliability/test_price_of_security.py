"""Tests 3, 4 and 6: what row-level security and the audit log cost, in processor time."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psutil
import pytest
from sqlalchemy import text

from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from co2desk.domain.activity_list import ActivityFilter
from tests.database.builders import good_row, import_of
from tests.database.conftest import LAB, World

RLS_ON_IMPORT, AUDIT_ON_INSERT, AUDIT_ON_UPDATE = 1.10, 1.50, 2.20
OWN_ROWS_WITHIN = 0.050
ROWS = 100_000
_FILL = """
INSERT INTO activities (lab_id, activity_type, category, quantity, unit, date, co2e_kg, co2e_source)
SELECT '{lab}', 'energy', 'electricity', n, 'kWh', date '2021-01-01' + n % 1500, n, 'override'
FROM generate_series(1, {rows}) n
"""


@contextmanager
def processor_time(database: Database, into: list[float]) -> Iterator[None]:
    """Add the seconds that the one server process of `database` computes, its COMMITs too."""
    with database.transaction() as session:
        backend = psutil.Process(session.scalar(text("SELECT pg_backend_pid()")))
    before = backend.cpu_times()
    yield
    after = backend.cpu_times()
    into.append(after.user + after.system - before.user - before.system)


def empty(world: World) -> None:
    """Take out what was written, and let the server rest."""
    world.database.execute(
        "TRUNCATE import_jobs, import_rows, activities, results, audit_logs CASCADE"
    )
    world.database.execute("CHECKPOINT")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_security_makes_a_large_import_hardly_slower(
    world: World, told: Callable[[str], None]
) -> None:
    """Test 3: the same import with every policy, and with row-level security switched off."""
    rows = [good_row(n) for n in range(2, ROWS + 2)]
    [(tables,)] = world.database.execute(
        """SELECT array_agg(relname::text) FROM pg_class
           WHERE relnamespace = 'public'::regnamespace AND relrowsecurity"""
    )
    taken: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    send_import(world.max, import_of(world.lab, rows[:20_000]))
    try:
        for _ in range(3):
            for switch, seconds in taken.items():
                for table in tables:  # type: ignore[attr-defined]
                    world.database.execute(f"ALTER TABLE {table} {switch} ROW LEVEL SECURITY")
                empty(world)
                with processor_time(world.max, seconds):
                    send_import(world.max, import_of(world.lab, rows))
    finally:
        for table in tables:  # type: ignore[attr-defined]
            world.database.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    secured, bare = statistics.median(taken["ENABLE"]), statistics.median(taken["DISABLE"])
    assert secured <= RLS_ON_IMPORT * bare
    told(
        f"import of {ROWS} rows: {secured:.2f} s with policies, {bare:.2f} s without, "
        f"{secured / bare - 1:+.0%} (at most +10 %)"
    )


def test_that_policies_are_asked_once_per_statement(world: World) -> None:
    """Without the InitPlan every row would ask who the person is, at half again the cost."""
    send_import(world.max, import_of(world.lab, [good_row(n) for n in range(2, 50)]))
    with world.max.transaction() as session:
        for statement in (
            "SELECT * FROM activities",
            "UPDATE activities SET note = ''",
            _FILL.format(lab=LAB, rows=5),
        ):
            plan = "\n".join(session.scalars(text(f"EXPLAIN (VERBOSE) {statement}")))
            assert "InitPlan" in plan or "my_labs" not in plan
            assert "my_labs" not in plan.partition("InitPlan")[0]


@pytest.mark.parametrize("others", [20_000, pytest.param(995_000, marks=pytest.mark.slow)])
@pytest.mark.timeout(600)
def test_that_ones_own_rows_among_many_are_read_at_once(
    world: World, others: int, told: Callable[[str], None]
) -> None:
    """Test 4: Vic sees 5,000 rows, and pays for no others."""
    own = 5_000 if others > 100_000 else 500
    labs = 199
    world.database.execute(
        "INSERT INTO laboratories (code, name) SELECT 'L' || n, 'L' FROM generate_series(1, 199) n"
    )
    world.database.execute(
        f"""SET session_replication_role = replica;
        {_FILL.format(lab=LAB, rows=own)};
        INSERT INTO activities
            (lab_id, activity_type, category, quantity, unit, date, co2e_kg, co2e_source)
        SELECT l.id, 'energy', 'electricity', n, 'kWh', date '2021-01-01' + n % 1500, n, 'override'
        FROM laboratories l, generate_series(1, {others // labs}) n WHERE l.code LIKE 'L_%'
            AND l.code <> 'LAB';
        SET session_replication_role = origin;
        ANALYZE activities"""
    )
    questions: dict[str, Callable[[Activities], object]] = {
        "page": lambda activities: activities.page(limit=200),
        "totals": lambda activities: activities.totals(ActivityFilter(text="5")),
    }
    seconds: dict[str, list[float]] = {name: [] for name in questions}
    seconds["all amounts added up"] = []
    for _ in range(7):
        for name, ask in questions.items():
            with processor_time(world.vic, seconds[name]), world.vic.transaction() as session:
                ask(Activities(session))
        with (
            processor_time(world.vic, seconds["all amounts added up"]),
            world.vic.transaction() as session,
        ):
            found = session.execute(text("SELECT count(*), sum(co2e_kg) FROM activities")).one()
            assert found[0] == own
    with world.vic.transaction() as session:
        plan = "\n".join(session.scalars(text("EXPLAIN SELECT sum(co2e_kg) FROM activities")))
    assert "InitPlan" in plan
    assert "Index" in plan
    worst = {name: statistics.median(times) for name, times in seconds.items()}
    assert max(worst.values()) <= OWN_ROWS_WITHIN
    figures = ", ".join(f"{name} {taken * 1000:.0f} ms" for name, taken in worst.items())
    told(f"own {own} of {own + others} rows: {figures} (at most 50); by InitPlan and index")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_that_the_log_costs_half_of_an_insert_and_as_much_as_an_update(
    world: World, told: Callable[[str], None]
) -> None:
    """Test 6: by one statement each, with the triggers of the log and without them."""
    inserts: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    updates: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    try:
        for _ in range(3):
            for switch in ("ENABLE", "DISABLE"):
                for trigger in ("audit_insert", "audit_update"):
                    world.database.execute(f"ALTER TABLE activities {switch} TRIGGER {trigger}")
                empty(world)
                for seconds, statement in (
                    (inserts[switch], _FILL.format(lab=LAB, rows=ROWS)),
                    (updates[switch], "UPDATE activities SET note = 'changed'"),
                ):
                    with (
                        processor_time(world.max, seconds),
                        world.max.transaction() as session,
                    ):
                        session.execute(text(statement))
    finally:
        for trigger in ("audit_insert", "audit_update"):
            world.database.execute(f"ALTER TABLE activities ENABLE TRIGGER {trigger}")
    insert = statistics.median(inserts["ENABLE"]) / statistics.median(inserts["DISABLE"])
    update = statistics.median(updates["ENABLE"]) / statistics.median(updates["DISABLE"])
    assert insert <= AUDIT_ON_INSERT
    assert update <= AUDIT_ON_UPDATE
    told(
        f"the log on {ROWS} rows: insert {insert - 1:+.0%} (at most +50 %), "
        f"update {update - 1:+.0%} (at most +120 %)"
    )


def test_that_an_import_is_one_entry_and_inserts_are_logged_by_the_statement(
    world: World,
) -> None:
    """What keeps the price down, without a clock."""
    send_import(world.max, import_of(world.lab, [good_row(n) for n in range(2, 502)]))
    assert world.database.execute("SELECT count(*) FROM audit_logs") == [(1,)]
    per_row = world.database.execute(
        """SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
           WHERE t.tgname IN ('audit_insert', 'audit_delete') AND t.tgtype & 1 = 1"""
    )
    assert per_row == []

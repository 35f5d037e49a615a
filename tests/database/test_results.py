"""Results are exact after whatever happens to the activities."""

import random
import threading
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from co2desk.database.activities import Activities
from co2desk.database.factors import Factors
from co2desk.database.import_commit import send_import
from co2desk.database.import_jobs import ImportJobs
from co2desk.database.recalculation import Recalculation
from co2desk.database.results import Results
from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.footprint import FactorEffect, MonthRow
from co2desk.domain.ids import LabId
from tests.database.builders import activity, good_row, import_of
from tests.database.conftest import World

TRUTH = """
SELECT lab_id, year, activity_type, category, coalesce(sum(co2e_kg), 0), count(*),
    count(*) FILTER (WHERE co2e_kg IS NULL)
FROM activities GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""
KEPT = """
SELECT lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count
FROM results ORDER BY 1, 2, 3, 4
"""


def assert_exact(world: World) -> None:
    assert world.database.execute(KEPT) == world.database.execute(TRUTH)


@pytest.mark.parametrize("seed", range(3))
def test_that_results_are_exact_after_anything(world: World, seed: int) -> None:
    chance = random.Random(seed)
    lab = LabId(UUID(world.lab))

    def some() -> dict[str, object]:
        return {
            "day": date(chance.choice([2022, 2023]), chance.randint(1, 12), 5),
            "co2e": chance.choice([None, "0", "1.2345", "99999.9999"]),
            "category": chance.choice(["a", "b"]),
        }

    jobs = []
    for _ in range(25):
        with world.max.transaction() as session:
            activities = Activities(session)
            rows = activities.page(limit=500).rows
            match chance.randint(0, 5):
                case 0 | 1:
                    rows_to_add = [good_row(n, activity(**some())) for n in range(2, 9)]  # type: ignore[arg-type]
                    jobs.append(send_import(world.max, import_of(lab, rows_to_add)).job.id)
                case 2:
                    activities.add([(lab, activity(**some())) for _ in range(3)])  # type: ignore[arg-type]
                case 3 if rows:
                    for row in chance.sample(rows, min(4, len(rows))):
                        new = some()
                        source = "missing" if new["co2e"] is None else "override"
                        changes = {"date": new["day"], "category": new["category"],
                                   "co2e_source": source,
                                   "co2e_kg": new["co2e"]}  # fmt: skip
                        activities.change(row.id, row.version, changes)
                case 4 if rows:
                    gone = chance.sample(rows, min(5, len(rows)))
                    activities.delete({row.id: row.version for row in gone})
                case 5 if jobs:
                    ImportJobs(session).undo(jobs.pop())
        assert_exact(world)
    with world.ada.transaction() as session:
        assert Results(session).rebuild() == 0
    world.database.execute("DELETE FROM activities")
    assert world.database.execute("SELECT * FROM results") == []


def test_that_rebuilding_mends_what_was_broken(world: World) -> None:
    send_import(world.max, import_of(world.lab, [good_row(2), good_row(3)]))
    world.database.execute("UPDATE results SET co2e_kg = 99")
    world.database.execute(
        "INSERT INTO results (lab_id, year, activity_type, category) VALUES (%s, 1999, 'x', '')",
        world.lab,
    )
    with world.ada.transaction() as session:
        assert Results(session).rebuild() == 2
    assert_exact(world)


def test_that_two_who_import_at_once_add_up(world: World) -> None:
    world.database.grant("zoe", "lab_manager", "LAB")

    def work(who: str) -> None:
        for turn in range(6):
            rows = [good_row(n, activity(category=f"c{(n + turn) % 4}")) for n in range(2, 42)]
            send_import(getattr(world, who), import_of(world.lab, rows))

    threads = [threading.Thread(target=work, args=(who,)) for who in ("max", "zoe", "ada")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert world.database.execute("SELECT count(*) FROM activities") == [(3 * 6 * 40,)]
    assert_exact(world)


def test_that_results_are_read_by_laboratory_year_and_month(world: World) -> None:
    rows = [
        good_row(2, activity(day=date(2024, 1, 31))),
        good_row(3, activity(day=date(2024, 2, 1))),
        good_row(4, activity(day=date(2023, 2, 1), co2e=None)),
    ]
    send_import(world.max, import_of(world.lab, rows))
    with world.vic.transaction() as session:
        results = Results(session)
        assert results.years() == (2024, 2023)
        [row] = results.rows(year=2024)
        assert (row.lab_code, row.co2e_kg, row.activity_count) == ("LAB", Decimal("4.8"), 2)
        assert results.rows(year=2023)[0].missing_count == 1
        assert results.rows(words="geneve", lab_codes=["lab"]) == results.rows()
        assert results.rows(words="other") == ()
        months = results.months(LabId(UUID(world.lab)), 2024)
    energy = ActivityType.ENERGY
    assert months == (
        MonthRow("LAB", 2024, 1, energy, Decimal("2.4"), "combustion"),
        MonthRow("LAB", 2024, 2, energy, Decimal("2.4"), "combustion"),
    )
    with world.zoe.transaction() as session:
        assert Results(session).rows() == ()


def test_that_a_changed_factor_brings_its_activities_along_but_no_published_year(
    world: World,
) -> None:
    with world.ada.transaction() as session:
        gas = Factors(session).save(
            EmissionFactor("G", FactorType.ENERGY, "Gas", "", "", Decimal("0.24"), "kWh")
        )
    rows = [
        good_row(2, activity("10", factor_code="G", co2e="2.4")),
        good_row(3, activity("2", factor_code="G", co2e="480", unit="MWh")),
        good_row(4, activity("10", factor_code="G", co2e="2.4", day=date(2022, 1, 1))),
        good_row(5, activity("3", factor_code="G", co2e="0.72", unit="jug")),
    ]
    send_import(world.max, import_of(world.lab, rows))
    world.database.execute("INSERT INTO published_years VALUES (%s, 2022)", world.lab)
    assert gas.id is not None
    conversions = {"kWh": Decimal(1), "MWh": Decimal(1000)}
    with world.ada.transaction() as session:
        recalculation = Recalculation(session)
        assert recalculation.units(gas.id) == ("MWh", "jug", "kWh")
        effects = recalculation.preview(gas.id, Decimal("0.30"), conversions)
        changed = recalculation.apply(gas.id, Decimal("0.30"), conversions)
        assert recalculation.apply(gas.id, Decimal("0.30"), conversions) == 0
    assert effects == (
        FactorEffect("LAB", 2022, 1, Decimal("2.4"), Decimal("2.4"), published=True),
        FactorEffect("LAB", 2024, 3, Decimal("483.12"), Decimal("603.9")),
    )
    assert changed == 3
    assert world.database.execute(
        "SELECT co2e_kg, factor_value, version FROM activities ORDER BY co2e_kg"
    ) == [
        (Decimal("0.9000"), Decimal("0.3"), 2),
        (Decimal("2.4000"), Decimal("0.24"), 1),
        (Decimal("3.0000"), Decimal("0.3"), 2),
        (Decimal("600.0000"), Decimal("0.3"), 2),
    ]
    assert_exact(world)

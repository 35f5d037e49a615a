"""The list of activities: the first page, any page, and filtered and sorted pages."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import (
    ActivityColumn,
    ActivityFilter,
    ActivityOrder,
    PageAnchor,
)
from tests.bench.clock import Effort, percentile_95
from tests.bench.figure import Figure
from tests.bench.world import World, world

_FIRST, _ANY, _FILTERED = 100.0, 150.0, 300.0
_TIMES = 60

_FILL = """
INSERT INTO activities (lab_id, activity_type, category, subcategory, quantity, unit, co2e_kg,
    date, note, co2e_source, factor_value)
SELECT labs.ids[1 + n * 7919 %% 10], kinds.type, kinds.category, kinds.subcategory,
    (n * 48271 %% 1000000)::numeric / 100, kinds.unit, (n * 48271 %% 1000000)::numeric / 500,
    date '2021-01-01' + (n * 31 %% 1826)::integer, 'Zähler ' || n %% 5000, 'factor', 0.2
FROM generate_series(1, %s::bigint) AS n
CROSS JOIN (SELECT array_agg(id ORDER BY code) AS ids FROM laboratories
            WHERE code LIKE 'BENCH-%%') AS labs
JOIN (VALUES
    (0, 'energy', 'electricity', 'grid', 'kWh'),
    (1, 'energy', 'combustion', 'natural_gas', 'kWh'),
    (2, 'travel', 'train', 'CH', 'passenger*km'),
    (3, 'travel', 'plane', 'short/economy', 'passenger*km'),
    (4, 'purchase', 'it', 'laptop', 'CHF')
) AS kinds (number, type, category, subcategory, unit) ON kinds.number = n * 13 %% 5
"""


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Measure as the member sees the list; `folder` is not needed."""
    del folder
    with world() as made:
        made.execute("SET session_replication_role = replica")
        made.execute(_FILL, effort.many_rows)
        made.execute("SET session_replication_role = origin")
        made.execute("VACUUM ANALYZE activities")
        among = f"{effort.many_rows:,} activities"
        yield _figure(f"first page of {among}", _first(made), _FIRST)
        yield _figure(f"any page of {among}", _anywhere(made), _ANY)
        yield _figure(f"last page of {among}, and those before it", _from_the_end(made), _ANY)
        times, slowest = _filtered(made)
        yield _figure(f"filtered and sorted page of {among}", times, _FILTERED, slowest)


def _figure(name: str, times: Sequence[float], goal: float, slowest: str = "") -> Figure:
    note = f"95th percentile; slowest: {slowest}" if slowest else "95th percentile"
    return Figure(name, percentile_95(times) * 1000, "ms", None, goal, note=note)


def _first(made: World) -> list[float]:
    return [_timed(made, ActivityFilter(), ActivityOrder(), None) for _ in range(_TIMES)]


def _anywhere(made: World) -> list[float]:
    """Pages that begin after activities picked by chance: what a person who scrolls asks for."""
    picked = made.execute(
        "SELECT date, id FROM activities TABLESAMPLE SYSTEM (1) REPEATABLE (1) LIMIT %s", _TIMES
    )
    return [
        _timed(made, ActivityFilter(), ActivityOrder(), PageAnchor(day, id_))  # type: ignore[arg-type]
        for day, id_ in picked
    ]


def _from_the_end(made: World) -> list[float]:
    """The last page, and one page after the other before it."""
    times, before = [], None
    for _ in range(_TIMES):
        began = time.perf_counter()
        before = made.services.activities.page_before(before=before).previous
        times.append(time.perf_counter() - began)
    return times


def _filtered(made: World) -> tuple[list[float], str]:
    """Times of filters and orders by chance, and what the slowest one was."""
    chance = random.Random(3)
    filters = (
        ActivityFilter(year=2024),
        ActivityFilter(activity_type=ActivityType.TRAVEL),
        ActivityFilter(lab_codes=("BENCH-03",), year=2023),
        ActivityFilter(category="plane"),
        ActivityFilter(text="zahler 4711"),
        ActivityFilter(text="natural", year=2022),
    )
    orders = [
        ActivityOrder(column, descending)
        for column in (ActivityColumn.DATE, ActivityColumn.CO2E, ActivityColumn.QUANTITY)
        for descending in (True, False)
    ]
    asked = [(chance.choice(filters), chance.choice(orders)) for _ in range(_TIMES)]
    times = [_timed(made, wanted, order, None) for wanted, order in asked]
    wanted, order = asked[times.index(max(times))]
    narrowed = {name: value for name, value in asdict(wanted).items() if value}
    return times, f"{narrowed} by {order.column}"


def _timed(
    made: World, wanted: ActivityFilter, order: ActivityOrder, after: PageAnchor | None
) -> float:
    began = time.perf_counter()
    made.services.activities.page(wanted, order, after)
    return time.perf_counter() - began

"""The review grid of a large file: sorting, filtering, the next error, editing and re-checking."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from co2desk.importing.review_order import Show
from co2desk.services.prepare_import import Preparation
from tests.bench.clock import Effort
from tests.bench.figure import Figure
from tests.bench.files import HEADER, YEAR, activities_csv
from tests.bench.world import LABORATORY, world

_SORT, _FILTER, _NEXT, _EDIT, _PAGE = 300.0, 300.0, 20.0, 50.0, 50.0
_QUANTITY, _NOTE = HEADER.index("QUANTITY"), len(HEADER)
_TIMES = 15


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Measure on an import in preparation whose corrections are saved, as those of the window."""
    with world() as made:
        preparation = made.services.preparations.open_file(activities_csv(folder, effort.rows))
        preparation.choose(replace(preparation.choices, lab_code=LABORATORY, year=YEAR))
        preparation.check()
        order = preparation.order
        among = f"review of {effort.rows:,} rows"
        for name, goal, work in (
            ("sort by amount", _SORT, lambda: order(sort_by=_QUANTITY)),
            ("sort by text", _SORT, lambda: order(sort_by=_NOTE, descending=True)),
            ("show errors", _FILTER, lambda: order(Show.ERRORS)),
            ("find text", _FILTER, lambda: order(text="zähler 471")),
            ("a page of rows", _PAGE, lambda: preparation.rows_at(range(5_000, 5_100))),
        ):
            yield _figure(f"{among}: {name}", goal, [_milliseconds(work) for _ in range(_TIMES)])
        yield _figure(f"{among}: next error", _NEXT, _steps(preparation))
        yield _figure(f"{among}: edit and re-check", _EDIT, _edits(preparation))
        preparation.discard()


def _figure(name: str, goal: float, times: list[float]) -> Figure:
    return Figure(name, statistics.median(times), "ms", None, goal)


def _steps(preparation: Preparation) -> list[float]:
    place: tuple[int, int] | None = (0, -1)
    times = []
    for _ in range(200):
        assert place is not None
        row, column = place
        began = time.perf_counter()
        place = preparation.find_problem(row, column, forward=True)
        times.append((time.perf_counter() - began) * 1000)
    return times


def _edits(preparation: Preparation) -> list[float]:
    """Mend one cell in error, and look at the counts, as after every edit in the window."""
    rows = preparation.order(Show.ERRORS)[:_TIMES]
    return [_milliseconds(partial(_edit, preparation, row)) for row in rows]


def _edit(preparation: Preparation, row: int) -> None:
    changed = preparation.edit({(row, _QUANTITY): "12,5"})
    if row not in changed:
        raise AssertionError("the row was not checked again")


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000

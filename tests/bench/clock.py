"""Takes times fairly: the two sides by turns, the collector run before each, medians."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: rows of a file, rows of the big list, runs of which to take the median.

    `full` is False for the short form, whose figures are for orientation.
    """

    rows: int
    many_rows: int
    runs: int
    full: bool


FULL = Effort(rows=100_000, many_rows=1_000_000, runs=5, full=True)
QUICK = Effort(rows=20_000, many_rows=100_000, runs=3, full=False)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def by_turns(runs: int, *works: Callable[[], object]) -> tuple[float, ...]:
    """Median seconds of each of `works`, which take turns so that all see the same machine."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for times, work in zip(taken, works, strict=True):
            times.append(seconds(work))
    return tuple(statistics.median(times) for times in taken)


def percentile_95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]

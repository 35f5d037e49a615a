"""Takes times fairly: the two sides by turns, the collector run before each, medians."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: rows of a file, rows of the big list, runs of which to take the median.

    `read_rows` are those of a file that is only read and checked. Starting the process that reads
    takes as long for any file, so the short form reads the whole file too, and imports half of it:
    with fewer rows the ratios would be those of the start. `full` is False for the short form.
    """

    read_rows: int
    rows: int
    many_rows: int
    runs: int
    full: bool


FULL = Effort(read_rows=100_000, rows=100_000, many_rows=1_000_000, runs=5, full=True)
QUICK = Effort(read_rows=100_000, rows=50_000, many_rows=100_000, runs=3, full=False)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def by_turns(
    runs: int,
    *works: Callable[[], object],
    clock: Callable[[Callable[[], object]], float] = seconds,
) -> tuple[float, ...]:
    """Median seconds of each of `works`, which take turns so that all see the same machine."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for times, work in zip(taken, works, strict=True):
            times.append(clock(work))
    return tuple(statistics.median(times) for times in taken)


def processor_seconds(work: Callable[[], object]) -> float:
    """How long this process and those that it starts compute while `work` runs once.

    Others at work on the machine make it hardly longer.
    """
    gc.collect()
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def percentile_95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The values that 50, 95 and 99 of 100 do not exceed."""
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]

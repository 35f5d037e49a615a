"""A million rows: how the time grows with the file, and how much memory it takes at most."""

import resource
from collections.abc import Iterator
from pathlib import Path

from tests.bench.clock import Effort
from tests.bench.figure import Figure
from tests.bench.files import activities_csv
from tests.bench.importing import empty, import_once
from tests.bench.world import world

_OF_A_TENTH, _GIGABYTES = 12.0, 1.2


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Import a tenth twice, then all once; nothing in the short form, which has no time for it."""
    if not effort.full:
        return
    tenth = activities_csv(folder, effort.many_rows // 10)
    whole = activities_csv(folder, effort.many_rows)
    with world() as made:
        times = []
        for _ in range(3):
            empty(made)
            times.append(import_once(made, tenth)[0])
        empty(made)
        taken, _ = import_once(made, whole)
    yield Figure(
        f"{effort.many_rows:,} rows checked and committed",
        taken,
        "s",
        sorted(times)[1],
        _OF_A_TENTH,
        "a tenth of them",
    )
    # ru_maxrss counts KiB. Text of this size is read in the program itself, so no child counts; a
    # program that ends the server would be counted with the memory it was forked from.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield Figure("peak memory of it", peak / 1024**2, "GB", None, _GIGABYTES)

"""How far one server carries: ten million activities, a hundred clients, a thousand workstations.

Usage: `python -m tests.bench.scale [--rows N] [--clients N] [--workstations N]`. Takes some twenty
minutes and some 15 GB of disk, which it gives back; writes build/scale.json. docs/scale.md tells
what came out.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.bench.figure import Figure, table, write
from tests.bench.pooled_site import NEEDS, PooledSite, is_possible, pooled_site
from tests.bench.scale_crowd import CLERKS, WORKSTATIONS, crowd
from tests.bench.scale_parted import parted
from tests.bench.scale_table import filled, read, written

RESULT = Path(__file__).resolve().parents[2] / "build" / "scale.json"


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
    with pooled_site(max(chosen.clients, chosen.workstations, 3) + 1) as site:
        for figure in _trial(site, chosen.rows, chosen.clients, chosen.workstations):
            print(f"load {os.getloadavg()[0]:4.1f}  {table([figure]).splitlines()[-1]}", flush=True)
            figures.append(figure)
            write(figures, RESULT, {"cores": os.cpu_count(), "load before": before})
    print(table(figures))


def _trial(site: PooledSite, rows: int, clients: int, workstations: int) -> Iterator[Figure]:
    yield from filled(site, rows)
    whole = []
    for taken in chain(read(site), written(site)):
        whole.append(taken)
        yield taken.alone()
    for day, count, name in (
        (CLERKS, clients, "clients at once"),
        (WORKSTATIONS, workstations, "workstations"),
    ):
        if count:
            yield from crowd(site, site.workstations[1 : count + 1], day, f"{count:,} {name}")
    yield from parted(site, whole)


if __name__ == "__main__":
    main()

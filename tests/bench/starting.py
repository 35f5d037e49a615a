"""How soon the window is painted, beside the smallest window; how soon the database is usable."""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from co2desk.app.container import build_services
from tests.bench.clock import Effort, seconds
from tests.bench.figure import Figure
from tests.bench.first_paint import screen, seconds_to_paint

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "co2desk")
BARE = (sys.executable, str(Path(__file__).with_name("bare_window.py")))
_OF_BARE, _USABLE, _FIRST_RUN = 2.0, 3.0, 6.0


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Measure both windows by turns; the first turn, which makes the database, is left out."""
    del folder
    os.environ.pop("CO2DESK_DATABASE", None)
    with tempfile.TemporaryDirectory(prefix="co2desk-bench-") as home:
        where = Path(home)
        yield Figure("embedded database usable, first run", _opened(where), "s", None, _FIRST_RUN)
        again = statistics.median(_opened(where) for _ in range(effort.runs))
        yield Figure("embedded database usable", again, "s", None, _USABLE)
        with screen() as shown:
            ours, theirs = [], []
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            for _ in range(effort.runs + 1):
                ours.append(seconds_to_paint(shown, PROGRAM, environment, where))
                theirs.append(seconds_to_paint(shown, BARE, environment, where))
        yield Figure(
            "start to painted window",
            statistics.median(ours[1:]),
            "s",
            statistics.median(theirs[1:]),
            _OF_BARE,
            "bare PySide6 window",
        )


def _opened(folder: Path) -> float:
    """Seconds from asking for the database until it can be used."""
    services = build_services(folder=folder)
    try:
        return seconds(services.connection.open)
    finally:
        services.connection.close()

"""Runs the measurements, each subject in a process of its own, and tells what came out.

Usage: `python -m tests.bench [--quick] [--only SUBJECT ...]`. Exit code 0 whatever the figures
are: a slow machine is no error; `met` says what is reached.
"""

import argparse
import compileall
import importlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.clock import FULL, QUICK
from tests.bench.figure import Figure, from_json, table, write

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "build" / "bench-files"
RESULT = ROOT / "build" / "bench.json"
SUBJECTS = (
    "reading",
    "importing",
    "security_cost",
    "million",
    "listing",
    "reviewing",
    "responding",
    "pooled_clients",
    "starting",
)
_MARK = "figure "


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller sizes, three runs")
    parser.add_argument("--only", action="append", choices=SUBJECTS, help="one subject")
    parser.add_argument("--subject", choices=SUBJECTS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.subject:
        _measure(chosen.subject, quick=chosen.quick)
        return
    # As installed, and as what it is compared with: nothing is compiled anew at each start.
    compileall.compile_dir(ROOT / "co2desk", quiet=1)
    before = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    figures: list[Figure] = []
    for subject in chosen.only or SUBJECTS:
        print(f"{subject} …", file=sys.stderr, flush=True)
        figures += _in_own_process(subject, quick=chosen.quick)
    load = max(before, os.getloadavg()[0]) if hasattr(os, "getloadavg") else 0.0
    setting: dict[str, object] = {
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "quick": chosen.quick,
        "load": load,
    }
    write(figures, RESULT, setting)
    print(table(figures))
    if load > 1.5 * (os.cpu_count() or 1):
        print(f"\nOthers were at work on this machine (load {load:.1f}): times say little today.")
    missed = sum(figure.met is False for figure in figures)
    print(f"\n{len(figures)} figures, {missed} goals missed; {RESULT.relative_to(ROOT)}")


def _measure(subject: str, *, quick: bool) -> None:
    """Measure one subject, and print its figures one JSON document a line."""
    module = importlib.import_module(f"tests.bench.{subject}")
    for figure in module.figures(QUICK if quick else FULL, FILES):
        print(_MARK + json.dumps(figure.as_json()), flush=True)


def _in_own_process(subject: str, *, quick: bool) -> Iterator[Figure]:
    command = [sys.executable, "-m", "tests.bench", "--subject", subject]
    command += ["--quick"] if quick else []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith(_MARK):
                yield from_json(line.removeprefix(_MARK))
    if running.returncode:
        yield Figure(subject, None, "", note="stopped with an error, see above")


if __name__ == "__main__":
    main()

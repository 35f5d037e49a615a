"""Runs the program as a person does, on a real embedded database that the session shares."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from co2desk.app.main import start

DEMO = Path(__file__).parent.parent.parent / "resources" / "demo"
FINANCE = DEMO / "activities-2025.csv"


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def person(embedded_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The environment of that person, in English."""
    monkeypatch.setenv("CO2DESK_HOME", str(embedded_home))
    monkeypatch.setenv("CO2DESK_LANGUAGE", "en")
    monkeypatch.delenv("CO2DESK_DATABASE", raising=False)
    return embedded_home


@pytest.fixture
def co2desk(person: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run one command line within this process."""

    def run(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = start([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@pytest.fixture
def program(person: Path) -> Run:
    """Run one command line as a program of its own."""

    def run(*arguments: object, environ: Mapping[str, str] | None = None) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "co2desk", *map(str, arguments)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(environ or {})},
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run

"""Runs the program as a person does, on a real embedded database that the session shares."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from co2desk.app.container import build_services
from co2desk.app.main import start
from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory

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


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """The folder of a person whose embedded server runs throughout."""
    # A socket's path may have a hundred bytes only, so not below pytest's own folder.
    folder = Path(tempfile.mkdtemp(prefix="c2d-home-"))
    try:
        with EmbeddedServer(folder / "server"):
            services = build_services("embedded", folder)
            services.connection.open()
            services.connection.close()
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def person(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The environment of that person, in English."""
    monkeypatch.setenv("CO2DESK_HOME", str(home))
    monkeypatch.setenv("CO2DESK_LANGUAGE", "en")
    monkeypatch.delenv("CO2DESK_DATABASE", raising=False)
    return home


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


@pytest.fixture
def lab(home: Path) -> str:
    """The code of a laboratory of the test's own."""
    code = f"T-{secrets.token_hex(4)}"
    services = build_services("embedded", home)
    try:
        services.connection.open()
        services.labs.create(Laboratory(LabId(uuid4()), code, f"Laboratory {code}"))
    finally:
        services.connection.close()
    return code

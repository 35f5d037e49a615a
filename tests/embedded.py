"""Gives tests the person's own embedded database, filled as on a first run, once per session."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from co2desk.app.container import build_services
from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.services.bundle import Services


@contextmanager
def filled_home() -> Iterator[Path]:
    """Make the folder of a person whose embedded server runs as long as the block."""
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


@pytest.fixture(scope="session")
def embedded_home() -> Iterator[Path]:
    """The folder of a person whose embedded server runs throughout."""
    with filled_home() as folder:
        yield folder


@pytest.fixture
def services(embedded_home: Path) -> Iterator[Services]:
    """All services, connected to that database."""
    opened = build_services("embedded", embedded_home)
    try:
        opened.connection.open()
        yield opened
    finally:
        opened.connection.close()


@pytest.fixture
def lab(services: Services) -> str:
    """The code of a laboratory of the test's own."""
    code = f"T-{secrets.token_hex(4)}"
    services.labs.create(Laboratory(LabId(uuid4()), code, f"Laboratory {code}"))
    return code

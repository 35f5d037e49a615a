"""The server goes away in the middle of a commit: one sentence, and nothing half written."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from co2desk.app.container import build_services
from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.desktop.postmaster import Postmaster
from co2desk.services.browse_activities import ActivityFilter
from co2desk.services.imports import ImportFilter

ROWS = 60_000


@pytest.fixture
def own_home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="c2d-lost-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_that_a_server_killed_during_the_commit_leaves_nothing(own_home: Path, tmp_path: Path):
    file = tmp_path / "long.csv"
    lines = (f"natural_gas,kWh,{number}" for number in range(1, ROWS + 1))
    file.write_text("name,unit,quantity\n" + "\n".join(lines))
    with EmbeddedServer(own_home / "server") as server:
        services = build_services("embedded", own_home)
        services.connection.open()
        services.connection.close()
        command = ("import", str(file), "--lab", "DEMO-LAB", "--year", "2025", "--json")
        running = subprocess.Popen(
            [sys.executable, "-m", "co2desk", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "CO2DESK_HOME": str(own_home),
                "CO2DESK_LANGUAGE": "en",
            },
        )
        wait_for_copy(server)
        kill(own_home)
        out, err = running.communicate(timeout=90)
    assert running.returncode == 3
    assert json.loads(out)["error"]["message"] == err.strip()
    assert len(err.strip().splitlines()) == 1, err
    services = build_services("embedded", own_home)
    try:
        services.connection.open()
        names = {job.filename for job in services.imports.jobs(ImportFilter())}
        assert "long.csv" not in names
        found = services.activities.totals(ActivityFilter(lab_codes=("DEMO-LAB",), year=2025))
        assert found.count == 0
    finally:
        services.connection.close()


def wait_for_copy(server: EmbeddedServer) -> None:
    address = server.start()
    deadline = time.monotonic() + 60
    with psycopg.connect(
        host=address.host,
        port=address.port,
        user=address.superuser,
        password=address.password,
        dbname="co2desk",
        autocommit=True,
    ) as connection:
        while time.monotonic() < deadline:
            writing = connection.execute(
                "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%co2desk_stage%'"
                " AND state = 'active' AND pid <> pg_backend_pid()"
            ).fetchone()
            if writing:
                return
            time.sleep(0.01)
    raise AssertionError("the import never came to write")


def kill(home: Path) -> None:
    postmaster = Postmaster.read(home / "server" / "data")
    assert postmaster is not None
    os.kill(postmaster.pid, signal.SIGQUIT)

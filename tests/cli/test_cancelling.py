"""Ctrl+C in the middle of an import: exit code 4, and no trace of it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from co2desk.cli.main import ExitCode, run
from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.services.bundle import Services
from co2desk.services.imports import ImportFilter
from tests.cli.test_lost_server import wait_for_copy


def test_that_an_interrupted_import_leaves_no_trace(
    services: Services, lab: str, person: Path, tmp_path: Path
):
    file = tmp_path / "long.csv"
    lines = (f"natural_gas,kWh,{number}" for number in range(1, 60_001))
    file.write_text("name,unit,quantity\n" + "\n".join(lines))
    running = subprocess.Popen(
        [sys.executable, "-m", "co2desk", "import", str(file), "--lab", lab, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with EmbeddedServer(person / "server") as server:
        wait_for_copy(server)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (4, "")
    assert len(err.strip().splitlines()) == 1, err
    assert services.imports.jobs(ImportFilter(lab_codes=(lab,))) == ()


def test_that_ctrl_c_is_a_cancel_also_where_the_driver_fails_over_it(
    capsys: pytest.CaptureFixture[str],
):
    def interrupted(_database: str | None) -> Services:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            try:
                raise OSError("the statement was cut")
            except OSError as error:
                raise DatabaseProblem(ErrorCode.CONNECTION_LOST) from error

    assert run(["labs"], Messages.load("en"), interrupted) == ExitCode.CANCELLED
    assert len(capsys.readouterr().err.strip().splitlines()) == 1

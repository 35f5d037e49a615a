"""Ctrl+C in the middle of an import: exit code 4, and no trace of it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from co2desk.cli.main import ExitCode, run
from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.import_job import ImportToCommit
from co2desk.domain.progress import Progress
from co2desk.services import import_file
from co2desk.services.bundle import Services
from co2desk.services.imports import ImportFilter
from tests.cli.conftest import Run
from tests.cli.test_lost_server import wait_for_copy

INTERRUPTED_LOADING = """
import sys
class Interrupt:
    def find_spec(self, name, *_):
        if name == "co2desk.app.main" and self in sys.meta_path:
            sys.meta_path.remove(self)
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from co2desk.__main__ import main
main()
"""


def test_that_an_interrupted_import_leaves_no_trace(
    services: Services, lab: str, person: Path, tmp_path: Path
):
    file = tmp_path / "long.csv"
    lines = (f"natural_gas,kWh,{number}" for number in range(1, 60_001))
    file.write_text("name,unit,quantity\n" + "\n".join(lines))
    # A shell without job control lets what it starts in the background ignore Ctrl+C, and that is
    # handed on to every program started from there.
    signal.signal(signal.SIGINT, signal.default_int_handler)
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
    assert running.returncode == 4
    assert json.loads(out)["error"] == {"code": "cancelled", "message": err.strip()}
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


def test_that_ctrl_c_in_the_moment_of_the_commit_does_not_deny_what_is_committed(
    services: Services, lab: str, co2desk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(database: Database, wanted: ImportToCommit, progress: Progress) -> None:
        send_import(database, wanted, progress)
        raise KeyboardInterrupt

    monkeypatch.setattr(import_file, "send_import", interrupted)
    file = tmp_path / "fuel.csv"
    file.write_text("name,unit,quantity\nnatural_gas,kWh,1200\n")
    done = co2desk("import", file, "--lab", lab, "--json")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    [job] = services.imports.jobs(ImportFilter(lab_codes=(lab,)))
    assert (done.code, done.json["import_job_id"]) == (0, str(job.id))


def test_that_ctrl_c_while_the_program_is_loaded_is_a_cancel(tmp_path: Path):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            INTERRUPTED_LOADING,
        ],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "CO2DESK_HOME": str(tmp_path),
            "CO2DESK_LANGUAGE": "en",
        },
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == "Stopped as you asked. Nothing was written.\n"

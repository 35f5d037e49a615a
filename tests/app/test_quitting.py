"""A window that the system ends lets go of its database."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from co2desk.desktop.postmaster import Postmaster


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_that_a_signal_closes_the_window_and_stops_the_database(
    tmp_path: Path, number: signal.Signals
) -> None:
    home = tmp_path / "home"
    environment = {**os.environ, "CO2DESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment["CO2DESK_DATABASE"] = "embedded"  # a first start would ask
    program = subprocess.Popen([sys.executable, "-m", "co2desk"], env=environment)
    try:
        log, deadline = home / "logs" / "co2desk.log", time.monotonic() + 60
        while not (log.is_file() and "embedded server started" in log.read_text()):
            assert program.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert Postmaster.read(home / "server" / "data") is not None
        program.send_signal(number)
        assert program.wait(timeout=60) == 0
    finally:
        program.kill()
        program.wait()
    assert Postmaster.read(home / "server" / "data") is None

"""`make run` on a computer without a display: the same import, in the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_that_without_a_display_the_sample_is_imported_and_the_window_pictured() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CO2DESK_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "run_program.py"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "There is no display here" in done.stdout
    assert "$ co2desk import resources/demo/activities-2025.csv" in done.stdout
    assert "197" in done.stdout
    assert list((ROOT / "build" / "headless" / "screenshots").rglob("*.png"))

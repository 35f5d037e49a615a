"""`make run` on a computer without a display: the same import, in the terminal."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts", "DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "linuxfb"}, True),
    ],
)
def test_that_drawing_where_nobody_looks_is_no_display(
    environment: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    program = runpy.run_path(str(ROOT / "packaging" / "run_program.py"))
    assert program["has_display"]() is shown


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

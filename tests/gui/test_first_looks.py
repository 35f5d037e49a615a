"""Showing a view for the first time never holds the window up."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

# In a process of its own: what another test has loaded would be loaded here too.
PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from co2desk.app.gui import make_application
from co2desk.app.tour import Tour
from co2desk.views.places import PageId, Place

home = Path(sys.argv[1])
tour = Tour(make_application(), home, home, "en", "light", frozenset())
window = tour._desk.window
window.show()
tour._desk.open_database()
tour._camera.settle()
pieces, last = [], [time.thread_time()]
def tick():
    now = time.thread_time()
    pieces.append(now - last[0])
    last[0] = now
timer = QTimer()
timer.timeout.connect(tick)
timer.start(2)
for page in PageId:
    pieces.clear()
    last[0] = time.thread_time()
    window.go(Place(page))
    tour._camera.settle()
    print(page, round(max(pieces) * 1000))
tour._end()
"""
MOST_MS = 100


@pytest.mark.slow
def test_that_no_view_takes_the_window_s_thread_for_long() -> None:
    # A socket's path may have a hundred bytes only, so not below pytest's own folder.
    home = Path(tempfile.mkdtemp(prefix="c2d-look-"))
    try:
        command = [sys.executable, "-c", PROGRAM, str(home)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    took = {line.split()[0]: int(line.split()[1]) for line in done.stdout.splitlines()}
    assert len(took) == 7
    assert {page: ms for page, ms in took.items() if ms > MOST_MS} == {}

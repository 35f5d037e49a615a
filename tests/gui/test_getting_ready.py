"""What the first import and the first chart need is made ready while nobody waits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys, tempfile, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from co2desk.app.container import build_services
from co2desk.app.gui import make_application
from co2desk.models.task_runner import TaskRunner
from co2desk.views import page_makers
from co2desk.views.getting_ready import GettingReady

CHARTS = "co2desk.views.results.plots"

if __name__ == "__main__":
    app = make_application()
    runner = TaskRunner()
    preparations = build_services("embedded", Path(sys.argv[1])).preparations
    ready = GettingReady(runner)
    longest, last = 0.0, time.thread_time()

    def tick():
        global longest, last
        now = time.thread_time()
        longest, last = max(longest, now - last), now
        if CHARTS in sys.modules:
            app.quit()

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    QTimer.singleShot(60_000, app.quit)
    ready.begin(preparations)
    if sys.argv[2:]:
        task = runner.start(lambda _: time.sleep(float(sys.argv[2])), lane="a person's")
        task.finished.connect(lambda: print("charts loaded:", CHARTS in sys.modules))
    app.exec()
    ready.close()
    runner.close()
    waiting = preparations._workers._idle
    print("pyqtgraph" in sys.modules, waiting is not None and waiting.is_running, longest * 1000)
    preparations.close()
"""


@pytest.mark.slow
def test_that_a_process_and_the_charts_are_ready_without_holding_the_window_up(
    tmp_path: Path,
) -> None:
    charts, process, longest = _run(tmp_path).split()
    assert (charts, process) == ("True", "True")
    assert float(longest) < 150  # loading all at once takes 200


@pytest.mark.slow
def test_that_charts_wait_for_the_end_of_what_a_person_waits_for(tmp_path: Path) -> None:
    at_the_end_of_the_task, at_last = _run(tmp_path, "8").splitlines()
    assert at_the_end_of_the_task == "charts loaded: False"
    assert at_last.startswith("True True")


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    return done.stdout

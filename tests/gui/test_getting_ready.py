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
        if "co2desk.views.results.plots" in sys.modules:
            app.quit()

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    QTimer.singleShot(60_000, app.quit)
    ready.begin(preparations)
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
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    charts, process, longest = done.stdout.split()
    assert (charts, process) == ("True", "True")
    assert float(longest) < 150  # loading all at once takes 200

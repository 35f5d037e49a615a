"""How long the window does not answer while a large file is read, checked and committed."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

from co2desk.app.container import build_services
from co2desk.app.gui import make_application, make_surroundings
from co2desk.desktop.messages import Messages
from co2desk.desktop.settings import SettingsFile
from co2desk.services.import_file import CommitMode
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow
from tests.bench.clock import Effort
from tests.bench.figure import Figure
from tests.bench.files import YEAR, activities_csv
from tests.gui.event_loop_probe import machine_held_back

_LONGEST, _SHARE_99 = 100.0, 50.0
_EVERY = 5
_LIMIT = 300_000


class Probe(QObject):
    """Asks for a sign of life every few milliseconds, and keeps how late each came, and when.

    `phase` is what the window is doing. Beside the clock's milliseconds stand those that the
    program itself worked meanwhile, in all its threads: what would be left of a gap where nobody
    else uses the machine.
    """

    def __init__(self, phase: str) -> None:
        super().__init__()
        self.phase = phase
        self.late: list[tuple[float, float, str]] = []
        self._last = time.perf_counter()
        self._worked = time.process_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_EVERY)

    @Slot()
    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        gap = (now - self._last) * 1000 - _EVERY
        self.late.append((gap, min(gap, (worked - self._worked) * 1000), self.phase))
        self._last, self._worked = now, worked


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Import the file in a window, as a person would, and watch the event loop."""
    path = activities_csv(folder, effort.rows)
    os.environ.pop("CO2DESK_DATABASE", None)
    with tempfile.TemporaryDirectory(prefix="co2desk-bench-") as home:
        own = Path(home)
        app = make_application()
        settings = SettingsFile(own)
        around = make_surroundings(app, Messages.load("en"), settings)
        desk = Desk(around, lambda database: build_services(database, own), settings)
        desk.window.show()
        desk.open_database()
        try:
            _until(lambda: desk.services is not None)
            probe = Probe("opening the import's window")
            QTimer.singleShot(0, partial(desk.import_file, path))
            _until(lambda: bool(desk.import_windows))
            with machine_held_back() as machine:
                _import(desk.import_windows[0], probe)
        finally:
            desk.close()
    name = f"window during the import of {effort.rows:,} rows"
    held_back = f"an idle program was held back by {machine[0] * 1000:.0f} ms"
    by_clock = [(gap, phase) for gap, _, phase in probe.late]
    by_work = [(worked, phase) for _, worked, phase in probe.late]
    for by, gaps, aside in (
        ("", sorted(by_clock), f"; {held_back}"),
        (", own processor time", sorted(by_work), ""),
    ):
        longest, phase = gaps[-1]
        note = f"while {phase}{aside}"
        yield Figure(f"{name}: longest gap{by}", longest, "ms", None, _LONGEST, note=note)
        share = gaps[len(gaps) * 99 // 100][0]
        yield Figure(f"{name}: 99 % of gaps{by}", share, "ms", None, _SHARE_99)


def _import(window: ImportWindow, probe: Probe) -> None:
    """Take one step after the other through the session that the window shows."""
    session = window.session
    probe.phase = "reading"
    _until(lambda: session.inspection is not None)
    session.choose(replace(session.choices, lab_code="DEMO-LAB", year=YEAR))
    probe.phase = "checking"
    session.check("Checking")
    _until(lambda: session.is_checked)
    probe.phase = "committing"
    session.commit(CommitMode.VALID_ONLY, "Importing")
    _until(lambda: session.result is not None)


def _until(holds: Callable[[], bool]) -> None:
    """Let the event loop run until something holds.

    Raises:
        TimeoutError: it does not for five minutes.
    """
    loop = QEventLoop()
    watch, limit = QTimer(), QTimer()
    watch.timeout.connect(lambda: loop.quit() if holds() else None)
    watch.start(20)
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    limit.start(_LIMIT)
    loop.exec()
    if not holds():
        raise TimeoutError("the window does not get on")

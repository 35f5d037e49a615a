"""Shows the program with a file in review, for a screen reader to walk through.

Arguments: the person's folder, a file. Says "ready" once there is something to read, and stays
until its standard input ends.
"""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from co2desk.app.container import build_services
from co2desk.app.gui import make_application, make_surroundings
from co2desk.desktop.messages import Messages
from co2desk.desktop.settings import SettingsFile
from co2desk.importing.flow import Step
from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from co2desk.views.translators import install_language

POLL_MS = 50


class Walk(QObject):
    """Takes one step whenever nothing is under way, then waits to be ended."""

    over = Signal()

    def __init__(self, desk: Desk, file: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._steps = [desk.open_database, lambda: desk.import_file(file), self._choose]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(POLL_MS)

    def _go_on(self) -> None:
        if self._desk.window.around.runner.running:
            return
        if self._steps:
            self._steps.pop(0)()
            return
        window = self._desk.import_windows[-1]
        if window.flow.step is not Step.REVIEW:
            window.actions_by_id[ActionId.NEXT_STEP].trigger()
            return
        self._timer.stop()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        threading.Thread(target=self._wait_for_the_end, daemon=True).start()

    def _choose(self) -> None:
        self._desk.import_windows[-1].source.choose_laboratory("DEMO-LAB")

    def _wait_for_the_end(self) -> None:
        sys.stdin.read()
        self.over.emit()


def main() -> None:
    home, file = Path(sys.argv[1]), Path(sys.argv[2])
    messages, settings = Messages.load("en"), SettingsFile(home)
    app = make_application()
    install_language(app, messages.language)
    around = make_surroundings(app, messages, settings)
    desk = Desk(around, lambda _: build_services("embedded", home, messages), settings)
    desk.window.show()
    walk = Walk(desk, file)
    walk.over.connect(app.quit)
    app.exec()
    for window in list(desk.import_windows):
        window.close()
    desk.close()


# The process that reads files imports this module too.
if __name__ == "__main__":
    main()

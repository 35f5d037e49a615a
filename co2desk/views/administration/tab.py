"""What every tab of the administration has."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from co2desk.models.task_runner import Task, Work
from co2desk.views.command_set import CommandSet
from co2desk.views.errands import ask
from co2desk.views.page import READING_LANES
from co2desk.views.surroundings import Surroundings


class Tab(QWidget):
    """`said(tone, text)`, `failed(error)` and `not_done(error)` are shown above the tabs.

    `failed` where something could not be read, `not_done` where the person did something.

    `commands` are the actions of the window that it answers, `search` where words are typed.
    """

    said = Signal(object, str)
    failed = Signal(object)
    not_done = Signal(object)
    counted = Signal(str)
    wrote = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.commands = CommandSet(self)
        self.search: QLineEdit | None = None

    def reload(self) -> None:
        """Read again what is shown."""

    def ask(
        self, work: Work, then: Callable[..., None], *, label: str = "", lane: str = "reading"
    ) -> Task:
        """Do work elsewhere; a failure is told above the tabs."""
        failed = self.failed if lane in READING_LANES else self.not_done
        return ask(self.around.runner, work, then, failed.emit, label=label, lane=lane)

"""What every tab of the administration has."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from co2desk.models.task_runner import Task, Work
from co2desk.views.command_set import CommandSet
from co2desk.views.errands import ask
from co2desk.views.surroundings import Surroundings


class Tab(QWidget):
    """`said(tone, text)` and `failed(error)` are shown above the tabs.

    `commands` are the actions of the window that it answers, `search` where words are typed.
    """

    said = Signal(object, str)
    failed = Signal(object)
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
        return ask(self.around.runner, work, then, self.failed.emit, label=label, lane=lane)

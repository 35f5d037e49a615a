"""Follows the database of the windows: whether it answers, and what others change in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from co2desk.models.link_watch import LinkWatch
from co2desk.models.task_runner import TaskRunner

if TYPE_CHECKING:
    from co2desk.models.change_watch import ChangeWatch
    from co2desk.services.bundle import Services


class DatabaseWatch(QObject):
    """`lost` once it does not answer, `back(status)` once it does again.

    `others_changed` after somebody else has written what the person may see.
    """

    lost = Signal()
    back = Signal(object)
    others_changed = Signal()

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._link = LinkWatch(runner, self)
        self._link.lost.connect(self.lost)
        self._link.back.connect(self.back)
        self.changes: ChangeWatch | None = None

    def watch(self, services: "Services | None") -> None:
        """Follow the database of these services from now on, none for None."""
        self._link.watch(None if services is None else services.connection.status)
        if services is not None:
            self._follow_changes().watch(services.changes)
        elif self.changes is not None:
            self.changes.watch(None)

    def _follow_changes(self) -> "ChangeWatch":
        # Loads what speaks to the database: not before there is one.
        from co2desk.models.change_watch import ChangeWatch

        if self.changes is None:
            self.changes = ChangeWatch(self._runner, self)
            self.changes.changed.connect(self.others_changed)
            self._link.back.connect(self.changes.begin_again)
        return self.changes

"""Brings an older database up to date, once an administrator has said yes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.progress import Progress
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings

if TYPE_CHECKING:
    from co2desk.services.bundle import Services


class UpgradeOffer(QObject):
    """`began` when the work begins, `done` or `failed(error)` at its end.

    `build` makes the services of the database in question.
    """

    began = Signal()
    done = Signal()
    failed = Signal(object)

    def __init__(
        self, around: Surroundings, build: "Callable[[], Services]", window: QWidget
    ) -> None:
        super().__init__(window)
        self._around = around
        self._build = build
        self._window = window

    def offer(self, error: object) -> None:
        """Ask; `error` says what the database has and what the program needs."""
        from co2desk.views.dialogs.confirm import Confirm

        confirm = Confirm(
            self._around.icons,
            self.tr("Bring the database up to date?"),
            failure_text(self._around.messages, error)
            + "\n\n"
            + self.tr(
                "As its administrator you can do that here. A backup is made first; others who "
                "work on the database need the newer program afterwards."
            ),
            self.tr("Back up and bring up to date"),
            parent=self._window,
        )
        confirm.agreed.connect(self.upgrade)
        confirm.open()

    @Slot(str)
    def upgrade(self, _typed: str = "") -> None:
        """Back up, and bring up to date."""
        self.began.emit()

        def work(progress: Progress) -> object:
            services = self._build()
            try:
                services.connection.open(progress, prepare=False)
                return services.schema.upgrade(progress=progress)
            finally:
                services.connection.close()

        ask(
            self._around.runner,
            work,
            self._done,
            self._failed,
            label=self.tr("Bringing the database up to date…"),
            lane="opening",
        )

    @Slot(object)
    def _done(self, _change: object) -> None:
        self.done.emit()

    @Slot(object)
    def _failed(self, error: object) -> None:
        self.failed.emit(error)

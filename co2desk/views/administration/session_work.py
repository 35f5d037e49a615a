"""Ends what a session of the database does that others wait for, or the session itself."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from co2desk.services.watch_health import Health
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.errands import ask
from co2desk.views.surroundings import Surroundings


class SessionWork(QObject):
    """`buttons` act on the session chosen; `done(text)`, `failed(error)`."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, around: Surroundings, health: Health, tab: QWidget) -> None:
        super().__init__(tab)
        self._around = around
        self._health = health
        self._tab = tab
        self._pid: int | None = None
        self._to_end: int | None = None
        cancel = QPushButton(self.tr("Stop its statement"), tab)
        cancel.setObjectName("session_cancel")
        around.icons.put(cancel, "close")
        cancel.clicked.connect(self._cancel)
        end = QPushButton(self.tr("End the session…"), tab)
        end.setObjectName("session_end")
        around.icons.put(end, "delete")
        end.clicked.connect(self._ask_to_end)
        self.buttons: Sequence[QPushButton] = (cancel, end)
        self.choose(None)

    def choose(self, pid: int | None) -> None:
        """Act on this session from now on; None where the line chosen is about no session."""
        self._pid = pid
        for button in self.buttons:
            button.setEnabled(pid is not None)
            button.setToolTip(
                "" if pid is not None else self.tr("Choose a waiting session in the list first.")
            )

    @Slot()
    def _cancel(self) -> None:
        pid = self._pid
        if pid is not None:
            ask(
                self._around.runner,
                lambda _: self._health.cancel_statement(pid),
                self._cancelled,
                self.failed.emit,
                lane="health",
            )

    @Slot()
    def _ask_to_end(self) -> None:
        # Asked about this one: the list may move on below the question.
        self._to_end = self._pid
        if self._to_end is None:
            return
        dialog = Confirm(
            self._around.icons,
            self.tr("End session %1?").replace("%1", str(self._to_end)),
            self.tr("Whatever it has not committed is gone; the person is told to connect again."),
            self.tr("End the session"),
            parent=self._tab.window(),
        )
        dialog.agreed.connect(self._end)
        dialog.open()

    @Slot(str)
    def _end(self, _typed: str) -> None:
        pid = self._to_end
        if pid is not None:
            ask(
                self._around.runner,
                lambda _: self._health.end_session(pid),
                self._ended,
                self.failed.emit,
                lane="health",
            )

    @Slot(object)
    def _cancelled(self, _nothing: object) -> None:
        self.done.emit(self.tr("The statement was stopped."))

    @Slot(object)
    def _ended(self, _nothing: object) -> None:
        self.done.emit(self.tr("The session was ended."))

"""Lets the signals that end a program close the window in order, database included."""

import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    import socket


class QuitSignals(QObject):
    """Quits the application on SIGTERM and SIGINT.

    Python runs a signal's handler between two of its own instructions, and there are none while
    Qt waits for events. The signal therefore also writes to a socket that Qt watches.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._sockets: tuple[socket.socket, ...] = ()

    @Slot()
    def begin(self) -> None:
        """Take the signals over; before, they end the program in Python's own way."""
        import socket  # a fiftieth of the way to the window: after it

        self._sockets = reading, writing = socket.socketpair()
        for end in self._sockets:
            end.setblocking(False)
        self._notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._previous_descriptor = signal.set_wakeup_fd(writing.fileno())
        self._previous = {
            number: signal.signal(number, self._quit) for number in (signal.SIGTERM, signal.SIGINT)
        }

    def close(self) -> None:
        """Put everything back as it was."""
        if not self._sockets:
            return
        for number, handler in self._previous.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._previous_descriptor)
        self._notifier.setEnabled(False)
        for end in self._sockets:
            end.close()
        self._sockets = ()

    def _wake(self) -> None:
        """Empty the socket; the handler has run by the time this method does."""
        self._sockets[0].recv(4096)

    def _quit(self, *_: object) -> None:
        self._application.quit()

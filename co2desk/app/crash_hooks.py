"""Shows errors that nobody caught in the window, from whatever thread they come."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.views.icons import Icons

if TYPE_CHECKING:
    from co2desk.views.dialogs.crash_dialog import CrashDialog


class CrashHooks(QObject):
    """In force until `close()`; what was in force before is called too, so that the log knows."""

    _told = Signal(str)

    def __init__(self, icons: Icons, window: QWidget, clean: Callable[[str], str]) -> None:
        super().__init__(window)
        self._icons = icons
        self._window = window
        self._clean = clean
        self._dialog: CrashDialog | None = None
        self._before = sys.excepthook, threading.excepthook
        # Queued: a dialog opens on the window's thread, and never inside the code that failed.
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_main
        threading.excepthook = self._on_thread

    def close(self) -> None:
        """Put back what was in force before."""
        sys.excepthook, threading.excepthook = self._before

    def _on_main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before[0](kind, error, trace)
        self._tell(kind, trace)

    def _on_thread(self, details: threading.ExceptHookArgs) -> None:
        self._before[1](details)
        self._tell(details.exc_type, details.exc_traceback)

    def _tell(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            from co2desk.desktop.crash_report import crash_report

            self._told.emit(crash_report(kind, trace, self._clean))

    @Slot(str)
    def _show(self, report: str) -> None:
        from co2desk.views.dialogs.crash_dialog import CrashDialog

        if self._dialog is None:
            self._dialog = CrashDialog(self._icons, self._window)
        self._dialog.tell(report)

"""Keeps a log of what the program did: JSON lines in the person's folder, without secrets."""

import contextlib
import faulthandler
import json
import logging
import os
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from co2desk import __version__
from co2desk.desktop.paths import private_folder
from co2desk.desktop.redaction import Redactor

_LARGEST = 2_000_000
_KEPT = 3


@dataclass(frozen=True, slots=True)
class LogFiles:
    """Where the log and the crash file lie, and what keeps secrets out of them."""

    log: Path
    crash: Path
    redactor: Redactor
    handler: logging.Handler
    crash_file: TextIO

    def close(self) -> None:
        """Stop logging to these files."""
        package = logging.getLogger("co2desk")
        package.removeHandler(self.handler)
        package.propagate = True
        self.handler.close()
        if faulthandler.is_enabled():
            faulthandler.disable()
        self.crash_file.close()


class JsonLines(logging.Formatter):
    """One JSON object per line: time, level, logger, message, and a traceback if there is one."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for `record`."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "pid": record.process,
            "thread": record.threadName,
            "message": self._redactor.clean(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = self._redactor.clean(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def start_logging(folder: Path, *, level: int = logging.INFO) -> LogFiles:
    """Log everything of co2desk into `folder`/logs, and fatal crashes beside it.

    Old logs make room at the start; several programs may append to the same file.
    """
    logs = private_folder(folder / "logs")
    path = logs / "co2desk.log"
    _make_room(path)
    redactor = Redactor()
    handler = logging.FileHandler(_private_file(path), encoding="utf-8")
    handler.setFormatter(JsonLines(redactor))
    package = logging.getLogger("co2desk")
    package.addHandler(handler)
    package.setLevel(level)
    package.propagate = False
    crash = _private_file(logs / "crash.log")
    crash_file = crash.open("a", encoding="utf-8")
    faulthandler.enable(crash_file)
    package.info("co2desk %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    return LogFiles(path, crash, redactor, handler, crash_file)


def without_log() -> LogFiles:
    """What stands for the log where none can be written."""
    nowhere = Path(os.devnull)
    handler = logging.NullHandler()
    package = logging.getLogger("co2desk")
    package.addHandler(handler)
    package.propagate = False
    return LogFiles(nowhere, nowhere, Redactor(), handler, nowhere.open("w", encoding="utf-8"))


def log_uncaught() -> None:
    """Write errors that nobody caught into the log, on every thread, before they are shown."""
    shown, shown_on_thread = sys.excepthook, threading.excepthook
    log = logging.getLogger("co2desk.uncaught")

    def on_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("uncaught", exc_info=(kind, error, trace))
        shown(kind, error, trace)

    def on_thread(details: threading.ExceptHookArgs) -> None:
        if details.exc_value is not None:
            error = details.exc_value
            log.critical("uncaught", exc_info=(type(error), error, error.__traceback__))
        shown_on_thread(details)

    sys.excepthook = on_main
    threading.excepthook = on_thread


def _private_file(path: Path) -> Path:
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def _make_room(path: Path) -> None:
    with contextlib.suppress(OSError):  # on Windows another program may hold it open
        if path.stat().st_size > _LARGEST:
            for number in range(_KEPT - 1, 0, -1):
                older = path.with_suffix(f".log.{number}")
                if older.exists():
                    older.replace(path.with_suffix(f".log.{number + 1}"))
            path.replace(path.with_suffix(".log.1"))

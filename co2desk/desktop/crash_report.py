"""What went wrong inside the program, as a text to copy: no cell values, passwords or names."""

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from co2desk import __version__


def crash_report(
    kind: type[BaseException], trace: TracebackType | None, clean: Callable[[str], str]
) -> str:
    """The kind of error and where it happened; its message, which may quote data, is left out.

    `clean` takes out passwords; the person's own folder is written as ~.
    """
    frames = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    lines = [
        f"co2desk {__version__}, Python {platform.python_version()}, {sys.platform}",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"{kind.__module__}.{kind.__qualname__}",
        *frames,
    ]
    return clean("\n".join(lines)).replace(str(Path.home()), "~")

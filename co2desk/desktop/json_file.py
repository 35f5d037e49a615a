"""A small JSON file that several programs read and replace as a whole."""

import json
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from co2desk.desktop.paths import private_folder
from co2desk.desktop.process_lock import exclusive

Document = dict[str, Any]

_log = logging.getLogger(__name__)
_LOCK_SECONDS = 5.0


def read_json(path: Path) -> Document:
    """Return the document in `path`; an empty one where it is missing, damaged or closed to us.

    A damaged file is kept beside it as `<name>.damaged`: preferences must never prevent a start.
    """
    try:
        return _read(path)
    except OSError as problem:
        _log.warning("%s cannot be read (%s); starting without it", path.name, problem.strerror)
        return {}


def _read(path: Path) -> Document:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    _log.warning("%s is damaged; starting without it", path.name)
    path.replace(path.with_name(f"{path.name}.damaged"))
    return {}


def change_json(path: Path, change: Callable[[Document], Document]) -> Document:
    """Replace the document by what `change` makes of it, with no other program in between.

    A crash leaves the old or the new document, never half of one.
    """
    folder = private_folder(path.parent)
    with exclusive(folder / f".{path.name}.lock", _LOCK_SECONDS):
        document = change(_read(path))  # what cannot be read must not be replaced
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=folder)  # mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return document

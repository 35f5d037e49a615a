"""Remembers sizes, positions and columns from one day to the next."""

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget

from co2desk.desktop.settings import SettingsFile

# Raised when the windows change so that an old state no longer fits.
_VERSION = 1
_SHOWN, _HIDDEN = "shown", "hidden"


class WindowMemory:
    """Keeps window states among the settings; a bad state is ignored, never in the way."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings
        self._layouts = dict(settings.load().layouts)

    def save(self, name: str, what: QWidget) -> None:
        """Remember the state of a window, a splitter or the header of a table."""
        if isinstance(what, QSplitter | QHeaderView):
            self._put(name, "state", _text(what.saveState()))
            return
        self._put(name, "geometry", _text(what.saveGeometry()))
        if isinstance(what, QMainWindow):
            self._put(name, "state", _text(what.saveState(_VERSION)))

    def restore(self, name: str, what: QWidget) -> bool:
        """Bring back what `save` remembered; False where there is nothing that fits."""
        state = self._bytes(name, "state")
        if isinstance(what, QSplitter | QHeaderView):
            return state is not None and what.restoreState(state)
        geometry = self._bytes(name, "geometry")
        if geometry is None or not what.restoreGeometry(geometry):
            return False
        if isinstance(what, QMainWindow):
            return state is not None and what.restoreState(state, _VERSION)
        return True

    def keep(self, name: str, *, shown: bool) -> None:
        """Remember whether a panel is wanted."""
        self._put(name, "panel", _SHOWN if shown else _HIDDEN)

    def shown(self, name: str) -> bool:
        """Whether a panel is wanted; it is, unless it was closed."""
        return self._layouts.get(self._key(name, "panel")) != _HIDDEN

    def keep_text(self, name: str, text: str) -> None:
        """Remember a text that only its view understands."""
        self._put(name, "text", text)

    def text(self, name: str) -> str:
        """The text that `keep_text` remembered, else an empty one."""
        return self._layouts.get(self._key(name, "text"), "")

    def _put(self, name: str, part: str, value: str) -> None:
        key = self._key(name, part)
        if self._layouts.get(key) != value:
            self._layouts[key] = value
            self._settings.remember_layout(key, value)

    def _bytes(self, name: str, part: str) -> QByteArray | None:
        try:
            kept = base64.b64decode(self._layouts[self._key(name, part)], validate=True)
        except (KeyError, binascii.Error):
            return None
        return QByteArray(kept)

    def _key(self, name: str, part: str) -> str:
        return f"{name}.{part}.{_VERSION}"


def _text(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")

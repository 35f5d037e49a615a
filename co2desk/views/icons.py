"""Icons: SVG files drawn in the text colour of the theme, redrawn when it changes."""

import weakref
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from co2desk.views.theme import Theme

# In pixels: 16 and 24 logical ones, at a scale of 1 and 2.
_SIZES = (16, 24, 32, 48)
# Half a dozen icons fit between two frames; a click in between is heard at once.
_LATER_MS = 20


class HasIcon(Protocol):
    """An action or a button."""

    def setIcon(self, icon: QIcon) -> None:
        """Show the icon."""


class Icons(QObject):
    """Draws the icons of one folder and keeps them in the colours of the theme.

    A role names a colour of the scheme: "text", "secondary", "error", "on_accent" …
    """

    def __init__(self, folder: Path, theme: Theme) -> None:
        super().__init__(theme)
        self._folder = folder
        self._theme = theme
        self._drawn: dict[tuple[str, str], QIcon] = {}
        self._wearers: list[tuple[weakref.ref[HasIcon], str, str]] = []
        self._waiting: list[tuple[weakref.ref[HasIcon], str, str]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LATER_MS)
        self._timer.timeout.connect(self._draw_next)
        theme.changed.connect(self._redraw)

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon in today's colours; use `put` where it must follow the theme."""
        key = (name, role)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, role)
        return self._drawn[key]

    def list_icon(self, name: str, role: str = "text") -> QIcon:
        """The icon of an entry of a list, which is seen on the accent while it is selected."""
        icon = QIcon(self.icon(name, role))
        drawing = QSvgRenderer(QByteArray(self._svg(name, "on_accent")))
        for size in _SIZES:
            icon.addPixmap(_render(drawing, size, 1), QIcon.Mode.Selected)
        return icon

    def pixmap(self, name: str, role: str, size: int, scale: float) -> QPixmap:
        """One picture, `size` logical pixels wide."""
        return _render(QSvgRenderer(QByteArray(self._svg(name, role))), size, scale)

    def put(self, wearer: HasIcon, name: str, role: str = "text") -> None:
        """Give an action or a button its icon, now and after every change of theme."""
        self._dress(wearer, name, role)
        wearer.setIcon(self.icon(name, role))

    def put_later(self, wearer: HasIcon, name: str) -> None:
        """As `put`, but soon, one after the other: menus are not what a person sees first."""
        self._dress(wearer, name, "text")
        self._waiting.append(self._wearers[-1])
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether icons of `put_later` are still to be drawn."""
        return bool(self._waiting)

    def _dress(self, wearer: HasIcon, name: str, role: str) -> None:
        self._wearers = [known for known in self._wearers if known[0]() not in (None, wearer)]
        self._wearers.append((weakref.ref(wearer), name, role))

    @Slot()
    def _draw_next(self) -> None:
        reference, name, role = self._waiting.pop(0)
        if not self._waiting:
            self._timer.stop()
        wearer = reference()
        # A window may have closed meanwhile, with its actions.
        if wearer is not None and isValid(wearer):
            wearer.setIcon(self.icon(name, role))

    def _redraw(self) -> None:
        self._drawn.clear()
        for reference, name, role in self._wearers:
            wearer = reference()
            # What was on a window that closed may be known here longer than it lives.
            if wearer is not None and isValid(wearer):
                wearer.setIcon(self.icon(name, role))

    def _draw(self, name: str, role: str) -> QIcon:
        icon = QIcon()
        for mode, colour in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "border")):
            drawing = QSvgRenderer(QByteArray(self._svg(name, colour)))
            for size in _SIZES:
                icon.addPixmap(_render(drawing, size, 1), mode)
        return icon

    def _svg(self, name: str, role: str) -> bytes:
        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return text.replace("currentColor", getattr(self._theme.colours, role)).encode()


def _render(drawing: QSvgRenderer, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    # Without a place it would fill the pixels there are, of which a painter sees fewer and larger.
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap

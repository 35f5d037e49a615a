"""Light and dark: which scheme is in force, as palette and style sheet of the application."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from co2desk.views.colours import DARK, LIGHT, ColourScheme
from co2desk.views.style_sheet import style_sheet

SMALLEST_FONT = 10
# How many per cent lighter the window is than the outlines that Fusion derives from it.
_OUTLINE = 140
STYLE = ("-style", "fusion")


class ThemeChoice(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Puts a colour scheme on the application and says when it changes.

    Qt's own colour scheme switch does nothing on many systems, so both schemes are full palettes
    of our own on the Fusion style; only the choice "system" asks Qt what the desktop prefers. The
    application begins with that style (`STYLE` among its arguments): setting it here would make
    all of QStyle known to Python, a tenth of the way to the window.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        app.setFont(_readable(app.font()))
        self.colours = self._wanted()
        self._put_on()
        app.styleHints().colorSchemeChanged.connect(self._desktop_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose, not what it led to."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Change the choice; everything on screen follows."""
        self._choice = choice
        self._refresh()

    def _desktop_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is not self.colours:
            self.colours = wanted
            self._put_on()
            self.changed.emit()

    def _wanted(self) -> ColourScheme:
        match self._choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case ThemeChoice.SYSTEM:
                desktop = self._app.styleHints().colorScheme()
                return DARK if desktop is Qt.ColorScheme.Dark else LIGHT

    def _put_on(self) -> None:
        self._app.setPalette(palette(self.colours))
        self._app.setPalette(_palette_of_boxes(self.colours), "QComboBox")  # type: ignore[arg-type]
        self._app.setStyleSheet(style_sheet(self.colours))


def palette(colours: ColourScheme) -> QPalette:
    """The scheme as Qt's palette."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.secondary),
        (role.Button, colours.window),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.base),
        (role.Midlight, colours.hairline),
        (role.Mid, colours.border),
        (role.Dark, colours.border),
        (role.Shadow, "#000000"),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.border))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.hairline))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.secondary))
    return made


def _palette_of_boxes(colours: ColourScheme) -> QPalette:
    """Fusion outlines boxes in a darker shade of the window, which cannot be seen on a dark one."""
    made = palette(colours)
    made.setColor(QPalette.ColorRole.Window, QColor(colours.border).lighter(_OUTLINE))
    return made


def _readable(font: QFont) -> QFont:
    readable = QFont(font)
    if 0 < readable.pointSize() < SMALLEST_FONT:
        readable.setPointSize(SMALLEST_FONT)
    return readable

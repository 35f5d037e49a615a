"""Labels by rank: heading, secondary, eliding; and pictograms beside them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from co2desk.views.icons import Icons

HEADING_SCALE = 1.5
SUBHEADING_SCALE = 1.15


def heading(text: str, parent: QWidget | None = None, scale: float = HEADING_SCALE) -> QLabel:
    """A title; `scale` is relative to the font of the desktop."""
    label = QLabel(text, parent)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    return label


def secondary(text: str = "", parent: QWidget | None = None) -> QLabel:
    """An explanation, in the quieter colour, wrapping."""
    label = QLabel(text, parent)
    label.setProperty("look", "secondary")
    label.setWordWrap(True)
    return label


def set_look(widget: QWidget, look: str) -> None:
    """Change which rules of the style sheet a widget follows."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class ElidedLabel(QLabel):
    """A label of one line that ends in "…" where it does not fit; the whole is in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, elided to the width there is."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(), int(Qt.AlignmentFlag.AlignVCenter | self.alignment()), shown
        )


class Pictogram(QLabel):
    """An icon as a label, following the theme; decoration, so without an accessible name."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        role: str = "text",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._role = role
        self._size = size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name = name
        self._role = role
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        scale = self.devicePixelRatioF()
        self.setPixmap(self._icons.pixmap(self._name, self._role, self._size, scale))

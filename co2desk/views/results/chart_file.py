"""Saves a widget as a picture (PNG) or as a drawing of any size (SVG)."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSaveFile
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

# Sharp in print too.
_SCALE = 2


def save_chart(widget: QWidget, path: Path) -> bool:
    """Write `widget` to `path`; where that cannot be, an older file stays as it was."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    if path.suffix.lower() == ".svg":
        drawing = QSvgGenerator()
        drawing.setOutputDevice(file)
        drawing.setSize(widget.size())
        drawing.setViewBox(widget.rect())
        drawing.setTitle(widget.accessibleName() or "co2desk")
        painter = QPainter(drawing)
        widget.render(painter, QPoint())
        painter.end()
    else:
        image = QImage(widget.size() * _SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_SCALE)
        image.fill(widget.palette().window().color())
        widget.render(image, QPoint())
        if not image.save(file, "PNG"):  # type: ignore[call-overload]
            return False
    return file.commit()

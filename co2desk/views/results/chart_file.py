"""Saves a widget as a picture (PNG) or as a drawing of any size (SVG, PDF)."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QSaveFile, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

# Sharp in print too.
_SCALE = 2


def save_chart(widget: QWidget, path: Path) -> bool:
    """Write `widget` to `path`; where that cannot be, an older file stays as it was."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    match path.suffix.lower():
        case ".svg":
            _draw_svg(widget, file)
        case ".pdf":
            _draw_pdf(widget, file)
        case _:
            image = QImage(widget.size() * _SCALE, QImage.Format.Format_ARGB32)
            image.setDevicePixelRatio(_SCALE)
            image.fill(widget.palette().window().color())
            widget.render(image, QPoint())
            if not image.save(file, "PNG"):  # type: ignore[call-overload]
                return False
    return file.commit()


def _draw_svg(widget: QWidget, file: QSaveFile) -> None:
    drawing = QSvgGenerator()
    drawing.setOutputDevice(file)
    drawing.setSize(widget.size())
    drawing.setViewBox(widget.rect())
    drawing.setTitle(widget.accessibleName() or "co2desk")
    painter = QPainter(drawing)
    widget.render(painter, QPoint())
    painter.end()


def _draw_pdf(widget: QWidget, file: QSaveFile) -> None:
    """One page as large as the widget, a pixel being a point."""
    drawing = QPdfWriter(file)
    drawing.setTitle(widget.accessibleName() or "co2desk")
    size = QPageSize(QSizeF(widget.size()), QPageSize.Unit.Point)
    drawing.setPageSize(size)
    drawing.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    painter = QPainter(drawing)
    painter.scale(drawing.width() / widget.width(), drawing.height() / widget.height())
    widget.render(painter, QPoint())
    painter.end()

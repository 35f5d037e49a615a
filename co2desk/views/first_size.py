"""The size in which a window is seen for the first time."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QWidget


def fit_screen(window: QWidget, width: int, height: int) -> None:
    """Make a window this large, or as large as the screen lets it be with its frame and title.

    What the desktop draws around a window is known only once that is shown; the height of a title
    in the style is near enough, so that the last line of a window is never below the screen.
    """
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    edge = window.style().pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth, None, window)
    room = window.screen().availableSize() - QSize(2 * edge, title + 2 * edge)
    window.resize(QSize(width, height).boundedTo(room))

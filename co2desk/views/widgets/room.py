"""Lets a dialog grow with what is said in it."""

from PySide6.QtWidgets import QWidget


def make_room(window: QWidget) -> None:
    """Make a window as high as its layout asks for.

    By itself it keeps its height, and what stands below lines that were added is cut or covered.
    """
    layout = window.layout()
    if layout is not None and window.isVisible():
        layout.activate()
        needed = layout.totalHeightForWidth(window.width())
        if needed > window.height():
            window.resize(window.width(), needed)

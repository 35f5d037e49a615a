"""Takes widgets out of a layout for good."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget


def drop(layout: QLayout, widgets: Iterable[QWidget]) -> None:
    """Hide the widgets, and let Qt destroy them and their places in the layout.

    Never by `takeAt` or `itemAt`: PySide 6.11 goes on knowing the address of a layout item that Qt
    has destroyed. Whatever is made at that address next may end the program when it is destroyed.
    """
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

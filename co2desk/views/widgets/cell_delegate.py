"""Draws cells whose row is in a state: tint, icon and text colour from the theme."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from co2desk.models.columns import STATE_ROLE
from co2desk.views.icons import Icons
from co2desk.views.theme import Theme

_TINTED = {"error": "error", "warning": "warning", "good": "good"}
_QUIET = {"missing": "warning", "secondary": "secondary", "skipped": "secondary"}


class CellDelegate(QStyledItemDelegate):
    """Cells in error or with a warning have a tint and an icon; missing values a colour."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def initStyleOption(
        self, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # Any: PySide's stubs leave the fields of style options out
        """Add what the state of the cell asks for."""
        super().initStyleOption(option, index)
        state = index.data(STATE_ROLE)
        if not state:
            return
        colours = self._theme.colours
        if state in _TINTED:
            role = _TINTED[state]
            option.backgroundBrush = QBrush(QColor(getattr(colours, f"{role}_tint")))
            option.icon = self._icons.icon(state, role)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        else:
            colour = QColor(getattr(colours, _QUIET[state]))
            option.palette.setColor(QPalette.ColorRole.Text, colour)

"""Draws cells whose row is in a state: tint, icon and text colour from the theme."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from co2desk.models.columns import STATE_ROLE
from co2desk.views.icons import Icons
from co2desk.views.theme import Theme

# State of a cell -> icon, colour role of icon and text, whether the background is tinted too.
_LOOKS = {
    "error": ("error", "error", True),
    "warning": ("warning", "warning", True),
    "ready": ("good", "good", False),
    "skipped": ("", "secondary", False),
    "secondary": ("", "secondary", False),
    "missing": ("", "warning", False),
    "pending": ("pending", "secondary", False),
    "good": ("good", "good", False),
}


class CellDelegate(QStyledItemDelegate):
    """State is never colour alone: an icon or the cell's own words say it too."""

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
        icon, role, tinted = _LOOKS[state]
        colours = self._theme.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if icon:
            option.icon = self._icons.icon(icon, "on_accent" if selected else role)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        if selected:
            return
        if tinted:
            option.backgroundBrush = QBrush(QColor(getattr(colours, f"{role}_tint")))
        else:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(getattr(colours, role)))

"""What is filtered, as chips that a click removes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from co2desk.views.icons import Icons


class ChipBar(QWidget):
    """`removed` carries the key of the chip that was clicked."""

    removed = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._chips: dict[str, QToolButton] = {}

    def show_chips(self, chips: Mapping[str, str]) -> None:
        """Show one chip for each key, with its text."""
        for key in [key for key in self._chips if key not in chips]:
            self._chips.pop(key).deleteLater()
        for key, text in chips.items():
            if key not in self._chips:
                self._chips[key] = self._new(key)
            chip = self._chips[key]
            chip.setText(text)
            chip.setAccessibleName(self.tr("Remove the filter %1").replace("%1", text))

    def _new(self, key: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(f"chip_{key}")
        chip.setProperty("look", "chip")
        chip.setProperty("key", key)
        chip.setToolTip(self.tr("Remove this filter"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._icons.put(chip, "close", "secondary")
        chip.clicked.connect(self._clicked)
        self._row.addWidget(chip)
        return chip

    def _clicked(self) -> None:
        self.removed.emit(self.sender().property("key"))

"""A combo box of values with words, and a label beside it that names it for everyone."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

_KERNING = 3


class ChoiceBox(QComboBox):
    """Holds values of any kind; `chosen(value)` only when a person chooses."""

    chosen = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # A combo box is known to screen readers by its buddy label, not by its accessible name.
        self.label = QLabel(label, parent)
        self.label.setBuddy(self)
        # Qt measures a text with a mnemonic a little too narrow where letters are kerned ("Ty"),
        # and then cuts it there.
        self.label.setMinimumWidth(self.label.sizeHint().width() + _KERNING)
        self._values: list[object] = []
        self.activated.connect(self._activated)

    @property
    def value(self) -> object:
        """The value chosen; None where there is none."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def offer(self, choices: Iterable[tuple[object, str]], value: object = None) -> None:
        """Offer values with their words, and choose one."""
        pairs = list(choices)
        blocker = QSignalBlocker(self)
        self.clear()
        self._values = [one for one, _ in pairs]
        self.addItems([word for _, word in pairs])
        self.choose(value)
        blocker.unblock()

    def choose(self, value: object) -> None:
        """Choose a value without telling anybody; an unknown one chooses the first."""
        at = self._values.index(value) if value in self._values else 0
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(at if self._values else -1)
        blocker.unblock()

    @Slot(int)
    def _activated(self, at: int) -> None:
        self.chosen.emit(self._values[at])

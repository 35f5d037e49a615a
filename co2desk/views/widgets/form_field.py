"""A field of a form with room for what is wrong with it, right below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from co2desk.views.icons import Icons
from co2desk.views.widgets.room import make_room
from co2desk.views.widgets.text import Pictogram, set_look


class FormField(QWidget):
    """A line to type in, or an editable box where `choices` are known; `typed` at each change."""

    typed = Signal()

    def __init__(
        self,
        icons: Icons,
        name: str,
        label: str,
        parent: QWidget | None = None,
        *,
        text: str = "",
        choices: list[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self._box: QComboBox | None = None
        self.line = QLineEdit(self)
        shown: QWidget = self.line
        if choices is not None:
            self._box = QComboBox(self)
            self._box.setEditable(True)
            self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self._box.addItems(choices)
            self._box.setLineEdit(self.line)
            shown = self._box
        self.shown = shown
        self.line.setObjectName(name)
        self.line.setAccessibleName(label.replace("&", ""))
        self.line.setText(text)
        self.line.textChanged.connect(self._changed)
        self._picture = Pictogram(icons, "error", "error", 16, self)
        self._words = QLabel(self)
        self._words.setObjectName(f"{name}_message")
        self._words.setWordWrap(True)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._picture)
        below.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(shown)
        column.addLayout(below)
        self.say("")

    @property
    def text(self) -> str:
        """What stands in the field, without blanks around it."""
        return self.line.text().strip()

    def add_to(self, form: QFormLayout) -> None:
        """Take a row of a form, with the label that belongs to it."""
        caption = QLabel(self.label, self.parentWidget())
        caption.setBuddy(self.line)
        form.addRow(caption, self)

    def offer(self, choices: list[str]) -> None:
        """Offer other texts; what was typed stays."""
        if self._box is not None:
            kept = self.line.text()
            self._box.blockSignals(True)
            self.line.blockSignals(True)
            self._box.clear()
            self._box.addItems(choices)
            self.line.setText(kept)
            self.line.blockSignals(False)
            self._box.blockSignals(False)

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say what is wrong, or nothing; screen readers hear it with the field."""
        tone = "warning" if warning else "error"
        self._picture.show_icon(tone, tone)
        self._picture.setVisible(bool(text))
        set_look(self._words, tone)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        make_room(self.window())

    def _changed(self, _text: str) -> None:
        self.typed.emit()

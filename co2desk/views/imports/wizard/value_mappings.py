"""What words of the file were said to mean; each can be forgotten again."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from co2desk.models.import_session import ImportSession
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.chip_bar import ChipBar
from co2desk.views.widgets.text import secondary
from co2desk.views.words import field_word

_SEPARATOR = "\x1f"


class ValueMappings(QWidget):
    """One chip for each: `avion → plane (Category)`. Hidden while there are none."""

    def __init__(
        self, around: Surroundings, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = around.messages
        self._chips = ChipBar(around.icons, self)
        self._chips.removed.connect(self._forget)
        row = QHBoxLayout()
        row.addWidget(self._chips)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(
            secondary(self.tr("Words of the file and what they mean (click to forget):"), self)
        )
        box.addLayout(row)
        self.hide()

    def show_mappings(self) -> None:
        """Show what is known now."""
        values = self._session.choices.values
        self._chips.show_chips(
            {
                field + _SEPARATOR + text: f"{text} → {meant} ({field_word(self._messages, field)})"
                for (field, text), meant in values.items()
            }
        )
        self.setVisible(bool(values))

    @Slot(str)
    def _forget(self, key: str) -> None:
        choices = self._session.choices
        field, _, text = key.partition(_SEPARATOR)
        values = {known: meant for known, meant in choices.values.items() if known != (field, text)}
        self._session.choose(replace(choices, values=values))

"""One column of the file and the field it is taken for."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from co2desk.services.inspect_file import InspectedColumn
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import ElidedLabel, Pictogram, set_look
from co2desk.views.words import field_word

_SURE, _LIKELY = 0.9, 0.6


class ColumnRow(QObject):
    """The widgets of one line; `field_chosen(column index, field or "")`."""

    field_chosen = Signal(int, str)

    def __init__(self, around: Surroundings, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = index
        self._messages = around.messages
        self._field = ChoiceBox(f"field_{index}", "", parent)
        self._field.setMinimumWidth(220)
        self._field.chosen.connect(self._chosen)
        self._samples = ElidedLabel("", parent)
        set_look(self._samples, "secondary")
        self._icon = Pictogram(around.icons, "question", "secondary", 16, parent)
        self._word = QLabel(parent)
        sure = QWidget(parent)
        row = QHBoxLayout(sure)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        row.addStretch(1)
        self.widgets: Sequence[QWidget] = (self._field.label, self._samples, self._field, sure)

    def show_column(self, column: InspectedColumn, fields: Sequence[str]) -> None:
        """Show how a column is matched, and the fields it could be."""
        self._field.label.setText(f"{column.letter}   {column.name}")
        self._samples.setText(" · ".join(column.samples))
        choices: list[tuple[object, str]] = [("", self.tr("– not used –"))]
        choices += [(field, field_word(self._messages, field)) for field in fields]
        self._field.offer(choices, column.field)
        icon, role, word = self._sureness(column)
        self._icon.show_icon(icon, role)
        self._word.setText(word)

    def remove(self) -> None:
        """Take the line away."""
        self.deleteLater()

    def _sureness(self, column: InspectedColumn) -> tuple[str, str, str]:
        if not column.field:
            return "skip", "secondary", self.tr("kept with the row only")
        if column.confidence >= _SURE:
            return "good", "good", self.tr("sure")
        if column.confidence >= _LIKELY:
            return "information", "accent", self.tr("likely")
        return "question", "warning", self.tr("a guess, please look")

    @Slot(object)
    def _chosen(self, field: str) -> None:
        self.field_chosen.emit(self._index, field)

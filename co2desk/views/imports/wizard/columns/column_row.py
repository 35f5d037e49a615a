"""One column of the file and the field it is taken for."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from co2desk.services.inspect_file import InspectedColumn
from co2desk.views.imports.wizard.columns.column_drag import ColumnDrag
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import ElidedLabel, Pictogram, set_look
from co2desk.views.words import field_word

_SURE, _LIKELY = 0.9, 0.6
_WIDEST_NAME = 260


class ColumnRow(QObject):
    """The widgets of one line; `field_chosen(column index, field or "")`.

    Name and examples can be dragged onto a field.
    """

    field_chosen = Signal(int, str)

    def __init__(self, around: Surroundings, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = index
        self._messages = around.messages
        self._formats = around.formats
        self._field = ChoiceBox(f"field_{index}", "", parent)
        self._field.setMinimumWidth(180)
        self._field.chosen.connect(self._chosen)
        self._field.label.setMaximumWidth(_WIDEST_NAME)
        self._field.label.setObjectName(f"column_{index}")
        self._samples = ElidedLabel("", parent)
        set_look(self._samples, "secondary")
        for handle in (self._field.label, self._samples):
            ColumnDrag(handle, index)
        self._icon = Pictogram(around.icons, "question", "secondary", 16, parent)
        self._word = QLabel(parent)
        self._sure = QWidget(parent)
        row = QHBoxLayout(self._sure)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        row.addStretch(1)
        self.widgets: Sequence[QWidget] = (
            self._field.label,
            self._samples,
            self._field,
            self._sure,
        )

    def show_column(self, column: InspectedColumn, fields: Sequence[str]) -> None:
        """Show how a column is matched, and the fields it could be."""
        name = f"{column.letter}   {column.name}"
        label = self._field.label
        label.setText(
            label.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME - 8)
        )
        label.setToolTip(self.tr("%1: drag it onto a field").replace("%1", column.name))
        self._samples.setText(" · ".join(column.samples))
        choices: list[tuple[object, str]] = [("", self.tr("– not used –"))]
        choices += [(field, field_word(self._messages, field)) for field in fields]
        self._field.offer(choices, column.field)
        icon, role, word = self._sureness(column)
        self._icon.show_icon(icon, role)
        self._word.setText(word)
        share = self._formats.number(round(100 * column.confidence))
        self._sure.setToolTip(self.tr("%1 % sure").replace("%1", share, 1) if column.field else "")

    def remove(self) -> None:
        """Take the line away."""
        self.deleteLater()

    def _sureness(self, column: InspectedColumn) -> tuple[str, str, str]:
        if not column.field:
            return "skip", "secondary", self.tr("kept with the row only")
        if column.is_chosen:
            return "person", "good", self.tr("chosen by you")
        if column.is_remembered:
            return "history", "good", self.tr("as last time")
        if column.confidence >= _SURE:
            return "good", "good", self.tr("sure")
        if column.confidence >= _LIKELY:
            return "information", "accent", self.tr("likely")
        return "question", "warning", self.tr("a guess, please look")

    @Slot(object)
    def _chosen(self, field: str) -> None:
        self.field_chosen.emit(self._index, field)

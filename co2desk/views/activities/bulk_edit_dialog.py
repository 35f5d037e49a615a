"""One field of many activities, set to one text in one step."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading, secondary
from co2desk.views.words import field_word

# Quantities are each activity's own; one number for all of them is never meant.
_FIELDS = ("category", "subcategory", "note", "factor_code", "date", "unit")
_MUST_BE_FILLED = frozenset({"category", "date", "unit"})


class BulkEditDialog(QDialog):
    """`agreed(field, text)`: what to write into all the activities that were selected."""

    agreed = Signal(str, str)

    def __init__(self, around: Surroundings, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = around.terms
        self.setObjectName("bulk_edit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Change %n activities", "", count)
        self.setWindowTitle(title)
        self._field = ChoiceBox("bulk_field", self.tr("&Field"), self)
        self._field.offer([(name, field_word(around.messages, name)) for name in _FIELDS])
        self._field.chosen.connect(self._check)
        self._text = FormField(around.icons, "bulk_text", self.tr("&New value"), self)
        self._text.typed.connect(self._check)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._field.label, self._field)
        self._text.add_to(form)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("bulk_cancel")
        cancel.clicked.connect(self.reject)
        self._yes = QPushButton(title, self)
        self._yes.setObjectName("bulk_yes")
        self._yes.setProperty("look", "primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._agree)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(heading(title, self, SUBHEADING_SCALE))
        box.addWidget(
            secondary(
                self.tr(
                    "All of them are changed, or none. CO₂e is computed again; one Undo takes "
                    "everything back."
                ),
                self,
            )
        )
        box.addLayout(form)
        box.addLayout(buttons)
        self.setMinimumWidth(440)
        self._check()

    @Slot()
    def _check(self) -> None:
        needed = self._field.value in _MUST_BE_FILLED and not self._text.text
        self._yes.setEnabled(not needed)
        self._yes.setToolTip(self.tr("Type the new value first.") if needed else "")

    @Slot()
    def _agree(self) -> None:
        field = str(self._field.value)
        self.agreed.emit(field, self._terms.stored(field, self._text.text))
        self.accept()

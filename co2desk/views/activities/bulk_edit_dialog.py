"""One field of many activities, set to one text in one step."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout
from co2desk.views.words import field_word

# Quantities are each activity's own; one number for all of them is never meant.
_FIELDS = ("category", "subcategory", "note", "factor_code", "date", "unit")
_MUST_BE_FILLED = frozenset({"category", "date", "unit"})


class BulkEditDialog(TitledDialog):
    """`agreed(field, text)`: what to write into all the activities that were selected."""

    agreed = Signal(str, str)

    def __init__(self, around: Surroundings, count: int, parent: QWidget | None = None) -> None:
        super().__init__("bulk_edit", parent)
        self._terms = around.terms
        title = self.tr("Change %n activities", "", count)
        self.setWindowTitle(title)
        self._field = ChoiceBox("bulk_field", self.tr("&Field"), self)
        self._field.offer([(name, field_word(around.messages, name)) for name in _FIELDS])
        self._field.chosen.connect(self._check)
        self._text = FormField(around.icons, "bulk_text", self.tr("&New value"), self)
        self._text.typed.connect(self._check)
        form = form_layout()
        form.addRow(self._field.label, self._field)
        self._text.add_to(form)
        cancel = self.cancel_button("bulk_cancel")
        self._yes = self.main_button("bulk_yes", title, self._agree)
        self.stack(
            secondary(
                self.tr(
                    "All of them are changed, or none. CO₂e is computed again; one Undo takes "
                    "everything back."
                ),
                self,
            ),
            form,
            answers=(cancel, self._yes),
        )
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

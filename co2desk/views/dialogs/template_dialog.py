"""Which empty table to hand out: its kind, its language, and for which laboratory."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from co2desk.desktop.messages import Messages
from co2desk.importing.kinds.registry import KINDS
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout
from co2desk.views.words import kind_word

LANGUAGES = (("en", "English"), ("fr", "Français"), ("de", "Deutsch"))


class TemplateDialog(TitledDialog):
    """`agreed(kind, language, laboratory code or "")`."""

    agreed = Signal(str, str, str)

    def __init__(
        self, messages: Messages, lab_codes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("template_dialog", parent)
        self.setWindowTitle(self.tr("Save an empty template"))
        self._kind = ChoiceBox("template_kind", self.tr("&Kind of data"), self)
        self._kind.offer([(kind, kind_word(messages, kind)) for kind in KINDS])
        self._language = ChoiceBox("template_language", self.tr("&Language"), self)
        self._language.offer(LANGUAGES, messages.language)
        self._lab = ChoiceBox("template_lab", self.tr("L&aboratory"), self)
        self._lab.offer([("", self.tr("any")), *((code, code) for code in lab_codes)])
        form = form_layout()
        for box in (self._kind, self._language, self._lab):
            form.addRow(box.label, box)
        cancel = self.cancel_button()
        save = self.main_button("template_save", self.tr("Save the template…"), self._agree)
        self.stack(
            secondary(
                self.tr(
                    "An Excel table with the right columns, drop-downs and an example row. Filled "
                    "in, it can be imported as it is."
                ),
                self,
            ),
            form,
            answers=(cancel, save),
        )
        self.setMinimumWidth(460)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(
            str(self._kind.value), str(self._language.value), str(self._lab.value or "")
        )
        self.accept()

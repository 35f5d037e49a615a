"""Which empty table to hand out: its kind, its language, and for which laboratory."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.desktop.messages import Messages
from co2desk.importing.kinds.registry import KINDS
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading, secondary
from co2desk.views.words import kind_word

LANGUAGES = (("en", "English"), ("fr", "Français"), ("de", "Deutsch"))


class TemplateDialog(QDialog):
    """`agreed(kind, language, laboratory code or "")`."""

    agreed = Signal(str, str, str)

    def __init__(
        self, messages: Messages, lab_codes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("template_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Save an empty template")
        self.setWindowTitle(title)
        self._kind = ChoiceBox("template_kind", self.tr("&Kind of data"), self)
        self._kind.offer([(kind, kind_word(messages, kind)) for kind in KINDS])
        self._language = ChoiceBox("template_language", self.tr("&Language"), self)
        self._language.offer(LANGUAGES, messages.language)
        self._lab = ChoiceBox("template_lab", self.tr("L&aboratory"), self)
        self._lab.offer([("", self.tr("any")), *((code, code) for code in lab_codes)])
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for box in (self._kind, self._language, self._lab):
            form.addRow(box.label, box)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        save = QPushButton(self.tr("Save the template…"), self)
        save.setObjectName("template_save")
        save.setProperty("look", "primary")
        save.setDefault(True)
        save.clicked.connect(self._agree)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        box_ = QVBoxLayout(self)
        box_.setContentsMargins(20, 16, 20, 16)
        box_.setSpacing(12)
        box_.addWidget(heading(title, self, SUBHEADING_SCALE))
        box_.addWidget(
            secondary(
                self.tr(
                    "An Excel table with the right columns, drop-downs and an example row. Filled "
                    "in, it can be imported as it is."
                ),
                self,
            )
        )
        box_.addLayout(form)
        box_.addLayout(buttons)
        self.setMinimumWidth(460)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(
            str(self._kind.value), str(self._language.value), str(self._lab.value or "")
        )
        self.accept()

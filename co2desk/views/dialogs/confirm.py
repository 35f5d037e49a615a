"""Asks before something that others would miss; the button says what it does."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QWidget,
)

from co2desk.views.icons import Icons
from co2desk.views.widgets.text import Pictogram
from co2desk.views.widgets.titled_dialog import TitledDialog


class Confirm(TitledDialog):
    """`agreed(typed text)`; with `typed` the button waits until exactly that was typed."""

    agreed = Signal(str)

    def __init__(
        self,
        icons: Icons,
        title: str,
        text: str,
        verb: str,
        *,
        typed: str = "",
        typed_label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("confirm", parent)
        self.setWindowTitle(title)
        self._typed = typed
        words = QLabel(text, self)
        words.setObjectName("confirm_text")
        words.setWordWrap(True)
        words.setMinimumWidth(380)
        self._yes = self.main_button("confirm_yes", verb, self._agree)
        no = self.cancel_button("confirm_no")
        label = QLabel(typed_label, self)
        self._entry = QLineEdit(self)
        self._entry.setObjectName("confirm_typed")
        label.setBuddy(self._entry)
        for asked in (label, self._entry):
            asked.setVisible(bool(typed))
        if typed:
            self._entry.textChanged.connect(self._check)
            self._yes.setEnabled(False)
        self.stack(
            words,
            label,
            self._entry,
            answers=(no, self._yes),
            picture=Pictogram(icons, "question", "accent", 24, self),
        )
        no.setDefault(True)

    @Slot(str)
    def _check(self, text: str) -> None:
        self._yes.setEnabled(text == self._typed)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._entry.text())
        self.accept()

"""Asks before something that others would miss; the button says what it does."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.views.icons import Icons
from co2desk.views.widgets.text import SUBHEADING_SCALE, Pictogram, heading


class Confirm(QDialog):
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
        super().__init__(parent)
        self.setObjectName("confirm")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._typed = typed
        words = QLabel(text, self)
        words.setObjectName("confirm_text")
        words.setWordWrap(True)
        words.setMinimumWidth(380)
        self._yes = QPushButton(verb, self)
        self._yes.setObjectName("confirm_yes")
        self._yes.setProperty("look", "primary")
        self._yes.clicked.connect(self._agree)
        no = QPushButton(self.tr("Cancel"), self)
        no.setObjectName("confirm_no")
        no.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Pictogram(icons, "question", "accent", 24, self))
        head.addWidget(heading(title, self, SUBHEADING_SCALE), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(words)
        self._entry = QLineEdit(self)
        self._entry.setObjectName("confirm_typed")
        if typed:
            label = QLabel(typed_label, self)
            label.setBuddy(self._entry)
            box.addWidget(label)
            box.addWidget(self._entry)
            self._entry.textChanged.connect(self._check)
            self._yes.setEnabled(False)
        else:
            self._entry.hide()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(self._yes)
        box.addLayout(buttons)
        no.setDefault(True)

    @Slot(str)
    def _check(self, text: str) -> None:
        self._yes.setEnabled(text == self._typed)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._entry.text())
        self.accept()

"""Asks for what opens an encrypted backup: its passphrase, or the file with the secret key."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.domain.backup import BackupKey
from co2desk.views.icons import Icons
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading


class UnlockDialog(QDialog):
    """`agreed(BackupKey)`."""

    agreed = Signal(object)

    def __init__(
        self, icons: Icons, name: str, *, by_passphrase: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unlock_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("%1 is encrypted").replace("%1", name)
        self.setWindowTitle(title)
        self._by_passphrase = by_passphrase
        label = self.tr("P&assphrase") if by_passphrase else self.tr("&Key file")
        self._field = FormField(icons, "unlock_text", label, self)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._field.add_to(form)
        buttons = QHBoxLayout()
        if by_passphrase:
            self._field.line.setEchoMode(QLineEdit.EchoMode.Password)
        else:
            choose = QPushButton(self.tr("&Choose the key file…"), self)
            choose.setAutoDefault(False)
            choose.clicked.connect(self._choose)
            buttons.addWidget(choose)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        go_on = QPushButton(self.tr("Open the backup"), self)
        go_on.setObjectName("unlock_go_on")
        go_on.setProperty("look", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self._agree)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(go_on)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(heading(title, self, SUBHEADING_SCALE))
        box.addLayout(form)
        box.addLayout(buttons)
        self.setMinimumWidth(440)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the key file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._field.line.setText)
        dialog.open()

    @Slot()
    def _agree(self) -> None:
        text = self._field.line.text()
        if not text:
            self._field.say(self.tr("Without it the backup cannot be opened."))
            return
        key = BackupKey(passphrase=text) if self._by_passphrase else BackupKey(Path(text.strip()))
        self.agreed.emit(key)
        self.accept()

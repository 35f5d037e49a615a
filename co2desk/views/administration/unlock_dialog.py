"""Asks for what opens an encrypted backup: its passphrase, or the file with the secret key."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from co2desk.domain.backup import BackupKey
from co2desk.views.icons import Icons
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout


class UnlockDialog(TitledDialog):
    """`agreed(BackupKey)`."""

    agreed = Signal(object)

    def __init__(
        self, icons: Icons, name: str, *, by_passphrase: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("unlock_dialog", parent)
        self.setWindowTitle(self.tr("%1 is encrypted").replace("%1", name))
        self._by_passphrase = by_passphrase
        label = self.tr("P&assphrase") if by_passphrase else self.tr("&Key file")
        self._field = FormField(icons, "unlock_text", label, self)
        form = form_layout()
        self._field.add_to(form)
        beside = []
        if by_passphrase:
            self._field.line.setEchoMode(QLineEdit.EchoMode.Password)
        else:
            choose = QPushButton(self.tr("&Choose the key file…"), self)
            choose.setAutoDefault(False)
            choose.clicked.connect(self._choose)
            beside.append(choose)
        cancel = self.cancel_button()
        go_on = self.main_button("unlock_go_on", self.tr("Open the backup"), self._agree)
        self.stack(form, answers=(cancel, go_on), beside=beside)
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

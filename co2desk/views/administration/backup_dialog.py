"""How a backup is to be protected: not at all, by a passphrase, or for holders of keys."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QWidget,
)

from co2desk.domain.backup import Protection
from co2desk.views.icons import Icons
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout

_SHORTEST = 12


class _How(StrEnum):
    OPEN = "open"
    PASSPHRASE = "passphrase"
    KEYS = "keys"


class BackupDialog(TitledDialog):
    """`agreed(Protection or None)`; where the file goes is asked next."""

    agreed = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("backup_dialog", parent)
        self.setWindowTitle(self.tr("Back up the database"))
        self._how = ChoiceBox("backup_how", self.tr("&Protection"), self)
        self._how.offer(
            [
                (_How.OPEN, self.tr("none: whoever has the file can read it")),
                (_How.PASSPHRASE, self.tr("encrypted, opened by a passphrase")),
                (_How.KEYS, self.tr("encrypted, opened by a secret key")),
            ]
        )
        self._how.chosen.connect(self._show_fields)
        self._passphrase = FormField(icons, "backup_passphrase", self.tr("P&assphrase"), self)
        self._again = FormField(icons, "backup_again", self.tr("&Once more"), self)
        for field in (self._passphrase, self._again):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._keys = FormField(icons, "backup_keys", self.tr("Public &key"), self)
        self._keys.line.setPlaceholderText("age1… / ssh-ed25519 …")
        self._form = form_layout()
        self._form.addRow(self._how.label, self._how)
        for field in (self._passphrase, self._again, self._keys):
            field.add_to(self._form)
        self._warning = secondary(
            self.tr(
                "Without the passphrase or the key nobody can open the backup again, not even you."
            ),
            self,
        )
        cancel = self.cancel_button()
        go_on = self.main_button("backup_go_on", self.tr("Choose where to…"), self._go_on)
        self.stack(
            self._form,
            self._warning,
            answers=(cancel, go_on),
        )
        self.setMinimumWidth(480)
        self._show_fields()

    @Slot()
    def _show_fields(self, _value: object = None) -> None:
        how = self._how.value
        self._form.setRowVisible(self._passphrase, how is _How.PASSPHRASE)
        self._form.setRowVisible(self._again, how is _How.PASSPHRASE)
        self._form.setRowVisible(self._keys, how is _How.KEYS)
        self._warning.setVisible(how is not _How.OPEN)
        self.adjustSize()

    @Slot()
    def _go_on(self) -> None:
        if self._is_right():
            self.agreed.emit(self._protection())
            self.accept()

    def _is_right(self) -> bool:
        for field in (self._passphrase, self._again, self._keys):
            field.say("")
        phrase = self._passphrase.line.text()
        match self._how.value:
            case _How.PASSPHRASE if len(phrase) < _SHORTEST:
                self._passphrase.say(self.tr("Take at least twelve characters, e.g. four words."))
                return False
            case _How.PASSPHRASE if phrase != self._again.line.text():
                self._again.say(self.tr("This is not the same passphrase. Type it once more."))
                return False
            case _How.KEYS if not self._keys.text:
                self._keys.say(self.tr("Paste the public key of who is to open the backup."))
                return False
        return True

    def _protection(self) -> Protection | None:
        match self._how.value:
            case _How.PASSPHRASE:
                return Protection(passphrase=self._passphrase.line.text())
            case _How.KEYS:
                return Protection(recipients=(self._keys.text,))
        return None

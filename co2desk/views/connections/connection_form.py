"""What a connection to a server consists of, as a form."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from co2desk.desktop.profiles import ConnectionProfile, ConnectionRules, Login, TlsMode
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import secondary


class ConnectionForm(QWidget):
    """`edited()` when a person changes anything; `profile()` is what stands there now."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ConnectionProfile | None = None
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(12)
        self._fixed = secondary(
            self.tr("Set by the administrator of this computer; only your login is yours."), self
        )
        self._fixed.setObjectName("connection_fixed")
        self._form.addRow("", self._fixed)
        self.name = self._line("connection_name", self.tr("&Name"))
        self._host = self._line("connection_host", self.tr("&Server"))
        self._host.setPlaceholderText("db.example.org")
        self._port = QSpinBox(self)
        self._port.setObjectName("connection_port")
        self._port.setRange(1, 65535)
        self._port.setGroupSeparatorShown(False)
        self._port.valueChanged.connect(self.edited)
        self._form.addRow(self.tr("&Port"), self._port)
        self._database = self._line("connection_database", self.tr("&Database"))
        self._login = ChoiceBox("connection_login", self.tr("&Login by"), self)
        self._form.addRow(self._login.label, self._login)
        self._user = self._line("connection_user", self.tr("&User"))
        self._password = self._line("connection_password", self.tr("Pass&word"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._remember = QCheckBox(self.tr("Keep it in the &keyring of this computer"), self)
        self._remember.setObjectName("connection_remember")
        self._form.addRow("", self._remember)
        self._where_kept = secondary("", self)
        self._where_kept.setObjectName("connection_where_kept")
        self._form.addRow("", self._where_kept)
        self._tls = ChoiceBox("connection_tls", self.tr("P&rotection"), self)
        self._form.addRow(self._tls.label, self._tls)
        self._accept = QCheckBox(self.tr("I &accept this for this connection"), self)
        self._accept.setObjectName("connection_accept_weak")
        self._danger = QLabel(
            self.tr("Somebody in between could read or change what is sent."), self
        )
        self._danger.setProperty("look", "error")
        self._danger.setWordWrap(True)
        self._form.addRow("", self._danger)
        self._form.addRow("", self._accept)
        self._ca_file = self._line("connection_ca_file", self.tr("C&A file"))
        self._pooled = QCheckBox(self.tr("A pooler (P&gBouncer) stands before the server"), self)
        self._pooled.setObjectName("connection_pooled")
        self._form.addRow("", self._pooled)
        self._offer()
        for box in (self._remember, self._accept, self._pooled):
            box.toggled.connect(self.edited)
        for choice in (self._tls, self._login):
            choice.chosen.connect(self._choice_made)
        self.set_keyring(None)

    @property
    def password(self) -> str | None:
        """What was typed; None where nothing was, so that a kept password stays."""
        return self._password.text() or None

    @property
    def remember(self) -> bool:
        """Whether the password may go to the keyring."""
        return self._remember.isEnabled() and self._remember.isChecked()

    def set_keyring(self, keyring: str | None) -> None:
        """Say where a password would be kept: a keyring, nowhere (""), or not known yet (None)."""
        self._remember.setEnabled(bool(keyring))
        self._remember.setChecked(bool(keyring))
        if keyring:
            text = self.tr("Otherwise it is kept until co2desk is closed.")
        elif keyring == "":
            text = self.tr(
                "This computer has no keyring that can be used: the password is kept "
                "until co2desk is closed, and asked for again."
            )
        else:
            text = self.tr("Looking for a keyring…")
        self._where_kept.setText(text)

    def show_profile(self, profile: ConnectionProfile | None, rules: ConnectionRules) -> None:
        """Show a connection, or an empty form for a new one; `rules` say what is set."""
        self._shown = profile
        fixed = profile is not None and rules.is_fixed(profile.name)
        self._form.setRowVisible(self._fixed, fixed)
        for widget in (self._host, self._port, self._database, self._login, self._ca_file):
            widget.setEnabled(not fixed)
        self._pooled.setEnabled(not fixed)
        self._tls.setEnabled(not fixed and not rules.full_tls)
        self.name.setText(profile.name if profile else "")
        self.name.setReadOnly(profile is not None)
        self._host.setText(profile.host if profile else "")
        self._port.setValue(profile.port if profile else 5432)
        self._database.setText(profile.database if profile else "co2desk")
        self._user.setText(profile.user if profile else "")
        self._password.clear()
        self._password.setPlaceholderText(self.tr("unchanged") if profile else "")
        self._tls.choose(profile.tls if profile else TlsMode.VERIFY_FULL)
        self._login.choose(profile.login if profile else Login.PASSWORD)
        self._ca_file.setText(profile.ca_file if profile else "system")
        self._pooled.setChecked(profile.pooled if profile else False)
        self._accept.setChecked(profile.weak_tls_accepted if profile else False)
        self._show_danger()

    def ask_for_password(self) -> None:
        """Let the person type the password next."""
        self._password.setFocus()

    def profile(self) -> ConnectionProfile:
        """The connection as it stands in the form.

        Raises:
            Co2deskError: BAD_CONNECTION, saying what is missing or not consented to.
        """
        tls = self._tls.value
        login = self._login.value
        assert isinstance(tls, TlsMode)
        assert isinstance(login, Login)
        return ConnectionProfile(
            name=self.name.text().strip(),
            host=self._host.text().strip(),
            port=self._port.value(),
            database=self._database.text().strip() or "co2desk",
            user=self._user.text().strip(),
            tls=tls,
            certificate=self._shown.certificate if self._shown else "",
            certificate_key=self._shown.certificate_key if self._shown else "",
            standby_host=self._shown.standby_host if self._shown else "",
            ca_file=self._ca_file.text().strip() or "system",
            login=login,
            pooled=self._pooled.isChecked(),
            weak_tls_accepted=tls is not TlsMode.VERIFY_FULL and self._accept.isChecked(),
        )

    def _line(self, name: str, label: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.textEdited.connect(self.edited)
        self._form.addRow(label, line)
        return line

    def _offer(self) -> None:
        self._tls.offer(
            [
                (TlsMode.VERIFY_FULL, self.tr("encrypted, and the server proves who it is")),
                (TlsMode.VERIFY_CA, self.tr("encrypted, the server's name is not checked")),
                (TlsMode.REQUIRE, self.tr("encrypted, the server is not checked")),
                (TlsMode.DISABLE, self.tr("not encrypted")),
            ]
        )
        self._login.offer(
            [
                (Login.PASSWORD, self.tr("user and password")),
                (Login.KERBEROS, self.tr("Kerberos")),
                (Login.CERTIFICATE, self.tr("certificate")),
                (Login.OAUTH, self.tr("sign-in in the browser")),
            ]
        )

    @Slot(object)
    def _choice_made(self, _value: object) -> None:
        self._show_danger()
        self.edited.emit()

    def _show_danger(self) -> None:
        weak = self._tls.value is not TlsMode.VERIFY_FULL
        if not weak:
            self._accept.setChecked(False)
        self._form.setRowVisible(self._danger, weak)
        self._form.setRowVisible(self._accept, weak)
        with_password = self._login.value is Login.PASSWORD
        for widget in (self._password, self._remember, self._where_kept):
            self._form.setRowVisible(widget, with_password)

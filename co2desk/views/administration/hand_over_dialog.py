"""What a new person needs to connect, shown once: address, login and first password."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from co2desk.services.administer import GrantedLogin, ServerAddress
from co2desk.views.icons import Icons
from co2desk.views.widgets.text import Pictogram
from co2desk.views.widgets.titled_dialog import TitledDialog

_LINES = 9


class HandOverDialog(TitledDialog):
    """The password is kept nowhere: what is not copied now is gone."""

    def __init__(
        self,
        icons: Icons,
        granted: GrantedLogin,
        address: ServerAddress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("hand_over", parent)
        self.setWindowTitle(
            self.tr("%1 can connect now").replace("%1", granted.person.display_name)
        )
        words = QLabel(
            self.tr(
                "Hand this over by a way that only the person reads, not by open mail. The "
                "password is shown this once and kept nowhere; if it gets lost, make a new one."
            ),
            self,
        )
        words.setWordWrap(True)
        self._text = QPlainTextEdit(self._letter(granted, address), self)
        self._text.setObjectName("hand_over_text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("What to hand over"))
        self._text.setFixedHeight(self.fontMetrics().lineSpacing() * (_LINES + 1))
        copy = QPushButton(self.tr("&Copy"), self)
        copy.setObjectName("hand_over_copy")
        copy.setAutoDefault(False)
        icons.put(copy, "copy")
        copy.clicked.connect(self._copy)
        done = self.main_button("hand_over_done", self.tr("I have it"), self.accept)
        self.stack(
            words,
            self._text,
            answers=(done,),
            beside=(copy,),
            picture=Pictogram(icons, "person", "accent", 24, self),
        )
        self.setMinimumWidth(520)

    def _letter(self, granted: GrantedLogin, address: ServerAddress) -> str:
        lines = [
            self.tr("Open co2desk, File > Connections… > Add a server, and enter:"),
            self.tr("Server: %1").replace("%1", address.host or self.tr("this computer")),
            self.tr("Port: %1").replace("%1", str(address.port)),
            self.tr("Database: %1").replace("%1", address.database),
            self.tr("User: %1").replace("%1", granted.person.login),
            self.tr("Password: %1").replace("%1", granted.password or ""),
        ]
        return "\n".join(lines)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

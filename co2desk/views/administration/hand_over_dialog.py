"""What a new person needs to connect, shown once: address, login and first password."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.services.administer import GrantedLogin, ServerAddress
from co2desk.views.icons import Icons
from co2desk.views.widgets.text import SUBHEADING_SCALE, Pictogram, heading

_LINES = 9


class HandOverDialog(QDialog):
    """The password is kept nowhere: what is not copied now is gone."""

    def __init__(
        self,
        icons: Icons,
        granted: GrantedLogin,
        address: ServerAddress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hand_over")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("%1 can connect now").replace("%1", granted.person.display_name)
        self.setWindowTitle(title)
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
        done = QPushButton(self.tr("I have it"), self)
        done.setObjectName("hand_over_done")
        done.setProperty("look", "primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Pictogram(icons, "person", "accent", 24, self))
        head.addWidget(heading(title, self, SUBHEADING_SCALE), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(done)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(words)
        box.addWidget(self._text)
        box.addLayout(buttons)
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

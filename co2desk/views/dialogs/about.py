"""What this program is, and in which version."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk import __version__
from co2desk.views.icons import Icons
from co2desk.views.widgets.text import Pictogram, heading, secondary


class AboutDialog(QDialog):
    """Version and licence."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About co2desk"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Pictogram(icons, "co2desk", size=48, parent=self))
        head.addWidget(heading(f"co2desk {__version__}", self), 1)
        words = QLabel(
            self.tr(
                "Enter, check and import the activity data of laboratories for a CO₂e calculator."
            ),
            self,
        )
        words.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(words)
        box.addWidget(secondary(f"Apache-2.0 · Qt {qVersion()}", self))
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(420)

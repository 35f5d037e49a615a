"""Tells that the program itself failed: what that means, a report to copy, and going on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from co2desk.views.icons import Icons
from co2desk.views.widgets.text import Pictogram
from co2desk.views.widgets.titled_dialog import TitledDialog


class CrashDialog(TitledDialog):
    """Work goes on behind it; errors that follow are added to the same report."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("crash_dialog", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        words = QLabel(
            self.tr(
                "This is a fault of co2desk, not yours. Your work is not lost: imports under way "
                "are kept as drafts, and nothing is written to the database by halves. You can "
                "keep working; if something looks odd, close the window concerned and open it "
                "again."
            ),
            self,
        )
        words.setWordWrap(True)
        label = QLabel(
            self.tr("&Report for your administrator; it holds no data and no passwords"), self
        )
        self._report = QPlainTextEdit(self)
        self._report.setObjectName("crash_report")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(label.text().replace("&", ""))
        label.setBuddy(self._report)
        copy = QPushButton(self.tr("&Copy the report"), self)
        copy.setObjectName("crash_copy")
        copy.setAutoDefault(False)
        icons.put(copy, "copy")
        copy.clicked.connect(self._copy)
        go_on = self.main_button("crash_go_on", self.tr("&Keep working"), self.accept)
        self.stack(
            words,
            label,
            self._report,
            answers=(go_on,),
            beside=(copy,),
            picture=Pictogram(icons, "error", "error", 24, self),
        )
        self.resize(560, 420)

    @Slot(str)
    def tell(self, report: str) -> None:
        """Show a report, below those that nobody has closed yet."""
        if self.isVisible():
            self._report.appendPlainText(f"\n{report}")
        else:
            self._report.setPlainText(report)
            self.open()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())

"""Help in place: one short text per view, in the person's language."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from co2desk.desktop.paths import resource

_FALLBACK = "start"


class HelpWindow(QWidget):
    """Stays beside the window it explains; texts are in resources/help/<language>/<topic>.md."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self.setObjectName("help_window")
        self.setWindowTitle(self.tr("Help – co2desk"))
        self.resize(520, 600)
        self._text = QTextBrowser(self)
        self._text.setObjectName("help_text")
        self._text.setOpenExternalLinks(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self._text)

    @Slot(str)
    def show_topic(self, topic: str) -> None:
        """Show the text about a view."""
        path = resource("help", self._language, f"{topic}.md")
        if not path.is_file():
            path = resource("help", self._language, f"{_FALLBACK}.md")
        self._text.setMarkdown(path.read_text(encoding="utf-8"))
        self.show()
        self.raise_()
        self.activateWindow()

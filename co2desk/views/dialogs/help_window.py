"""Help in place: the user guide beside the window that it explains, in the person's language."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.desktop.guide import FIRST_PAGE, guide_page, topic_of, topics
from co2desk.views.first_size import fit_screen
from co2desk.views.icons import Icons

_TOPIC = Qt.ItemDataRole.UserRole


class GuideText(QTextBrowser):
    """A page of the guide; its pictures are as wide as the page at most."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("help_text")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(16)
        # Else it appears only after the pictures were fitted to the width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_topic(self, topic: str) -> None:
        """Show a page, and remember the one before for Back."""
        page = guide_page(topic, self._language)
        self.setSource(
            QUrl.fromLocalFile(str(page.path)), QTextDocument.ResourceType.MarkdownResource
        )

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures in the size that fits; everything else as Qt has it."""
        name = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource:
            return super().loadResource(kind, name)
        image = QImage(self.source().resolved(name).toLocalFile())
        ratio = self.devicePixelRatioF()
        room = int((self.viewport().width() - 2 * self.document().documentMargin()) * ratio)
        if image.width() > room > 0:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        topic = topic_of(Path(target.toLocalFile())) if target.isLocalFile() else ""
        if topic:
            self.show_topic(topic)
        elif target.scheme() in ("https", "mailto"):
            QDesktopServices.openUrl(target)


class HelpWindow(QWidget):
    """Contents at the left, a page at the right; it stays beside the window it explains."""

    def __init__(self, language: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self.setObjectName("help_window")
        self.setWindowTitle(self.tr("Help – co2desk"))
        self.setWindowIcon(icons.icon("co2desk"))
        fit_screen(self, 980, 720)
        self._text = GuideText(language, self)
        self._contents = QListWidget(self)
        self._contents.setObjectName("help_contents")
        self._contents.setAccessibleName(self.tr("Contents of the guide"))
        self._search = QLineEdit(self)
        self._search.setObjectName("help_search")
        self._search.setPlaceholderText(self.tr("Search the guide"))
        self._search.setAccessibleName(self.tr("Search the guide"))
        self._search.setClearButtonEnabled(True)
        self._back = self._button(icons, "back", self.tr("Back"), QKeySequence.StandardKey.Back)
        self._forward = self._button(
            icons, "forward", self.tr("Forward"), QKeySequence.StandardKey.Forward
        )
        self._pages = [guide_page(topic, language) for topic in topics()]
        for page in self._pages:
            item = QListWidgetItem(page.title, self._contents)
            item.setData(_TOPIC, page.topic)
            item.setToolTip(page.title)
        self._lay_out()
        self._connect()

    @Slot(str)
    def show_topic(self, topic: str) -> None:
        """Show the page about the place where the person is."""
        self._search.clear()
        self._text.show_topic(topic or FIRST_PAGE)
        self.show()
        self.raise_()
        self.activateWindow()
        self._text.setFocus()

    def _button(
        self, icons: Icons, name: str, words: str, keys: QKeySequence.StandardKey
    ) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"help_{name}")
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setShortcut(QKeySequence(keys))
        button.setEnabled(False)
        icons.put(button, name, "secondary")
        return button

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addWidget(self._search, 1)
        column.addLayout(row)
        column.addWidget(self._contents, 1)
        parts = QSplitter(self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([270, 710])
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(parts)

    def _connect(self) -> None:
        self._contents.itemClicked.connect(self._chosen)
        self._contents.itemActivated.connect(self._chosen)
        self._search.textChanged.connect(self._narrow)
        self._back.clicked.connect(self._text.backward)
        self._forward.clicked.connect(self._text.forward)
        self._text.backwardAvailable.connect(self._back.setEnabled)
        self._text.forwardAvailable.connect(self._forward.setEnabled)
        self._text.sourceChanged.connect(self._came_to)

    @Slot(QListWidgetItem)
    def _chosen(self, item: QListWidgetItem) -> None:
        self._text.show_topic(item.data(_TOPIC))

    @Slot(str)
    def _narrow(self, words: str) -> None:
        """Show the pages that hold what is searched for."""
        for at, page in enumerate(self._pages):
            self._contents.item(at).setHidden(not page.holds(words))

    @Slot(QUrl)
    def _came_to(self, source: QUrl) -> None:
        here = topic_of(Path(source.toLocalFile()))
        for at, page in enumerate(self._pages):
            if page.topic == here:
                self._contents.setCurrentRow(at)

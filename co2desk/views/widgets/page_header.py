"""The head of a view: title, search, one primary action, and what is filtered below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from co2desk.views.icons import Icons
from co2desk.views.widgets.chip_bar import ChipBar
from co2desk.views.widgets.text import heading

# A person types a word in about this time; each search costs a query.
_SEARCH_DELAY_MS = 250


class PageHeader(QWidget):
    """`searched` comes a moment after the last key; `filter_removed` carries a chip's key.

    `list_wanted` when Down leads out of the search field to what was found.
    """

    searched = Signal(str)
    list_wanted = Signal()
    filter_removed = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._title = heading("", self)
        self._title.setObjectName("page_title")
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(320)
        self.search.addAction(
            icons.icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.hide()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._search_now)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list_wanted)
        self._chips = ChipBar(icons, self)
        self._chips.removed.connect(self.filter_removed)
        self._first = QHBoxLayout()
        self._first.setSpacing(8)
        self._first.addWidget(self._title)
        self._first.addStretch(1)
        self._first.addWidget(self.search, 2)
        self._second = QHBoxLayout()
        self._second.setSpacing(8)
        self._second.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 8)
        box.setSpacing(8)
        box.addLayout(self._first)
        box.addLayout(self._second)
        # A row of their own: beside the filters they would make the window wider.
        box.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignLeft)
        self._chips.hide()

    def set_title(self, title: str) -> None:
        """Name the view."""
        self._title.setText(title)

    def offer_search(self, hint: str) -> None:
        """Show the search field; `hint` says what is searched."""
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.show()

    def show_search(self, text: str) -> None:
        """Show what is searched for already, without searching for it once more."""
        self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(False)
        self._delay.stop()

    def add_action(self, name: str, text: str, icon: str, *, primary: bool = False) -> QPushButton:
        """Add a button to the right; a view has one primary action at most."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        if primary:
            button.setProperty("look", "primary")
        elif not text:
            button.setProperty("look", "icon")
        self._icons.put(button, icon, "on_accent" if primary else "text")
        self._first.addWidget(button)
        return button

    def add_icon(self, name: str, text: str, icon: str) -> QPushButton:
        """Add a button without words to the right; `text` is its tooltip and its name."""
        button = self.add_action(name, "", icon)
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def add_menu_button(self, name: str, text: str, icon: str) -> QToolButton:
        """Add a button that opens a menu to the second row; its text is the tooltip."""
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setProperty("look", "menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._icons.put(button, icon)
        self._second.insertWidget(self._second.count() - 1, button)
        return button

    def add_filter(self, widget: QWidget) -> None:
        """Add a filter to the second row."""
        self._second.insertWidget(self._second.count() - 1, widget)

    def show_chips(self, chips: Mapping[str, str]) -> None:
        """Show what is filtered."""
        self._chips.show_chips(chips)
        self._chips.setVisible(bool(chips))

    def _typed(self, _text: str) -> None:
        self._delay.start()

    def _search_now(self) -> None:
        self._delay.stop()
        self.searched.emit(self.search.text().strip())

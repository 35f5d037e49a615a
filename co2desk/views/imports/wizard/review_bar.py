"""Above the review grid: which rows are shown, find, and what can be done to them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QWidget

from co2desk.views.surroundings import Surroundings

_SEARCH_DELAY_MS = 250
_BUTTON = 28


class ReviewBar(QWidget):
    """`show_wanted(key)` when a filter is chosen, `found(text)` a moment after typing."""

    show_wanted = Signal(str)
    found = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        filters: Mapping[str, str],
        actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._titles = dict(filters)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, title in filters.items():
            button = QToolButton(self)
            button.setObjectName(f"show_{key}")
            button.setProperty("look", "chip")
            button.setProperty("key", key)
            button.setCheckable(True)
            button.setText(title)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._shown)
        row.addStretch(1)
        self.search = QLineEdit(self)
        self.search.setObjectName("find")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find in all columns"))
        self.search.setAccessibleName(self.tr("Find in all columns"))
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(220)
        row.addWidget(self.search, 1)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._search)
        self.search.textChanged.connect(self._typed)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            # The icon comes after the first paint; until then the text would ask for its width.
            button.setFixedSize(_BUTTON, _BUTTON)
            button.setObjectName(f"button_{action.objectName()}")
            row.addWidget(button)
        self._buttons["all"].setChecked(True)

    @property
    def shown(self) -> str:
        """The filter chosen."""
        for key, button in self._buttons.items():
            if button.isChecked():
                return key
        return "all"

    def choose(self, key: str) -> None:
        """Choose a filter without telling anybody."""
        self._buttons[key].setChecked(True)

    def set_search(self, text: str) -> None:
        """Show what is searched for without telling anybody."""
        blocker = QSignalBlocker(self.search)
        self.search.setText(text)
        blocker.unblock()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many rows each filter would show."""
        for key, count in counts.items():
            self._buttons[str(key)].setText(
                f"{self._titles[key]} {self._around.formats.number(count)}"
            )

    @Slot(object)
    def _shown(self, button: QToolButton) -> None:
        self.show_wanted.emit(button.property("key"))

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._delay.start()

    @Slot()
    def _search(self) -> None:
        self.found.emit(self.search.text())

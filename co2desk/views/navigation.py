"""The views at the left: icon and word, and a count only where something waits."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.views.icons import Icons
from co2desk.views.places import PageId
from co2desk.views.widgets.text import SUBHEADING_SCALE, Pictogram, heading


class Navigation(QWidget):
    """`chosen` carries the PageId that was clicked."""

    chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setProperty("look", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Views"))
        self._buttons: dict[PageId, QToolButton] = {}
        self._counts: dict[PageId, QLabel] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 12)
        box.setSpacing(0)
        name = QHBoxLayout()
        name.setContentsMargins(14, 0, 12, 12)
        name.setSpacing(8)
        name.addWidget(Pictogram(icons, "co2desk", size=24, parent=self))
        name.addWidget(heading("co2desk", self, SUBHEADING_SCALE))
        name.addStretch(1)
        box.addLayout(name)
        for page in PageId:
            box.addWidget(self._make(page, icons))
        box.addStretch(1)

    def go(self, page: PageId) -> None:
        """Mark a view as the one shown."""
        self._buttons[page].setChecked(True)

    def allow(self, page: PageId, *, allowed: bool) -> None:
        """Show a view to those who may use it."""
        self._buttons[page].setVisible(allowed)

    def allows(self, page: PageId) -> bool:
        """Whether a view is offered."""
        return not self._buttons[page].isHidden()

    def set_count(self, page: PageId, count: int) -> None:
        """Say how many things wait in a view; 0 shows nothing."""
        label = self._counts[page]
        label.setText(str(count))
        label.setVisible(count > 0)
        word = self._word(page)
        self._buttons[page].setAccessibleName(
            self.tr("%1, %n waiting", "", count).replace("%1", word) if count else word
        )

    def _make(self, page: PageId, icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"go_{page}")
        button.setProperty("look", "navigation")
        button.setCheckable(True)
        # A space: Qt puts the word too close to the icon.
        button.setText(f" {self._word(page)}")
        button.setAccessibleName(self._word(page))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.put(button, page.value)
        count = QLabel(button)
        count.setProperty("look", "count")
        count.hide()
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._group.addButton(button)
        self._buttons[page] = button
        self._counts[page] = count
        return button

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        for page, known in self._buttons.items():
            if known is button:
                self.chosen.emit(page)

    def _word(self, page: PageId) -> str:
        match page:
            case PageId.START:
                return self.tr("Start")
            case PageId.LABS:
                return self.tr("Labs")
            case PageId.IMPORTS:
                return self.tr("Imports")
            case PageId.ACTIVITIES:
                return self.tr("Activities")
            case PageId.FACTORS:
                return self.tr("Factors")
            case PageId.RESULTS:
                return self.tr("Results")
            case PageId.ADMINISTRATION:
                return self.tr("Administration")

"""The details of the selection at the right: closable, resizable, remembered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QScrollArea, QStackedWidget, QWidget

from co2desk.views.widgets.text import secondary


class DetailsDock(QDockWidget):
    """Shows the details panel of the view in front; each view keeps its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details_dock")
        self.setWindowTitle(self.tr("Details"))
        self.setAllowedAreas(
            Qt.DockWidgetArea.RightDockWidgetArea | Qt.DockWidgetArea.LeftDockWidgetArea
        )
        self._stack = QStackedWidget(self)
        self._stack.setMinimumWidth(240)
        nothing = secondary(self.tr("Select a row to see its details."), self._stack)
        nothing.setMargin(16)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(nothing)
        self._wrapped: dict[QWidget, QScrollArea] = {}
        self.setWidget(self._stack)

    def show_panel(self, panel: QWidget | None) -> None:
        """Show a panel, or that nothing is selected."""
        if panel is None:
            self._stack.setCurrentIndex(0)
            return
        if panel not in self._wrapped:
            area = QScrollArea(self._stack)
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(panel)
            self._stack.addWidget(area)
            self._wrapped[panel] = area
        self._stack.setCurrentWidget(self._wrapped[panel])

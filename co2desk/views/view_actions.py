"""Hands the actions that belong to the view in front over to it, by menu, key and right click."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from co2desk.views.action_table import ACTIONS, OF_THE_VIEW, ActionId, Scope
from co2desk.views.page import Page

if TYPE_CHECKING:
    from co2desk.views.widgets.data_table import DataTable


class ViewActions(QObject):
    """An action that the view in front does not answer is grey."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: Mapping[ActionId, QAction] = {}
        self._page: Page | None = None

    @property
    def handlers(self) -> dict[ActionId, Callable[[], None]]:
        """What answers each of these actions."""
        return dict.fromkeys(OF_THE_VIEW, self._hand_over)

    def lead(self, actions: Mapping[ActionId, QAction]) -> None:
        """Grey and wake these from now on."""
        self._actions = actions
        self.refresh()

    def follow(self, page: Page | None) -> None:
        """Serve the view that has come to the front."""
        if self._page is not None:
            self._page.commands.changed.disconnect(self.refresh)
        self._page = page
        if page is not None:
            page.commands.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what the view can do."""
        possible = set(self._page.possible()) if self._page is not None else set()
        if self._tables():
            possible |= {ActionId.COPY, ActionId.COPY_PLAIN}
        for action in OF_THE_VIEW:
            self._actions[action].setEnabled(action in possible)

    def show_menu(self, at: QPoint) -> None:
        """Offer, where the person clicked, what the view can do."""
        self.refresh()
        menu = QMenu(self._window)
        menu.setObjectName("view_menu")
        for spec in ACTIONS:
            if spec.scope is Scope.MAIN and spec.id in OF_THE_VIEW:
                if spec.apart and not menu.isEmpty():
                    menu.addSeparator()
                if self._actions[spec.id].isEnabled():
                    menu.addAction(self._actions[spec.id])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @Slot()
    def _hand_over(self) -> None:
        action = ActionId(self.sender().objectName().removeprefix("action_"))
        if self._page is None:
            return
        if action in (ActionId.COPY, ActionId.COPY_PLAIN):
            self._copy(with_titles=action is ActionId.COPY)
            return
        command = self._page.possible().get(action)
        if command is not None:
            command()

    def _copy(self, *, with_titles: bool) -> None:
        """Copy from where the person is: a text that is marked, else the table that is seen."""
        here = QApplication.focusWidget()
        if isinstance(here, QLabel) and here.hasSelectedText():
            QGuiApplication.clipboard().setText(here.selectedText())
            return
        seen = [table for table in self._tables() if table.isVisible()]
        for table in sorted(seen, key=lambda one: one is not here)[:1]:
            if with_titles:
                table.copy_selection()
            else:
                table.copy_without_titles()

    def _tables(self) -> "list[DataTable]":
        if self._page is None:
            return []
        from co2desk.views.widgets.data_table import DataTable

        return self._page.findChildren(DataTable)

"""What a person does at a window: finds a widget by its name, clicks, types, waits for the work."""

from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from co2desk.views.surroundings import Surroundings

_NONE = Qt.KeyboardModifier.NoModifier

W = TypeVar("W", bound=QWidget)


class Hands:
    """A person's hands on one window."""

    def __init__(self, qtbot: QtBot, around: Surroundings, window: QWidget) -> None:
        self.qtbot = qtbot
        self.around = around
        self.window = window

    def find(self, kind: type[W], name: str) -> W:
        """The widget of that name that can be seen."""
        seen = [one for one in self.window.findChildren(kind, name) if one.isVisible()]
        assert len(seen) == 1, f"{len(seen)} visible widgets named {name}"
        return seen[0]

    def settle(self) -> None:
        """Wait until nothing is under way any more, and what is drawn asks for nothing more."""
        while True:
            # The limit is against hanging: a busy machine takes its time.
            self.qtbot.waitUntil(lambda: not self.around.runner.running, timeout=60_000)
            QApplication.processEvents()
            if not self.around.runner.running:
                return

    def click(self, name: str) -> None:
        """Click a widget, then wait for what comes of it."""
        self.qtbot.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, name: str, text: str) -> None:
        """Choose the entry that begins with a text by typing it into the box."""
        box = self.find(QComboBox, name)
        at = box.findText(text, Qt.MatchFlag.MatchStartsWith)
        assert at >= 0, f"{text} is not offered"
        box.setFocus()
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(at):
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
        self.settle()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        target = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)
        self.settle()

    def click_cell(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click a cell."""
        view.scrollTo(index)
        at = view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.settle()

    def type_into(self, view: QAbstractItemView, index: QModelIndex, text: str) -> None:
        """Double-click a cell and type a text over it."""
        view.scrollTo(index)
        at = view.visualRect(index).center()
        left = Qt.MouseButton.LeftButton
        self.qtbot.mouseClick(view.viewport(), left, pos=at)
        self.qtbot.mouseDClick(view.viewport(), left, pos=at)
        editor = view.viewport().findChild(QLineEdit)
        assert editor is not None, "the cell cannot be edited"
        editor.selectAll()
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        # The view takes the text when the editor has gone, in a later turn of the event loop.
        self.qtbot.waitUntil(lambda: view.viewport().findChild(QLineEdit) is None)
        self.settle()

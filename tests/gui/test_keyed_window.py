"""Return presses the button with the focus, and Down leads from the search to what it found."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place

NONE = Qt.KeyboardModifier.NoModifier


def test_that_return_presses_the_button_with_the_focus_once(desk: Desk, qtbot: QtBot) -> None:
    desk.window.go(Place(PageId.START))
    button = next(
        one
        for one in desk.window.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Import a file…"
    )
    pressed: list[bool] = []
    # What it does is no matter here.
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", True)
    QApplication.sendEvent(button, held)
    assert len(pressed) == 1


def test_that_down_leads_from_the_search_to_the_list(desk: Desk, qtbot: QtBot) -> None:
    for page, name in ((PageId.LABS, "labs_table"), (PageId.FACTORS, "factors_table")):
        desk.window.go(Place(page))
        front = desk.window.pages.front
        assert front is not None
        table = front.findChild(QTableView, name)
        qtbot.waitUntil(table.isVisible)
        search = front.search_field()
        assert isinstance(search, QLineEdit)
        search.setFocus()
        qtbot.keyClick(search, Qt.Key.Key_Down)
        assert desk.window.focusWidget() is table

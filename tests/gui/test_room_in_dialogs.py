"""A message in a dialog covers nothing of it."""

from itertools import combinations

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from co2desk.views.widgets.message_bar import MessageBar, Tone
from tests.gui import test_lab_work


def test_that_a_long_message_makes_a_form_grow(desk: Desk, qtbot: QtBot, lab: str) -> None:
    _, hands = test_lab_work.look_at(desk, qtbot, lab)
    hands.click("lab_edit")
    form = hands.find(QWidget, "lab_form")
    form.findChild(MessageBar).say(Tone.ERROR, "The line broke off in this moment. " * 9)
    qtbot.wait(20)
    kinds = (QLabel, QLineEdit, QPlainTextEdit, QPushButton, MessageBar)
    parts = [
        one for kind in kinds for one in form.findChildren(kind)
        if one.isVisible() and one.parent() is form
    ]  # fmt: skip
    assert len(parts) > 8
    for one, other in combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry()), (one, other)
    bar = form.findChild(MessageBar)
    assert bar.height() >= bar.heightForWidth(bar.width())

"""Choices made faster than the file can be taken anew by each of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from tests.gui.test_journey import begin


def test_that_a_list_walked_by_its_keys_ends_where_the_person_does_and_never_jumps_back(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    years = hands.find(QComboBox, "year")
    shown: list[tuple[str, int | None]] = []
    window.session.inspected.connect(
        lambda: shown.append((years.currentText(), window.session.choices.year))
    )
    years.setFocus()
    qtbot.keyClick(years, Qt.Key.Key_Home)
    for _ in range(6):
        qtbot.keyClick(years, Qt.Key.Key_Down)
    last = years.currentText()
    hands.settle()
    assert years.currentText() == last
    assert shown == [(last, int(last))]
    assert window.session.choices.lab_code == lab


def test_that_of_two_choices_made_at_once_neither_is_lost(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    for name in ("kind", "year", "decimal_mark"):
        box = hands.find(QComboBox, name)
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Down)
    hands.settle()
    choices = window.session.choices
    assert (choices.lab_code, str(choices.year)) == (
        lab,
        hands.find(QComboBox, "year").currentText(),
    )
    assert choices.kind == "activity"
    assert choices.year is not None
    assert window.session.options.decimal_mark == ","

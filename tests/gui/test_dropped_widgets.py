"""Widgets that come and go leave no trace of their places in a layout.

A trace is an address that PySide takes for a layout item, although Qt has destroyed that: what is
made there next ends the program when it is destroyed (seen as a segmentation fault now and then).
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QSpacerItem, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from co2desk.views.desk import Desk
from co2desk.views.surroundings import Surroundings
from tests.gui.test_journey import begin


def known_items() -> int:
    """How many layout items PySide knows of; it should not know of those that only Qt uses."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return sum(isinstance(one, QWidgetItem | QSpacerItem) for one in Shiboken.getAllValidWrappers())


def test_that_another_way_to_read_leaves_no_trace(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    _, hands = begin(desk, qtbot, lab)
    before = known_items()
    for delimiter in ("comma", "semicolon", "tab"):
        hands.choose("delimiter", delimiter)
    assert known_items() == before


@pytest.mark.parametrize("word", ["takeAt", "itemAt"])
def test_that_nobody_asks_a_layout_for_its_items(word: str) -> None:
    views = Path(__file__).parents[2] / "co2desk" / "views"
    assert not [file.name for file in views.rglob("*.py") if f".{word}(" in file.read_text()]


def test_that_icons_follow_the_theme_past_what_went_with_its_window(around: Surroundings) -> None:
    gone, here = QPushButton(), QPushButton()
    for button in (gone, here):
        around.icons.put(button, "add")
    before = here.icon().cacheKey()
    Shiboken.delete(gone)
    around.theme.changed.emit()
    assert here.icon().cacheKey() != before

"""Icons are whole on screens of any fineness, and boxes have an outline in both schemes."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from co2desk.views.surroundings import Surroundings
from co2desk.views.theme import ThemeChoice
from tests.gui.test_colours import contrast


def drawn(image: QImage) -> QRect:
    """The smallest rectangle around what is not transparent."""
    seen = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > 40
    ]
    left, top = min(x for x, _ in seen), min(y for _, y in seen)
    return QRect(left, top, max(x for x, _ in seen) - left + 1, max(y for _, y in seen) - top + 1)


@pytest.mark.parametrize("name", ["question", "error", "database", "search"])
@pytest.mark.parametrize("scale", [1.5, 2.0, 3.0])
def test_that_an_icon_is_whole_on_a_fine_screen(
    around: Surroundings, name: str, scale: float
) -> None:
    coarse = drawn(around.icons.pixmap(name, "text", 24, 1).toImage())
    fine = drawn(around.icons.pixmap(name, "text", 24, scale).toImage())
    for one, other in zip(coarse.getCoords(), fine.getCoords(), strict=True):
        assert abs(one * scale - other) <= 2 * scale


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("editable", [True, False])
def test_that_the_outline_of_a_box_can_be_seen(
    around: Surroundings, qtbot: QtBot, choice: ThemeChoice, editable: bool
) -> None:
    around.theme.choose(choice)
    window = QWidget()
    qtbot.addWidget(window)
    box = QComboBox()
    box.setEditable(editable)
    QVBoxLayout(window).addWidget(box)
    box.setFocusPolicy(window.focusPolicy())
    window.resize(300, 60)
    window.show()
    qtbot.waitExposed(window)
    image = window.grab().toImage()
    across = [QColor(image.pixel(box.x() + 40, y)).name() for y in range(box.y() + 8)]
    surface = around.theme.colours.window
    assert max(contrast(colour, surface) for colour in across) >= 3

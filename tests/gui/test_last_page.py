"""The end of a long list of activities: reached at once, and left again upwards."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from co2desk.domain.activity_list import ActivityRecord
from co2desk.models.columns import ROW_ROLE
from co2desk.views.activities.activities_page import ActivitiesPage
from co2desk.views.desk import Desk
from tests.entries import entry
from tests.gui.hands import Hands
from tests.gui.test_activity_work import look_at

CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = 650
NEWEST = date(2025, 12, 31)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot, lab: str) -> tuple[ActivitiesPage, Hands]:
    """A laboratory with some pages of activities, one a day, the newest in front."""
    assert desk.services is not None
    desk.services.activities.add(
        [
            entry(
                lab, "combustion", "natural_gas", str(back + 1), day=NEWEST - timedelta(days=back)
            )
            for back in range(MANY)
        ]
    )
    page, hands = look_at(desk, qtbot, lab)
    page.table.setFocus()
    return page, hands


def here(page: ActivitiesPage) -> date | None:
    record = page.table.currentIndex().data(ROW_ROLE)
    return record.date if isinstance(record, ActivityRecord) else None


def top(page: ActivitiesPage) -> date | None:
    record = page.model.row_at(page.table.rowAt(0))
    return None if record is None else record.date


def paint(page: ActivitiesPage, hands: Hands) -> None:
    """Let the table be seen: what has not come is asked for, and comes."""
    page.table.viewport().repaint()
    hands.settle()


def test_that_control_end_goes_to_the_last_row_and_control_home_back(
    shown: tuple[ActivitiesPage, Hands],
) -> None:
    page, hands = shown
    assert here(page) == NEWEST
    hands.press(Qt.Key.Key_End, CONTROL)
    oldest = NEWEST - timedelta(days=MANY - 1)
    assert here(page) == oldest
    assert page.details() is not None
    bar = page.table.verticalScrollBar()
    assert bar.value() == bar.maximum()
    # Two pages are enough for what is seen: nothing between them was read.
    assert len(page.model.rows) < MANY
    hands.press(Qt.Key.Key_Home, CONTROL)
    assert here(page) == NEWEST
    assert bar.value() == 0
    assert not page.model.grows_upwards


def test_that_rows_that_come_above_move_nothing_that_is_looked_at(
    shown: tuple[ActivitiesPage, Hands],
) -> None:
    page, hands = shown
    hands.press(Qt.Key.Key_End, CONTROL)
    chosen = here(page)
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() - 1)  # at the very end the row on top is cut
    seen: list[date] = []
    for _ in range(200):
        before, steps = top(page), min(7, bar.value())
        bar.setValue(bar.value() - steps)
        paint(page, hands)
        after = top(page)
        assert before is not None
        assert after == before + timedelta(days=steps)
        seen.append(after)
        if after == NEWEST:
            break
    assert seen == sorted(seen)
    assert seen[-1] == NEWEST
    assert [record.date for record in page.model.rows] == [
        NEWEST - timedelta(days=back) for back in range(MANY)
    ]
    assert here(page) == chosen
    # All rows are here now: both ends are chosen without asking again.
    hands.press(Qt.Key.Key_Home, CONTROL)
    assert here(page) == NEWEST
    assert page.model.grows_upwards


def test_that_the_arrow_keys_go_on_into_the_page_before(
    shown: tuple[ActivitiesPage, Hands],
) -> None:
    page, hands = shown
    hands.press(Qt.Key.Key_End, CONTROL)
    came = len(page.model.rows)
    for _ in range(came // 10):
        hands.press(Qt.Key.Key_PageUp)
        paint(page, hands)
        if len(page.model.rows) > came:
            break
    assert len(page.model.rows) > came
    first = here(page)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Up)
    assert first is not None
    assert here(page) == first + timedelta(days=2)


def test_that_the_end_of_another_order_is_its_own(shown: tuple[ActivitiesPage, Hands]) -> None:
    page, hands = shown
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    hands.settle()
    assert here(page) == NEWEST - timedelta(days=MANY - 1)
    hands.press(Qt.Key.Key_End, CONTROL)
    assert here(page) == NEWEST

"""The network goes during each step: the draft stays, and a sentence says how to go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from co2desk.domain.activity_list import ActivityFilter
from co2desk.views.desk import Desk
from tests.gui.hands import Hands
from tests.gui.test_journey import FINANCE, begin
from tests.gui.test_resuming import close, resumed

pytestmark = pytest.mark.slow


@contextmanager
def network_gone(desk: Desk) -> Iterator[None]:
    """Cut every connection to the server, and let none be made."""
    assert desk.services is not None
    caretaker = desk.services.connection.caretaker
    socket = Path(caretaker.host, f".s.PGSQL.{caretaker.port}")
    away = socket.with_suffix(".away")
    with psycopg.connect(**caretaker.keywords(), autocommit=True) as server:
        socket.rename(away)
        try:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            yield
        finally:
            away.rename(socket)


def committed(desk: Desk, hands: Hands) -> int:
    """Commit, and say how many activities of the import the database has."""
    forward = hands.find(QPushButton, "forward")
    while forward.isVisible():
        hands.click("forward")
    result = desk.import_windows[-1].session.result
    assert result is not None
    assert desk.services is not None
    return desk.services.activities.totals(ActivityFilter(import_job_id=result.job_id)).count


def test_that_a_file_is_opened_and_checked_while_the_network_is_away(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    with network_gone(desk):
        desk.import_file(FINANCE)
        window = desk.import_windows[-1]
        hands = Hands(qtbot, window.around, window)
        hands.settle()
        assert hands.find(QLabel, "file_name").text() == "activities-2025.csv"
    # Back again before the laboratory is chosen.
    window.look_again()
    hands.settle()
    hands.choose("lab", lab)
    assert committed(desk, hands) == 197


def test_that_choosing_and_checking_go_on_without_the_network(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    with network_gone(desk):
        hands.choose("year", "2024")
        hands.choose("year", "2025")
        hands.click("forward")
        hands.click("forward")
        assert "197 ready · 3 in error" in hands.find(QLabel, "review_summary").text()
        grid = hands.find(QTableView, "review_grid")
        hands.press(Qt.Key.Key_F8)
        hands.type_into(grid, grid.currentIndex(), "12,5")
        assert "198 ready · 2 in error" in hands.find(QLabel, "review_summary").text()
        hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert "197 ready · 3 in error" in hands.find(QLabel, "review_summary").text()
        hands.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        # The last step needs the database: it says so, and the window can be closed for today.
        hands.click("forward")
        assert "reached" in window.notes.text or "broke off" in window.notes.text
        assert not hands.find(QWidget, "forward").isEnabled()
        close(hands)
    hands = resumed(desk, qtbot)
    assert committed(desk, hands) == 198


@pytest.mark.parametrize("way", ["again", "another day"])
def test_that_rows_cut_off_at_the_commit_are_committed_later_and_once(
    desk: Desk, qtbot: QtBot, lab: str, way: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    for _ in range(3):
        hands.click("forward")
    assert hands.find(QPushButton, "forward").text() == "Commit 197 rows"
    with network_gone(desk):
        hands.click("forward")
        assert window.session.result is None
        assert "try again" in window.notes.text or "kept" in window.notes.text
        if way == "another day":
            close(hands)
    if way == "another day":
        hands = resumed(desk, qtbot)
    assert committed(desk, hands) == 197
    assert desk.services is not None
    jobs = [one for one in desk.services.imports.jobs() if one.lab_code == lab]
    assert len(jobs) == 1

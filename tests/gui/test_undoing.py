"""Undo takes an import out again, and leads to what it had to keep."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from co2desk.domain.activity_list import ActivityFilter
from co2desk.views.desk import Desk
from tests.gui.hands import Hands
from tests.gui.test_journey import begin


def test_that_undo_leads_to_the_activities_that_were_kept(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    for _ in range(4):
        hands.click("forward")
    assert desk.services is not None
    result = window.session.result
    assert result is not None
    wanted = ActivityFilter(import_job_id=result.job_id)
    activities = desk.services.activities
    one = activities.page(wanted).rows[0]
    activities.change(one.id, one.version, {"note": "checked by hand"})
    hands.click("show_import")
    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    main.click("job_undo")
    main.click("confirm_yes")
    front = desk.window.pages.front
    assert front is not None
    assert "196 activities were removed." in front.notes.text
    assert "1 were kept" in front.notes.text
    assert main.find(QPushButton, "message_action").text() == "Show what was kept"
    main.click("message_action")
    main.settle()
    assert desk.window.status._counts.text().startswith("1 activities")

"""Undo takes an import out again, and leads to what it had to keep."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from co2desk.domain.activity_list import ActivityFilter, ActivityRecord
from co2desk.domain.ids import ActivityId
from co2desk.domain.import_job import KeptActivity, UndoOutcome
from co2desk.services.browse_activities import ActivityChange
from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from co2desk.views.imports.undo_words import UndoWords
from co2desk.views.surroundings import Surroundings
from tests.gui.hands import Hands
from tests.gui.test_journey import imported


def test_that_undo_leads_to_the_activities_that_were_kept(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = imported(desk, qtbot, lab)
    assert desk.services is not None
    result = window.session.result
    assert result is not None
    wanted = ActivityFilter(import_job_id=result.job_id)
    activities = desk.services.activities
    one = activities.page(wanted).rows[0]
    activities.change([ActivityChange(one.id, one.version, {"note": "checked by hand"})])
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


def test_that_an_import_tells_what_its_activities_are_today_and_what_it_committed(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = imported(desk, qtbot, lab)
    result = window.session.result
    assert desk.services is not None
    assert result is not None
    formats = window.around.formats
    hands.click("show_import")
    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    figure, note = main.find(QLabel, "details_figure"), main.find(QLabel, "details_note")
    assert figure.text() == formats.co2e(result.co2e_kg)
    assert note.text() == "Today, the same as at the commit."

    wanted = ActivityFilter(import_job_id=result.job_id)
    one = desk.services.activities.page(wanted).rows[0]
    [changed] = desk.services.activities.change(
        [ActivityChange(one.id, one.version, {"quantity": "0.5"})]
    )
    assert isinstance(changed, ActivityRecord)
    front = desk.window.pages.front
    assert front is not None
    front.reload()
    main.settle()
    now = desk.services.activities.totals(wanted).co2e_kg
    assert now != result.co2e_kg
    assert figure.text() == formats.co2e(now)
    assert f"At the commit it was {formats.co2e(result.co2e_kg)} for 197" in note.text()
    heads = main.find(QTableView, "jobs_table").model()
    titles = [heads.headerData(at, Qt.Orientation.Horizontal) for at in range(heads.columnCount())]
    assert "kg CO₂e at commit" in titles


def test_that_undoing_from_the_result_is_asked_first(desk: Desk, qtbot: QtBot, lab: str) -> None:
    window, hands = imported(desk, qtbot, lab)
    result = window.session.result
    assert result is not None
    assert desk.services is not None
    hands.click("undo_import")
    assert f"The {result.rows_valid} activities of “" in hands.find(QLabel, "confirm_text").text()
    hands.click("confirm_no")
    assert desk.services.activities.page(ActivityFilter(import_job_id=result.job_id)).rows
    hands.click("undo_import")
    hands.click("confirm_yes")
    assert not desk.services.activities.page(ActivityFilter(import_job_id=result.job_id)).rows


def test_that_undoing_from_the_result_leads_to_what_was_kept_from_both_windows(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = imported(desk, qtbot, lab)
    assert desk.services is not None
    result = window.session.result
    assert result is not None
    activities = desk.services.activities
    one = activities.page(ActivityFilter(import_job_id=result.job_id)).rows[0]
    activities.change([ActivityChange(one.id, one.version, {"note": "checked by hand"})])
    hands.click("undo_import")
    hands.click("confirm_yes")

    # The result no longer says what is no longer so.
    assert hands.find(QLabel, "result_title").text() == "This import was undone"
    assert "1 were kept" in hands.find(QLabel, "result_text").text()
    for gone in ("undo_import", "show_activities", "show_results"):
        assert not window.findChild(QPushButton, gone).isVisible()

    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    assert main.find(QPushButton, "message_action").text() == "Show what was kept"
    main.click("message_action")
    assert desk.window.status._counts.text().startswith("1 activities")

    main.click("go_start")
    hands.click("show_kept")
    main.settle()
    assert desk.window.status._counts.text().startswith("1 activities")


def test_that_the_result_leads_to_the_results_of_its_laboratory_and_year(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = imported(desk, qtbot, lab)
    hands.click("show_results")
    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    assert main.find(QComboBox, "results_lab").currentText() == lab
    assert main.find(QComboBox, "results_year").currentText() == "2025"
    assert desk.window.status._counts.text().startswith("197 activities")
    # The import's window can go now.
    hands.click("close")
    assert not desk.import_windows
    # Others can be chosen as ever.
    assert main.find(QComboBox, "results_lab").findText("All") == 0
    main.choose("results_year", "All")
    main.choose("results_lab", "DEMO-LAB")


def test_that_what_an_undo_kept_is_counted_as_the_person_writes_numbers(
    around: Surroundings,
) -> None:
    kept = tuple(
        KeptActivity(ActivityId(UUID(int=at)), "edited_since", "Ada") for at in range(1, 1201)
    )
    told = UndoWords().text(UndoOutcome(removed=3400, kept=kept), around.formats)
    number = around.formats.number
    assert number(1200) != "1200"
    assert (number(3400) in told, f"{number(1200)} were kept because Ada" in told) == (True, True)


def test_that_the_key_of_undo_reaches_an_import_from_the_search_field(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = imported(desk, qtbot, lab)
    hands.click("show_import")
    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    search = main.find(QLineEdit, "search")
    search.setFocus()
    # A shortcut is handled by the window that is active.
    desk.window.activateWindow()
    keys = desk.window.actions_by_id[ActionId.UNDO_IMPORT].shortcut()[0]
    qtbot.keyClick(search, keys.key(), keys.keyboardModifiers())
    main.settle()
    assert main.find(QLabel, "confirm_text").text().startswith("The 197 activities of")
    main.click("confirm_no")

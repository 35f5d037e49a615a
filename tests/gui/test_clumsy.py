"""Pressed twice, closed too soon, opened twice, taken away meanwhile: said, and nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.first_start import EMBEDDED_NAME
from co2desk.domain.import_job import ImportJob
from co2desk.services.bundle import Services
from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow
from tests.entries import gas
from tests.gui import test_lab_work
from tests.gui.hands import Hands
from tests.gui.test_activity_work import fill, kept, look_at
from tests.gui.test_journey import begin

LEFT = Qt.MouseButton.LeftButton


def jobs_of(desk: Desk, lab: str) -> list[ImportJob]:
    assert desk.services is not None
    return [one for one in desk.services.imports.jobs() if one.lab_code == lab]


def to_commit(desk: Desk, qtbot: QtBot, lab: str) -> tuple[ImportWindow, Hands]:
    """An import window on its last step."""
    window, hands = begin(desk, qtbot, lab)
    for _ in range(3):
        hands.click("forward")
    assert hands.find(QPushButton, "forward").text() == "Commit 197 rows"
    return window, hands


@pytest.fixture
def other(home: Path) -> Iterator[Services]:
    """A colleague's session on the same database."""
    services = build_services("embedded", home)
    services.connection.open()
    yield services
    services.connection.close()


def test_that_commit_pressed_twice_commits_once(desk: Desk, qtbot: QtBot, lab: str) -> None:
    window, hands = to_commit(desk, qtbot, lab)
    forward = hands.find(QPushButton, "forward")
    qtbot.mouseClick(forward, LEFT)
    qtbot.mouseDClick(forward, LEFT)
    qtbot.mouseClick(forward, LEFT)
    hands.settle()
    assert hands.find(QLabel, "result_title").text().startswith("197 activities were committed")
    assert window.notes.text == ""
    assert len(jobs_of(desk, lab)) == 1
    assert len(kept(desk, lab)) == 197


def test_that_a_window_closed_while_it_commits_commits_to_the_end(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = to_commit(desk, qtbot, lab)
    qtbot.mouseClick(hands.find(QPushButton, "forward"), LEFT)
    window.close()
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=20_000)
    drafts = [one for one in desk.services.preparations.drafts() if one.lab_code == lab]
    assert (len(kept(desk, lab)), len(drafts)) in {(197, 0), (0, 1)}


def test_that_the_connection_changed_during_a_commit_loses_nothing(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    _, hands = to_commit(desk, qtbot, lab)
    qtbot.mouseClick(hands.find(QPushButton, "forward"), LEFT)
    desk._work_on(EMBEDDED_NAME)
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=30_000)
    qtbot.waitUntil(lambda: desk.window.pages.front is not None, timeout=30_000)
    assert desk.services is not None
    drafts = [one for one in desk.services.preparations.drafts() if one.lab_code == lab]
    assert (len(kept(desk, lab)), len(drafts)) in {(197, 0), (0, 1)}
    assert len(jobs_of(desk, lab)) == (1 if kept(desk, lab) else 0)


def test_that_a_file_open_in_two_windows_is_committed_once_or_said_to_be_there(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    first, first_hands = to_commit(desk, qtbot, lab)
    second, second_hands = to_commit(desk, qtbot, lab)
    assert first is not second
    first_hands.click("forward")
    assert first.session.result is not None
    second_hands.click("forward")
    said = " ".join(
        [second.notes.text] + [one.text() for one in second.findChildren(QLabel) if one.isVisible()]
    )
    assert second.session.result is None
    assert "import" in said
    assert len(kept(desk, lab)) == 197


def test_that_a_laboratory_removed_meanwhile_is_said_in_the_form_that_stays(
    desk: Desk, qtbot: QtBot, lab: str, other: Services
) -> None:
    _, hands = test_lab_work.look_at(desk, qtbot, lab)
    [known] = test_lab_work.known(desk, lab)
    hands.click("lab_edit")
    form = hands.find(QWidget, "lab_form")
    hands.find(QLineEdit, "lab_name").clear()
    qtbot.keyClicks(hands.find(QLineEdit, "lab_name"), "Wasser")
    other.labs.delete(known.id, lab)
    hands.click("lab_save")
    assert form.isVisible()
    assert "no longer there" in form.findChild(QLabel, "message_text").text()
    assert hands.find(QLineEdit, "lab_name").text() == "Wasser"


def test_that_an_activity_for_a_laboratory_removed_meanwhile_is_refused_in_words(
    desk: Desk, qtbot: QtBot, lab: str, other: Services
) -> None:
    _, hands = look_at(desk, qtbot, lab)
    [known] = test_lab_work.known(desk, lab)
    hands.click("add_activity")
    form = hands.find(QWidget, "activity_form")
    fill(hands, category="combustion", subcategory="natural_gas", unit="kWh", date="01.03.2025")
    hands.choose("entry_type", "energy")
    fill(hands, quantity="5")
    other.labs.delete(known.id, lab)
    hands.click("entry_save")
    assert form.isVisible()
    said = form.findChild(QLabel, "message_text")
    assert said.isVisible()
    assert said.text()
    assert hands.find(QLineEdit, "entry_quantity").text() == "5"


def edit_quantity(hands: Hands) -> None:
    page = hands.window.pages.front
    hands.type_into(page.table, page.model.index(0, 5), "700")


def test_that_an_activity_removed_meanwhile_is_said_and_the_list_is_current(
    desk: Desk, qtbot: QtBot, lab: str, other: Services
) -> None:
    assert desk.services is not None
    [made] = desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    other.activities.delete({made.id: made.version})
    edit_quantity(hands)
    hands.settle()
    assert "no longer there" in page.notes.text
    assert page.model.rowCount() == 0


def test_that_two_edits_in_a_row_never_quarrel_with_each_other(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    """The second is made before the server has answered the first; undo is pressed twice."""
    assert desk.services is not None
    [made] = desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    for text in ("700", "800"):
        page.edits.set_field(made, "quantity", text)
    hands.settle()
    assert [one.quantity for one in kept(desk, lab)] == [800]
    assert not hands.window.findChildren(QWidget, "conflict")
    page.edits.undo()
    page.edits.undo()
    hands.settle()
    assert [one.quantity for one in kept(desk, lab)] == [1200]
    assert not page.edits.can_undo


@pytest.mark.parametrize("opener", ["new_lab", "lab_edit"])
def test_that_a_form_saved_by_a_double_click_is_written_once(
    desk: Desk, qtbot: QtBot, lab: str, opener: str
) -> None:
    code = f"{lab}-2" if opener == "new_lab" else lab
    _, hands = test_lab_work.look_at(desk, qtbot, lab)
    hands.click(opener)
    if opener == "new_lab":
        qtbot.keyClicks(hands.find(QLineEdit, "lab_code"), code)
    hands.find(QLineEdit, "lab_name").clear()
    qtbot.keyClicks(hands.find(QLineEdit, "lab_name"), "Wasser")
    save = hands.find(QPushButton, "lab_save")
    qtbot.mouseClick(save, LEFT)
    qtbot.mouseClick(save, LEFT)
    hands.settle()
    [made] = test_lab_work.known(desk, code)
    assert (made.name, made.version) == ("Wasser", 1 if opener == "new_lab" else 2)
    assert not hands.window.findChildren(QWidget, "lab_form")


def test_that_a_form_given_up_is_no_hindrance_to_what_is_told_later(
    desk: Desk, qtbot: QtBot, lab: str, other: Services
) -> None:
    page, hands = test_lab_work.look_at(desk, qtbot, lab)
    [known] = test_lab_work.known(desk, lab)
    hands.click("lab_edit")
    hands.click("lab_cancel")
    qtbot.waitUntil(lambda: not hands.window.findChildren(QWidget, "lab_form"))
    other.labs.delete(known.id, lab)
    hands.click("lab_archive")
    assert "no longer there" in page.notes.text


def test_that_quit_closes_the_imports_too_and_keeps_them_as_drafts(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    desk.window.actions_by_id[ActionId.QUIT].trigger()
    assert not window.isVisible()
    assert not desk.window.isVisible()
    hands = Hands(qtbot, desk.window.around, desk.window)
    hands.settle()
    assert desk.services is not None
    assert [one.lab_code for one in desk.services.preparations.drafts()].count(lab) == 1


def test_that_quit_waits_for_rows_that_are_being_written(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = to_commit(desk, qtbot, lab)
    qtbot.mouseClick(hands.find(QPushButton, "forward"), LEFT)
    assert window.session.is_committing
    desk.window.actions_by_id[ActionId.QUIT].trigger()
    assert window.isVisible()
    assert desk.window.isVisible()
    hands.settle()
    assert len(kept(desk, lab)) == 197


def test_that_an_import_brings_the_main_window_back_that_was_closed(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = to_commit(desk, qtbot, lab)
    hands.click("forward")
    desk.window.close()
    assert window.isVisible()
    hands.click("show_activities")
    assert desk.window.isVisible()

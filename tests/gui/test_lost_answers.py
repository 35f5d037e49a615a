"""The line goes dead during a COMMIT: that is said, and a second try does no harm."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from tests.entries import gas
from tests.gui import test_factor_work, test_lab_work
from tests.gui.hands import Hands
from tests.gui.test_activity_work import fill, kept, look_at, select
from tests.gui.test_journey import imported
from tests.servers.line import Line, Where, line_to

CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = pytest.mark.parametrize("where", [pytest.param("before", marks=pytest.mark.slow), "after"])
_NOT_KNOWN = "it is not known yet whether it was written"


@contextmanager
def line_of(desk: Desk, hands: Hands) -> Iterator[Line]:
    """The line of a desk to its database."""
    assert desk.services is not None
    hands.settle()
    server = desk.services.connection.caretaker
    with line_to(Path(server.host, f".s.PGSQL.{server.port}")) as line:
        desk.services.connection.database.close()
        yield line


@pytest.fixture
def line(desk: Desk, qtbot: QtBot) -> Iterator[Line]:
    """The line of the desk to its database."""
    with line_of(desk, Hands(qtbot, desk.window.around, desk.window)) as line:
        yield line


def change(hands: Hands) -> None:
    page = hands.window.pages.front
    hands.type_into(page.table, page.model.index(0, 5), "700")


def change_many(hands: Hands) -> None:
    select(hands.window.pages.front, 0, 1)
    hands.click("change_selected")
    hands.choose("bulk_field", "Note")
    hands.qtbot.keyClicks(hands.find(QLineEdit, "bulk_text"), "Halle 3")
    hands.click("bulk_yes")


def duplicate(hands: Hands) -> None:
    select(hands.window.pages.front, 0)
    hands.click("duplicate")


def delete(hands: Hands) -> None:
    select(hands.window.pages.front, 0)
    hands.click("delete")
    hands.click("confirm_yes")


@_BOTH
@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (change, [("2", ""), ("700", "")]),
        (change_many, [("1", "Halle 3"), ("2", "Halle 3")]),
        (duplicate, [("1", ""), ("1", ""), ("2", "")]),
        (delete, [("2", "")]),
    ],
)
def test_that_an_edit_whose_answer_was_lost_is_there_once_after_a_second_try(
    desk: Desk,
    qtbot: QtBot,
    lab: str,
    line: Line,
    where: Where,
    act: Callable[[Hands], None],
    expected: list[tuple[str, str]],
) -> None:
    assert desk.services is not None
    for quantity in ("2", "1"):
        desk.services.activities.add([gas(lab, quantity)])
    page, hands = look_at(desk, qtbot, lab)
    page.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    hands.settle()
    before = {one.id for one in kept(desk, lab)}
    line.cut_at_commit(where)
    act(hands)
    assert line.cuts == 1
    assert _NOT_KNOWN in page.notes.text
    assert not page.edits.can_undo

    line.mend()
    hands.click("message_action")
    assert [(f"{one.quantity.normalize():f}", one.note) for one in kept(desk, lab)] == expected
    assert not hands.window.findChildren(QWidget, "conflict")
    assert page.notes.text == ""
    # Written once: one step back is as before.
    hands.click("undo_edit")
    assert {one.id for one in kept(desk, lab)} == before
    assert [(one.quantity, one.note) for one in kept(desk, lab)] == [(1, ""), (2, "")]
    assert not page.edits.can_undo


@_BOTH
@pytest.mark.parametrize("corrected", [False, True])
def test_that_a_form_sent_twice_adds_one_activity_as_it_says_last(
    desk: Desk, qtbot: QtBot, lab: str, line: Line, where: Where, corrected: bool
) -> None:
    page, hands = look_at(desk, qtbot, lab)
    hands.click("add_activity")
    form = hands.find(QWidget, "activity_form")
    fill(hands, category="combustion", subcategory="natural_gas", unit="kWh", date="01.03.2025")
    hands.choose("entry_type", "energy")
    fill(hands, quantity="5")
    qtbot.waitUntil(lambda: "kg" in hands.find(QLabel, "entry_co2e").text(), timeout=5_000)
    line.cut_at_commit(where)
    hands.click("entry_save")
    assert form.isVisible()
    assert _NOT_KNOWN in form.findChild(QLabel, "message_text").text()
    assert hands.find(QLineEdit, "entry_quantity").text() == "5"

    line.mend()
    if corrected:
        fill(hands, quantity="6")
    hands.click("entry_save")
    hands.settle()
    assert [one.quantity for one in kept(desk, lab)] == [6 if corrected else 5]
    assert page.edits.can_undo


@_BOTH
@pytest.mark.parametrize("new", [True, False])
def test_that_a_laboratory_s_form_is_sent_twice_without_harm(
    desk: Desk, qtbot: QtBot, lab: str, line: Line, where: Where, new: bool
) -> None:
    code = f"{lab}-2" if new else lab
    _, hands = test_lab_work.look_at(desk, qtbot, lab)
    hands.click("new_lab" if new else "lab_edit")
    form = hands.find(QWidget, "lab_form")
    if new:
        qtbot.keyClicks(hands.find(QLineEdit, "lab_code"), code)
    hands.find(QLineEdit, "lab_name").clear()
    qtbot.keyClicks(hands.find(QLineEdit, "lab_name"), "Wasser")
    line.cut_at_commit(where)
    hands.click("lab_save")
    assert form.isVisible()
    assert _NOT_KNOWN in form.findChild(QLabel, "message_text").text()
    line.mend()
    hands.click("lab_save")
    [made] = test_lab_work.known(desk, code)
    assert made.name == "Wasser"
    assert not hands.window.findChildren(QWidget, "lab_form")


@_BOTH
def test_that_a_person_s_form_is_sent_twice_without_harm(
    desk: Desk, qtbot: QtBot, line: Line, where: Where
) -> None:
    assert desk.services is not None
    name = f"Ada {secrets.token_hex(4)}"
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.ADMINISTRATION))
    hands.settle()
    hands.click("new_person")
    form = hands.find(QWidget, "person_form")
    qtbot.keyClicks(hands.find(QLineEdit, "person_name"), name)
    line.cut_at_commit(where)
    hands.click("person_save")
    assert form.isVisible()
    assert _NOT_KNOWN in form.findChild(QLabel, "message_text").text()
    line.mend()
    hands.click("person_save")
    assert [one.display_name for one in desk.services.administration.people(name)] == [name]


@_BOTH
def test_that_a_factor_s_form_is_sent_twice_without_harm(
    desk: Desk, qtbot: QtBot, lab: str, line: Line, where: Where
) -> None:
    code = f"OWN{secrets.token_hex(4)}".upper()
    _, hands = test_factor_work.look_at(desk, qtbot)
    hands.click("new_factor")
    hands.choose("factor_lab", lab)
    for name, text in (
        ("code", code), ("name", "Own"), ("category", "cat"), ("value", "0,5"), ("unit", "kWh"),
        ("source", "own"), ("justification", "measured"),
    ):  # fmt: skip
        test_factor_work.write(hands, f"factor_{name}", text)
    save = hands.find(QPushButton, "factor_save")
    qtbot.waitUntil(save.isEnabled, timeout=5_000)
    line.cut_at_commit(where)
    hands.click("factor_save")
    form = hands.find(QWidget, "factor_form")
    assert _NOT_KNOWN in form.findChild(QLabel, "message_text").text()
    line.mend()
    hands.click("factor_save")
    assert test_factor_work.one_factor(desk, code).name == "Own"
    assert not hands.window.findChildren(QWidget, "factor_form")


@_BOTH
def test_that_rows_of_a_worklist_are_sent_twice_without_harm(
    desk: Desk, qtbot: QtBot, lab: str, where: Where
) -> None:
    assert desk.services is not None
    window, hands = imported(desk, qtbot, lab)
    with line_of(desk, hands) as line:
        hands.click("open_worklist")
        dialog = desk.window.findChild(QWidget, "worklist_window")
        work = Hands(qtbot, window.around, dialog)
        work.settle()
        table = work.find(QTableView, "worklist_table")
        work.type_into(table, table.model().index(0, 0), "28.02.2025")
        line.cut_at_commit(where)
        work.click("worklist_commit")
        assert _NOT_KNOWN in dialog.findChild(QLabel, "message_text").text()
        assert table.model().index(0, 0).data() == "28.02.2025"
        line.mend()
        work.click("worklist_commit")
        assert "198 rows" in dialog.findChild(QLabel, "message_text").text()
        assert table.model().rowCount() == 2
    [job] = [one for one in desk.services.imports.jobs() if one.lab_code == lab]
    assert (job.rows_valid, job.rows_error) == (198, 2)
    assert len(kept(desk, lab)) == 198


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("before", "197 activities were removed."),
        ("after", "This import was undone already. Nothing was left to remove."),
    ],
)
@pytest.mark.slow
def test_that_an_undo_whose_answer_was_lost_tells_what_became_of_it(
    desk: Desk, qtbot: QtBot, lab: str, where: Where, told: str
) -> None:
    assert desk.services is not None
    window, hands = imported(desk, qtbot, lab)
    hands.click("show_import")
    main = Hands(qtbot, window.around, desk.window)
    main.settle()
    page = desk.window.pages.front
    assert page is not None
    with line_of(desk, main) as line:
        main.click("job_undo")
        line.cut_at_commit(where)
        main.click("confirm_yes")
        assert _NOT_KNOWN in page.notes.text
        line.mend()
        main.click("message_action")
        assert page.notes.text == told
    assert kept(desk, lab) == []

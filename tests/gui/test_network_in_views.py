"""The network goes in each view: said at once and in one place, kept, and mended by one press."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.database.activities import Activities
from co2desk.models import link_watch
from co2desk.services import export_activities
from co2desk.services.summarise import ResultFilter
from co2desk.views.desk import Desk
from co2desk.views.page import Page
from co2desk.views.places import PageId, Place
from tests.entries import gas
from tests.gui import test_factor_work
from tests.gui.hands import Hands
from tests.gui.test_activity_work import kept, look_at
from tests.gui.test_lost_answers import line_of

pytestmark = pytest.mark.slow

_GONE = ("cannot be reached", "broke off")


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the server is back is looked at often, so that nobody waits for it here."""
    monkeypatch.setattr(link_watch, "_EVERY_MS", 150)


def go(desk: Desk, qtbot: QtBot, place: Place) -> tuple[Page, Hands]:
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(place)
    hands.settle()
    page = desk.window.pages.front
    assert page is not None
    return page, hands


def connection_text(desk: Desk) -> str:
    return desk.window.status.findChild(QLabel, "connection").text()


def dialogs() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)
            and one.isVisible()]  # fmt: skip


def wait_until_back(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Offline" not in connection_text(desk), timeout=10_000)
    qtbot.waitUntil(lambda: not desk.window.around.runner.running, timeout=10_000)


PLACES = [(page, 0) for page in PageId if page is not PageId.ADMINISTRATION] + [
    (PageId.ADMINISTRATION, tab) for tab in range(4)
]


@pytest.mark.parametrize(("page_id", "tab"), PLACES)
def test_that_every_view_says_that_it_is_cut_off_and_goes_on_by_itself(
    desk: Desk, qtbot: QtBot, lab: str, page_id: PageId, tab: int
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = go(desk, qtbot, Place(page_id))
    if page_id is PageId.ADMINISTRATION:
        hands.find(QTabWidget, "administration_tabs").setCurrentIndex(tab)
        hands.settle()
    assert page.notes.text == ""
    with line_of(desk, hands) as line:
        line.cut()
        began = time.monotonic()
        desk.window.data_changed()
        qtbot.waitUntil(lambda: bool(page.notes.text), timeout=5_000)
        assert time.monotonic() - began < 5
        assert any(words in page.notes.text for words in _GONE)
        assert hands.find(QPushButton, "message_action").text() == "Try again"
        qtbot.waitUntil(lambda: "Offline" in connection_text(desk), timeout=5_000)
        assert dialogs() == []
        line.mend()
        wait_until_back(desk, qtbot)
        assert page.notes.text == ""
        assert "Database on this computer" in connection_text(desk)


def export(hands: Hands, path: Path) -> None:
    hands.window.pages.front._export.write(str(path))
    hands.settle()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_that_an_export_cut_off_half_way_leaves_no_half_file_and_is_made_on_one_press(
    desk: Desk,
    qtbot: QtBot,
    lab: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    assert desk.services is not None
    monkeypatch.setattr(export_activities, "_EXPORTED_AT_ONCE", 2)
    desk.services.activities.add([gas(lab, str(n)) for n in range(1, 8)])
    page, hands = look_at(desk, qtbot, lab)
    path = tmp_path / f"activities.{kind}"
    real = Activities.page
    with line_of(desk, hands) as line:
        asked = 0

        def page_then_cut(*arguments: object, **more: object) -> object:
            nonlocal asked
            asked += 1
            if asked == 3:
                line.cut()
            return real(*arguments, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(Activities, "page", page_then_cut)
        export(hands, path)
        assert any(words in page.notes.text for words in _GONE)
        assert list(tmp_path.glob("activities*")) == []
        line.mend()
        wait_until_back(desk, qtbot)
        assert "answers again" in page.notes.text
        hands.click("message_action")
        assert path.stat().st_size > 0
        assert "7 activities" in page.notes.text


def test_that_an_edit_in_place_waits_and_is_sent_on_one_press(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1"), gas(lab, "2")])
    page, hands = look_at(desk, qtbot, lab)
    page.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    hands.settle()
    with line_of(desk, hands) as line:
        line.cut()
        hands.type_into(page.table, page.model.index(0, 5), "12,5")
        hands.type_into(page.table, page.model.index(0, 9), "Halle 3")
        hands.type_into(page.table, page.model.index(1, 5), "700")
        for typed in ("“12,5”", "“Halle 3”", "“700”", "3 changes wait"):
            assert typed in page.notes.text
        assert not page.edits.can_undo
        line.mend()
        wait_until_back(desk, qtbot)
        # Nothing is written unseen: the person says so.
        assert [one.quantity for one in kept(desk, lab)] == [1, 2]
        hands.click("message_action")
        hands.settle()
        now = {one.quantity: one.note for one in kept(desk, lab)}
        assert now == {12.5: "Halle 3", 700: ""}
        assert page.notes.text == ""
        for _ in range(3):
            hands.click("undo_edit")
        assert [(one.quantity, one.note) for one in kept(desk, lab)] == [(1, ""), (2, "")]


def test_that_an_edit_that_waits_is_forgotten_with_its_message(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1")])
    page, hands = look_at(desk, qtbot, lab)
    with line_of(desk, hands) as line:
        line.cut()
        hands.type_into(page.table, page.model.index(0, 5), "12,5")
        hands.click("message_close")
        line.mend()
        wait_until_back(desk, qtbot)
        assert page.notes.text == ""
        hands.type_into(page.table, page.model.index(0, 9), "later")
        [now] = kept(desk, lab)
        assert (now.quantity, now.note) == (1, "later")


def test_that_a_list_keeps_what_has_come_asks_no_more_and_then_goes_on(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, str(n)) for n in range(1, 451)])
    page, hands = look_at(desk, qtbot, lab)
    assert len(page.model.rows) == 200
    with line_of(desk, hands) as line:
        line.cut()
        page.table.scrollToBottom()
        qtbot.waitUntil(lambda: bool(page.notes.text), timeout=5_000)
        hands.settle()
        wanted: list[int] = []
        page.model.page_wanted.connect(wanted.append)
        for _ in range(20):
            page.table.viewport().repaint()
            qtbot.wait(20)
        page.model.page_wanted.disconnect(wanted.append)
        assert wanted == []
        assert len(page.model.rows) == 200
        line.mend()
        wait_until_back(desk, qtbot)
        assert page.notes.text == ""
        qtbot.waitUntil(lambda: len(page.model.rows) >= 400, timeout=5_000)
        ids = [one.id for one in page.model.rows]
        assert len(ids) == len(set(ids))


def test_that_the_panel_of_an_activity_says_why_it_is_not_whole(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1"), gas(lab, "2")])
    page, hands = look_at(desk, qtbot, lab)
    with line_of(desk, hands) as line:
        line.cut()
        page.table.choose_row(1)
        hands.settle()
        panel = page.details()
        assert panel is not None
        said = " ".join(label.text() for label in panel.findChildren(QLabel))
        assert any(words in said for words in _GONE)
        line.mend()
        wait_until_back(desk, qtbot)
        said = " ".join(label.text() for label in panel.findChildren(QLabel))
        assert "entered by hand" in said


def test_that_a_factor_s_form_keeps_its_values_and_looks_again(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    code = desk.services.factors.search().rows[0].code
    _, hands = test_factor_work.look_at(desk, qtbot, code)
    hands.click("factor_edit")
    form = hands.find(QWidget, "factor_form")
    with line_of(desk, hands) as line:
        line.cut()
        test_factor_work.write(hands, "factor_value", "0,75")
        message = form.findChild(QLabel, "message_text")
        qtbot.waitUntil(lambda: any(words in message.text() for words in _GONE), timeout=5_000)
        hands.settle()
        assert hands.find(QLineEdit, "factor_value").text() == "0,75"
        line.mend()
        again = form.findChild(QPushButton, "message_action")
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        save = hands.find(QPushButton, "factor_save")
        qtbot.waitUntil(save.isEnabled, timeout=5_000)
        assert dialogs() == [form]


def test_that_a_report_and_a_lab_s_count_are_told_and_come_on_a_second_try(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = go(desk, qtbot, Place(PageId.RESULTS, ResultFilter(lab_codes=(lab,), year=2025)))
    path = tmp_path / "report.pdf"
    with line_of(desk, hands) as line:
        line.cut()
        page.report_to(str(path))
        hands.settle()
        assert any(words in page.notes.text for words in _GONE)
        assert not path.exists()
        line.mend()
        wait_until_back(desk, qtbot)
        hands.click("message_action")
        assert path.read_bytes().startswith(b"%PDF")

        labs, hands = go(desk, qtbot, Place(PageId.LABS))
        line.cut()
        hands.click("lab_delete")
        assert any(words in labs.notes.text for words in _GONE)
        assert dialogs() == []
        line.mend()
        wait_until_back(desk, qtbot)
        hands.click("lab_delete")
        assert "activities" in hands.find(QLabel, "confirm_text").text()
        hands.click("confirm_no")


@pytest.mark.parametrize(("tab", "button"), [(0, "grant"), (1, "audit_verify"), (2, "maintain")])
def test_that_what_an_administrator_does_is_told_and_works_again(
    desk: Desk, qtbot: QtBot, tab: int, button: str
) -> None:
    page, hands = go(desk, qtbot, Place(PageId.ADMINISTRATION))
    hands.find(QTabWidget, "administration_tabs").setCurrentIndex(tab)
    hands.settle()
    with line_of(desk, hands) as line:
        line.cut()
        hands.click(button)
        assert any(words in page.notes.text for words in _GONE)
        assert dialogs() == []
        line.mend()
        wait_until_back(desk, qtbot)
        hands.click(button)
        hands.settle()
        assert not any(words in page.notes.text for words in _GONE)
        assert page.notes.text


def test_that_a_backup_cut_off_is_told_and_leaves_no_half_file(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page, hands = go(desk, qtbot, Place(PageId.ADMINISTRATION))
    hands.find(QTabWidget, "administration_tabs").setCurrentIndex(3)
    hands.settle()
    work = page.findChild(QTabWidget).currentWidget().work
    with line_of(desk, hands) as line:
        line.cut()
        work.back_up_to(str(tmp_path / "co2desk.backup"))
        hands.settle()
        assert page.notes.text
        assert list(tmp_path.glob("co2desk*")) == []
        line.mend()
        wait_until_back(desk, qtbot)
        work.back_up_to(str(tmp_path / "co2desk.backup"))
        hands.settle()
        assert "was made" in page.notes.text

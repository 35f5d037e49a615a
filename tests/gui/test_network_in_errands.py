"""The network goes while a set of factors is loaded, a bar is clicked, rows are pasted."""

import secrets
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from co2desk.models import link_watch
from co2desk.services.manage_factors import FactorFilter
from co2desk.services.summarise import ResultFilter
from co2desk.views.activities.activities_page import ActivitiesPage
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.results.plots import Plots
from tests.gui import test_factor_work
from tests.gui.hands import Hands
from tests.gui.test_activity_work import gas, kept, look_at
from tests.gui.test_journey import begin
from tests.gui.test_lost_answers import line_of
from tests.gui.test_network_in_views import _GONE, dialogs, go, wait_until_back
from tests.servers.line import Where

pytestmark = pytest.mark.slow
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_watch, "_EVERY_MS", 150)


def a_set(folder: Path) -> tuple[Path, str]:
    code = f"SET{secrets.token_hex(4)}".upper()
    file = folder / "set.csv"
    file.write_text(f"code,name,category,value,unit\n{code},Set,combustion,0.5,kWh\n")
    return file, code


def test_that_a_set_of_factors_that_could_not_be_tried_is_tried_on_one_press(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert desk.services is not None
    page, hands = test_factor_work.look_at(desk, qtbot)
    file, code = a_set(tmp_path)
    with line_of(desk, hands) as line:
        line.cut()
        page.loading.try_file(str(file))
        hands.settle()
        assert any(words in page.notes.text for words in _GONE)
        assert dialogs() == []
        line.mend()
        wait_until_back(desk, qtbot)
        assert "answers again" in page.notes.text
        hands.click("message_action")
        hands.settle()
        assert hands.find(QLabel, "confirm_text").text().startswith("Factors: 1 to be added")
        hands.click("confirm_yes")
    assert desk.services.factors.search(FactorFilter(text=code)).total == 1


@pytest.mark.parametrize("where", ["before", "after"])
def test_that_a_set_of_factors_cut_off_at_its_commit_is_there_once_and_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path, where: Where
) -> None:
    assert desk.services is not None
    page, hands = test_factor_work.look_at(desk, qtbot)
    file, code = a_set(tmp_path)
    page.loading.try_file(str(file))
    hands.settle()
    with line_of(desk, hands) as line:
        line.cut_at_commit(where)
        hands.click("confirm_yes")
        assert page.notes.text
        assert "loaded" not in page.notes.text
        line.mend()
        wait_until_back(desk, qtbot)
        hands.click("message_action")
        hands.settle()
        assert page.notes.text.startswith("Factors: ")
    assert desk.services.factors.search(FactorFilter(text=code)).total == 1
    assert test_factor_work.one_factor(desk, code).version == 1


def test_that_a_bar_clicked_without_the_network_leads_to_its_activities_once_it_is_back(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab), gas(lab, "5")])
    page, hands = go(desk, qtbot, Place(PageId.RESULTS, ResultFilter(lab_codes=(lab,), year=2025)))
    plots = page.findChild(Plots)
    plot = plots._stacked
    bar = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(0, 1)))
    with line_of(desk, hands) as line:
        line.cut()
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=bar)
        hands.settle()
        front = desk.window.pages.front
        assert isinstance(front, ActivitiesPage)
        assert any(words in front.notes.text for words in _GONE)
        assert front.model.rowCount() == 0
        line.mend()
        wait_until_back(desk, qtbot)
        hands.settle()
        assert front.notes.text == ""
        assert [one.lab_code for one in front.model.rows] == [lab, lab]


def test_that_rows_pasted_without_the_network_are_a_draft_that_is_kept_and_checked_later(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    page, hands = look_at(desk, qtbot, lab)
    QApplication.clipboard().setText(
        "date\tactivity_type\tcategory\tsubcategory\tquantity\tunit\n"
        "2025-03-01\tenergy\tcombustion\tnatural_gas\t5\tkWh"
    )
    with line_of(desk, hands) as line:
        line.cut()
        page.setFocus()
        hands.press(Qt.Key.Key_V, CONTROL)
        window = desk.import_windows[-1]
        pasted = Hands(qtbot, window.around, window)
        pasted.settle()
        assert window.session.inspection is not None, "read all the same"
        assert window.session.inspection.rows == 1
        # Without a pack no laboratory is known, and none has to be chosen to go on.
        assert pasted.find(QPushButton, "forward").isEnabled()
        pasted.click("forward")
        pasted.click("forward")
        assert pasted.find(QLabel, "review_summary").text().startswith("1 rows · 1 ready")
        pasted.click("back")
        pasted.click("back")
        line.mend()
        wait_until_back(desk, qtbot)
        pasted.settle()
        pasted.choose("lab", lab)
        for _ in range(4):
            pasted.click("forward")
    assert [one.quantity for one in kept(desk, lab)] == [5]


def test_that_cells_pasted_into_a_draft_stand_there_with_the_network_away(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    hands.click("forward")
    hands.click("forward")
    grid = hands.find(QTableView, "review_grid")
    with line_of(desk, hands) as line:
        line.cut()
        hands.press(Qt.Key.Key_F8)
        QApplication.clipboard().setText("12.5")
        hands.press(Qt.Key.Key_V, CONTROL)
        assert grid.currentIndex().data() == "12.5"
        assert "198 ready · 2 in error" in hands.find(QLabel, "review_summary").text()
        line.mend()
    for _ in range(2):
        hands.click("forward")
    assert window.session.result is not None
    assert window.session.result.rows_valid == 198


def test_that_cells_pasted_into_a_worklist_wait_for_the_network_and_are_sent_on_one_press(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    window, hands = begin(desk, qtbot, lab)
    for _ in range(4):
        hands.click("forward")
    hands.click("open_worklist")
    dialog = desk.window.findChild(object, "worklist_window")
    work = Hands(qtbot, window.around, dialog)
    work.settle()
    table = work.find(QTableView, "worklist_table")
    with line_of(desk, hands) as line:
        line.cut()
        table.setFocus()
        table.setCurrentIndex(table.model().index(0, 0))
        QApplication.clipboard().setText("28.02.2025")
        work.press(Qt.Key.Key_V, CONTROL)
        assert table.model().index(0, 0).data() == "28.02.2025"
        work.click("worklist_commit")
        assert any(words in dialog.findChild(QLabel, "message_text").text() for words in _GONE)
        assert table.model().index(0, 0).data() == "28.02.2025", "nothing that was typed is lost"
        assert work.find(QPushButton, "worklist_commit").isEnabled()
        line.mend()
        work.click("worklist_commit")
        assert "198 rows" in dialog.findChild(QLabel, "message_text").text()
    assert len(kept(desk, lab)) == 198


def test_that_what_is_done_in_vain_is_not_forgotten_when_the_network_is_back(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = go(desk, qtbot, Place(PageId.RESULTS, ResultFilter(lab_codes=(lab,), year=2025)))
    hands.click("publish_year")
    with line_of(desk, hands) as line:
        line.cut()
        hands.click("confirm_yes")
        assert any(words in page.notes.text for words in _GONE)
        line.mend()
        wait_until_back(desk, qtbot)
        hands.settle()
        assert "look whether it is done" in page.notes.text

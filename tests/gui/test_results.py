"""Results: what the bars compare, where a click leads, and what is saved."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.models.footprint_series import stacked_labs, stacked_months
from co2desk.services.check_entries import InvalidEntry
from co2desk.services.summarise import ResultFilter
from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.results.charts import Charts
from co2desk.views.results.plots import Plots
from co2desk.views.results.results_page import ResultsPage
from co2desk.views.surroundings import Surroundings
from tests.entries import gas
from tests.gui.hands import Hands

TRAVEL, ENERGY = ActivityType.TRAVEL, ActivityType.ENERGY
ROWS = [
    ResultRow("A", 2024, TRAVEL, "plane", Decimal(300), 3, 0),
    ResultRow("A", 2025, TRAVEL, "plane", Decimal(200), 2, 0),
    ResultRow("A", 2025, ENERGY, "gas", Decimal(100), 1, 1),
    ResultRow("B", 2025, ENERGY, "gas", Decimal(900), 1, 0),
]
MONTHS = [
    MonthRow("A", 2025, 2, TRAVEL, Decimal(150)),
    MonthRow("A", 2025, 12, ENERGY, Decimal(100)),
]
ONE_YEAR = ActivityFilter(lab_codes=("A",), year=2025)


@pytest.fixture
def charts(around: Surroundings, qtbot: QtBot) -> Charts:
    made = Charts(around)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    made.show_rows(ROWS, MONTHS, ONE_YEAR)
    qtbot.waitExposed(made)
    return made


def click(charts: Charts, qtbot: QtBot, name: str, x: float, y: float) -> ActivityFilter:
    """Click a place in the values of a chart; returns the activities that are asked for."""
    plots = charts.findChild(Plots)
    plot = {"bars": plots._stacked, "shares": plots._broken_down}[name]
    at = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))
    with qtbot.waitSignal(charts.wanted) as heard:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    wanted: ActivityFilter = heard.args[0]
    return wanted


def test_that_laboratories_are_compared_largest_first() -> None:
    bars = stacked_labs(ROWS, 10)
    assert bars.keys == ("B", "A")
    assert bars.totals() == (900, 600)
    assert stacked_labs(ROWS, 1).keys == ("B",)


def test_that_a_year_has_twelve_months_and_every_part_its_type() -> None:
    bars = stacked_months(MONTHS)
    assert bars.keys == tuple(range(1, 13))
    assert bars.totals()[1] == 150
    assert bars.type_at(1, Decimal(149)) is TRAVEL
    assert bars.type_at(1, Decimal(151)) is None
    assert bars.type_at(11, Decimal(1)) is ENERGY


def test_that_the_axis_has_the_separators_of_the_locale(charts: Charts) -> None:
    rows = [ResultRow("A", 2025, TRAVEL, "plane", Decimal(7_600), 3, 0)]
    charts.show_rows(rows, (), ActivityFilter())
    axis = charts.findChild(Plots)._stacked.getAxis("left")
    assert axis.tickStrings([0, 2_000, 4_000], 1, 2_000) == ["0", "2’000", "4’000"]
    assert axis.tickStrings([0.5, 1.0], 1, 0.5) == ["0.5", "1.0"]
    levels = axis.tickValues(*axis.range, axis.height())
    shown = [text for apart, at in levels for text in axis.tickStrings(at, 1, apart)]
    assert "2’000" in shown


def test_that_a_part_of_a_year_leads_to_its_activities(charts: Charts, qtbot: QtBot) -> None:
    wanted = click(charts, qtbot, "bars", 0, 100)
    assert wanted == ActivityFilter(lab_codes=("A",), year=2024, activity_type=TRAVEL)


def test_that_a_month_leads_to_its_activities(
    charts: Charts, qtbot: QtBot, around: Surroundings
) -> None:
    Hands(qtbot, around, charts).choose("charts_compare", "months")
    wanted = click(charts, qtbot, "bars", 11, 50)
    assert wanted.activity_type is ENERGY
    assert (wanted.first_day, wanted.last_day) == (date(2025, 12, 1), date(2025, 12, 31))


def test_that_a_laboratory_and_a_category_lead_to_their_activities(
    charts: Charts, qtbot: QtBot, around: Surroundings
) -> None:
    charts.show_rows(ROWS, (), ActivityFilter())
    Hands(qtbot, around, charts).choose("charts_compare", "laboratories")
    assert click(charts, qtbot, "bars", 0, 100).lab_codes == ("B",)
    wanted = click(charts, qtbot, "shares", 10, 2)
    assert (wanted.activity_type, wanted.category) == (ENERGY, "gas")


def test_that_months_of_many_laboratories_say_what_to_choose(
    charts: Charts, qtbot: QtBot, around: Surroundings
) -> None:
    hands = Hands(qtbot, around, charts)
    charts.show_rows(ROWS, (), ActivityFilter())
    hands.choose("charts_compare", "months")
    assert "Choose a laboratory and a year" in hands.find(QLabel, "charts_hint").text()


def test_that_charts_are_saved_as_a_picture_and_as_a_drawing(
    charts: Charts, tmp_path: Path
) -> None:
    saved: list[Path] = []
    charts.saved.connect(saved.append)
    charts.save(str(tmp_path / "a.png"))
    charts.save(str(tmp_path / "a.svg"))
    assert saved == [tmp_path / "a.png", tmp_path / "a.svg"]
    assert QImage(str(saved[0])).width() > 1500
    assert QSvgRenderer(str(saved[1])).isValid()


def test_that_a_picture_that_cannot_be_written_is_told(charts: Charts, tmp_path: Path) -> None:
    refused: list[Path] = []
    charts.not_saved.connect(refused.append)
    charts.save(str(tmp_path / "nowhere" / "a.png"))
    assert refused == [tmp_path / "nowhere" / "a.png"]


def test_that_charts_are_saved_as_pdf_in_their_proportions(charts: Charts, tmp_path: Path) -> None:
    path = tmp_path / "charts.pdf"
    charts.save(str(path))
    [page] = PdfReader(path).pages
    plots = charts.findChild(Plots)
    assert float(page.mediabox.width) == pytest.approx(plots.width(), abs=2)
    assert float(page.mediabox.height) == pytest.approx(plots.height(), abs=2)
    assert "By category" in " ".join(page.extract_text().split())


def test_that_a_year_is_reported_once_a_laboratory_and_a_year_are_chosen(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "5")])
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.RESULTS))
    hands.settle()
    button = hands.find(QPushButton, "year_report")
    assert not button.isEnabled()
    assert "laboratory and a year" in button.toolTip()
    assert not desk.window.actions_by_id[ActionId.YEAR_REPORT].isEnabled()
    hands.choose("results_lab", lab)
    hands.choose("results_year", "2025")
    assert desk.window.actions_by_id[ActionId.YEAR_REPORT].isEnabled()
    page = desk.window.pages.front
    assert isinstance(page, ResultsPage)
    path = tmp_path / "year.pdf"
    page.report_to(str(path))
    hands.settle()
    assert "year.pdf" in page.notes.text
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert lab in text
    assert "combustion" in text


def test_that_a_published_year_is_frozen_until_an_administrator_reopens_it(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "5")])
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.RESULTS))
    hands.settle()
    assert not hands.find(QPushButton, "publish_year").isEnabled()
    hands.choose("results_lab", lab)
    hands.choose("results_year", "2025")
    hands.click("publish_year")
    assert "no longer be changed" in hands.find(QLabel, "confirm_text").text()
    hands.click("confirm_yes")
    page = desk.window.pages.front
    assert page is not None
    assert page.notes.text == "2025 is published."
    with pytest.raises(InvalidEntry) as refused:
        desk.services.activities.add([gas(lab, "5")])
    assert "year_published" in str(refused.value)
    assert hands.find(QPushButton, "publish_year").text() == "Reopen the year…"
    hands.click("publish_year")
    hands.click("confirm_yes")
    desk.services.activities.add([gas(lab, "5")])


def test_that_a_laboratory_without_activities_leads_back_to_all(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    desk.window.go(Place(PageId.RESULTS, ResultFilter(lab_codes=(lab,))))
    hands = Hands(qtbot, desk.window.around, desk.window)
    hands.settle()
    page = desk.window.pages.front
    assert isinstance(page, ResultsPage)
    assert page.body.currentIndex() == 2
    hands.click("empty_action")
    assert page.body.currentIndex() != 2
    assert not page._filters.lab

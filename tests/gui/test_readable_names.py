"""Stored values are read, searched and typed by their names; what is stored stays."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from co2desk.domain.activity_list import ActivityFilter
from co2desk.services.manage_factors import FactorFilter
from co2desk.views.desk import Desk
from co2desk.views.factors.factors_page import FactorsPage
from co2desk.views.places import PageId, Place
from tests.entries import gas
from tests.gui.hands import Hands
from tests.gui.test_activity_work import kept, look_at

CATEGORY, SUBCATEGORY = 3, 4
GERMAN = pytest.mark.parametrize("messages", ["de"], indirect=True)


@GERMAN
def test_that_an_activity_is_read_found_and_changed_by_names_and_keeps_its_values(
    desk: Desk, qtbot: QtBot, lab: str, tmp_path: Path
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, note="Heizung")])
    page, hands = look_at(desk, qtbot, lab)
    first = page.model.index(0, CATEGORY)
    assert first.data() == "Verbrennung"
    assert page.model.index(0, SUBCATEGORY).data() == "Erdgas"

    page.show_place(ActivityFilter(lab_codes=(lab,), text="erdgas"))
    hands.settle()
    assert page.model.rowCount() == 1, "the stored value is natural_gas"
    page.show_place(ActivityFilter(lab_codes=(lab,), text="Flugzeug"))
    hands.settle()
    assert page.model.rowCount() == 0

    page.show_place(ActivityFilter(lab_codes=(lab,)))
    hands.settle()
    page.model.setData(page.model.index(0, CATEGORY), "prozessgas", Qt.ItemDataRole.EditRole)
    hands.settle()
    assert [one.category for one in kept(desk, lab)] == ["process_gas"]
    assert page.model.index(0, CATEGORY).data() == "Prozessgas"

    # What is copied can be pasted as an import: the values, not their names.
    page.table.choose_row(0)
    page.table.copy_without_titles()
    copied = QApplication.clipboard().text().split("\t")
    assert {"energy", "process_gas", "natural_gas", "kWh"} <= set(copied)

    file = tmp_path / "out.csv"
    desk.services.activities.export(file, ActivityFilter(lab_codes=(lab,)))
    with file.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["category"], row["subcategory"]) == ("process_gas", "natural_gas")


@GERMAN
def test_that_factors_are_found_by_the_name_of_their_category(desk: Desk, qtbot: QtBot) -> None:
    desk.window.go(Place(PageId.FACTORS, FactorFilter()))
    hands = Hands(qtbot, desk.window.around, desk.window)
    hands.settle()
    page = desk.window.pages.front
    assert isinstance(page, FactorsPage)
    page.head.searched.emit("prozessgas")
    hands.settle()
    assert page.model.rowCount() > 40
    assert {row.category for row in page.model.rows} == {"process_gas"}
    assert page.model.index(0, 4).data() == "Prozessgas"

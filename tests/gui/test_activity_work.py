"""Activities by hand, at the window and on a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.activity_list import ActivityFilter, ActivityOrder, ActivityRecord
from co2desk.models.saved_views import SavedView, SavedViews
from co2desk.services.browse_activities import ActivityChange
from co2desk.services.bundle import Services
from co2desk.views.activities.activities_page import ActivitiesPage
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.window_memory import WindowMemory
from tests.entries import gas
from tests.gui.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier


def kept(desk: Desk, lab: str) -> list[ActivityRecord]:
    assert desk.services is not None
    rows = desk.services.activities.page(ActivityFilter(lab_codes=(lab,))).rows
    return sorted(rows, key=lambda row: row.quantity)


def look_at(desk: Desk, qtbot: QtBot, lab: str) -> tuple[ActivitiesPage, Hands]:
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.ACTIVITIES, ActivityFilter(lab_codes=(lab,))))
    hands.settle()
    page = desk.window.pages.front
    assert isinstance(page, ActivitiesPage)
    return page, hands


def fill(hands: Hands, **texts: str) -> None:
    for name, text in texts.items():
        line = hands.find(QLineEdit, f"entry_{name}")
        line.setFocus()
        line.selectAll()
        hands.qtbot.keyClicks(line, text)


def select(page: ActivitiesPage, *rows: int) -> None:
    page.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        page.table.selectionModel().select(page.model.index(row, 0), flags.Select | flags.Rows)


def test_that_an_activity_is_added_with_its_co2e_shown_before_and_undone(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    _, hands = look_at(desk, qtbot, lab)
    hands.click("add_activity")
    form = hands.find(QWidget, "activity_form")
    fill(hands, category="combustion", subcategory="natural_gas", unit="kWh", date="01.03.2025")
    hands.choose("entry_type", "energy")
    fill(hands, quantity="viel")
    message = form.findChild(QLabel, "entry_quantity_message")
    qtbot.waitUntil(lambda: "viel" in message.text(), timeout=5_000)
    assert hands.find(QLineEdit, "entry_quantity").accessibleDescription() == message.text()
    hands.click("entry_save")
    assert form.isVisible()
    assert kept(desk, lab) == []

    fill(hands, quantity="1'200,00")
    co2e = hands.find(QLabel, "entry_co2e")
    qtbot.waitUntil(lambda: co2e.text().startswith("288.0 kg CO₂e"), timeout=5_000)
    assert message.text() == ""
    hands.click("entry_save")
    [made] = kept(desk, lab)
    assert (made.quantity, made.date, made.co2e_kg) == (1200, date(2025, 3, 1), Decimal("288"))
    hands.click("undo_edit")
    assert kept(desk, lab) == []
    hands.click("redo_edit")
    assert [one.id for one in kept(desk, lab)] == [made.id]


def test_that_an_empty_form_names_every_field_that_is_needed_and_goes_to_the_first(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    _, hands = look_at(desk, qtbot, lab)
    hands.click("add_activity")
    form = hands.find(QWidget, "activity_form")
    hands.find(QLineEdit, "entry_date").clear()
    hands.click("entry_save")
    said = {
        name: form.findChild(QLabel, f"entry_{name}_message").text()
        for name in ("date", "quantity", "unit", "note")
    }
    assert said["date"]
    assert said["quantity"]
    assert said["unit"]
    assert not said["note"]
    assert form.focusWidget().objectName() == "entry_date"
    hands.click("entry_cancel")


def test_that_a_number_is_read_as_the_person_s_locale_writes_it(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    cell = page.model.index(0, 5)
    hands.type_into(page.table, cell, "1.234")
    assert [one.quantity for one in kept(desk, lab)] == [Decimal("1.234")]
    hands.click("undo_edit")
    assert [one.quantity for one in kept(desk, lab)] == [Decimal("1200")]


def test_that_selected_activities_change_in_one_step_and_one_undo_takes_it_back(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1", note="a"), gas(lab, "2", note="b"), gas(lab, "3")])
    page, hands = look_at(desk, qtbot, lab)
    select(page, 0, 1, 2)
    hands.click("change_selected")
    hands.choose("bulk_field", "Note")
    qtbot.keyClicks(hands.find(QLineEdit, "bulk_text"), "Halle 3")
    hands.click("bulk_yes")
    assert [one.note for one in kept(desk, lab)] == ["Halle 3"] * 3
    hands.click("undo_edit")
    assert [one.note for one in kept(desk, lab)] == ["a", "b", ""]
    assert not hands.find(QPushButton, "undo_edit").isEnabled()
    hands.click("redo_edit")
    assert [one.note for one in kept(desk, lab)] == ["Halle 3"] * 3


def test_that_one_value_that_cannot_be_leaves_all_as_they_were(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1"), gas(lab, "2")])
    page, hands = look_at(desk, qtbot, lab)
    select(page, 0, 1)
    hands.click("change_selected")
    hands.choose("bulk_field", "Date")
    assert not hands.find(QPushButton, "bulk_yes").isEnabled()
    qtbot.keyClicks(hands.find(QLineEdit, "bulk_text"), "someday")
    hands.click("bulk_yes")
    assert "someday" in page.notes.text
    assert {one.date for one in kept(desk, lab)} == {date(2025, 3, 1)}


def test_that_duplicates_and_deletions_are_undone(desk: Desk, qtbot: QtBot, lab: str) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    select(page, 0)
    hands.click("duplicate")
    assert len(kept(desk, lab)) == 2
    hands.click("undo_edit")
    assert len(kept(desk, lab)) == 1
    select(page, 0)
    hands.click("delete")
    hands.click("confirm_yes")
    assert kept(desk, lab) == []
    hands.click("undo_edit")
    assert len(kept(desk, lab)) == 1


def test_that_rows_pasted_go_through_the_import_window(desk: Desk, qtbot: QtBot, lab: str) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    page.table.setFocus()
    page.table.choose_row(0)
    hands.press(Qt.Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text().split("\n")
    assert copied[0].startswith("Date\tLaboratory\t")
    hands.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == copied[1]
    QApplication.clipboard().setText(
        "date\tactivity_type\tcategory\tsubcategory\tquantity\tunit\n"
        "2025-03-01\tenergy\tcombustion\tnatural_gas\t5\tkWh"
    )
    hands.press(Qt.Key.Key_V, CONTROL)
    assert len(desk.import_windows) == 1
    window = desk.import_windows[0]
    Hands(qtbot, window.around, window).settle()
    assert window.session.choices.kind in (None, "activity")
    assert len(kept(desk, lab)) == 1


@pytest.fixture
def other(home: Path) -> Iterator[Services]:
    """A second session of its own on the same database."""
    services = build_services("embedded", home)
    services.connection.open()
    yield services
    services.connection.close()


@pytest.fixture
def other_page(around: Surroundings, other: Services, qtbot: QtBot) -> ActivitiesPage:
    page = ActivitiesPage(around, other.activities, other.labs, other.results)
    qtbot.addWidget(page)
    page.resize(1000, 400)
    page.show()
    return page


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_that_of_two_windows_the_second_is_shown_both_values_and_chooses(
    desk: Desk, qtbot: QtBot, lab: str, other_page: ActivitiesPage, choice: str
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    other_hands = Hands(qtbot, other_page.around, other_page)
    other_page.show_place(ActivityFilter(lab_codes=(lab,)))
    other_hands.settle()

    hands.type_into(page.table, page.model.index(0, 5), "600")
    other_hands.type_into(other_page.table, other_page.model.index(0, 5), "700")
    assert [one.quantity for one in kept(desk, lab)] == [600]
    dialog = other_hands.find(QWidget, "conflict")
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"1’200", "700", "600"} <= set(said)
    who = dialog.findChild(QLabel, "conflict_text").text()
    assert not who.startswith("–")
    assert "changed this activity on" in who
    other_hands.click(f"conflict_{choice}")
    assert [one.quantity for one in kept(desk, lab)] == [700 if choice == "mine" else 600]
    shown = other_page.model.index(0, 5).data()
    assert shown == ("700.00" if choice == "mine" else "600.00")
    assert other_page.edits.can_undo == (choice == "mine")


def test_that_keeping_mine_leaves_the_other_s_other_fields(
    desk: Desk, qtbot: QtBot, lab: str, other: Services
) -> None:
    assert desk.services is not None
    [made] = desk.services.activities.add([gas(lab)])
    page, hands = look_at(desk, qtbot, lab)
    other.activities.change([ActivityChange(made.id, made.version, {"note": "theirs"})])
    hands.type_into(page.table, page.model.index(0, 5), "700")
    hands.click("conflict_mine")
    [now] = kept(desk, lab)
    assert (now.quantity, now.note) == (700, "theirs")
    assert isinstance(hands.find(QTableView, "activities_table"), QTableView)


def test_that_many_changes_wait_for_a_look_at_what_someone_else_wrote(
    desk: Desk, qtbot: QtBot, lab: str, other: Services
) -> None:
    assert desk.services is not None
    made = desk.services.activities.add([gas(lab, "1"), gas(lab, "2")])
    page, hands = look_at(desk, qtbot, lab)
    other.activities.change([ActivityChange(made[1].id, made[1].version, {"note": "theirs"})])
    for expected in (["", "theirs"], ["mine", "mine"]):
        select(page, 0, 1)
        hands.click("change_selected")
        hands.choose("bulk_field", "Note")
        qtbot.keyClicks(hands.find(QLineEdit, "bulk_text"), "mine")
        hands.click("bulk_yes")
        hands.settle()
        assert [one.note for one in kept(desk, lab)] == expected
        shown = {page.model.index(row, 9).data() for row in range(2)}
        assert shown == set(expected)


def test_that_a_saved_view_brings_back_filter_order_and_columns(
    desk: Desk, qtbot: QtBot, lab: str, settings: SettingsFile
) -> None:
    assert desk.services is not None
    desk.services.activities.add([gas(lab, "1"), gas(lab, "2"), gas(lab, "2", note="Halle 3")])
    page, hands = look_at(desk, qtbot, lab)
    page.table.setColumnHidden(4, True)
    page.table.horizontalHeader().moveSection(5, 0)
    page.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    qtbot.keyClicks(hands.find(QLineEdit, "search"), "Halle")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=5_000)
    save = next(one for one in menu_of(hands, "views") if one.text().startswith("Save"))
    save.trigger()
    qtbot.keyClicks(hands.find(QLineEdit, "view_name"), "Halls & co")
    hands.click("view_save")

    page.table.setColumnHidden(4, False)
    page.table.horizontalHeader().moveSection(0, 5)
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.show_place(ActivityFilter())
    hands.settle()
    assert page.model.rowCount() > 1

    # Another day: the settings are read again.
    around = page.around
    again = ActivitiesPage(
        replace(around, memory=WindowMemory(settings)),
        desk.services.activities, desk.services.labs, desk.services.results,
    )  # fmt: skip
    qtbot.addWidget(again)
    again.show()
    hands = Hands(qtbot, around, again)
    [view] = [one for one in menu_of(hands, "views") if one.data() == "Halls & co"]
    view.trigger()
    hands.settle()
    assert again.filters.wanted == ActivityFilter(lab_codes=(lab,), text="Halle")
    assert hands.find(QLineEdit, "search").text() == "Halle"
    assert again.model.rowCount() == 1
    heads = again.table.horizontalHeader()
    assert again.table.isColumnHidden(4)
    assert heads.visualIndex(5) == 0
    assert (heads.sortIndicatorSection(), heads.sortIndicatorOrder()) == (
        5,
        Qt.SortOrder.AscendingOrder,
    )
    columns = menu_of(hands, "columns")
    assert [action.text() for action in columns if not action.isChecked()] == ["Subcategory"]
    chip = hands.find(QToolButton, "chip_lab_codes")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    hands.settle()
    assert again.filters.wanted == ActivityFilter(text="Halle")


def menu_of(hands: Hands, name: str) -> list[QAction]:
    menu = hands.find(QToolButton, name).menu()
    menu.aboutToShow.emit()
    return list(menu.actions())


def test_that_columns_keep_their_width_and_place_from_one_day_to_the_next(
    desk: Desk, qtbot: QtBot, lab: str, settings: SettingsFile
) -> None:
    page, _ = look_at(desk, qtbot, lab)
    page.table.setColumnWidth(3, 177)
    page.table.horizontalHeader().moveSection(3, 1)
    qtbot.waitUntil(
        lambda: any(key.startswith("activities_table") for key in settings.load().layouts)
    )
    assert desk.services is not None
    again = ActivitiesPage(
        replace(page.around, memory=WindowMemory(settings)),
        desk.services.activities, desk.services.labs, desk.services.results,
    )  # fmt: skip
    qtbot.addWidget(again)
    assert again.table.columnWidth(3) == 177
    assert again.table.horizontalHeader().visualIndex(3) == 1


def test_that_a_damaged_view_takes_no_other_along() -> None:
    kept = [""]
    views = SavedViews(lambda: kept[0], lambda text: kept.__setitem__(0, text))
    views.keep(SavedView("good", ActivityFilter(year=2025), ActivityOrder()))
    kept[0] = kept[0].replace("[{", '[{"name": "bad", "labs": 7}, 5, {', 1)
    again = SavedViews(lambda: kept[0], lambda text: None)
    assert again.names == ["good"]
    found = again.get("good")
    assert found is not None
    assert found.wanted == ActivityFilter(year=2025)
    assert SavedViews(lambda: "{no json", lambda text: None).names == []

"""Emission factors changed at the window, on a real database."""

import secrets
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.services.manage_factors import FactorFilter
from co2desk.views.desk import Desk
from co2desk.views.factors.factor_form import FactorForm
from co2desk.views.factors.factors_page import FactorsPage
from co2desk.views.places import PageId, Place
from tests.entries import entry
from tests.gui.hands import Hands


def look_at(desk: Desk, qtbot: QtBot, text: str = "") -> tuple[FactorsPage, Hands]:
    hands = Hands(qtbot, desk.window.around, desk.window)
    desk.window.go(Place(PageId.FACTORS))
    hands.settle()
    page = desk.window.pages.front
    assert isinstance(page, FactorsPage)
    if text:
        page.head.search.setText(text)
        page.head.search.returnPressed.emit()
        hands.settle()
    return page, hands


def write(hands: Hands, name: str, text: str) -> None:
    line = hands.find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    hands.qtbot.keyClicks(line, text)


def one_factor(desk: Desk, code: str) -> EmissionFactor:
    assert desk.services is not None
    return next(
        one for one in desk.services.factors.search(FactorFilter(text=code)).rows
        if one.code == code
    )  # fmt: skip


def test_that_a_changed_factor_shows_which_years_move_before_it_is_saved(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    services = desk.services
    code = f"HEAT{secrets.token_hex(4)}".upper()
    services.factors.save(
        EmissionFactor(code, FactorType.ENERGY, "Heat", code, "", Decimal("0.5"), "kWh"),
        recalculate=False,
    )
    services.activities.add(
        [entry(lab, code, "", "100", day=date(year, 3, 1)) for year in (2023, 2024, 2025)]
    )
    [home] = [one for one in services.labs.search(lab) if one.code == lab]
    services.administration.publish_year(home.id, 2023)
    _, hands = look_at(desk, qtbot, code)
    hands.click("factor_edit")
    form = hands.find(FactorForm, "factor_form")
    save = hands.find(QPushButton, "factor_save")
    hands.settle()
    assert not save.isEnabled()
    write(hands, "factor_value", "0,x")
    message = form.findChild(QLabel, "factor_value_message")
    qtbot.waitUntil(lambda: "0,x" in message.text(), timeout=5_000)
    assert not save.isEnabled()

    write(hands, "factor_value", "0,75")
    qtbot.waitUntil(save.isEnabled, timeout=5_000)
    table = hands.find(QWidget, "factor_effects").model()
    rows = [[table.index(row, at).data() for at in range(6)] for row in range(table.rowCount())]
    assert sorted(rows) == [
        [lab, "2023", "1", "50.0", "50.0", "published: stays"],
        [lab, "2024", "1", "50.0", "75.0", "+25.0 kg CO₂e"],
        [lab, "2025", "1", "50.0", "75.0", "+25.0 kg CO₂e"],
    ]
    assert hands.find(QLabel, "factor_summary").text().startswith("+50.0 kg CO₂e")
    assert services.activities.totals(ActivityFilter(lab_codes=(lab,))).co2e_kg == 150
    hands.click("factor_save")
    assert one_factor(desk, code).value == Decimal("0.75")
    assert services.activities.totals(ActivityFilter(lab_codes=(lab,))).co2e_kg == 200


def test_that_a_laboratory_s_own_factor_needs_a_justification(
    desk: Desk, qtbot: QtBot, lab: str
) -> None:
    assert desk.services is not None
    _, hands = look_at(desk, qtbot)
    hands.click("new_factor")
    hands.choose("factor_lab", lab)
    code = f"OWN{secrets.token_hex(4)}".upper()
    for name, text in (
        ("code", code), ("name", "Own pellets"), ("category", "combustion"), ("value", "0.03"),
        ("unit", "kWh"), ("justification", " "),
    ):  # fmt: skip
        write(hands, f"factor_{name}", text)
    form = hands.find(FactorForm, "factor_form")
    message = form.findChild(QLabel, "factor_justification_message")
    qtbot.waitUntil(lambda: bool(message.text()), timeout=5_000)
    save = hands.find(QPushButton, "factor_save")
    assert not save.isEnabled()
    write(hands, "factor_justification", "Measured by the supplier in 2025")
    qtbot.waitUntil(save.isEnabled, timeout=5_000)
    hands.click("factor_save")
    made = one_factor(desk, code)
    assert (made.factor_type, made.value) == (FactorType.CUSTOM, Decimal("0.03"))
    [home] = [one for one in desk.services.labs.search(lab) if one.code == lab]
    assert made.lab_id == home.id
    assert made.justification == "Measured by the supplier in 2025"


def test_that_a_set_of_factors_is_tried_before_it_is_loaded(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert desk.services is not None
    page, hands = look_at(desk, qtbot)
    code = f"SET{secrets.token_hex(4)}".upper()
    file = tmp_path / "set.csv"
    head = "code,name,category,value,unit\n"
    file.write_text(f"{head}{code},Set,combustion,many,kWh\n", encoding="utf-8")
    page.loading.try_file(str(file))
    hands.settle()
    assert "Row 2" in page.notes.text
    assert "many" in page.notes.text

    file.write_text(f"{head}{code},Set,combustion,0.5,kWh\n", encoding="utf-8")
    page.loading.try_file(str(file))
    hands.settle()
    assert hands.find(QLabel, "confirm_text").text().startswith("Factors: 1 to be added")
    assert desk.services.factors.search(FactorFilter(text=code)).total == 0
    hands.click("confirm_yes")
    assert one_factor(desk, code).value == Decimal("0.5")
    assert page.notes.text.startswith("Factors: 1 added")

"""What changed in the database since the rows were checked is named before anything is written."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from co2desk.domain.factor import EmissionFactor
from co2desk.services.manage_factors import FactorFilter
from co2desk.views.desk import Desk
from co2desk.views.widgets.message_bar import MessageBar
from tests.gui.hands import Hands

CODE = "CH-ELECTRICITY"


@pytest.fixture
def factor(desk: Desk) -> Iterator[EmissionFactor]:
    """A factor that other people may change meanwhile; as it was afterwards."""
    assert desk.services is not None
    factors = desk.services.factors
    [found] = [one for one in factors.search(FactorFilter(text=CODE)).rows if one.code == CODE]
    yield found
    [now] = [one for one in factors.search(FactorFilter(text=CODE)).rows if one.code == CODE]
    factors.save(replace(now, value=found.value), recalculate=False)


def test_that_a_factor_changed_meanwhile_is_named_before_anything_is_written(
    desk: Desk, qtbot: QtBot, lab: str, factor: EmissionFactor, tmp_path: Path
) -> None:
    assert desk.services is not None
    file = tmp_path / "two.csv"
    file.write_text(
        "date,activity_type,category,subcategory,quantity,unit,factor_code\n"
        f"2025-01-31,energy,electricity,grid,100,kWh,{CODE}\n"
        f"2025-02-28,energy,electricity,grid,300,kWh,{CODE}\n"
    )
    desk.import_file(file)
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    hands.choose("lab", lab)
    hands.click("forward")
    hands.click("forward")
    assert window.session.snapshot is not None
    before = window.session.snapshot.co2e_kg

    desk.services.factors.save(replace(factor, value=factor.value * 2), recalculate=False)
    hands.click("forward")

    told = hands.find(QLabel, "message_text").text()
    old, new = (window.around.formats.number(value) for value in (factor.value, factor.value * 2))
    assert f"{CODE}, kg CO2e per unit: {old} → {new} (2 rows)" in told
    assert window.around.formats.co2e(before * 2) in told
    assert window.around.formats.co2e(before * 2) in hands.find(QLabel, "particulars").text()
    assert hands.find(QPushButton, "forward").isEnabled()

    hands.click("message_action")
    assert not window.commit.findChildren(MessageBar, "differences")[0].isVisible()
    hands.click("forward")
    result = window.session.result
    assert result is not None
    assert result.co2e_kg == (before * 2).quantize(Decimal("0.0001"))

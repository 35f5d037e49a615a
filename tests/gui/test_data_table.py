"""Tables as people know them: one column has the room that is left, never less than it needs."""

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from co2desk.models.columns import Column, number_column
from co2desk.models.list_table_model import ListTableModel
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable

WIDTHS = [140, 220, 110]


@dataclass(frozen=True, slots=True)
class Thing:
    name: str


def shown(around: Surroundings, qtbot: QtBot, width: int) -> DataTable:
    table = DataTable(around, "things_table")
    qtbot.addWidget(table)
    columns: list[Column[Thing]] = [
        Column(key, key, lambda thing: thing.name, width=each)
        for key, each in zip("abc", WIDTHS, strict=True)
    ]
    model = ListTableModel(columns, table)
    model.show_rows([Thing("one")])
    table.use(model, WIDTHS, stretch=1)
    table.resize(width, 300)
    table.show()
    return table


def widths(table: DataTable) -> list[int]:
    return [table.columnWidth(column) for column in range(3)]


def test_that_one_column_has_the_room_that_is_left(around: Surroundings, qtbot: QtBot) -> None:
    table = shown(around, qtbot, 900)
    assert sum(widths(table)) == table.viewport().width()
    assert widths(table)[0::2] == [140, 110]
    table.setColumnWidth(0, 200)
    assert sum(widths(table)) == table.viewport().width()


def test_that_it_keeps_its_width_where_there_is_no_room(around: Surroundings, qtbot: QtBot) -> None:
    table = shown(around, qtbot, 900)
    table.resize(300, 300)
    qtbot.waitUntil(lambda: table.viewport().width() < 300)
    assert widths(table) == WIDTHS
    table.resize(700, 300)
    qtbot.waitUntil(lambda: sum(widths(table)) == table.viewport().width())


@pytest.mark.parametrize("wide", [120, 400])
def test_that_a_person_may_say_how_wide_it_is_at_least(
    around: Surroundings, qtbot: QtBot, wide: int
) -> None:
    table = shown(around, qtbot, 300)
    table.setColumnWidth(1, wide)
    table.resize(310, 300)
    qtbot.waitUntil(lambda: table.viewport().width() > 300)
    assert widths(table) == [140, wide, 110]


def test_that_a_shape_of_an_older_version_is_not_squeezed(
    around: Surroundings, qtbot: QtBot
) -> None:
    table = shown(around, qtbot, 300)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    squeezed = table.shape()
    again = shown(around, qtbot, 300)
    again.take_shape(squeezed)
    assert widths(again) == WIDTHS


def test_that_a_copy_has_all_decimals_and_keeps_lines_of_a_cell_together(
    around: Surroundings, qtbot: QtBot
) -> None:
    table = DataTable(around, "things_table")
    qtbot.addWidget(table)
    formats = around.formats
    columns: list[Column[tuple[str, Decimal]]] = [
        Column("name", "Name", lambda row: row[0]),
        number_column("kg", "kg", lambda row: row[1], formats, decimals=1),
        Column(
            "amount",
            "Amount",
            lambda row: formats.amount(row[1]),
            edit_text=lambda row: formats.number(row[1]),
        ),
    ]
    model = ListTableModel(columns, table)
    exact = Decimal("12.3456")
    model.show_rows([('two\nlines, 5" wide', exact)])
    table.use(model, [100, 100, 100])
    assert [model.index(0, at).data() for at in (1, 2)] == [
        formats.number(exact, 1),
        formats.number(exact, 2),
    ]
    table.selectRow(0)
    table.copy_selection()
    pasted = csv.reader(io.StringIO(QGuiApplication.clipboard().text()), "excel-tab")
    assert list(pasted) == [
        ["Name", "kg", "Amount"],
        ['two\nlines, 5" wide', formats.number(exact), formats.number(exact)],
    ]

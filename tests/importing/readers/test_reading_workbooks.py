"""Workbooks are read as the table on their best sheet, with what the library hides."""

import datetime as dt
import io

import openpyxl
import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers import Source, read_table
from co2desk.importing.table import CellKind, ReadOptions, SourceTable


def read(workbook: openpyxl.Workbook, **options: object) -> SourceTable:
    stream = io.BytesIO()
    workbook.save(stream)
    return read_table(
        Source("book.xlsx", stream.getvalue(), ""),
        ReadOptions(**options),  # type: ignore[arg-type]
    )


def book(rows: list[list[object]]) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    return workbook


def test_that_values_become_canonical_text_with_their_kind() -> None:
    day = dt.date(2025, 3, 12)
    moment = dt.datetime(2025, 3, 12, 8, 30)  # noqa: DTZ001
    table = read(
        book([["d", "m", "i", "f", "s", "b", "t"], [day, moment, 12, 0.1, 1e-7, True, "007"]])
    )
    assert list(table.rows[0]) == [
        "2025-03-12",
        "2025-03-12T08:30:00",
        "12",
        "0.1",
        "0.0000001",
        "TRUE",
        "007",
    ]
    assert table.kinds is not None
    assert [CellKind(kind) for kind in table.kinds[0]] == [
        CellKind.DATE,
        CellKind.DATE,
        CellKind.NUMBER,
        CellKind.NUMBER,
        CellKind.NUMBER,
        CellKind.BOOLEAN,
        CellKind.TEXT,
    ]


def test_that_errors_and_uncalculated_formulas_are_named() -> None:
    workbook = book([["a", "b", "c"], [1, "x", 3], [2, "y", 4]])
    workbook.active["C2"] = "#N/A"
    workbook.active["C2"].data_type = "e"
    workbook.active["C3"] = "=A3*2"
    table = read(workbook)
    assert [row[2] for row in table.rows] == ["#N/A", "=A3*2"]
    assert table.kinds is not None
    assert [kind[2] for kind in table.kinds] == [CellKind.ERROR, CellKind.UNCALCULATED]


def test_that_the_sheet_with_the_table_is_chosen_and_hidden_ones_are_not() -> None:
    workbook = book([["How to fill in this workbook"], ["Read carefully"]])
    data = workbook.create_sheet("Data")
    data.append(["date", "quantity", "unit"])
    data.append(["2025-01-01", 4, "kg"])
    hidden = workbook.create_sheet("Old")
    hidden.sheet_state = "hidden"
    for i in range(100):
        hidden.append([i, i, i, i, i, i])
    table = read(workbook)
    assert table.sheet == "Data"
    assert [(sheet.name, sheet.hidden) for sheet in table.sheets] == [
        ("Sheet", False),
        ("Data", False),
        ("Old", True),
    ]
    assert read(workbook, sheet="Old").sheet == "Old"


def test_that_an_unknown_sheet_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UnusableInput) as refused:
        read(book([["a", "b"], [1, 2]]), sheet="Missing")
    assert refused.value.code is ErrorCode.UNKNOWN_SHEET
    assert refused.value.params["sheets"] == "Sheet"


def test_that_a_table_off_the_corner_keeps_its_letters_and_rows() -> None:
    table = read(
        book([[], [None, "Report"], [], [None, "name", "kg"], [None, "x", 1], [None, "y", 2]])
    )
    assert table.letters == ("B", "C")
    assert table.header == ("name", "kg")
    assert table.header_row == 4
    assert list(table.row_numbers) == [5, 6]


def test_that_the_1904_epoch_is_obeyed() -> None:
    workbook = book([["d", "n"], [dt.date(2025, 3, 12), 1]])
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    workbook.active["A2"] = dt.date(2025, 3, 12)
    assert read(workbook).rows[0][0] == "2025-03-12"


def test_that_merged_cells_are_noted() -> None:
    workbook = book([["Title", None], ["a", "b"], [1, 2], [3, 4]])
    workbook.active.merge_cells("A1:B1")
    assert read(workbook).notes["merged_cells"] == "A1:B1"

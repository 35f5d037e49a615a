"""Workbooks are read as the table on their best sheet, with what the library hides."""

import contextlib
import datetime as dt
import io
import re
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers import Source, open_source, read_table
from co2desk.importing.table import CellKind, Note, ReadOptions, SkipReason, SourceTable
from tests.importing.readers.made_workbooks import (
    binary_record,
    number_cell,
    ods,
    ods_number,
    ods_row,
    ods_text,
    text_cell,
    xlsb,
)

DATA = Path(__file__).parents[2] / "data" / "readers"


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


def test_that_repeated_headers_are_left_out_and_named() -> None:
    table = read(book([["a", "b"], [1, 2], ["a", "b"], [3, 4]]))
    assert [list(row) for row in table.rows] == [["1", "2"], ["3", "4"]]
    assert [(row.row, row.reason) for row in table.skipped] == [
        (1, SkipReason.HEADER),
        (3, SkipReason.REPEATED_HEADER),
    ]


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


def test_that_xls_is_read_with_its_error_cells() -> None:
    table = read_table(open_source(DATA / "errors.xls"))
    assert table.header == ("date", "quantity", "unit", "ok")
    assert [list(row) for row in table.rows] == [
        ["2025-03-01", "1.5", "kWh", "TRUE"],
        ["2025-03-02", "#N/A", "kWh", "TRUE"],
        ["2025-03-03", "#DIV/0!", "kWh", "TRUE"],
    ]
    assert table.kinds is not None
    assert table.kinds[1][1] == CellKind.ERROR
    assert [(sheet.name, sheet.hidden) for sheet in table.sheets] == [
        ("Data", False),
        ("Hidden", True),
    ]


def test_that_an_xls_with_a_password_is_named_as_such() -> None:
    data = (DATA / "errors.xls").read_bytes()
    write_access, file_pass = b"\x5c\x00\x70\x00", b"\x2f\x00\x70\x00"
    assert write_access in data
    with pytest.raises(UnusableInput) as refused:
        read_table(Source("a.xls", data.replace(write_access, file_pass, 1), ""))
    assert refused.value.code is ErrorCode.PASSWORD_PROTECTED


def test_that_any_byte_of_an_xls_may_be_wrong() -> None:
    data = (DATA / "errors.xls").read_bytes()
    for place in range(0, len(data), 61):
        broken = bytearray(data)
        broken[place] ^= 0xFF
        with contextlib.suppress(UnusableInput):
            read_table(Source("a.xls", bytes(broken), ""))


def test_that_ods_is_read_with_its_error_cells() -> None:
    table = read_table(
        ods(
            ods_row(ods_text("name"), ods_text("kg"))
            + ods_row(ods_text("a"), ods_number("1.5"))
            + ods_row(ods_text("b"), ods_text("#N/A", "error"))
            + ods_row("<table:table-cell/>", more=' table:number-rows-repeated="1048000"')
        )
    )
    assert [list(row) for row in table.rows] == [["a", "1.5"], ["b", "#N/A"]]
    assert table.kinds is not None
    assert table.kinds[1][1] == CellKind.ERROR


def test_that_repetitions_beyond_any_sheet_are_refused() -> None:
    far = ' table:number-rows-repeated="1048576"'
    wide = ' table:number-columns-repeated="16384"'
    with pytest.raises(UnusableInput) as refused:
        read_table(ods(ods_row(ods_text("x", more=wide), more=far)))
    assert refused.value.code is ErrorCode.HOSTILE_FILE


def test_that_an_encrypted_ods_is_named_as_such() -> None:
    with pytest.raises(UnusableInput) as refused:
        read_table(ods("", '<manifest><encryption-data checksum="x"/></manifest>'))
    assert refused.value.code is ErrorCode.PASSWORD_PROTECTED


def test_that_xlsb_is_read_with_its_error_cells() -> None:
    error = binary_record(3, struct.pack("<IIB", 1, 0, 0x07))
    table = read_table(
        xlsb(
            [
                (0, text_cell(0, "name")),
                (0, text_cell(1, "kg")),
                (1, text_cell(0, "a")),
                (1, number_cell(1, 2.5)),
                (2, text_cell(0, "b")),
                (2, error),
            ]
        )
    )
    assert [list(row) for row in table.rows] == [["a", "2.5"], ["b", "#DIV/0!"]]


def test_that_a_far_corner_of_an_xlsb_is_refused() -> None:
    with pytest.raises(UnusableInput) as refused:
        read_table(xlsb([(0, number_cell(0, 1)), (1_048_575, number_cell(16_383, 1))]))
    assert refused.value.code is ErrorCode.HOSTILE_FILE


def uncalculated(table: SourceTable) -> list[tuple[int, int, str]]:
    """Row, index of the column, and text of the cells that were never calculated."""
    assert table.kinds is not None
    return [
        (table.row_numbers[row], column, table.rows[row][column])
        for row, kinds in enumerate(table.kinds)
        for column, kind in enumerate(kinds)
        if kind == CellKind.UNCALCULATED
    ]


def test_that_uncalculated_formulas_of_xls_are_named() -> None:
    table = read_table(open_source(DATA / "uncalculated.xls"))
    assert uncalculated(table) == [(2, 1, "=…"), (3, 1, "=…")]


def test_that_uncalculated_formulas_of_ods_are_named() -> None:
    formula = '<table:table-cell table:formula="of:=[.A2]*2"{}/>'
    number = ' office:value-type="float"'
    table = read_table(
        ods(
            ods_row(ods_text("name"), ods_text("kg"))
            + ods_row(ods_text("a"), formula.format(""))
            + ods_row(ods_text("b"), formula.format(number))
            + ods_row(ods_text("c"), formula.format(number + ' office:value="3"'))
        )
    )
    assert uncalculated(table) == [(2, 1, "=[.A2]*2"), (3, 1, "=[.A2]*2")]
    assert table.rows[2][1] == "3"


def test_that_uncalculated_formulas_of_xlsb_are_named() -> None:
    formula = binary_record(8, struct.pack("<II", 1, 0) + bytes(4) + bytes(10))
    head = [(0, text_cell(0, "name")), (0, text_cell(1, "kg"))]
    table = read_table(xlsb([*head, (1, text_cell(0, "a")), (1, formula)]))
    assert uncalculated(table) == [(2, 1, "=…")]


def test_that_zeros_put_where_nothing_was_calculated_are_no_values() -> None:
    assert uncalculated(read_table(_written_by_xlsxwriter(0, 0))) == [
        (2, 1, "=A2*2"),
        (3, 1, "=A3*2"),
    ]
    assert [row[1] for row in read_table(_written_by_xlsxwriter(0, 4)).rows] == ["0", "4"]


def _written_by_xlsxwriter(*values: float) -> Source:
    """A workbook with a formula in each row that claims one of `values`."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        for row, value in enumerate(values, start=1):
            sheet.write_number(row, 0, value / 2)
            sheet.write_formula(row, 1, f"=A{row + 1}*2", value=value)
    return Source("book.xlsx", stream.getvalue(), "")


def test_that_a_sheet_of_nothing_but_uncalculated_formulas_is_not_called_empty() -> None:
    workbook = openpyxl.Workbook()
    workbook.active["B2"] = "=Other!A1"
    table = read(workbook)
    assert "=Other!A1" in [*table.header, *(cell for row in table.rows for cell in row)]


def test_that_an_ods_with_macros_is_read() -> None:
    source = ods(
        ods_row(ods_text("name"), ods_text("kg")) + ods_row(ods_text("a"), ods_number("1"))
    )
    stream = io.BytesIO(source.data)
    doctype = (
        '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
        ' "library.dtd"><library:library/>'
    )
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("Basic/Standard/script-lb.xml", doctype)
        archive.writestr("META-INF/old.xml", doctype)
    assert list(read_table(Source("m.ods", stream.getvalue(), "")).rows[0]) == ["a", "1"]


def test_that_workbooks_of_the_last_century_are_named_as_such() -> None:
    record = struct.pack("<HHHH", 0x0409, 4, 0, 0x10) + bytes(100)
    with pytest.raises(UnusableInput) as refused:
        read_table(Source("old.xls", record, ""))
    assert (refused.value.code, refused.value.params["found"]) == (
        ErrorCode.UNKNOWN_FORMAT,
        "Excel 4",
    )


def test_that_days_left_as_numbers_count_from_1904_where_the_workbook_does() -> None:
    workbook = book([["date", "n"], [44266, 1]])
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    table = read(workbook)
    assert table.notes[Note.DATE_EPOCH] == "1904"
    assert Note.DATE_EPOCH not in read(book([["date", "n"], [44266, 1]])).notes


def test_that_hidden_sheets_are_noted() -> None:
    workbook = book([["a", "b"], [1, 2]])
    hidden = workbook.create_sheet("Old figures")
    hidden.append([1])
    hidden.sheet_state = "hidden"
    assert read(workbook).notes[Note.HIDDEN_SHEETS] == "Old figures"


def test_that_a_workbook_with_data_on_hidden_sheets_only_names_them() -> None:
    workbook = book([])
    workbook.create_sheet("Cover")
    for name in ("Data", "More"):
        sheet = workbook.create_sheet(name)
        sheet.append(["date", "quantity"])
        sheet.append(["2025-01-01", 4])
        sheet.sheet_state = "hidden"
    with pytest.raises(UnusableInput) as refused:
        read(workbook)
    assert refused.value.code is ErrorCode.ONLY_HIDDEN_SHEETS
    assert refused.value.params["sheets"] == "Data, More"
    assert read(workbook, sheet="Data").rows == [("2025-01-01", "4")]


def test_that_a_header_far_down_is_found_and_one_that_is_not_there_is_refused() -> None:
    rows: list[list[object]] = [[f"note {number}"] for number in range(249)]
    workbook = book([*rows, ["name", "kg"], ["a", 1], ["b", 2]])
    workbook.create_sheet("Short").append(["x", "y", "z"])
    table = read(workbook, header_row=250)
    assert (table.header, table.header_row, len(table.rows)) == (("name", "kg"), 250, 2)
    with pytest.raises(UnusableInput) as refused:
        read(workbook, header_row=300)
    assert refused.value.code is ErrorCode.INVALID_VALUE


def test_that_totals_and_notes_of_a_table_off_the_corner_are_no_data() -> None:
    rows: list[list[object]] = [[None, name, number, "kWh"] for number, name in enumerate("abcdef")]
    table = read(
        book(
            [
                [],
                [None, None, "Energy"],
                [None, "name", "amount", "unit"],
                *rows,
                [],
                [None, "Total", 15],
                [],
                [None, "Source: technical service"],
            ]
        )
    )
    assert len(table.rows) == 6
    assert {row.row: row.reason for row in table.skipped if row.row > 10} == {
        11: SkipReason.TOTAL,
        12: SkipReason.BLANK,
        13: SkipReason.FOOTER,
    }


def test_that_hidden_rows_are_read_and_named() -> None:
    workbook = book([["name", "kg"], *([f"n{at}", at] for at in range(2, 12))])
    for row in (1, 3, 5, 6, 7):
        workbook.active.row_dimensions[row].hidden = True
    table = read(workbook)
    assert len(table.rows) == 10
    assert table.notes[Note.HIDDEN_ROWS] == "3, 5–7"
    workbook = book([["name", "kg"], ["a", 1]])
    workbook.active.column_dimensions["B"].hidden = True
    assert Note.HIDDEN_ROWS not in read(workbook).notes


def test_that_a_sheet_in_which_two_rows_have_one_number_is_called_damaged() -> None:
    stream = io.BytesIO()
    book([["name", "kg"], ["first", 1], ["second", 2], ["third", 3]]).save(stream)

    def changed(old: bytes, new: bytes) -> Source:
        copy = io.BytesIO()
        with zipfile.ZipFile(stream) as before, zipfile.ZipFile(copy, "w") as after:
            for name in before.namelist():
                data = before.read(name)
                if name.endswith("sheet1.xml"):
                    assert old in data
                    data = data.replace(old, new)
                after.writestr(name, data)
        return Source("book.xlsx", copy.getvalue(), "")

    twice = changed(b'r="4"', b'r="2"')
    with pytest.raises(UnusableInput) as caught:
        read_table(twice)
    assert caught.value.code is ErrorCode.DAMAGED_FILE


def test_that_rows_out_of_order_are_read_where_they_belong() -> None:
    stream = io.BytesIO()
    book([["name", "kg"], ["first", 1], ["second", 2]]).save(stream)
    copy = io.BytesIO()
    with zipfile.ZipFile(stream) as before, zipfile.ZipFile(copy, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name.endswith("sheet1.xml"):
                head, *rows = re.split(rb"(?=<row )", data)
                last, tail = rows[-1].split(b"</row>")
                data = head + last + b"</row>" + b"".join(rows[:-1]) + tail
            after.writestr(name, data)
    table = read_table(Source("book.xlsx", copy.getvalue(), ""))
    assert [row[1] for row in table.rows] == ["1", "2"]


def test_that_columns_of_one_name_are_named() -> None:
    table = read(book([["Menge", "name", "MENGE ", "kg", "name"], [1, "a", 2, 3, "b"]]))
    assert table.notes[Note.REPEATED_NAMES] == "Menge (A, C), name (B, E)"


def test_that_other_sheets_with_content_are_named() -> None:
    workbook = book([["name", "kg"], ["a", 1], ["b", 2]])
    workbook.active.title = "March"
    workbook.create_sheet("April").append(["name", "kg"])
    workbook["April"].append(["c", 3])
    workbook.create_sheet("Empty")
    table = read(workbook)
    assert table.sheet == "March"
    assert table.notes[Note.OTHER_SHEETS] == "April"
    assert read(workbook, sheet="April").notes[Note.OTHER_SHEETS] == "March"
    assert Note.OTHER_SHEETS not in read(book([["name", "kg"], ["a", 1]])).notes

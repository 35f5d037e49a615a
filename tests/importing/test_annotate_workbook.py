"""An annotated workbook is the person's own: whatever it holds stays, byte by byte."""

import io
import re
import zipfile

import pytest
import xlsxwriter
from openpyxl import load_workbook

from co2desk.desktop.messages import Messages
from co2desk.domain.reference import Reference
from co2desk.importing.annotate import annotated_copy
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import Source, read_table
from co2desk.importing.review import Review
from co2desk.importing.table import SourceTable
from tests.importing.tables import CHOICES

# openpyxl, used here to look, says so of what only spreadsheet programs know.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
_SAY = Messages.load("en").issue
_MAY_CHANGE = re.compile(
    r"xl/worksheets/sheet1\.xml|xl/worksheets/_rels/sheet1\.xml\.rels|\[Content_Types\]\.xml"
    r"|xl/comments1\.xml|xl/drawings/vmlDrawing1\.vml"
)


def rich_workbook() -> Source:
    """A table with everything that people and programs put into workbooks."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Fuels")
        bold = book.add_format({"bold": True, "bg_color": "#FFC7CE"})
        sheet.merge_range("A1:C1", "Fuels of the house", bold)
        sheet.write_row("A2", ["name", "unit", "quantity", "kg_co2eq"], bold)
        rows = [("natural_gas", "kWh", 100), ("natural_gas", "kWh", 250), ("propane", "kg", 3)]
        for number, (name, unit, quantity) in enumerate(rows, start=3):
            sheet.write_row(number - 1, 0, [name, unit])
            sheet.write_formula(number - 1, 2, f"={quantity}+0", value=quantity)
        sheet.write_row("A6", ["natural_gas", "kWh", "viel"])
        sheet.write_comment("C6", "Ask Anna", {"author": "Berta"})
        sheet.data_validation("B3:B99", {"validate": "list", "source": ["kWh", "kg"]})
        sheet.conditional_format(
            "C3:C9", {"type": "data_bar", "data_bar_2010": True, "bar_solid": True}
        )
        sheet.insert_textbox("H3", "Fill in every month")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Fuels!$C$3:$C$5"})
        sheet.insert_chart("H9", chart)
        hidden = book.add_worksheet("Lists")
        hidden.write("A1", "kept")
        hidden.hide()
    return Source("fuels.xlsx", stream.getvalue(), "0" * 64)


def copy_of(
    source: Source, reference: Reference, corrections: dict[tuple[int, int], str]
) -> Source:
    table = read_table(source)
    review = Review(table, CHOICES, reference)
    if corrections:
        review.apply(review.edit(corrections))
    return Source(source.name, annotated_copy(source, table, review.rows, _SAY), "1" * 64)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(table: SourceTable) -> list[tuple[str, ...]]:
    return [tuple(row[:4]) for row in table.rows]


def test_that_nothing_but_the_sheet_and_its_comments_changes(reference: Reference) -> None:
    source = rich_workbook()
    before, after = members(source.data), members(copy_of(source, reference, {}).data)
    changed = {name for name in before if before[name] != after.get(name)}
    assert {name for name in changed if not _MAY_CHANGE.fullmatch(name)} == set()
    sheet = after["xl/worksheets/sheet1.xml"].decode()
    for kept in ("<dataValidation ", "<drawing ", "<mergeCell ", "x14:", "<conditionalFormatting"):
        assert sheet.count(kept) == before["xl/worksheets/sheet1.xml"].decode().count(kept) > 0


def test_that_formulas_keep_their_values_and_import_again_as_the_same_rows(
    reference: Reference,
) -> None:
    source = rich_workbook()
    copy = copy_of(source, reference, {})
    assert cells(read_table(copy)) == cells(read_table(source))
    assert read_table(copy).kinds is not None
    told = [
        [
            (row.row_number, row.issues, row.fingerprint)
            for row in check_table(read_table(file), CHOICES, reference).rows
        ]
        for file in (source, copy, copy_of(copy, reference, {}))
    ]
    assert told[0] == told[1] == told[2]
    assert load_workbook(io.BytesIO(copy.data))["Fuels"]["C3"].value == "=100+0"


def test_that_comments_of_the_person_stay_and_ours_are_renewed(reference: Reference) -> None:
    once = copy_of(rich_workbook(), reference, {})
    corrected = copy_of(once, reference, {(2, 0): "natural_gas", (2, 1): "kWh"})
    for file, authors in ((once, {"C6": "Berta", "A5": "co2desk"}), (corrected, {"C6": "Berta"})):
        sheet = load_workbook(io.BytesIO(file.data))["Fuels"]
        found = {
            cell.coordinate: cell.comment.author
            for row in sheet.iter_rows()
            for cell in row
            if cell.comment is not None
        }
        assert found == authors
        vml = members(file.data)["xl/drawings/vmlDrawing1.vml"].decode()
        assert vml.count("<v:shape ") == len(authors)


def test_that_a_correction_takes_the_place_of_a_formula(reference: Reference) -> None:
    copy = copy_of(rich_workbook(), reference, {(0, 2): "120,5", (3, 2): "7"})
    assert [row[2] for row in read_table(copy).rows] == ["120,5", "250", "3", "7"]
    sheet = load_workbook(io.BytesIO(copy.data))["Fuels"]
    assert (sheet["C3"].value, sheet["C4"].value) == ("120,5", "=250+0")


def _sheet(xml: str, more: str = "") -> Source:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("Fuels")
    parts = members(stream.getvalue())
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/worksheets/sheet1.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<x:worksheet xmlns:x="{space}">{more}'
        f"<x:sheetData>{xml}</x:sheetData></x:worksheet>"
    ).encode()
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return Source("fuels.xlsx", changed.getvalue(), "0" * 64)


def _text(text: str) -> str:
    return f'<x:c t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'


def _row(*cells: str, more: str = "") -> str:
    return f"<x:row{more}>{''.join(cells)}</x:row>"


_HEAD = _row(_text("name"), _text("unit"), _text("quantity"), more=' spans="1:3"')


def test_that_formulas_that_share_the_text_of_a_corrected_one_live_on(
    reference: Reference,
) -> None:
    first = '<x:c><x:f t="shared" ref="C2:C4" si="0">2*A{}+1</x:f><x:v>5</x:v></x:c>'.format("9")
    other = '<x:c><x:f t="shared" si="0"/><x:v>6</x:v></x:c>'
    rows = [_row(_text("natural_gas"), _text("kWh"), cell) for cell in (first, other, other)]
    copy = copy_of(_sheet(_HEAD + "".join(rows)), reference, {(0, 2): "1", (1, 1): "MWh"})
    sheet = load_workbook(io.BytesIO(copy.data))["Fuels"]
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == ["1", "=2*A10+1", "=2*A11+1"]
    assert sheet["B3"].value == "MWh"
    assert [row[2] for row in read_table(copy).rows] == ["1", "6", "6"]


def test_that_rows_and_cells_without_numbers_of_their_own_are_found(reference: Reference) -> None:
    source = _sheet(
        "<x:row/>"
        + _HEAD
        + _row(_text("natural_gas"), "<x:c/>", "<x:c><x:v>3</x:v></x:c>")
        + "<!-- <row> <c r='A1'> -->",
        more='<x:cols><x:col min="1" max="1" width="9"/>'
        '<x:col min="6" max="9" width="9"/></x:cols>',
    )
    copy = copy_of(source, reference, {(0, 1): "kWh & <more>\x07 _x0041_"})
    table = read_table(copy)
    assert table.header == ("name", "unit", "quantity", "co2desk: problems")
    assert table.rows[0][:3] == ("natural_gas", "kWh & <more>\x07 _x0041_", "3")
    widths = load_workbook(io.BytesIO(copy.data))["Fuels"].column_dimensions
    assert (widths["A"].width, widths["D"].width, widths["F"].width) == (9, 60, 9)


@pytest.mark.parametrize("part", ["xl/_rels/workbook.xml.rels", "xl/workbook.xml"])
def test_that_a_workbook_of_an_unknown_make_is_copied_as_a_new_one(
    reference: Reference, part: str
) -> None:
    source = rich_workbook()
    table = read_table(source)
    rows = check_table(table, CHOICES, reference).rows
    parts = members(source.data)
    parts[part] = b"<?xml version='1.0'?><nothing/>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    odd = Source(source.name, stream.getvalue(), "")
    copy = Source("copy.xlsx", annotated_copy(odd, table, rows, _SAY), "")
    assert cells(read_table(copy)) == cells(table)

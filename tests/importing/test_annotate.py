"""Annotated copies: the person's own file, with what is wrong, importable again."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill

from co2desk.desktop.messages import Messages
from co2desk.domain.reference import Reference
from co2desk.importing.annotate import annotated_copy, suffix_of_copy
from co2desk.importing.checked import CheckedRow
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import Source, read_table
from co2desk.importing.review import Review
from tests.importing.tables import CHOICES

_SAY = Messages.load("en").issue
_CSV = (
    "Fuels of the year;;\r\n"
    "\r\n"
    "NAME;UNIT;MENGE\r\n"
    "Erdgas;kWh;1'200,50\r\n"
    'Heizöl;kWh;"vi;el"\r\n'
    "Pellets;kg;7\r\n"
    "Propan;kg;1\r\n"
)


def _csv(text: str = _CSV, encoding: str = "cp1252") -> Source:
    return Source("fuels.csv", text.encode(encoding), "0" * 64)


def _copy(source: Source, reference: Reference, language: str = "en") -> Source:
    table = read_table(source)
    rows = check_table(table, CHOICES, reference).rows
    return Source(source.name, annotated_copy(source, table, rows, _SAY, language), "1" * 64)


def _told(source: Source, reference: Reference) -> list[tuple[object, ...]]:
    rows: list[CheckedRow] = list(check_table(read_table(source), CHOICES, reference).rows)
    return [
        (row.row_number, row.cells[:3], row.state, row.issues, row.activity, row.fingerprint)
        for row in rows
    ]


def test_that_a_csv_keeps_its_dialect_and_its_other_lines(reference: Reference) -> None:
    lines = _copy(_csv(), reference).data.decode("cp1252").split("\r\n")
    assert lines[:2] == ["Fuels of the year;;", ""]
    assert lines[2] == "NAME;UNIT;MENGE;co2desk: problems"
    assert lines[3] == "Erdgas;kWh;1'200,50;"
    assert lines[4].startswith('Heizöl;kWh;"vi;el";"\'vi;el\' is not a number.')
    assert lines[6].startswith("Propan;kg;1;No emission factor is known")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_that_an_annotated_csv_is_imported_again_as_the_same_rows(
    reference: Reference, encoding: str
) -> None:
    source = _csv(encoding=encoding)
    copy = _copy(source, reference)
    assert _told(copy, reference) == _told(source, reference)
    assert _told(_copy(copy, reference, "de"), reference) == _told(source, reference)


def test_that_a_corrected_copy_has_no_problems_left(reference: Reference) -> None:
    copy = _copy(_csv(), reference)
    mended = Source(
        "fuels.csv",
        copy.data.replace(b'"vi;el"', b"12,5").replace(b"Propan;kg", b"Erdgas;kWh"),
        "2" * 64,
    )
    checked = check_table(read_table(mended), CHOICES, reference)
    assert (checked.counts.error, checked.counts.valid) == (0, 4)


def test_that_a_quoted_line_break_does_not_shift_the_problems(reference: Reference) -> None:
    text = 'name,unit,quantity,note\nErdgas,kWh,1,"two\nlines"\nErdgas,kWh,viel,x\n'
    source = _csv(text, "utf-8")
    copy = _copy(source, reference)
    assert b'Erdgas,kWh,1,"two\nlines",\n' in copy.data
    assert _told(copy, reference) == _told(source, reference)


def test_that_corrections_are_in_the_copy(reference: Reference) -> None:
    source = _csv()
    table = read_table(source)
    review = Review(table, CHOICES, reference)
    review.apply(review.edit({(1, 2): "12,5", (3, 0): "Erdgas", (3, 1): "kWh"}))
    data = annotated_copy(source, table, review.rows, _SAY)
    assert b"Heiz\xf6l;kWh;12,5;\r\n" in data
    assert b"Erdgas;kWh;1;\r\n" in data


def test_that_a_correction_beyond_the_encoding_makes_the_copy_utf_8(reference: Reference) -> None:
    source = _csv()
    table = read_table(source)
    review = Review(table, CHOICES, reference)
    review.apply(review.edit({(0, 0): "天然气"}))
    data = annotated_copy(source, table, review.rows, _SAY)
    assert "天然气" in data.decode("utf-8-sig")


def _workbook() -> Source:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Fuels"
    sheet.append(["Our fuels", None, None])
    sheet.append(["name", "unit", "quantity"])
    sheet.append(["natural_gas", "kWh", 1200.5])
    sheet.append(["natural_gas", "kWh", "viel"])
    sheet.append(["propane", "kg", 3])
    sheet["A1"].font = Font(bold=True, size=20)
    sheet["C4"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet.column_dimensions["A"].width = 33
    workbook.create_sheet("Other")["B2"] = "kept"
    stream = io.BytesIO()
    workbook.save(stream)
    return Source("fuels.xlsx", stream.getvalue(), "0" * 64)


def test_that_a_workbook_keeps_its_formatting_and_gets_comments(reference: Reference) -> None:
    copy = load_workbook(io.BytesIO(_copy(_workbook(), reference).data))
    sheet = copy["Fuels"]
    assert sheet["A1"].font.size == 20
    assert sheet["C4"].fill.fgColor.rgb == "00FFFF00"
    assert sheet.column_dimensions["A"].width == 33
    assert copy["Other"]["B2"].value == "kept"
    assert sheet["D2"].value == "co2desk: problems"
    assert not sheet["D3"].value
    assert str(sheet["D4"].value).startswith("“viel” is not a number")
    assert "not a number" in sheet["C4"].comment.text
    assert sheet["C3"].value == 1200.5
    assert "propane" in sheet["A5"].comment.text


def test_that_an_annotated_workbook_is_imported_again_as_the_same_rows(
    reference: Reference,
) -> None:
    source = _workbook()
    copy = _copy(source, reference)
    assert _told(copy, reference) == _told(source, reference)
    again = load_workbook(io.BytesIO(_copy(copy, reference, "fr").data))["Fuels"]
    assert again["D2"].value == "co2desk : problèmes"
    assert again["E2"].value is None


def test_that_a_text_that_looks_like_a_formula_stays_text(reference: Reference) -> None:
    source = _workbook()
    table = read_table(source)
    review = Review(table, CHOICES, reference)
    review.apply(review.edit({(1, 0): '=HYPERLINK("http://example.org")'}))
    data = annotated_copy(source, table, review.rows, _SAY)
    cell = load_workbook(io.BytesIO(data))["Fuels"]["A4"]
    assert cell.data_type == "s" or cell.quotePrefix


def test_that_a_copy_of_another_workbook_format_is_a_new_xlsx(reference: Reference) -> None:
    source = _csv()
    table = read_table(source)
    assert suffix_of_copy(table) == ".csv"
    assert suffix_of_copy(read_table(_workbook())) == ".xlsx"

"""The gate sees every cell that the spreadsheet library would see, however it is written."""

import io

import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from co2desk.importing.readers import grid
from co2desk.importing.readers.grid import SheetScan, grid_is_too_large
from tests.importing.readers.test_reading_hostile import workbook_bytes

_HEAD = b'<worksheet xmlns="x"><sheetData>'
_WAYS = [
    '<c r="{place}"><v>1</v></c>',
    "<c r='{place}'><v>1</v></c>",
    '<c r = "{place}"><v>1</v></c>',
    '<c\tr="{place}"><v>1</v></c>',
    '<c s="0" r="{place}"><v>1</v></c>',
    '<c s="0"r="{place}"><v>1</v></c>',
    '<c x=">" r="{place}"><v>1</v></c>',
    '<c r="{lower}"><v>1</v></c>',
    "<c><v>1</v></c>",
    '<c t="n"><v>1</v></c>',
]


@st.composite
def sheets(draw: st.DrawFn) -> str:
    rows = []
    number = 0
    for _ in range(draw(st.integers(1, 4))):
        number += draw(st.integers(1, 40))
        cells = ""
        for column in sorted(draw(st.sets(st.integers(0, 60), min_size=1, max_size=4))):
            letters = (
                chr(65 + column)
                if column < 26
                else "A" + chr(65 + column - 26)
                if (column < 52)
                else "B" + chr(65 + column - 52)
            )
            place = f"{letters}{number}"
            way = draw(st.sampled_from(_WAYS))
            cells += way.format(place=place, lower=place.lower())
        attributes = draw(st.sampled_from([f' r="{number}"', f' spans="1:3" r="{number}"', ""]))
        rows.append(f"<row{attributes}>{cells}</row>")
    return "".join(rows)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(sheets(), st.integers(1, 400))
def test_that_the_gate_never_sees_a_smaller_grid_than_the_library(sheet: str, cut: int) -> None:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook_bytes(sheet)))
        seen = book.get_sheet_by_index(0)
    except python_calamine.CalamineError:
        return
    size = seen.total_height * seen.total_width
    xml = sheet.encode()
    end = xml.find(b">", cut) + 1
    scan = SheetScan()
    scan.look(_HEAD + xml[:end])
    scan.look(xml[end:])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grid, "MAX_GRID_CELLS", size - 1)
        assert (scan.is_narrow and seen.total_width <= 26) or grid_is_too_large(_HEAD + xml)


def test_that_a_plain_narrow_sheet_is_recognised_as_such() -> None:
    scan = SheetScan()
    scan.look(_HEAD + b'<row r="1"><c r="A1" s="1" t="s"><v>1</v></c><c r="Z999999"/></row>')
    assert scan.is_narrow
    assert not scan.has_errors
    assert not scan.has_formulas

"""Files made to harm are refused in words, quickly and in bounded memory."""

import contextlib
import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers import Source, open_source, read_table, source_from_text
from co2desk.importing.readers.gate import Hostile

_SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main"><sheetData>{}</sheetData></worksheet>'
)


def workbook_bytes(sheet: str | None = None, **members: bytes) -> bytes:
    """A workbook, with the XML of its sheet replaced and members added."""
    plain = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["name", "kg"])
    book.active.append(["x", 1])
    book.save(plain)
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            content = source.read(info)
            if sheet is not None and info.filename == "xl/worksheets/sheet1.xml":
                content = _SHEET.format(sheet).encode()
            target.writestr(info.filename, content)
        for name, content in members.items():
            target.writestr(name, content)
    return changed.getvalue()


def refusal(data: bytes, name: str = "book.xlsx") -> UnusableInput:
    with pytest.raises(UnusableInput) as refused:
        read_table(Source(name, data, ""))
    return refused.value


def cell(place: str, value: str = "1") -> str:
    row = "".join(char for char in place if char.isdigit())
    return f'<row r="{row}"><c r="{place}"><v>{value}</v></c></row>'


@pytest.mark.parametrize(
    "sheet",
    [
        cell("A1") + cell("XFD1048576"),
        cell("XFD1048576") + cell("A1"),
        cell("A1") + cell("XFD1048576").replace('"', "'"),
        cell("A1") + cell("XFD1048576").replace("r=", "r = "),
        cell("A1") + cell("ZZ900000"),
    ],
)
def test_that_a_far_corner_is_refused_at_once(sheet: str) -> None:
    begin = time.monotonic()
    problem = refusal(workbook_bytes(sheet))
    assert problem.code is ErrorCode.HOSTILE_FILE
    assert problem.params["detail"] == Hostile.GRID_TOO_LARGE
    assert time.monotonic() - begin < 2


def test_that_a_long_sheet_of_few_columns_is_welcome() -> None:
    table = read_table(Source("b.xlsx", workbook_bytes(cell("A1") + cell("B250000")), ""))
    assert table.sheet == "Sheet"


@pytest.mark.parametrize(
    "member",
    [b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "<!DOCTYPE x><x/>".encode("utf-16")],
)
def test_that_a_doctype_is_refused(member: bytes) -> None:
    assert refusal(workbook_bytes(**{"xl/extra.xml": member})).params["detail"] == Hostile.DOCTYPE


def test_that_a_bomb_is_counted_while_inflating() -> None:
    problem = refusal(workbook_bytes(**{"xl/media/image1.png": bytes(301 * 1024 * 1024)}))
    assert problem.code is ErrorCode.HOSTILE_FILE
    assert problem.params["detail"] == Hostile.INFLATES_TOO_MUCH


def test_that_one_endless_cell_is_refused() -> None:
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "x" * 5_000_000 + "</t></is></c></row>"
    assert refusal(workbook_bytes(sheet)).params["detail"] == Hostile.CELL_TOO_LONG


def test_that_millions_of_strings_are_refused() -> None:
    strings = b"<sst>" + b"<si/>" * 4_100_000 + b"</sst>"
    problem = refusal(workbook_bytes(**{"xl/sharedStrings2.xml": strings}))
    assert problem.params["detail"] == Hostile.TOO_MANY_STRINGS


@pytest.mark.parametrize("name", ["../../evil.xml", "C:/evil.xml", "a/../../b.xml"])
def test_that_paths_outside_are_refused(name: str) -> None:
    assert refusal(workbook_bytes(**{name: b"<x/>"})).params["detail"] == Hostile.PATH_OUTSIDE


def test_that_a_cut_workbook_is_called_damaged() -> None:
    data = workbook_bytes()
    assert refusal(data[: len(data) // 2]).code is ErrorCode.DAMAGED_FILE


def test_that_flipped_bytes_never_end_in_anything_but_a_table_or_a_refusal() -> None:
    data = workbook_bytes()
    for place in range(10, len(data), 97):
        broken = bytearray(data)
        broken[place] ^= 0xFF
        with contextlib.suppress(UnusableInput):
            read_table(Source("b.xlsx", bytes(broken), ""))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", ErrorCode.UNKNOWN_FORMAT),
        (b"%PDF-1.7 ...", ErrorCode.UNKNOWN_FORMAT),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), ErrorCode.UNKNOWN_FORMAT),
        (bytes(range(256)) * 40, ErrorCode.UNKNOWN_FORMAT),
        (b"", ErrorCode.EMPTY_FILE),
    ],
)
def test_that_what_is_no_table_is_refused_in_words(data: bytes, code: ErrorCode) -> None:
    assert refusal(data, "table.xls").code is code


def test_that_an_encrypted_workbook_is_named_as_such() -> None:
    package = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    )
    assert refusal(package + bytes(512)).code is ErrorCode.PASSWORD_PROTECTED


def test_that_nul_in_text_is_refused() -> None:
    problem = refusal(b"a,b\r\n1,\x002\r\n" * 50, "t.csv")
    assert problem.params["detail"] == Hostile.NUL_CHARACTER


def test_that_a_million_columns_are_refused() -> None:
    assert refusal(b"," * 1_000_000, "t.csv").params["detail"] == Hostile.TOO_MANY_COLUMNS


def test_that_a_cell_of_32_megabytes_is_refused() -> None:
    problem = refusal(b"a,b\n1," + b"x" * 32_000_000 + b"\n2,3\n", "t.csv")
    assert problem.params["detail"] == Hostile.CELL_TOO_LONG


def test_that_lone_surrogates_in_pasted_text_are_neutralised() -> None:
    table = read_table(source_from_text("a,b\n1,\ud800x\n", "paste"))
    assert table.rows[0][1] == "\ufffdx"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder, ErrorCode.NOT_A_FILE),
        (lambda folder: folder / "missing.csv", ErrorCode.FILE_NOT_FOUND),
        (lambda folder: folder / ("x" * 5000), ErrorCode.FILE_NOT_FOUND),
        (lambda folder: Path("/dev/zero"), ErrorCode.NOT_A_FILE),
        (_pipe, ErrorCode.NOT_A_FILE),
    ],
)
def test_that_what_is_no_file_is_refused(
    tmp_path: Path, make: Callable[[Path], Path], code: ErrorCode
) -> None:
    with pytest.raises(UnusableInput) as refused:
        open_source(make(tmp_path))
    assert refused.value.code is code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_that_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("a,b\n1,2\n")
    path.chmod(0)
    with pytest.raises(UnusableInput) as refused:
        open_source(path)
    assert refused.value.code is ErrorCode.NO_PERMISSION

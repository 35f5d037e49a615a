"""More than two hundred files made to bring a reader down, each by another way.

They are the same at each run: what is random comes from a fixed seed.
"""

import gzip
import io
import json
import math
import random
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.hostile import crashing_workbook
from tests.importing.readers.made_workbooks import (
    number_cell,
    ods,
    ods_number,
    ods_row,
    ods_text,
    text_cell,
    xlsb,
)

_XLS = Path(__file__).parents[1] / "data" / "readers" / "errors.xls"
_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class HostileFile:
    """A file to be made. `large`: takes seconds to make or to refuse. `refused`: must not pass."""

    name: str
    make: Callable[[], bytes]
    large: bool = False
    refused: bool = False


def hostile_files() -> Iterator[HostileFile]:
    """All of them."""
    yield from _texts()
    yield from _large_texts()
    yield from _strangers()
    yield from _cells()
    yield from _parts()
    yield from _bombs()
    yield from _other_workbooks()
    yield from _damaged()


def _texts() -> Iterator[HostileFile]:
    head = b"name;unit;quantity\n"
    for name, data, refused in (
        ("nul", head + b"a;\0kg;1\n" * 9, True),
        ("nul_tail", head + b"a;kg;1\n" + bytes(5), False),
        ("surrogates", head + b"a;\xed\xa0\x80;1\n", False),
        ("overlong_utf8", head + b"a;\xc0\xaf;1\n", False),
        ("five_byte_utf8", head + b"a;\xf8\x88\x80\x80\x80;1\n", False),
        ("cut_utf16", b"\xff\xfe" + "a;b\n1;2\n".encode("utf-16-le")[:-1], True),
        ("cut_utf32", b"\xff\xfe\0\0" + "a;b\n".encode("utf-32-le")[:-2], True),
        ("lone_surrogate_utf16", b"\xff\xfe" + b"a\0;\0\x00\xd8\n\0", True),
        ("only_mark", b"\xef\xbb\xbf", True),
        ("only_quotes", b'"' * 5_000, False),
        ("only_delimiters", b";,\t|" * 5_000, False),
        ("only_line_ends", b"\r\n\n\r" * 5_000, True),
        ("only_blanks", b" " * 50_000, True),
        ("carriage_returns", b"a;b\r1;2\r" * 500, False),
        ("line_end_salad", b"a;b\r\n1;2\n\r3;4\r5;6\n" * 50, False),
        ("unclosed_quote", head + b'"a;kg;1\n' + b"b;kg;2\n" * 900, False),
        ("stray_quotes", head + b'a"b"c;"k"g";1\n"x;y";"z\n' * 300, False),
        ("quote_in_each_cell", head + b'";";"\n' * 400, False),
        ("escape_chaos", head + b'\\";\\\\";\\;\\"\n' * 300, False),
        ("mixed_delimiters", b"a;b,c\td|e\n1,2;3|4\t5\n" * 50, False),
        ("separator_line_lies", b"sep=\nname;kg\na;1\n", False),
        ("separator_quote", b'sep="\nname;kg\na;1\n', False),
        ("terminal_escapes", head + b"\x1b[2J\x1b]0;owned\x07;kg;1\n", False),
        ("bell_and_backspace", head + b"a\x08\x07;kg;1\n", False),
        ("right_to_left", head + "\u202ea\u2066;kg;1\n".encode(), False),
        ("zero_width", "na\u200bme;unit;quantity\n\ufeffa;kg;1\n".encode(), False),
        ("combining_marks", head + ("a" + "\u0301" * 3_000 + ";kg;1\n").encode(), False),
        ("formulas", head + b'=cmd|"/c calc"!A1;@SUM(1);+1\n-2+3;=HYPERLINK("x");1\n', False),
        ("digits_of_others", head + "a;kg;٣٤٥\nb;kg;１２\n".encode(), False),
        ("no_numbers", head + b"a;kg;nan\nb;kg;inf\nc;kg;1e999\nd;kg;0x10\ne;kg;1_000\n", False),
        ("long_number", head + b"a;kg;" + b"9" * 40_000 + b"\n", False),
        ("long_exponent", head + b"a;kg;1e" + b"9" * 4_000 + b"\n", False),
        ("no_dates", b"date;kg\n99999-01-01;1\n0000-00-00;2\n-1;3\n1e9;4\n", False),
        ("same_header", b"a;a;a;a\n1;2;3;4\n", False),
        ("blank_header", b";;;\n1;2;3;4\n", False),
        ("header_of_quotes", b'"";"";""\n1;2;3\n', False),
        ("ragged", b"\n".join(b";" * n for n in range(200)), False),
        ("staircase", b"\n".join(b"a;" * n for n in range(150)), False),
        ("no_end", head + b"a;kg;1", False),
        ("private_use", "".join(map(chr, range(0xE000, 0xE100))).encode() + b";1\n" * 3, False),
        ("all_bytes", bytes(range(256)) * 3, False),
        ("line_separators", "a;b\u20281;2\u2029\u0085\x0b\x0c;3\n".encode() * 40, False),
    ):
        yield HostileFile(f"text_{name}.csv", lambda data=data: data, refused=refused)
    for suffix in (
        "",
        ".exe",
        ".xlsx",
        ".csv.gz",
        "\u202efdp.csv",
        " .csv",
        "%n%s.csv",
        "'\"`$(x).csv",
    ):
        yield HostileFile(f"name{suffix}", lambda: head + b"a;kg;1\n" * 3)


def _large_texts() -> Iterator[HostileFile]:
    for name, make, refused in (
        ("million_columns", lambda: b"," * 1_000_000, True),
        ("long_cell", lambda: b"a,b\n1," + b"x" * 32_000_000 + b"\n2,3\n", True),
        ("long_quoted_cell", lambda: b'a,b\n1,"' + b"x\n" * 16_000_000, True),
        ("quotes", lambda: b'"' * 8_000_000, False),
        ("stray_quotes", lambda: b'a;b;c\n' + b'1;x"y"z;"q" "r\n' * 200_000, False),
        ("unclosed_quotes", lambda: b'a;b;c\n' + b'1;"x;y\n' * 200_000, False),
        ("delimiters", lambda: (b";,|\t:" * 40 + b"\n") * 20_000, False),
        ("one_line", lambda: b"a b " * 4_000_000, True),
        ("blank_lines", lambda: b"a;b\n1;2\n" + b"\n" * 5_000_000, False),
        ("digits", lambda: b"1" * 20_000_000, True),
        ("wide_rows", lambda: (b"1;" * 4_000 + b"\n") * 500, False),
        ("apostrophes", lambda: b"'" * 3_000_000 + b"\n1;2\n", False),
        ("escapes", lambda: b'a;b\n' + b'\\"' * 3_000_000 + b"\n", False),
        ("brackets", lambda: b"[" * 5_000_000, False),
        ("angle_brackets", lambda: b"<" * 5_000_000 + b";1\n", False),
        ("blanks_in_cells", lambda: b"a;b\n" + b" " * 900_000 + b"x;1\n" * 3, False),
    ):  # fmt: skip
        yield HostileFile(f"large_{name}.csv", make, large=True, refused=refused)


def _strangers() -> Iterator[HostileFile]:
    deep = b"[" * 50_000 + b"]" * 50_000
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "&%c;&%c;&%c;">' % (b + 1, b, b, b) for b in range(97, 110)
    ) + b"]><x>&n;</x>"  # fmt: skip
    secrets = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    for name, data in (
        ("deep.json", deep),
        ("plain.json", json.dumps([{"a": 1}] * 50).encode()),
        ("laughs.xml", laughs),
        ("secrets.xml", secrets),
        ("page.xls", b"<html><table><tr><td>=1+1</td></tr></table></html>"),
        ("archive.xls", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>"),
        ("packed.csv", gzip.compress(b"a;b\n1;2\n")),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(500)),
        ("paper.csv", b"%PDF-1.7\n" + bytes(range(256))),
        ("program.csv", b"\x7fELF" + bytes(400)),
        ("container.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)),
        ("container_circle.xls", _circle()),
        ("container_ones.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4_000),
        ("last_century.xls", struct.pack("<4H", 0x0409, 4, 0, 0x10) + bytes(300)),
    ):
        yield HostileFile(f"stranger_{name}", lambda data=data: data, refused=True)
    for seed in range(12):
        yield HostileFile(
            f"noise_{seed}.csv",
            lambda seed=seed: random.Random(seed).randbytes(200 * 2**seed),
        )


def _circle() -> bytes:
    """A compound file whose chain of sectors bites its own tail."""
    data = bytearray(512 * 4)
    data[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", data, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<3I", data, 44, 1, 1, 0)
    struct.pack_into("<I", data, 76, 0)
    struct.pack_into("<128I", data, 512, *([1] * 128))
    data += "Workbook".encode("utf-16-le") + b"\0\0"
    return bytes(data)


def _xlsx(sheet: str | None = None, drop: tuple[str, ...] = (), **parts: bytes) -> bytes:
    """A small workbook with the rows of its sheet replaced, and parts added or left out."""
    plain, changed = io.BytesIO(), io.BytesIO()
    book = openpyxl.Workbook()
    active = book.active
    assert active is not None
    for row in (["name", "unit", "quantity"], ["Erdgas", "kWh", 5], ["Erdgas", "kWh", 7]):
        active.append(row)
    book.save(plain)
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name in drop or name in parts:
                continue
            content = source.read(name)
            if sheet is not None and name == _SHEET:
                content = f"<worksheet {_SPACE}><sheetData>{sheet}</sheetData></worksheet>".encode()
            target.writestr(name, content)
        for name, content in parts.items():
            target.writestr(name, content)
    return changed.getvalue()


def _cell(place: str, value: str = "1", more: str = "") -> str:
    row = "".join(char for char in place if char.isdigit()) or "1"
    return f'<row r="{row}"><c r="{place}"{more}><v>{value}</v></c></row>'


def _inline(text: str) -> str:
    """The second row, of one cell that holds `text` as XML."""
    return f"<row r='2'><c r='A2' t='inlineStr'><is><t>{text}</t></is></c></row>"


def _formula(text: str) -> str:
    return f'<row r="2"><c r="A2"><f>{text}</f></c></row>'


def _cells() -> Iterator[HostileFile]:
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>kg</t></is></c></row>'
    corner = _cell("XFD1048576")
    for name, rows, refused in (
        ("corner", head + corner, True),
        ("corner_first", corner + head, True),
        ("corner_apostrophes", head + corner.replace('"', "'"), True),
        ("corner_blanks", head + corner.replace("r=", " r = "), True),
        ("corner_beyond", head + _cell("ZZZ9999999"), True),
        ("corner_down", head + _cell("A1048576"), False),
        ("corner_right", head + _cell("XFD2"), False),
        ("number_nan", head + _cell("A2", "NaN"), False),
        ("number_infinity", head + _cell("A2", "Infinity"), False),
        ("number_too_large", head + _cell("A2", "1e999"), False),
        ("number_too_small", head + _cell("A2", "1e-999"), False),
        ("number_text", head + _cell("A2", "abc"), False),
        ("number_blank", head + _cell("A2", ""), False),
        ("number_long", head + _cell("A2", "9" * 100_000), False),
        ("string_missing", head + _cell("A2", "99999999", ' t="s"'), False),
        ("string_negative", head + _cell("A2", "-1", ' t="s"'), False),
        ("string_no_number", head + _cell("A2", "x", ' t="s"'), False),
        ("style_missing", head + _cell("A2", "45000", ' s="99999"'), False),
        ("kind_unknown", head + _cell("A2", "1", ' t="zzz"'), False),
        ("date_far", head + _cell("A2", "99999999999", ' s="1"'), False),
        ("date_text", head + _cell("A2", "2025-99-99", ' t="d"'), False),
        ("place_zero", head + _cell("A0"), False),
        ("place_none", head + '<row><c><v>1</v></c></row>', False),
        ("place_words", head + '<row r="x"><c r="y"><v>1</v></c></row>', False),
        ("place_negative", head + '<row r="-5"><c r="A-5"><v>1</v></c></row>', False),
        ("place_huge", head + f'<row r="{"9" * 30}"><c r="A{"9" * 30}"><v>1</v></c></row>', False),
        ("rows_backwards", _cell("A9") + _cell("A5") + head, False),
        ("rows_same", head * 50, False),
        ("nul_escape", head + _inline('a_x0000_b'), False),
        ("control_escape", head + _inline('_x001B_[2J'), False),
        ("error", head + _cell("A2", "#BOOM!", ' t="e"'), False),
        ("formula_only", head + _formula('WEBSERVICE("http://127.0.0.1")'), False),
        ("markup", head + _inline('&lt;b&gt;&#x7;'), False),
        ("entity", head + _inline('&unknown;'), False),
        ("cut", head + '<row r="2"><c r="A2"><v>1', False),
        ("nested", "<row>" * 2_000 + "</row>" * 2_000, False),
        ("comment", "<!-- <row><c r='XFD1048576'/> -->" + head + _cell("A2"), False),
        ("cdata", head + _inline('<![CDATA[<c r="XFD9">]]>'), False),
    ):  # fmt: skip
        yield HostileFile(f"cell_{name}.xlsx", lambda rows=rows: _xlsx(rows), refused=refused)


def _parts() -> Iterator[HostileFile]:
    doctype = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    laughs = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>'
    for part in (_SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"):
        for name, text in (("secrets", doctype), ("laughs", laughs)):
            yield HostileFile(
                f"part_{name}_{Path(part).stem}.xlsx",
                lambda part=part, text=text: _xlsx(**{part: text + b"<x>&a;</x>"}),
                refused=True,
            )
    for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", _SHEET):
        for name, content in (("none", None), ("empty", b""), ("noise", bytes(range(256)))):
            yield HostileFile(
                f"part_{name}_{Path(part).name.strip('[]')}.xlsx",
                lambda part=part, content=content: (
                    _xlsx(drop=(part,)) if content is None else _xlsx(**{part: content})
                ),
            )
    for name, target in (
        ("outside", "../../../../etc/passwd"),
        ("absolute", "/etc/passwd"),
        ("address", "http://127.0.0.1/sheet.xml"),
        ("itself", "workbook.xml"),
        ("long", "x" * 70_000),
    ):
        relation = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/worksheet" Target="{target}"/></Relationships>'
        ).encode()
        yield HostileFile(
            f"relation_{name}.xlsx",
            lambda relation=relation: _xlsx(**{"xl/_rels/workbook.xml.rels": relation}),
        )
    for name in (
        "../../evil.xml",
        "/evil.xml",
        "C:/evil.xml",
        "a/../../b.xml",
        "con.xml",
        "a\\..\\b",
    ):
        yield HostileFile(
            f"member_{name.replace('/', '_').replace(':', '').replace(chr(92), '-')}.xlsx",
            lambda name=name: _xlsx(**{name: b"<x/>"}),
        )
    yield HostileFile(
        "members_many.xlsx",
        lambda: _xlsx(**{f"xl/x{n}.xml": b"<x/>" for n in range(2_500)}),
        refused=True,
    )
    yield HostileFile("member_twice.xlsx", _twice)


def _twice() -> bytes:
    stream = io.BytesIO(_xlsx())
    with zipfile.ZipFile(stream, "a") as archive:
        info = zipfile.ZipInfo("xl/worksheets/sheet1.xmk")
        archive.writestr(
            info, f"<worksheet {_SPACE}><sheetData>{_cell('XFD1048576')}</sheetData></worksheet>"
        )
    return stream.getvalue().replace(b"sheet1.xmk", b"sheet1.xml")


def _bombs() -> Iterator[HostileFile]:
    long_cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    for name, make in (
        ("media", lambda: _xlsx(**{"xl/media/image1.png": bytes(310 * _MEGABYTE)})),
        ("sheet", lambda: _xlsx(" " * (310 * _MEGABYTE))),
        ("cell", lambda: _xlsx(long_cell.format("x" * 40_000_000))),
        ("strings", _many_strings),
        ("attribute", lambda: _xlsx(f'<row r="1" x="{"y" * 30_000_000}"/>')),
        ("ods", _ods_bomb),
    ):  # fmt: skip
        yield HostileFile(f"bomb_{name}.xlsx", make, large=True, refused=True)
    yield HostileFile(
        "bomb_empty_cells.xlsx",
        lambda: _xlsx("".join(f'<row r="{r}">{"<c/>" * 250}</row>' for r in range(1, 20_000))),
        large=True,
    )
    yield HostileFile("bomb_merged.xlsx", _merged, large=True)
    yield HostileFile("bomb_aborts_the_library.ods", crashing_workbook, large=True, refused=True)


def _many_strings() -> bytes:
    return _xlsx(**{"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 4_200_000 + b"</sst>"})


def _merged() -> bytes:
    areas = '<mergeCell ref="A1:XFD1048576"/>' * 100_000
    return _xlsx(_cell("A1") + f"</sheetData><mergeCells>{areas}</mergeCells><sheetData>")


def _ods_bomb() -> bytes:
    row = ods_row(ods_text("x" * 900), more=' table:number-rows-repeated="16000000"')
    return ods(row).data


def _other_workbooks() -> Iterator[HostileFile]:
    far, wide = ' table:number-rows-repeated="{}"', ' table:number-columns-repeated="{}"'
    for name, rows, refused in (
        ("rows", ods_row(ods_text("x"), more=far.format(99_999_999)), True),
        ("columns", ods_row(ods_text("x", more=wide.format(99_999_999))), True),
        ("both", ods_row(ods_text("x", more=wide.format(16384)), more=far.format(1048576)), True),
        ("negative", ods_row(ods_text("x", more=wide.format(-5)), more=far.format("-5")), False),
        ("words", ods_row(ods_text("x", more=wide.format("many"))), False),
        ("number_nan", ods_row(ods_text("kg")) + ods_row(ods_number("NaN")), False),
        ("number_words", ods_row(ods_text("kg")) + ods_row(ods_number("much")), False),
        ("nested", "<table:table-row>" * 900 + "</table:table-row>" * 900, False),
        ("entity", ods_row(ods_text("&unknown;")), False),
        ("cut", "<table:table-row><table:table-cell>", False),
    ):  # fmt: skip
        yield HostileFile(f"ods_{name}.ods", lambda rows=rows: ods(rows).data, refused=refused)
    head = [(0, text_cell(0, "name")), (0, text_cell(1, "kg"))]
    for name, cells, refused in (
        ("corner", [*head, (1_048_575, number_cell(16_383, 1))], True),
        ("beyond", [*head, (4_294_967_295, number_cell(4_294_967_295, 1))], True),
        ("nan", [*head, (1, number_cell(0, math.nan)), (1, number_cell(1, math.inf))], False),
        ("text_lies", [*head, (1, b"\x06\xff\xff\x7f" + bytes(12))], False),
        ("backwards", [(5, number_cell(0, 1)), *head], False),
    ):  # fmt: skip
        yield HostileFile(
            f"xlsb_{name}.xlsb", lambda cells=cells: xlsb(cells).data, refused=refused
        )


def _damaged() -> Iterator[HostileFile]:
    """Each format, cut off and with flipped bits."""
    head = [(0, text_cell(0, "name")), (0, text_cell(1, "kg"))]
    whole = {
        "xlsx": _xlsx(),
        "xls": _XLS.read_bytes(),
        "ods": ods(ods_row(ods_text("name"), ods_text("kg")) + ods_row(ods_number("1"))).data,
        "xlsb": xlsb([*head, (1, text_cell(0, "a")), (1, number_cell(1, 2.5))]).data,
        "csv": "Größe;kg\r\nMüller;1,5\r\n".encode("utf-16"),
    }  # fmt: skip
    for suffix, data in whole.items():
        for tenth in range(1, 10):
            yield HostileFile(
                f"cut_{tenth}.{suffix}",
                lambda data=data, tenth=tenth: data[: len(data) * tenth // 10],
            )
        for seed in range(15):
            yield HostileFile(
                f"flipped_{seed}.{suffix}", lambda data=data, seed=seed: _flipped(data, seed)
            )


def _flipped(data: bytes, seed: int) -> bytes:
    """The bytes with one bit in a hundred bytes turned, at least one."""
    chance = random.Random(seed)
    broken = bytearray(data)
    for _ in range(max(1, len(data) // 100 * (seed % 3) + 1)):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def main(name: str, folder: str) -> None:
    """Write the file `name` into `folder`."""
    (file,) = [file for file in hostile_files() if file.name == name]
    (Path(folder) / name).write_bytes(file.make())


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Workbooks of the formats that no library here writes, made by hand."""

import io
import struct
import zipfile

from co2desk.importing.readers import Source


def ods(rows: str, manifest: str = "<manifest/>") -> Source:
    stream = io.BytesIO()
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    extension = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} '
        f'xmlns:calcext="{extension}"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return Source("book.ods", stream.getvalue(), "")


def ods_row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def ods_text(text: str, kind: str = "string", more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" calcext:value-type="{kind}"{more}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def ods_number(value: str) -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def binary_record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(body)
    return head + (bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])) + body


def binary_text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(cells: list[tuple[int, bytes]]) -> Source:
    """A binary workbook of one sheet; `cells` are (row, record)."""
    sheet = binary_record(129) + binary_record(148, struct.pack("<4I", 0, 9, 0, 9))
    sheet += binary_record(145)
    row = -1
    for number, record in cells:
        if number != row:
            sheet += binary_record(0, struct.pack("<I", number) + bytes(13))
            row = number
        sheet += record
    sheet += binary_record(146) + binary_record(130)
    bundle = struct.pack("<II", 0, 1) + binary_text("rId1") + binary_text("Data")
    book = binary_record(131) + binary_record(143) + binary_record(156, bundle)
    book += binary_record(144) + binary_record(132)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", book)
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{relation}" Target="worksheets/sheet1.bin"/>'
            "</Relationships>",
        )
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return Source("book.xlsb", stream.getvalue(), "")


def text_cell(column: int, text: str) -> bytes:
    return binary_record(6, struct.pack("<II", column, 0) + binary_text(text))


def number_cell(column: int, value: float) -> bytes:
    return binary_record(5, struct.pack("<IId", column, 0, value))

"""Error cells of an XLSX workbook, and formulas that were never calculated.

Error cells (#N/A) and formulas that were never calculated both come back as empty text, which
would be taken for a missing value; the file itself says what they are.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree as ET

from co2desk.importing.readers.gate import WorkbookScan
from co2desk.importing.readers.letters import column_index
from co2desk.importing.readers.mark import Mark
from co2desk.importing.readers.source import Source
from co2desk.importing.table import CellKind

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_CELL = re.compile(rb"<(?:[a-z]+:)?c\b([^>]*)(?<!/)>(.*?)</(?:[a-z]+:)?c>", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]+)([0-9]+)"')
_FORMULA = re.compile(rb"<(?:[a-z]+:)?f\b[^>]*?(?:/>|>(.*?)</(?:[a-z]+:)?f>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:[a-z]+:)?v\b[^>]*>([^<]+)</")
_UNCALCULATED = re.compile(rb"f(?: [^>]*/)?>(?:<(?:[a-z]+:)?v ?/>|<[^>]*v></[^>]*v>)?</[^>]*c>")
_CALCULATED_LATER = re.compile(rb"<(?:[a-z]+:)?calcPr\b[^>]*\bfullCalcOnLoad=\"(?:1|true)\"")
_INLINE = re.compile(rb"<(?:[a-z]+:)?is\b")


def xlsx_marks(source: Source, sheet: str, scan: WorkbookScan) -> list[Mark]:
    """Find error cells and formulas never calculated of one sheet; `scan` says where to look."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        names = set(archive.namelist())
        member = member_of(archive.read, names.__contains__, sheet)
        if member is None:
            return []
        seen = scan.sheets.get(member)
        if seen is not None and not seen.has_errors and not seen.has_formulas:
            return []
        data = archive.read(member)
        placeholder = _placeholder(archive, data)
    if not placeholder and b't="e"' not in data and not _UNCALCULATED.search(data):
        return []
    marks = []
    for match in _CELL.finditer(data):
        attributes, content = match.groups()
        error = b't="e"' in attributes
        if not error and (b"<f" not in content and b":f" not in content):
            continue
        value = _VALUE.search(content)
        if value and value[1] == placeholder:
            value = None
        place = _REFERENCE.search(attributes)
        if place is None or (not error and (value or _INLINE.search(content))):
            continue
        row, column = int(place[2]) - 1, column_index(place[1].decode())
        if error:
            text = _plain(value[1]) if value else "#N/A"
            marks.append(Mark(row, column, CellKind.ERROR, text))
        elif (formula := _FORMULA.search(content)) and b't="str"' not in attributes:
            marks.append(Mark(row, column, CellKind.UNCALCULATED, "=" + _plain(formula[1] or b"")))
    return marks


def _placeholder(archive: zipfile.ZipFile, sheet: bytes) -> bytes:
    """The value that a writing library left in every formula of a sheet; empty if there is none.

    Libraries that do not calculate write 0 and ask the spreadsheet program to calculate on load.
    """
    if not _CALCULATED_LATER.search(archive.read("xl/workbook.xml")):
        return b""
    contents = [match[2] for match in _CELL.finditer(sheet) if _FORMULA.search(match[2])]
    values = {value[1] if value else b"" for value in map(_VALUE.search, contents)}
    return b"0" if values == {b"0"} else b""


def member_of(read: Callable[[str], bytes], has: Callable[[str], bool], sheet: str) -> str | None:
    """Find the part that holds a sheet by the workbook's relations; None if it is not told.

    `read` gives the content of a part of the workbook by name, `has` whether there is one.
    """
    book, book_relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if not (has(book) and has(book_relations)):
        return None
    try:
        workbook = ET.fromstring(read(book))
        relations = ET.fromstring(read(book_relations))
    except ET.ParseError:
        return None
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for space in (_MAIN, _STRICT):
        for element in workbook.iter(f"{space}sheet"):
            if element.get("name") == sheet:
                wanted = next((found for key in _RELATION_IDS if (found := element.get(key))), None)
                target = targets.get(wanted, "")
                path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                path = posixpath.normpath(path)
                return path if has(path) else None
    return None


def _plain(text: bytes) -> str:
    decoded = text.decode("utf-8", "replace")
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        decoded = decoded.replace(entity, char)
    return decoded

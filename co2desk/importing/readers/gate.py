"""What is checked of a workbook before any spreadsheet library may see it.

A workbook of 1.7 KB can make a reader ask for half a terabyte. So sizes are counted while really
inflating, in small blocks, and the cell references that decide how much a reader allocates are
looked at first. Nothing is ever unpacked to disk.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.grid import SheetScan, grid_is_too_large, has_row_twice
from co2desk.importing.readers.source import Source, too_large

MAX_WORKBOOK_BYTES = 50 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_INFLATED_BYTES = 300 * 1024 * 1024
MAX_RATIO = 400
MAX_STRINGS = 4_000_000
MAX_CELL_BYTES = 1024 * 1024
_BINARY = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tiff", ".ttf", ".bmp")
_BLOCK = 1024 * 1024
_SCRIPTS = ("basic/", "dialogs/", "scripts/")
"""Folders of an ODS that hold macros, each with a DOCTYPE of its own; no reader opens them."""
_KNOWN_DOCTYPE = re.compile(rb'<!DOCTYPE [\w:]+ PUBLIC "-//OpenOffice\.org//DTD [^\[\]<>]*>')
_UNZIP_PROBLEMS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
    OSError,
)


class Hostile(StrEnum):
    """Why a file is refused as dangerous; the `detail` of HOSTILE_FILE."""

    TOO_MANY_MEMBERS = "too_many_members"
    INFLATES_TOO_MUCH = "inflates_too_much"
    PATH_OUTSIDE = "path_outside"
    DOCTYPE = "doctype"
    GRID_TOO_LARGE = "grid_too_large"
    TOO_MANY_STRINGS = "too_many_strings"
    CELL_TOO_LONG = "cell_too_long"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_ROWS = "too_many_rows"
    NUL_CHARACTER = "nul_character"


@dataclass(slots=True)
class WorkbookScan:
    """What the gate saw, by name of the zip member."""

    sheets: dict[str, SheetScan] = field(default_factory=dict)
    has_nul_escapes: bool = False


def hostile(source: Source, reason: Hostile) -> UnusableInput:
    """Make the refusal of a file for `reason`."""
    return UnusableInput(ErrorCode.HOSTILE_FILE, path=source.name, detail=reason.value)


def check_size(source: Source) -> None:
    """Refuse a workbook file larger than any that people work with."""
    if len(source.data) > MAX_WORKBOOK_BYTES:
        raise too_large(source.name, len(source.data), MAX_WORKBOOK_BYTES)


def check_zip(source: Source) -> WorkbookScan:
    """Check a zipped workbook (XLSX, XLSB, ODS).

    Raises:
        UnusableInput: FILE_TOO_LARGE, HOSTILE_FILE, DAMAGED_FILE, PASSWORD_PROTECTED.
    """
    check_size(source)
    scan = WorkbookScan()
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            infos = archive.infolist()
            _check_members(source, infos)
            inflated = 0
            for info in infos:
                inflated += _check_member(source, archive, info, scan, inflated)
    except _UNZIP_PROBLEMS as problem:
        raise UnusableInput(ErrorCode.DAMAGED_FILE, path=source.name, detail="zip") from problem
    return scan


def blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the inflated bytes of a member in blocks of about a megabyte."""
    with archive.open(info) as member:
        while block := member.read(_BLOCK):
            yield block


def _check_members(source: Source, infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_MEMBERS:
        raise hostile(source, Hostile.TOO_MANY_MEMBERS)
    for info in infos:
        if info.flag_bits & 1:
            raise UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name)
        name = info.filename.replace("\\", "/")
        if ".." in name.split("/") or re.match(r"//|[A-Za-z]:", name) or "\0" in name:
            raise hostile(source, Hostile.PATH_OUTSIDE)


def _check_member(
    source: Source,
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    scan: WorkbookScan,
    before: int,
) -> int:
    """Inflate one member, counting and looking; give its size.

    Whether it is a sheet shows in its content: a relation may point to any name.
    """
    name = info.filename.lower()
    may_be_xml = not name.endswith(_BINARY) and not name.startswith(_SCRIPTS)
    sheet: SheetScan | None = None
    size = strings = 0
    for block, text in _pieces(archive, info):
        size += len(block)
        if before + size > MAX_INFLATED_BYTES or (
            size > 32 * _BLOCK and size > MAX_RATIO * max(1, info.compress_size)
        ):
            raise hostile(source, Hostile.INFLATES_TOO_MUCH)
        if sheet is None and b"sheetData" in text:
            sheet = SheetScan()
        if sheet is None and not may_be_xml:
            continue
        if size <= 2 * _BLOCK and _declares_entities(text):
            raise hostile(source, Hostile.DOCTYPE)
        if len(text) > len(block) + MAX_CELL_BYTES:
            raise hostile(source, Hostile.CELL_TOO_LONG)
        if info.filename.endswith("manifest.xml") and b"encryption-data" in text:
            raise UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name)
        scan.has_nul_escapes = scan.has_nul_escapes or b"_x0000_" in text
        if sheet is not None:
            sheet.look(text)
        elif (strings := strings + _string_count(text)) > MAX_STRINGS:
            raise hostile(source, Hostile.TOO_MANY_STRINGS)
    if sheet is not None:
        if not sheet.is_narrow and grid_is_too_large(archive.read(info)):
            raise hostile(source, Hostile.GRID_TOO_LARGE)
        if not sheet.rows_ascend and has_row_twice(archive.read(info)):
            raise UnusableInput(ErrorCode.DAMAGED_FILE, path=source.name, detail="broken_workbook")
        scan.sheets[info.filename] = sheet
    return size


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """Each inflated block, and the text up to its last `>` with what the blocks before left."""
    rest = b""
    for block in blocks(archive, info):
        text = rest + block
        end = text.rfind(b">") + 1 or (len(text) if len(text) > len(block) + MAX_CELL_BYTES else 0)
        yield block, text[:end]
        rest = text[end:]
    if rest:
        yield b"", rest


def _string_count(text: bytes) -> int:
    return text.count(b"<si>") + text.count(b"<si/") + text.count(b":si>")


def _declares_entities(text: bytes) -> bool:
    return (
        text.count(b"<!DOCTYPE") > len(_KNOWN_DOCTYPE.findall(text))
        or b"<!ENTITY" in text
        or b"<\0!\0D\0O\0C" in text
        or b"\0<\0!\0D\0O\0C" in text
    )

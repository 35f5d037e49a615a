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
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.letters import column_index
from co2desk.importing.readers.source import Source, too_large

MAX_WORKBOOK_BYTES = 50 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_INFLATED_BYTES = 300 * 1024 * 1024
MAX_RATIO = 400
MAX_GRID_CELLS = 16_000_000
MAX_STRINGS = 4_000_000
MAX_CELL_BYTES = 1024 * 1024
_BINARY = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tiff", ".ttf", ".bmp")
_BLOCK = 1024 * 1024
_OVERLAP = 64
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
    NUL_CHARACTER = "nul_character"


@dataclass(slots=True)
class MemberScan:
    """What one sheet of a workbook holds that the spreadsheet reader will not tell."""

    has_errors: bool = False
    has_formulas: bool = False
    rows: int = 0
    columns: int = 0
    prefixed: bool = False


@dataclass(slots=True)
class WorkbookScan:
    """What the gate saw, by name of the zip member."""

    members: dict[str, MemberScan] = field(default_factory=dict)
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
    """Give the inflated bytes of a member in blocks of about a megabyte.

    The next block is inflated while the caller looks at this one.
    """
    with archive.open(info) as member, ThreadPoolExecutor(max_workers=1) as pool:
        block = member.read(_BLOCK)
        while len(block) == _BLOCK:
            upcoming = pool.submit(member.read, _BLOCK)
            yield block
            block = upcoming.result()
        if block:
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
    """Inflate one member, counting and looking; give its size."""
    # What a member is shows in its content: a relation may point to any name.
    is_xml = not info.filename.lower().endswith(_BINARY)
    is_sheet = is_strings = False
    found = MemberScan()
    size = strings = unbroken = 0
    tail = b""
    for block in blocks(archive, info):
        size += len(block)
        if before + size > MAX_INFLATED_BYTES:
            raise hostile(source, Hostile.INFLATES_TOO_MUCH)
        if size > 32 * _BLOCK and size > MAX_RATIO * max(1, info.compress_size):
            raise hostile(source, Hostile.INFLATES_TOO_MUCH)
        if not is_xml:
            continue
        text = tail + block
        if (size <= _BLOCK or not tail) and _declares_entities(text):
            raise hostile(source, Hostile.DOCTYPE)
        unbroken = 0 if b"<" in block else unbroken + len(block)
        if unbroken > MAX_CELL_BYTES:
            raise hostile(source, Hostile.CELL_TOO_LONG)
        scan.has_nul_escapes = scan.has_nul_escapes or b"_x0000_" in text
        is_sheet = is_sheet or b"sheetData" in text
        is_strings = is_strings or b"<sst" in text or b":sst" in text
        if b"encryption-data" in text and info.filename.endswith("manifest.xml"):
            raise UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name)
        if is_strings:
            strings += block.count(b"<si>") + block.count(b"<si/") + block.count(b":si>")
            if strings > MAX_STRINGS:
                raise hostile(source, Hostile.TOO_MANY_STRINGS)
        if is_sheet:
            _scan_sheet(text, found)
        tail = text[-_OVERLAP:]
    if is_sheet:
        if found.columns > 26 and found.rows * found.columns > MAX_GRID_CELLS:
            raise hostile(source, Hostile.GRID_TOO_LARGE)
        scan.members[info.filename] = found
    return size


def _declares_entities(text: bytes) -> bool:
    return (
        b"<!DOCTYPE" in text
        or b"<!ENTITY" in text
        or b"<\0!\0D\0O\0C" in text
        or b"\0<\0!\0D\0O\0C" in text
    )


_WIDE = re.compile(rb'r="[A-Z]{2}')
_ODD = re.compile(rb" r(?:\s|=[^\"])")
_ERROR = re.compile(rb't="e"')
_FORMULA = re.compile(rb"<f")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Z]*)([0-9]+)[\"']")
_LAST_ROW = re.compile(rb'<row r="([0-9]{1,9})"')


def _scan_sheet(text: bytes, found: MemberScan) -> None:
    """Note errors and formulas, and how large the grid is.

    Sheets of up to 26 columns, written as programs write them, are only looked at here and there:
    even with all rows in use they fit. Any other is looked at cell by cell.
    """
    prefixed = found.prefixed = found.prefixed or b":worksheet" in text[: _OVERLAP * 64]
    found.has_errors = found.has_errors or prefixed or _ERROR.search(text) is not None
    found.has_formulas = found.has_formulas or prefixed or _FORMULA.search(text) is not None
    if prefixed or _WIDE.search(text) or _ODD.search(text):
        for letters, row in set(_PLACE.findall(text)):
            found.rows = max(found.rows, int(row[:12]))
            found.columns = max(found.columns, column_index(letters[:6].decode()) + 1)
    else:
        last = _LAST_ROW.match(text, text.rfind(b'<row r="'))
        found.rows = max(found.rows, int(last[1]) if last else 0)
        found.columns = max(found.columns, 26)

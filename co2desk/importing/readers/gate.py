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
from co2desk.importing.readers.letters import column_index
from co2desk.importing.readers.source import Source, too_large

MAX_WORKBOOK_BYTES = 50 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_INFLATED_BYTES = 300 * 1024 * 1024
MAX_RATIO = 400
MAX_GRID_CELLS = 16_000_000
MAX_STRINGS = 4_000_000
MAX_CELL_BYTES = 1024 * 1024
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


def blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo | str) -> Iterator[bytes]:
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
    """Inflate one member, counting and looking; give its size."""
    name = info.filename.lower()
    is_xml = name.endswith((".xml", ".rels", ".vml"))
    is_sheet = is_xml and "worksheets/" in name
    is_strings = name.endswith("sharedstrings.xml")
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
        if is_strings:
            strings += block.count(b"<si")
            if strings > MAX_STRINGS:
                raise hostile(source, Hostile.TOO_MANY_STRINGS)
        if is_sheet:
            _scan_sheet(text, found)
        tail = text[-_OVERLAP:]
    if is_sheet:
        if found.rows * found.columns > MAX_GRID_CELLS:
            _check_grid(source, archive, info)
        scan.members[info.filename] = found
    return size


def _declares_entities(text: bytes) -> bool:
    return (
        b"<!DOCTYPE" in text
        or b"<!ENTITY" in text
        or b"<\0!\0D\0O\0C" in text
        or b"\0<\0!\0D\0O\0C" in text
    )


_WIDE = re.compile(rb'r="([A-Z]{2,})[0-9]')
_TALL = re.compile(rb'r="[A-Z]*([0-9]{5,})"')
_ROW = re.compile(rb'r="[A-Z]*([0-9]+)"')


def _scan_sheet(text: bytes, found: MemberScan) -> None:
    """Note errors and formulas, and a cheap upper bound of the grid's size."""
    found.has_errors = found.has_errors or b't="e"' in text or b"t='e'" in text
    found.has_formulas = found.has_formulas or b"<f" in text
    wide = set(_WIDE.findall(text))
    found.columns = max([found.columns, 26, *(column_index(name.decode()) + 1 for name in wide)])
    tall = set(_TALL.findall(text))
    found.rows = max([found.rows, 9_999, *(int(number[:12]) for number in tall)])


def _check_grid(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Look at every reference of a sheet whose upper bound was too large."""
    rows = columns = 1
    tail = b""
    for block in blocks(archive, info):
        text = tail + block
        rows = max([rows, *map(int, set(_ROW.findall(text)))])
        names = set(re.findall(rb'r="([A-Z]+)[0-9]', text))
        columns = max([columns, *(column_index(name.decode()) + 1 for name in names)])
        tail = text[-_OVERLAP:]
    if rows * columns > MAX_GRID_CELLS:
        raise hostile(source, Hostile.GRID_TOO_LARGE)

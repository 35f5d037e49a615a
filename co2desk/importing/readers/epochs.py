"""Whether a workbook counts its days from 1904, as those made on old Macs do.

Cells shown as dates are converted by the spreadsheet library; this is for days that are left as
plain numbers. Sources: ECMA-376 Part 1, 18.2.28 (date1904); [MS-XLS] 2.4.77 (Date1904).
"""

import io
import re
import struct
import zipfile

from co2desk.importing.readers.compound import BrokenCompoundFileError, read_stream
from co2desk.importing.readers.formats import Format
from co2desk.importing.readers.source import Source

_XLSX_EPOCH = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=\"(?:1|true)\"")
_XLS_EPOCH = struct.pack("<HHH", 0x22, 2, 1)
_XLS_HEAD = 64 * 1024


def counts_from_1904(source: Source, format_: Format) -> bool:
    """Whether day 0 of the workbook is 1 January 1904; False where the format does not tell."""
    if format_ is Format.XLSX:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return False
            return _XLSX_EPOCH.search(archive.read("xl/workbook.xml")) is not None
    if format_ is Format.XLS:
        try:
            book = read_stream(source.data, ("Workbook", "Book"))
        except BrokenCompoundFileError:
            return False
        return book is not None and _XLS_EPOCH in book[:_XLS_HEAD]
    return False

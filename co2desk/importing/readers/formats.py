"""What a file is, told by its bytes; its name may lie."""

import io
import json
import re
import zipfile
from enum import StrEnum

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers.source import Source


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = re.compile(rb"\x09[\x00\x02\x04][\x04\x06]\x00")
_KNOWN_OTHERS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"{\\rtf", "RTF"),
)
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|\?xml|!doctype)\b",
    re.IGNORECASE | re.DOTALL,
)


def identify(source: Source) -> Format:
    """Tell the format of `source`.

    Raises:
        UnusableInput: UNKNOWN_FORMAT, PASSWORD_PROTECTED, DAMAGED_FILE.
    """
    data = source.data
    if data.startswith(b"PK\x03\x04"):
        return _identify_zip(source)
    if data.startswith(_OLE):
        return _identify_compound(source)
    if _OLD_BIFF.match(data) and b"\0" in data[:512]:
        raise unknown(source, "Excel 4")
    for magic, name in _KNOWN_OTHERS:
        if data.startswith(magic):
            raise unknown(source, name)
    if _MARKUP.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        html = re.search(rb"<(?:html|table|body)\b", data[:4096], re.IGNORECASE)
        workbook = b"urn:schemas-microsoft-com:office:spreadsheet" in data[:4096]
        raise unknown(source, "Excel 2003 XML" if workbook else "HTML" if html else "XML")
    if data.startswith(b"MIME-Version:"):
        raise unknown(source, "HTML")
    if _is_json(data):
        raise unknown(source, "JSON")
    if _is_binary(data):
        raise unknown(source, "")
    return Format.TEXT


def unknown(source: Source, found: str) -> UnusableInput:
    """Make the refusal of a file of another format; `found` names it where it is known."""
    return UnusableInput(
        ErrorCode.UNKNOWN_FORMAT, path=source.name, found=found, detail=found or "no_known_format"
    )


def _identify_zip(source: Source) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                kind = archive.open("mimetype").read(200)
                if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
                    return Format.ODS
                raise unknown(source, kind[:60].decode("ascii", "replace"))
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as problem:
        raise UnusableInput(ErrorCode.DAMAGED_FILE, path=source.name, detail="zip") from problem
    lower = {name.lower().lstrip("/").replace("\\", "/") for name in names}
    if "xl/workbook.bin" in lower:
        return Format.XLSB
    if "[content_types].xml" in lower and any(
        name.startswith("xl/") or name.endswith("workbook.xml") for name in lower
    ):
        return Format.XLSX
    if "content.xml" in lower:
        return Format.ODS
    raise unknown(source, "DOCX" if "word/document.xml" in lower else "ZIP")


def _identify_compound(source: Source) -> Format:
    data = source.data
    encrypted = "EncryptedPackage".encode("utf-16-le")
    if encrypted in data:
        raise UnusableInput(ErrorCode.PASSWORD_PROTECTED, path=source.name)
    if any(
        name.encode("utf-16-le") + b"\0\0" in data
        for name in ("Workbook", "Book", "WORKBOOK", "BOOK")
    ):
        return Format.XLS
    other = "DOC" if "WordDocument".encode("utf-16-le") in data else "OLE"
    raise unknown(source, other)


def _is_json(data: bytes) -> bool:
    if data[:64].lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(data)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def _is_binary(data: bytes) -> bool:
    """Whether control characters that no text has are frequent; UTF-16 and 32 have zero bytes."""
    sample = data[:8192]
    controls = sum(sample.count(code) for code in (*range(1, 9), 14, 15, *range(16, 27)))
    if controls > 0.05 * len(sample):
        return True
    zeros = sample.count(0)
    return 0.02 * len(sample) < zeros < 0.2 * len(sample) and controls > 0

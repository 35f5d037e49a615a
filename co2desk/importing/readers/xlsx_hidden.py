"""Rows of an XLSX sheet that its program does not show: hidden by hand or by a filter."""

import io
import re
import zipfile

from co2desk.importing.readers.gate import WorkbookScan
from co2desk.importing.readers.source import Source
from co2desk.importing.readers.xlsx_marks import member_of

_HIDDEN_ROW = re.compile(rb'<(?:[a-z]+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*?\sr="([0-9]+)"')


def hidden_rows(source: Source, sheet: str, scan: WorkbookScan) -> list[int]:
    """The physical numbers of the hidden rows of one sheet; `scan` says whether to look."""
    if not any(one.may_hide for one in scan.sheets.values()):
        return []
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        names = set(archive.namelist())
        member = member_of(archive.read, names.__contains__, sheet)
        if member is None or member not in scan.sheets or not scan.sheets[member].may_hide:
            return []
        return [int(number) for number in _HIDDEN_ROW.findall(archive.read(member))]

"""Any file to its table: the one door to all readers."""

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.no_collection import no_collection
from co2desk.importing.readers.formats import Format, identify
from co2desk.importing.readers.source import Source
from co2desk.importing.readers.text import read_text
from co2desk.importing.readers.workbook import read_workbook
from co2desk.importing.table import ReadOptions, SourceTable


def read_table(source: Source, options: ReadOptions | None = None) -> SourceTable:
    """Read the table in `source`; what `options` leaves open is detected.

    Raises:
        UnusableInput: EMPTY_FILE, UNKNOWN_FORMAT, PASSWORD_PROTECTED, DAMAGED_FILE,
            HOSTILE_FILE, FILE_TOO_LARGE, UNDECODABLE_TEXT, UNKNOWN_SHEET,
            ONLY_HIDDEN_SHEETS, NOT_A_TABLE.
    """
    options = options or ReadOptions()
    if not source.data:
        raise UnusableInput(ErrorCode.EMPTY_FILE, path=source.name)
    found = identify(source)
    with no_collection():
        if found is Format.TEXT:
            return read_text(source, options)
        return read_workbook(source, found, options)

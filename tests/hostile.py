"""Files made to bring a reader down, although nothing about them looks wrong from outside."""

import io
import zipfile

_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="S">'
    '<table:table-row table:number-rows-repeated="990">'
    '<table:table-cell office:value-type="string" table:number-columns-repeated="16000">'
    "<text:p>hello</text:p></table:table-cell></table:table-row>"
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)


def crashing_workbook() -> bytes:
    """Make an ODS of some 700 bytes with as many cells as the gate allows.

    In the memory that a reading process may use, the spreadsheet library aborts or panics on it.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _CONTENT)
    return data.getvalue()

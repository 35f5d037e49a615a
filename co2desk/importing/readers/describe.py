"""What was detected in a file, as plain data for the terminal and the wizard."""

from co2desk.importing.readers.decimal_marks import decimal_mark
from co2desk.importing.table import SourceTable


def describe(table: SourceTable, path: str = "") -> dict[str, object]:
    """Give what `co2desk inspect --json` prints, except the kind and the fields of the columns.

    Keys are those of the command line's contract. `header_row` is 0 where there is none,
    `skipped` lists the rows that are not data, `notes` what else was found.
    """
    dialect = table.dialect
    return {
        "path": path or table.name,
        "sha256": table.sha256,
        "format": dialect.format,
        "encoding": dialect.encoding,
        "delimiter": dialect.delimiter,
        "quote": dialect.quote,
        "escape": dialect.escape,
        "line_end": dialect.line_end,
        "decimal_mark": "." if table.kinds is not None else decimal_mark(table.rows),
        "sheets": [
            {
                "name": sheet.name,
                "rows": sheet.rows,
                "columns": sheet.columns,
                "hidden": sheet.hidden,
            }
            for sheet in table.sheets
        ],
        "sheet": table.sheet,
        "header_row": table.header_row,
        "columns": [
            {"name": name, "letter": letter}
            for name, letter in zip(table.header, table.letters, strict=True)
        ],
        "rows": len(table.rows),
        "skipped": [
            {"row": row.row, "reason": row.reason.value, "text": row.text} for row in table.skipped
        ],
        "notes": dict(table.notes),
        "confidence": dialect.confidence,
    }

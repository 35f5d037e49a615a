"""Turns a table and a person's choices into what a draft keeps, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from co2desk.importing.checked import CheckChoices
from co2desk.importing.table import (
    Dialect,
    ReadOptions,
    SheetInfo,
    SkippedRow,
    SkipReason,
    SourceTable,
)
from co2desk.offline.draft.content import DraftChoices, DraftSource, DraftTable


def draft_choices(choices: CheckChoices, options: ReadOptions) -> DraftChoices:
    """Both sets of choices as one record."""
    columns = choices.columns
    return DraftChoices(
        kind=choices.kind or "",
        lab_code=choices.lab_code,
        year=choices.year,
        read_options=asdict(options),
        check_choices={
            "columns": None if columns is None else sorted(columns.items()),
            "decimal_marks": sorted(choices.decimal_marks.items()),
            "date_orders": sorted(choices.date_orders.items()),
            "values": [[field, text, value] for (field, text), value in choices.values.items()],
            "allow_no_factor": choices.allow_no_factor,
            "again": choices.again,
        },
    )


def check_choices(kept: DraftChoices) -> CheckChoices:
    """The choices for the check that a draft keeps."""
    found = kept.check_choices
    columns = found.get("columns")
    return CheckChoices(
        kind=kept.kind or None,
        lab_code=kept.lab_code,
        year=kept.year,
        columns=None if columns is None else {int(at): name for at, name in columns},
        decimal_marks={int(at): mark for at, mark in found.get("decimal_marks", ())},
        date_orders={int(at): order for at, order in found.get("date_orders", ())},
        values={(field, text): value for field, text, value in found.get("values", ())},
        allow_no_factor=bool(found.get("allow_no_factor", False)),
        again=bool(found.get("again", False)),
    )


def read_options(kept: DraftChoices) -> ReadOptions:
    """The choices for reading that a draft keeps."""
    return ReadOptions(**kept.read_options)


def draft_table(table: SourceTable) -> DraftTable:
    """The table with everything that was found around it."""
    return DraftTable(
        header=table.header,
        rows=table.rows,
        row_numbers=table.row_numbers,
        kinds=table.kinds,
        details={
            "dialect": asdict(table.dialect),
            "letters": list(table.letters),
            "header_row": table.header_row,
            "sheet": table.sheet,
            "sheets": [asdict(sheet) for sheet in table.sheets],
            "skipped": [[row.row, row.reason.value, row.text] for row in table.skipped],
            "notes": dict(table.notes),
        },
    )


def source_table(kept: DraftTable, source: DraftSource) -> SourceTable:
    """The table as it was read."""
    details: Mapping[str, Any] = kept.details
    return SourceTable(
        name=source.name,
        sha256=source.sha256,
        dialect=Dialect(**details["dialect"]),
        header=kept.header,
        letters=tuple(details["letters"]),
        rows=kept.rows,
        row_numbers=kept.row_numbers,
        header_row=details["header_row"],
        sheet=details["sheet"],
        sheets=tuple(SheetInfo(**sheet) for sheet in details["sheets"]),
        skipped=tuple(
            SkippedRow(row, SkipReason(reason), text) for row, reason, text in details["skipped"]
        ),
        kinds=kept.kinds,
        notes=details["notes"],
    )

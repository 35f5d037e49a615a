"""Brings the rows of an import to the server: COPY into a temporary table of this transaction."""

import json
from collections.abc import Iterable
from typing import Any, Final

from psycopg import Connection

from co2desk.domain.ids import ImportRowId
from co2desk.domain.import_job import RowToImport
from co2desk.domain.progress import Progress

DriverConnection = Connection[tuple[Any, ...]]

# Rows between two reports, and so between two chances to cancel.
BLOCK: Final = 5_000

_CREATE = """
CREATE TEMPORARY TABLE co2desk_stage (
    row_number integer, raw_data jsonb, validation_errors jsonb, status text, fingerprint bytea,
    activity_type text, category text, subcategory text, quantity numeric, unit text, date date,
    co2e_kg numeric, co2e_source text, factor_code text, factor_id uuid, factor_value numeric,
    note text, lab_code text, attributes jsonb, row_id uuid DEFAULT gen_random_uuid()
) ON COMMIT DROP
"""
_COLUMNS = """row_number, raw_data, validation_errors, status, fingerprint, activity_type, category,
subcategory, quantity, unit, date, co2e_kg, co2e_source, factor_code, factor_id, factor_value, note,
lab_code, attributes"""

# What COPY's text format needs escaped.
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_NO_ACTIVITY: Final = "\t".join([r"\N"] * 14)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def fill_stage(
    connection: DriverConnection, rows: Iterable[RowToImport], total: int, progress: Progress
) -> int:
    """Make `co2desk_stage` and COPY `rows` into it; returns how many there were.

    Raises:
        Cancelled: asked for through `progress`; the transaction must be rolled back.
    """
    connection.execute(_CREATE)
    sent = 0
    with connection.cursor().copy(f"COPY co2desk_stage ({_COLUMNS}) FROM STDIN") as copy:
        block: list[str] = []
        for row in rows:
            block.append(copy_line(row))
            if len(block) == BLOCK:
                copy.write("".join(block))
                sent += BLOCK
                block.clear()
                progress.report(sent, total, "sending")
        copy.write("".join(block))
    sent += len(block)
    progress.report(sent, total, "sending")
    return sent


def fill_stage_again(
    connection: DriverConnection, rows: Iterable[tuple[ImportRowId, RowToImport]]
) -> None:
    """Make `co2desk_stage` and COPY rows into it that the database has already, by their ids."""
    connection.execute(_CREATE)
    with connection.cursor().copy(f"COPY co2desk_stage ({_COLUMNS}, row_id) FROM STDIN") as copy:
        for row_id, row in rows:
            copy.write(f"{copy_line(row)[:-1]}\t{row_id}\n")


def copy_line(row: RowToImport) -> str:
    """Return a row in COPY's text format, with its line end.

    Written by hand because this is where an import spends its time in Python; adapting value by
    value takes three times as long.
    """
    fingerprint = r"\N" if row.fingerprint is None else r"\\x" + row.fingerprint.hex()
    head = (
        f"{row.row_number}\t{_text(_encode(dict(row.raw_data)))}\t"
        f"{_text(_encode(row.validation_errors)) if row.validation_errors else '[]'}\t"
        f"{row.status.value}\t{fingerprint}"
    )
    activity = row.activity
    if activity is None:
        return f"{head}\t{_NO_ACTIVITY}\n"
    attributes = _text(_encode(dict(activity.attributes))) if activity.attributes else "{}"
    return (
        f"{head}\t{activity.activity_type.value}\t{_text(activity.category)}\t"
        f"{_text(activity.subcategory)}\t{activity.quantity}\t{_text(activity.unit)}\t"
        f"{activity.date.isoformat()}\t{_optional(activity.co2e_kg)}\t"
        f"{activity.co2e_source.value}\t{_text(activity.factor_code)}\t"
        f"{_optional(activity.factor_id)}\t{_optional(activity.factor_value)}\t"
        f"{_text(activity.note)}\t{_text(activity.lab_code)}\t{attributes}\n"
    )


def _text(value: str) -> str:
    return value.translate(_ESCAPES) if "\\" in value or not value.isprintable() else value


def _optional(value: object) -> str:
    return r"\N" if value is None else str(value)

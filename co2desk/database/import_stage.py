"""Brings the rows of an import to the server: COPY into a temporary table of this transaction."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection

from co2desk.domain.ids import ImportRowId
from co2desk.domain.import_job import RowToImport

DriverConnection = Connection[tuple[Any, ...]]

# Rows of one COPY: small enough to cancel soon, large enough not to cost.
BLOCK: Final = 10_000

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


@dataclass(frozen=True, slots=True)
class RowBlock:
    """`count` rows in COPY's text format."""

    lines: str
    count: int


def blocks(rows: Iterable[RowToImport], size: int = BLOCK) -> Iterator[RowBlock]:
    """Yield the rows in COPY's format, `size` at a time."""
    lines: list[str] = []
    for row in rows:
        lines.append(copy_line(row))
        if len(lines) == size:
            yield RowBlock("".join(lines), size)
            lines.clear()
    if lines:
        yield RowBlock("".join(lines), len(lines))


def create_stage(connection: DriverConnection) -> None:
    """Make the empty table `co2desk_stage` for the rest of this transaction."""
    connection.execute(_CREATE)


def fill_stage(connection: DriverConnection, block: RowBlock) -> None:
    """COPY a block into the stage; each row gets the id that it will have as import row."""
    with connection.cursor().copy(f"COPY co2desk_stage ({_COLUMNS}) FROM STDIN") as copy:
        copy.write(block.lines)


def fill_stage_again(
    connection: DriverConnection, rows: Iterable[tuple[ImportRowId, RowToImport]]
) -> None:
    """COPY rows into the stage that the database has already, by their ids."""
    with connection.cursor().copy(f"COPY co2desk_stage ({_COLUMNS}, row_id) FROM STDIN") as copy:
        for row_id, row in rows:
            copy.write(f"{copy_line(row)[:-1]}\t{row_id}\n")


def empty_stage(connection: DriverConnection) -> None:
    """Make room for the next block."""
    connection.execute("TRUNCATE co2desk_stage")


def drop_stage(connection: DriverConnection) -> None:
    """Drop the stage before its transaction ends: another import may follow in it."""
    connection.execute("DROP TABLE co2desk_stage")


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

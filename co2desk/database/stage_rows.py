"""Writes rows of an import as COPY takes them; needs no connection, so any process can do it."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from co2desk.database.time_ordered_ids import time_ordered_ids
from co2desk.domain.import_job import RowBlock, RowToImport

BLOCK: Final = 10_000
"""Rows of one COPY: small enough to cancel soon, large enough not to cost."""
_FIRST: Final = 1_000  # the server has something to do while the rest is made

COLUMNS: Final = """row_id, activity_id, row_number, raw_data, validation_errors, status,
fingerprint, activity_type, category, subcategory, quantity, unit, date, co2e_kg, co2e_source,
factor_code, factor_id, factor_value, note, lab_code, attributes"""

# What COPY's text format needs escaped.
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_NO_ACTIVITY: Final = "\t".join([r"\N"] * 14)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def stage_blocks(rows: Iterable[RowToImport], size: int = BLOCK) -> Iterator[RowBlock]:
    """Rows in blocks of COPY's text format, `size` at a time and fewer in the first."""
    every = iter(rows)
    if (first := stage_block(every, min(_FIRST, size))).count:
        yield first
    while (block := stage_block(every, size)).count:
        yield block


def stage_block(rows: Iterable[RowToImport], most: int) -> RowBlock:
    """The next rows as one block, at most `most` of them."""
    # Each row is made, written and forgotten before the next: many at once leave the cache.
    every, ids = islice(rows, most), (time_ordered_ids(most), time_ordered_ids(most))
    lines = list(map(stage_line, every, *ids))
    return RowBlock("".join(lines).encode(), len(lines))


def stage_line(row: RowToImport, row_id: str, activity_id: str) -> str:
    """A row in COPY's text format, with its line end; the columns are those of COLUMNS.

    `row_id` is the row's, `activity_id` that of the activity which it becomes if it can.

    Written by hand because this is where an import spends its time in Python; adapting value by
    value takes three times as long.
    """
    fingerprint = r"\N" if row.fingerprint is None else r"\\x" + row.fingerprint.hex()
    head = (
        f"{row_id}\t{activity_id}\t{row.row_number}\t{_text(_encode(dict(row.raw_data)))}\t"
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

"""Writes activities to a table that can be imported again, or to a document for people."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from co2desk.database.activities import Activities
from co2desk.desktop.messages import Messages
from co2desk.domain.activity import Co2eSource
from co2desk.domain.activity_list import (
    ActivityFilter,
    ActivityOrder,
    ActivityRecord,
    PageAnchor,
)
from co2desk.domain.progress import Progress
from co2desk.services.check_entries import FIELDS
from co2desk.services.closed_years import ClosedYear
from co2desk.services.export_table import Cell, is_pdf, write_table

_EXPORTED_AT_ONCE = 2_000


def export_activities(
    source: ClosedYear,
    messages: Messages,
    path: Path,
    wanted: ActivityFilter,
    order: ActivityOrder,
    total: int,
    progress: Progress,
) -> int:
    """Write what `wanted` finds in `source`, page by page; returns rows written of `total`."""
    found = _all(source, wanted, order)
    if is_pdf(path):
        from co2desk.services.pdf_reports import PdfReports

        return PdfReports(messages).activities(path, found, total, progress)
    return write_table(path, FIELDS, map(_cells, found), total, progress)


def _all(
    source: ClosedYear, wanted: ActivityFilter, order: ActivityOrder
) -> Iterator[ActivityRecord]:
    after: PageAnchor | None = None
    while True:
        page = source.read(
            lambda session: Activities(session).page(
                wanted,
                order,
                after,  # noqa: B023
                _EXPORTED_AT_ONCE,
            )
        )
        yield from page.rows
        if page.next is None:
            return
        after = page.next


def _cells(one: ActivityRecord) -> Sequence[Cell]:
    return (
        one.date,
        one.activity_type.value,
        one.category,
        one.subcategory,
        one.quantity,
        one.unit,
        one.factor_code,
        one.note,
        one.lab_code,
        one.co2e_kg if one.co2e_source is Co2eSource.OVERRIDE else None,
    )

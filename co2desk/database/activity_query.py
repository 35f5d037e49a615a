"""Turns filters and orders of activities into SQL, so that the server does the work."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, text

from co2desk.database.tables.activities import ActivityTable
from co2desk.database.tables.factors import FactorTable
from co2desk.database.tables.imports import ImportRowTable
from co2desk.database.tables.laboratories import LaboratoryTable
from co2desk.domain.activity_list import ActivityColumn, ActivityFilter, ActivityOrder, PageAnchor

_activity = ActivityTable.__table__
_lab = LaboratoryTable.__table__
_factor = FactorTable.__table__
_row = ImportRowTable.__table__

ACTIVITIES = _activity.join(_lab, _lab.c.id == _activity.c.lab_id).outerjoin(
    _factor, _factor.c.id == _activity.c.emission_factor_id
)
"""What lists are read from: activities with the codes of laboratory and factor."""

# Never NULL: a page begins after a value, and nothing is after NULL. Nothing weighs less than
# nothing, so activities without CO2e come before those with 0 kg.
_KEYS: dict[ActivityColumn, ColumnElement[Any]] = {
    ActivityColumn.DATE: _activity.c.date,
    ActivityColumn.LAB: _lab.c.code,
    ActivityColumn.TYPE: _activity.c.activity_type,
    ActivityColumn.CATEGORY: _activity.c.category,
    ActivityColumn.SUBCATEGORY: _activity.c.subcategory,
    ActivityColumn.QUANTITY: _activity.c.quantity,
    ActivityColumn.UNIT: _activity.c.unit,
    ActivityColumn.CO2E: func.coalesce(_activity.c.co2e_kg, text("-1::numeric")),
    ActivityColumn.FACTOR: func.coalesce(_factor.c.code, ""),
    ActivityColumn.UPDATED: _activity.c.updated_at,
}


def keyset(
    order: ActivityOrder, after: PageAnchor | None
) -> tuple[ColumnElement[Any], Sequence[ColumnElement[bool]], Sequence[ColumnElement[Any]]]:
    """Return the sort key, the conditions of the page after `after`, and the ORDER BY.

    The id breaks ties upwards in both directions, as the index (lab_id, date DESC, id) has it.
    """
    key = _KEYS[order.column]
    ordering = [key.desc() if order.descending else key.asc(), _activity.c.id.asc()]
    if after is None:
        return key, [], ordering
    beyond = key < after.value if order.descending else key > after.value
    bound = key <= after.value if order.descending else key >= after.value
    # The bound alone would do for correctness with the second part; an index needs it said.
    return key, [bound, or_(beyond, _activity.c.id > after.id)], ordering


def where(wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    """Return the conditions of a filter."""
    found: list[ColumnElement[bool]] = []
    if wanted.lab_codes:
        codes = [code.lower() for code in wanted.lab_codes]
        found.append(
            _activity.c.lab_id.in_(
                select(_lab.c.id).where(func.lower(_lab.c.code).in_(codes)).correlate(None)
            )
        )
    if wanted.year is not None:
        # By date and not by year: that is what the index has.
        found.append(
            and_(
                _activity.c.date >= func.make_date(wanted.year, 1, 1),
                _activity.c.date <= func.make_date(wanted.year, 12, 31),
            )
        )
    if wanted.first_day is not None:
        found.append(_activity.c.date >= wanted.first_day)
    if wanted.last_day is not None:
        found.append(_activity.c.date <= wanted.last_day)
    if wanted.activity_type is not None:
        found.append(_activity.c.activity_type == wanted.activity_type.value)
    if wanted.category:
        found.append(_activity.c.category == wanted.category)
    if wanted.co2e_source is not None:
        found.append(_activity.c.co2e_source == wanted.co2e_source.value)
    if wanted.import_job_id is not None:
        rows = select(_row.c.id).where(_row.c.import_job_id == wanted.import_job_id)
        found.append(_activity.c.import_row_id.in_(rows))
    if wanted.text.strip():
        found.append(_contains(wanted.text.strip()))
    return found


def _contains(words: str) -> ColumnElement[bool]:
    """Accents and case ignored, in category, subcategory, note or factor."""
    wanted = func.lower(func.f_unaccent(words))

    def holds(column: ColumnElement[Any]) -> ColumnElement[bool]:
        return func.strpos(func.lower(func.f_unaccent(column)), wanted) > 0

    factors = (
        select(_factor.c.id)
        .where(or_(holds(_factor.c.code), holds(_factor.c.name)))
        .correlate(None)
    )
    return or_(
        holds(_activity.c.category),
        holds(_activity.c.subcategory),
        and_(_activity.c.note != "", holds(_activity.c.note)),
        _activity.c.emission_factor_id.in_(factors),
    )

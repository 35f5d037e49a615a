"""Turns filters and orders of activities into SQL, so that the server does the work."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    Text,
    and_,
    cast,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import Session

from co2desk.database.activity_merge import merged_page
from co2desk.database.reading_direction import Direction
from co2desk.database.tables.activities import ActivityTable
from co2desk.database.tables.factors import FactorTable
from co2desk.database.tables.imports import ImportRowTable
from co2desk.database.tables.laboratories import LaboratoryTable
from co2desk.database.tables.results import ResultTable
from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import ActivityColumn, ActivityFilter, ActivityOrder, PageAnchor

_activity = ActivityTable.__table__
_lab = LaboratoryTable.__table__
_factor = FactorTable.__table__
_row = ImportRowTable.__table__
_result = ResultTable.__table__

# Beyond this, naming laboratories costs more than it narrows.
_NAMED_AT_MOST = 32
# Of this many activities, a word that one in fifty has fills a page.
_LOOKED_AT = 10_000

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


@dataclass(frozen=True, slots=True)
class Scope:
    """What a filter comes down to: asked for first, so that the planner knows it too.

    `labs` are the laboratories to look into, None where they are too many to be named: then
    the whole table is read, by several processes at once. `factors` are those whose code or name
    has the words that are looked for.
    """

    labs: tuple[UUID, ...] | None
    factors: tuple[UUID, ...] = ()


def scope_of(session: Session, wanted: ActivityFilter) -> Scope:
    """Find out what `wanted` comes down to for the person who asks."""
    named = select(_lab.c.id).where(*_lab_codes(wanted)).limit(_NAMED_AT_MOST + 1)
    labs = tuple(session.scalars(named))
    factors: tuple[UUID, ...] = ()
    if words := wanted.text.strip():
        known = func.plain_words(cast(_factor.c.code, Text) + " " + _factor.c.name)
        found = select(_factor.c.id).where(func.strpos(known, func.plain_words(words)) > 0)
        factors = tuple(session.scalars(found))
    return Scope(labs if len(labs) <= _NAMED_AT_MOST else None, factors)


def first_of_page(
    wanted: ActivityFilter,
    order: ActivityOrder,
    after: PageAnchor | None,
    limit: int,
    scope: Scope,
    *,
    from_end: bool = False,
) -> Subquery:
    """Return the `id` and `sort_key` of the rows of a page: narrow, so that sorting is cheap.

    The id breaks ties upwards in both directions, as the index (lab_id, date DESC, id) has it. By
    date, the newest of each laboratory (and category) come straight from an index and are merged.
    Read `from_end`, everything is the other way round, ties too.
    """
    direction = Direction.of(order, from_end=from_end)
    if order.column is ActivityColumn.DATE and _reads_in_order(wanted):
        place, here = _places(wanted)
        return merged_page(place, [*_narrowed(wanted, scope), *here], after, limit, direction)
    key = _KEYS[order.column]
    conditions = [*where(wanted, scope), *_beyond(key, direction, after)]
    source: FromClause = _activity
    if order.column is ActivityColumn.LAB:
        source = source.join(_lab, _lab.c.id == _activity.c.lab_id)
    if order.column is ActivityColumn.FACTOR:
        source = source.outerjoin(_factor, _factor.c.id == _activity.c.emission_factor_id)
    return (
        select(_activity.c.id, key.label("sort_key"))
        .select_from(source)
        .where(*conditions)
        .order_by(*direction.in_order(key, _activity.c.id))
        .limit(limit)
        .subquery("page")
    )


def first_look(
    wanted: ActivityFilter,
    order: ActivityOrder,
    after: PageAnchor | None,
    limit: int,
    scope: Scope,
    *,
    from_end: bool = False,
) -> Subquery | None:
    """Return a quick query for the same page that finds it if what is sought is frequent.

    A page that it does not fill has to be asked for by `first_of_page`, which reads the whole
    table. None where that is no trouble.
    """
    if scope.labs is not None or order.column is not ActivityColumn.DATE or _reads_in_order(wanted):
        return None
    labs = select(_lab.c.id).where(*_lab_codes(wanted)).subquery("place")
    by_date = [_activity.c.lab_id == labs.c.id, *_in_time(wanted)]
    sought = _narrowed(wanted, scope)
    direction = Direction.of(order, from_end=from_end)
    return merged_page(labs, by_date, after, limit, direction, sought=sought, among=_LOOKED_AT)


def _places(wanted: ActivityFilter) -> tuple[FromClause, list[ColumnElement[bool]]]:
    """Return where to look for the newest, and the condition of being there.

    Where a filter names the type or the category alone, the index has its activities by date once
    both are known; of types there are few.
    """
    labs = select(_lab.c.id).where(*_lab_codes(wanted)).subquery("place")
    if bool(wanted.activity_type) == bool(wanted.category):
        return labs, [_activity.c.lab_id == labs.c.id]
    if wanted.activity_type is not None:
        known = _categories_of(labs, wanted.activity_type.value)
        return known, [
            _activity.c.lab_id == known.c.lab_id,
            _activity.c.category == known.c.category,
        ]
    kinds = (
        func.unnest(array([kind.value for kind in ActivityType]))
        .table_valued("kind")
        .render_derived()
    )
    each = _lab.join(kinds, text("true"))
    both = select(_lab.c.id, kinds.c.kind).select_from(each).where(*_lab_codes(wanted))
    place = both.subquery("place")
    return place, [_activity.c.lab_id == place.c.id, _activity.c.activity_type == place.c.kind]


def _categories_of(labs: Subquery, activity_type: str) -> CTE:
    """Return each laboratory's categories, leaping through the index from one to the next."""
    lowest = select(func.min(_activity.c.category)).where(
        _activity.c.activity_type == activity_type
    )
    first = lowest.where(_activity.c.lab_id == labs.c.id).scalar_subquery()
    found = select(labs.c.id.label("lab_id"), first.label("category")).cte("place", recursive=True)
    following = lowest.where(
        _activity.c.lab_id == found.c.lab_id, _activity.c.category > found.c.category
    ).scalar_subquery()
    return found.union_all(select(found.c.lab_id, following).where(found.c.category.is_not(None)))


def _beyond(
    key: ColumnElement[Any], direction: Direction, after: PageAnchor | None
) -> list[ColumnElement[bool]]:
    if after is None:
        return []
    # The first condition says nothing that the second does not; an index needs to be told.
    bound = direction.not_before(key, after.value)
    beyond = direction.beyond(key, after.value)
    return [bound, or_(beyond, direction.id_beyond(_activity.c.id, after.id))]


def _reads_in_order(wanted: ActivityFilter) -> bool:
    """Whether so many rows pass the filter that reading by date finds a page soon."""
    return not (wanted.text.strip() or wanted.co2e_source or wanted.import_job_id)


def is_summed(wanted: ActivityFilter) -> bool:
    """Whether the results, which triggers keep, can answer for the activities."""
    return not (
        wanted.text.strip()
        or wanted.co2e_source
        or wanted.import_job_id
        or wanted.first_day
        or wanted.last_day
    )


def summed(wanted: ActivityFilter) -> Select[Any]:
    """Return the query for count, kg CO2e and missing of a filter that `is_summed`."""
    query = select(
        func.coalesce(func.sum(_result.c.activity_count), 0),
        func.coalesce(func.sum(_result.c.co2e_kg), 0),
        func.coalesce(func.sum(_result.c.missing_count), 0),
    )
    if wanted.lab_codes:
        labs = select(_lab.c.id).where(*_lab_codes(wanted))
        query = query.where(_result.c.lab_id.in_(labs))
    if wanted.year is not None:
        query = query.where(_result.c.year == wanted.year)
    if wanted.activity_type is not None:
        query = query.where(_result.c.activity_type == wanted.activity_type.value)
    if wanted.category:
        query = query.where(_result.c.category == wanted.category)
    return query


def _lab_codes(wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    codes = [code.lower() for code in wanted.lab_codes]
    return [func.lower(_lab.c.code).in_(codes)] if codes else []


def where(wanted: ActivityFilter, scope: Scope) -> list[ColumnElement[bool]]:
    """Return the conditions of a filter."""
    narrowed = _narrowed(wanted, scope)
    if scope.labs is not None:
        return [_activity.c.lab_id.in_(scope.labs), *narrowed]
    if wanted.lab_codes:
        labs = select(_lab.c.id).where(*_lab_codes(wanted)).correlate(None)
        return [_activity.c.lab_id.in_(labs), *narrowed]
    return narrowed


def _narrowed(wanted: ActivityFilter, scope: Scope) -> list[ColumnElement[bool]]:
    """Return what a filter asks of an activity, whichever laboratory it is of."""
    found = _in_time(wanted)
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
        found.append(_contains(wanted.text.strip(), wanted.named, scope))
    return found


def _in_time(wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
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
    return found


def _contains(words: str, named: tuple[str, ...], scope: Scope) -> ColumnElement[bool]:
    """Accents and case ignored, in category, subcategory, note or factor."""
    ways = [func.strpos(_activity.c.words, func.plain_words(words)) > 0]
    if scope.factors:
        ways.append(_activity.c.emission_factor_id.in_(scope.factors))
    if named:
        ways += [_activity.c.category.in_(named), _activity.c.subcategory.in_(named)]
    return or_(*ways)

"""Merges the newest activities of many places into one page, reading hardly more than the page."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    FromClause,
    Select,
    Subquery,
    case,
    func,
    literal,
    select,
    text,
    union_all,
)

from co2desk.database.tables.activities import ActivityTable
from co2desk.domain.activity_list import PageAnchor

_activity = ActivityTable.__table__
_LAST_ID = literal(UUID(int=2**128 - 1), _activity.c.id.type)
# Of each place in the first look: one in so many of the page.
_FIRST_LOOK = 100

Condition = ColumnElement[bool]


def merged_page(
    place: FromClause,
    conditions: Sequence[Condition],
    after: PageAnchor | None,
    limit: int,
    *,
    newest: bool,
    sought: Sequence[Condition] = (),
    among: int = 0,
) -> Subquery:
    """Return `id` and `sort_key` (the date) of the page that begins just after `after`.

    `conditions` say which activities count, and which of them lie in a row of `place`; an index
    has those by date and id. A page of all of a thousand places could lie in any one of them, and
    to read a page of each is a thousand times too much. So the first few of each are looked at:
    the page ends at the latest where enough of those have been seen (the edge), and then each
    place is read up to there. Both looks follow exact stretches of the index, because a day may
    have more activities than fit a page: those without a date are of 31 December.

    With `sought`, which no index knows, the page is what fits it of the next `among` activities:
    the true page if it is full, and perhaps not all of it if it is not.
    """
    enough = among or limit
    few = 1 + enough // _FIRST_LOOK
    looks = [
        _each(place, [*conditions, *stretch], few, newest=newest)
        for stretch in _stretches(after, newest=newest)
    ]
    seen = union_all(*looks).subquery("seen")
    number = func.row_number().over(order_by=_in_order(seen, newest=newest)).label("number")
    numbered = (
        select(seen, number).order_by(*_in_order(seen, newest=newest)).limit(enough).subquery("few")
    )
    last = select(numbered).where(numbered.c.number == enough).cte("last")
    edge = select(
        func.coalesce(
            select(last.c.sort_key).scalar_subquery(),
            text("date '-infinity'" if newest else "date 'infinity'"),
        ).label("day"),
        func.coalesce(select(last.c.id).scalar_subquery(), _LAST_ID).label("id"),
    ).cte("edge")
    reads = [
        _each(place, [*conditions, *sought, *stretch], limit, newest=newest)
        for stretch in _stretches_to(edge, after, newest=newest)
    ]
    found = union_all(*reads).subquery("found")
    return select(found).order_by(*_in_order(found, newest=newest)).limit(limit).subquery("page")


def _each(
    place: FromClause, conditions: Sequence[Condition], limit: int, *, newest: bool
) -> Select[Any]:
    """The first of each place."""
    day = _activity.c.date
    first = (
        select(_activity.c.id, day.label("sort_key"))
        .where(*conditions)
        .order_by(day.desc() if newest else day.asc(), _activity.c.id)
        .limit(limit)
        .correlate(place)
        .lateral("first")
    )
    return select(first.c.id, first.c.sort_key).select_from(place.join(first, text("true")))


def _in_order(rows: Subquery, *, newest: bool) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return (rows.c.sort_key.desc() if newest else rows.c.sort_key.asc()), rows.c.id


def _beyond(day: ColumnElement[Any], *, newest: bool) -> Condition:
    return _activity.c.date < day if newest else _activity.c.date > day


def _stretches(after: PageAnchor | None, *, newest: bool) -> list[list[Condition]]:
    """What lies after the anchor: the rest of its day, and the days beyond."""
    if after is None:
        return [[]]
    day = literal(after.value, Date)
    return [
        [_activity.c.date == day, _activity.c.id > after.id],
        [_beyond(day, newest=newest)],
    ]


def _stretches_to(edge: CTE, after: PageAnchor | None, *, newest: bool) -> list[list[Condition]]:
    """What lies after the anchor, and not beyond the edge."""
    last_day = select(edge.c.day).scalar_subquery()
    last_id = select(edge.c.id).scalar_subquery()
    before_last = _activity.c.date > last_day if newest else _activity.c.date < last_day
    on_last = [_activity.c.date == last_day, _activity.c.id <= last_id]
    if after is None:
        return [[before_last], on_last]
    day = literal(after.value, Date)
    up_to = case((last_day == day, last_id), else_=_LAST_ID)
    return [
        [_activity.c.date == day, _activity.c.id > after.id, _activity.c.id <= up_to],
        [_beyond(day, newest=newest), before_last],
        [*on_last, last_day != day],
    ]

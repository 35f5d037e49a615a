"""Merges the first activities of many places into one page, reading hardly more than the page."""

from collections.abc import Sequence
from typing import Any

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

from co2desk.database.reading_direction import Direction
from co2desk.database.tables.activities import ActivityTable
from co2desk.domain.activity_list import PageAnchor

_activity = ActivityTable.__table__
# Of each place in the first look: one in so many of the page.
_FIRST_LOOK = 100

Condition = ColumnElement[bool]


def merged_page(
    place: FromClause,
    conditions: Sequence[Condition],
    after: PageAnchor | None,
    limit: int,
    direction: Direction,
    *,
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
        _each(place, [*conditions, *stretch], few, direction)
        for stretch in _stretches(after, direction)
    ]
    seen = union_all(*looks).subquery("seen")
    number = func.row_number().over(order_by=_in_order(seen, direction)).label("number")
    numbered = (
        select(seen, number).order_by(*_in_order(seen, direction)).limit(enough).subquery("few")
    )
    last = select(numbered).where(numbered.c.number == enough).cte("last")
    edge = select(
        func.coalesce(
            select(last.c.sort_key).scalar_subquery(),
            text("date '-infinity'" if direction.falling else "date 'infinity'"),
        ).label("day"),
        func.coalesce(select(last.c.id).scalar_subquery(), _last_id(direction)).label("id"),
    ).cte("edge")
    reads = [
        _each(place, [*conditions, *sought, *stretch], limit, direction)
        for stretch in _stretches_to(edge, after, direction)
    ]
    found = union_all(*reads).subquery("found")
    return select(found).order_by(*_in_order(found, direction)).limit(limit).subquery("page")


def _each(
    place: FromClause, conditions: Sequence[Condition], limit: int, direction: Direction
) -> Select[Any]:
    """The first of each place."""
    day = _activity.c.date
    first = (
        select(_activity.c.id, day.label("sort_key"))
        .where(*conditions)
        .order_by(*direction.in_order(day, _activity.c.id))
        .limit(limit)
        .correlate(place)
        .lateral("first")
    )
    return select(first.c.id, first.c.sort_key).select_from(place.join(first, text("true")))


def _in_order(
    rows: Subquery, direction: Direction
) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return direction.in_order(rows.c.sort_key, rows.c.id)


def _last_id(direction: Direction) -> ColumnElement[Any]:
    return literal(direction.last_id, _activity.c.id.type)


def _stretches(after: PageAnchor | None, direction: Direction) -> list[list[Condition]]:
    """What lies after the anchor: the rest of its day, and the days beyond."""
    if after is None:
        return [[]]
    day = literal(after.value, Date)
    return [
        [_activity.c.date == day, direction.id_beyond(_activity.c.id, after.id)],
        [direction.beyond(_activity.c.date, day)],
    ]


def _stretches_to(
    edge: CTE, after: PageAnchor | None, direction: Direction
) -> list[list[Condition]]:
    """What lies after the anchor, and not beyond the edge."""
    last_day = select(edge.c.day).scalar_subquery()
    last_id = select(edge.c.id).scalar_subquery()
    before_last = direction.before(_activity.c.date, last_day)
    on_last = [_activity.c.date == last_day, direction.id_up_to(_activity.c.id, last_id)]
    if after is None:
        return [[before_last], on_last]
    day = literal(after.value, Date)
    up_to = case((last_day == day, last_id), else_=_last_id(direction))
    return [
        [
            _activity.c.date == day,
            direction.id_beyond(_activity.c.id, after.id),
            direction.id_up_to(_activity.c.id, up_to),
        ],
        [direction.beyond(_activity.c.date, day), before_last],
        [*on_last, last_day != day],
    ]

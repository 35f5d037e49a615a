"""Tells cheaply whether anybody changed what a person sees, so that open views refresh.

Polling, and not LISTEN: it works through a pooler, whoever may connect could send false
notifications anyway, and every NOTIFY makes commits queue.
"""

import random
from dataclasses import dataclass

from sqlalchemy import Connection, text

# Results move with every change of an activity; the rest are small tables. Row-level security
# keeps each person's mark to what that person sees.
_MARK = """
    SELECT
        (SELECT coalesce(max(computed_at)::text, '') || count(*) FROM results),
        (SELECT coalesce(max(greatest(created_at, completed_at))::text, '') || count(*) || '/'
            || count(*) FILTER (WHERE status = 'completed') FROM import_jobs),
        (SELECT coalesce(max(updated_at)::text, '') || count(*) FROM laboratories),
        (SELECT coalesce(max(updated_at)::text, '') || count(*) FROM emission_factors),
        (SELECT count(*)::text FROM published_years)
"""
_SECONDS = (15.0, 30.0)


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A state of the data; two that are equal mean that nothing was changed in between."""

    results: str
    imports: str
    laboratories: str
    factors: str
    published_years: str


def change_mark(connection: Connection) -> ChangeMark:
    """Return the mark of what the login sees now."""
    return ChangeMark(*connection.execute(text(_MARK)).one())


def seconds_to_next_look() -> float:
    """Return how long to wait; not the same for all, so that workstations spread out."""
    return random.uniform(*_SECONDS)

"""In which direction a list is read: from its beginning or, for its last page, from its end."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement

from co2desk.domain.activity_list import ActivityOrder


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the keys fall while one reads; ids break ties, upwards unless read from the end."""

    falling: bool
    from_end: bool = False

    @classmethod
    def of(cls, order: ActivityOrder, *, from_end: bool) -> "Direction":
        """The direction in which a list of this order is read."""
        return cls(order.descending is not from_end, from_end)

    @property
    def last_id(self) -> UUID:
        """The id that comes after all others."""
        return UUID(int=0 if self.from_end else 2**128 - 1)

    def in_order(
        self, key: ColumnElement[Any], tie: ColumnElement[Any]
    ) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """What to order by."""
        return (
            key.desc() if self.falling else key.asc(),
            tie.desc() if self.from_end else tie.asc(),
        )

    def beyond(self, key: ColumnElement[Any], value: object) -> ColumnElement[bool]:
        """Keys that come after a value."""
        return key < value if self.falling else key > value

    def not_before(self, key: ColumnElement[Any], value: object) -> ColumnElement[bool]:
        """Keys that come after a value, or are equal to it."""
        return key <= value if self.falling else key >= value

    def before(self, key: ColumnElement[Any], value: object) -> ColumnElement[bool]:
        """Keys that come before a value."""
        return key > value if self.falling else key < value

    def id_beyond(self, tie: ColumnElement[Any], value: object) -> ColumnElement[bool]:
        """Ids that come after an id among equal keys."""
        return tie < value if self.from_end else tie > value

    def id_up_to(self, tie: ColumnElement[Any], value: object) -> ColumnElement[bool]:
        """Ids that come no later than an id among equal keys."""
        return tie >= value if self.from_end else tie <= value

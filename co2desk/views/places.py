"""Where in the window a person can be, and how one view sends the person to another."""

from dataclasses import dataclass
from enum import StrEnum


class PageId(StrEnum):
    """The views, in the order of the navigation."""

    START = "start"
    LABS = "labs"
    IMPORTS = "imports"
    ACTIVITIES = "activities"
    FACTORS = "factors"
    RESULTS = "results"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, slots=True)
class Place:
    """A view, with what it should show: a filter or an id of that view's own kind."""

    page: PageId
    wanted: object | None = None

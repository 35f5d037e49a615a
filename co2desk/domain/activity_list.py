"""What a list of activities is asked for, and what it answers, one page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from co2desk.domain.activity import ActivityType, Co2eSource
from co2desk.domain.ids import ActivityId, FactorId, ImportJobId, ImportRowId, LabId


class ActivityColumn(StrEnum):
    """The columns that a list of activities can be sorted by."""

    DATE = "date"
    LAB = "lab_code"
    TYPE = "activity_type"
    CATEGORY = "category"
    SUBCATEGORY = "subcategory"
    QUANTITY = "quantity"
    UNIT = "unit"
    CO2E = "co2e_kg"
    FACTOR = "factor_code"
    UPDATED = "updated_at"


@dataclass(frozen=True, slots=True)
class ActivityOrder:
    """One column and its direction; the id breaks ties, so that pages never overlap."""

    column: ActivityColumn = ActivityColumn.DATE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """Which activities; empty and None mean: all.

    `text` is looked for, accents and case ignored, in category, subcategory, note and factor;
    categories and subcategories that are `named` so in the person's language are found with it.
    """

    lab_codes: tuple[str, ...] = ()
    year: int | None = None
    activity_type: ActivityType | None = None
    category: str = ""
    text: str = ""
    named: tuple[str, ...] = ()
    co2e_source: Co2eSource | None = None
    import_job_id: ImportJobId | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """An activity as it stands in the database; `version` is its optimistic lock."""

    id: ActivityId
    lab_id: LabId
    lab_code: str
    activity_type: ActivityType
    category: str
    subcategory: str
    quantity: Decimal
    unit: str
    date: date
    co2e_kg: Decimal | None
    co2e_source: Co2eSource
    factor_code: str
    factor_id: FactorId | None
    factor_value: Decimal | None
    note: str
    attributes: Mapping[str, str]
    import_row_id: ImportRowId | None
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class PageAnchor:
    """Where a page begins or, read from the end, ends: beyond the row of this value and id."""

    value: object
    id: ActivityId


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """Some activities in order; `next` begins the following page, None at the end.

    A page that was read from the end has `previous` in its place: where the page before it ends,
    None at the beginning.
    """

    rows: tuple[ActivityRecord, ...]
    next: PageAnchor | None = None
    previous: PageAnchor | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where an activity comes from; what was entered by hand has no file.

    `cells` are the cells by header as they were in the file, in its order.
    """

    activity: ActivityRecord
    created_by: str
    created_at: datetime
    updated_by: str
    factor_name: str = ""
    factor_source: str = ""
    factor_unit: str = ""
    factor_version: int | None = None
    import_job_id: ImportJobId | None = None
    filename: str = ""
    row_number: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)

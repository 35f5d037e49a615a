"""A kind of file: its fields, and what a row of it means as an activity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import cast

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.importing.finding import Finding
from co2desk.importing.kinds.field import Field
from co2desk.importing.lookups import Lookups

Value = str | Decimal | date | EmissionFactor | None


@dataclass(frozen=True, slots=True)
class RowValues:
    """The values of a row that decide what it means; all of them are right by themselves.

    Blank cells and fields without a column give "" or None. `day` is a day in the same year as
    the row's own, on which the same factors are valid.
    """

    values: Mapping[str, Value]
    day: date

    def text(self, name: str) -> str:
        """The text of a field, "" when blank."""
        return cast(str, self.values.get(name) or "")

    def number(self, name: str) -> Decimal | None:
        """The number of a field, None when blank."""
        return cast(Decimal | None, self.values.get(name))

    def factor(self, name: str) -> EmissionFactor | None:
        """The factor that a field names, None when blank."""
        return cast(EmissionFactor | None, self.values.get(name))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What all rows mean that have the same deciding values; only the amount is still open.

    An amount of 1 is `per_amount` of `unit`, and one `unit` is `per_unit` of the factor's unit.
    `factor` is a factor, or the Finding that says why there is none, which an override of the
    total makes harmless. `findings` are all other problems. `attributes` are kept with the
    activity.
    """

    activity_type: ActivityType
    category: str
    subcategory: str
    unit: str
    factor: EmissionFactor | Finding
    per_amount: Decimal = Decimal(1)
    per_unit: Decimal = Decimal(1)
    findings: tuple[Finding, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """A kind of file. `amount` names the number that a row's quantity is proportional to.

    With `amount` "" every row has the amount 1. `amount_default` stands in for a blank amount.
    `mean` says what the deciding values of a row mean, or which findings prevent it.
    """

    name: str
    fields: tuple[Field, ...]
    amount: str
    mean: Callable[[RowValues, Lookups], Meaning | tuple[Finding, ...]]
    amount_default: Decimal | None = None
    date_field: str = "date"

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by their names."""
        return {one.name: one for one in self.fields}

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the fields that every file of the kind must have a column for."""
        return tuple(one.name for one in self.fields if one.required)

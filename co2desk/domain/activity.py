"""One activity of a laboratory: what was done, how much, and the CO2e it stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from co2desk.domain.ids import FactorId


class ActivityType(StrEnum):
    """The four types of activity."""

    TRAVEL = "travel"
    ENERGY = "energy"
    PURCHASE = "purchase"
    SERVICE = "service"


class Co2eSource(StrEnum):
    """Where the CO2e of an activity comes from."""

    FACTOR = "factor"
    OVERRIDE = "override"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class NewActivity:
    """An activity as a file or a form gives it, not yet in the database.

    `quantity` (0 <= q < 1e10, four decimals) is in `unit`; `co2e_kg` is kg CO2e with four
    decimals, None when no factor is known; `factor_value` is kg CO2e per unit of the factor, as
    used. `lab_code` is empty where the activity belongs to the laboratory of the import.
    """

    activity_type: ActivityType
    category: str
    subcategory: str
    quantity: Decimal
    unit: str
    date: date
    co2e_kg: Decimal | None
    co2e_source: Co2eSource
    factor_code: str = ""
    factor_id: FactorId | None = None
    factor_value: Decimal | None = None
    note: str = ""
    lab_code: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

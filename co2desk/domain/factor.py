"""An emission factor: how much CO2e one unit of an activity stands for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from co2desk.domain.ids import FactorId, LabId


class FactorType(StrEnum):
    """The four families of factors, each with details of its own."""

    TRAVEL = "travel"
    ENERGY = "energy"
    PURCHASE = "purchase"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class EmissionFactor:
    """A factor of the catalogue.

    `value` is kg CO2e per `unit`; `unit` is normalised (`kWh`, `passenger*km`, `EUR`). The
    fields from `mode` on belong to one factor type each and are empty for the others.
    """

    code: str
    factor_type: FactorType
    name: str
    category: str
    subcategory: str
    value: Decimal
    unit: str
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    id: FactorId | None = None
    version: int = 1
    mode: str = ""
    haul: str = ""
    cabin_class: str = ""
    country: str = ""
    carrier: str = ""
    heating_value: str = ""
    purchase_code: str = ""
    currency: str = ""
    lab_id: LabId | None = None
    justification: str = ""

    def valid_on(self, day: date) -> bool:
        """Whether the factor may be used for an activity of `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

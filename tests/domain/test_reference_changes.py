"""What changed since a file was prepared is named, and nothing else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import LabId
from co2desk.domain.reference import ExchangeRate, Laboratory, Reference
from co2desk.domain.reference_changes import ChangeSubject, ReferenceChange, changes_between
from co2desk.domain.roles import Role

_LAB = Laboratory(LabId(UUID(int=1)), "LAB", "The laboratory", role=Role.LAB_MANAGER)
_GAS = EmissionFactor(
    "GAS", FactorType.ENERGY, "Gas", "combustion", "natural_gas", Decimal("0.24"), "kWh"
)
_BEFORE = Reference(
    laboratories={"lab": _LAB},
    factors={"GAS": _GAS},
    airports={},
    stations={},
    rates={("CHF", 2025): ExchangeRate("CHF", 2025, Decimal("0.937"))},
    value_mappings={("name", "gaz"): "natural_gas"},
    published_years=frozenset({(_LAB.id, 2023)}),
)


def test_that_the_same_state_has_no_changes() -> None:
    assert changes_between(_BEFORE, replace(_BEFORE)) == []


def test_that_equal_amounts_written_differently_are_no_change() -> None:
    longer = replace(_GAS, value=Decimal("0.2400000000"), version=2)
    assert changes_between(_BEFORE, replace(_BEFORE, factors={"GAS": longer})) == []


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (
            replace(_BEFORE, factors={"GAS": replace(_GAS, value=Decimal("0.26"))}),
            ReferenceChange(ChangeSubject.FACTOR, "GAS", "0.24", "0.26", "value"),
        ),
        (
            replace(_BEFORE, factors={"GAS": replace(_GAS, valid_to=date(2024, 12, 31))}),
            ReferenceChange(ChangeSubject.FACTOR, "GAS", "", "2024-12-31", "valid_to"),
        ),
        (
            replace(_BEFORE, factors={}),
            ReferenceChange(ChangeSubject.FACTOR, "GAS", "0.24", ""),
        ),
        (
            replace(_BEFORE, laboratories={}),
            ReferenceChange(ChangeSubject.LABORATORY, "LAB", "The laboratory", ""),
        ),
        (
            replace(_BEFORE, laboratories={"lab": replace(_LAB, archived=True)}),
            ReferenceChange(
                ChangeSubject.LABORATORY, "LAB", "The laboratory", "The laboratory", "archived"
            ),
        ),
        (
            replace(_BEFORE, laboratories={"lab": replace(_LAB, role=Role.VIEWER)}),
            ReferenceChange(ChangeSubject.ROLE, "LAB", "lab_manager", "viewer"),
        ),
        (
            replace(_BEFORE, rates={("CHF", 2025): ExchangeRate("CHF", 2025, Decimal("0.94"))}),
            ReferenceChange(ChangeSubject.RATE, "CHF 2025", "0.937", "0.94"),
        ),
        (
            replace(_BEFORE, rates={}),
            ReferenceChange(ChangeSubject.RATE, "CHF 2025", "0.937", ""),
        ),
        (
            replace(_BEFORE, published_years=frozenset({(_LAB.id, 2023), (_LAB.id, 2024)})),
            ReferenceChange(ChangeSubject.PUBLISHED_YEAR, "LAB", "", "2024"),
        ),
        (
            replace(_BEFORE, published_years=frozenset()),
            ReferenceChange(ChangeSubject.PUBLISHED_YEAR, "LAB", "2023", ""),
        ),
        (
            replace(_BEFORE, value_mappings={("name", "gaz"): "biomethane"}),
            ReferenceChange(
                ChangeSubject.VALUE_MAPPING, "gaz", "natural_gas", "biomethane", "name"
            ),
        ),
    ],
)
def test_that_one_change_is_named(after: Reference, change: ReferenceChange) -> None:
    assert changes_between(_BEFORE, after) == [change]


def test_that_what_is_new_is_no_change() -> None:
    other = replace(_LAB, id=LabId(UUID(int=2)), code="NEW")
    after = replace(
        _BEFORE,
        laboratories={**_BEFORE.laboratories, "new": other},
        factors={**_BEFORE.factors, "NEW": replace(_GAS, code="NEW")},
        published_years=_BEFORE.published_years | {(other.id, 2024)},
    )
    assert changes_between(_BEFORE, after) == []


def test_that_the_built_in_catalogue_says_nothing_about_laboratories() -> None:
    before = replace(_BEFORE, knows_laboratories=False)
    assert changes_between(before, replace(_BEFORE, laboratories={})) == []

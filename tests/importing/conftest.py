"""The shipped reference data, read once for all tests of the import."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.ids import LabId
from co2desk.domain.reference import History, Laboratory, Reference
from co2desk.domain.roles import Role
from co2desk.offline.builtin_catalogue import builtin_reference

_LAB, _OTHER, _FOREIGN = (LabId(UUID(int=number)) for number in (1, 2, 3))


@pytest.fixture(scope="session")
def reference() -> Reference:
    return builtin_reference(resource())


@pytest.fixture(scope="session")
def world(reference: Reference) -> Reference:
    """Three laboratories, of which one may be read only, and what laboratory A did before."""
    return replace(
        reference,
        laboratories={
            "lab-a": Laboratory(_LAB, "LAB-A", "Ours", role=Role.LAB_MANAGER),
            "lab-b": Laboratory(_OTHER, "LAB-B", "Ours too", role=Role.LAB_MEMBER),
            "lab-c": Laboratory(_FOREIGN, "LAB-C", "Theirs", role=Role.VIEWER),
        },
        knows_laboratories=True,
        history={("electricity", "kWh"): History(12, Decimal(100), Decimal(400))},
        published_years=frozenset([(_LAB, 2022)]),
    )

"""The shipped reference data, read once for all tests of the import."""

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.reference import Reference
from co2desk.offline.builtin_catalogue import builtin_reference


@pytest.fixture(scope="session")
def reference() -> Reference:
    return builtin_reference(resource())

"""What all tests share: PostgreSQL servers (see tests/postgres.py) and a temporary folder."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says more about what else the machine does than about the claim.
settings.register_profile("co2desk", deadline=None)
settings.load_profile("co2desk")

pytest_plugins = ["tests.postgres", "tests.embedded", "tests.figures"]

_made: list[Path] = []


def pytest_configure(config: pytest.Config) -> None:
    """Leave pytest's common folder: every other run closes it again while ours uses it.

    A server that runs as somebody else is let into the folders above its own.
    """
    if config.option.basetemp is None and not hasattr(config, "workerinput"):
        _made.append(Path(tempfile.mkdtemp(prefix="co2desk-tests-")))
        config.option.basetemp = str(_made[0] / "run")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    for folder in _made:
        shutil.rmtree(folder, ignore_errors=True)

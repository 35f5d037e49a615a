"""Where the steps of the packaging find and leave things."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
ENVIRONMENT = ROOT / ".venv-package"
WORK = ROOT / "build" / "pyinstaller"
ASSETS = WORK / "co2desk" / "assets"
BUNDLES = ROOT / "build" / "package"
BUNDLE = BUNDLES / "co2desk"
DIST = ROOT / "dist"

SUMMARY = "Check and import laboratory activity data for a CO2e calculator"
HOMEPAGE = "https://github.com/co2desk/co2desk"


def version() -> str:
    """The version of the program, as its package says."""
    text = (ROOT / "co2desk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("co2desk/__init__.py names no version")
    return found[1]

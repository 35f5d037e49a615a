"""Freezes the program from a clean, locked environment into build/program/co2desk, and tries it.

Usage: `make package`. The result needs no Python and no PostgreSQL on the computer.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "constraints.txt"
SPEC = ROOT / "packaging" / "installer" / "co2desk.spec"
BUILD = ROOT / "build"
SAMPLE = ROOT / "resources" / "demo" / "activities-2025.csv"
_ON_WINDOWS = sys.platform == "win32"


def main() -> None:
    """Build, then check a file and start the embedded database with what was built."""
    environment = BUILD / "package-venv"
    python = environment / ("Scripts/python.exe" if _ON_WINDOWS else "bin/python")
    venv.create(environment, with_pip=True, clear=True)
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*install, "-c", LOCK, "-e", f"{ROOT}[package]"], check=True)
    output = ["--distpath", BUILD / "program", "--workpath", BUILD / "package-work"]
    freeze = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    subprocess.run([*freeze, *output, SPEC], check=True)
    folder = BUILD / "program" / "co2desk"
    prove(folder / ("co2desk.exe" if _ON_WINDOWS else "co2desk"))
    size = sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink())
    print(f"{folder.relative_to(ROOT)}: {size / 1e6:.0f} MB")


def prove(program: Path) -> None:
    """Stop unless the frozen program finds its data, its factors and its database."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "CO2DESK_HOME": home}

        def ask(*arguments: str) -> dict[str, object]:
            done = subprocess.run(
                [program, *arguments, "--json"],
                env=environment,
                cwd=home,
                capture_output=True,
                text=True,
                check=False,
            )
            if not done.stdout:
                sys.exit(f"co2desk {' '.join(arguments)}: {done.stderr}")
            answer: dict[str, object] = json.loads(done.stdout)
            return answer

        if ask("check", str(SAMPLE), "--year", "2025")["kind"] != "activity":
            sys.exit("the frozen program does not recognise the sample file")
        if not ask("db", "status")["embedded"]:
            sys.exit("the frozen program does not start its database")


if __name__ == "__main__":
    main()

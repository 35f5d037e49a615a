"""Tries the scripts of the two Windows installers under Wine, with a payload that stands in.

What is tried: they compile, install silently, register drafts, replace an older version, and
remove everything again. The program itself cannot run there.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer import places, windows

_CLASS = r"Software\Classes\co2desk.draft"
_UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\co2desk"


def try_scripts(icon: Path) -> None:
    """Try both installers.

    Raises:
        AssertionError: something is not as it must be.
    """
    with tempfile.TemporaryDirectory(prefix="co2desk-wine-") as name:
        folder = Path(name)
        payload = folder / "payload"
        inside = payload / "_internal" / "co2desk" / "_data"
        inside.mkdir(parents=True)
        for file in (payload / "co2desk.exe", payload / "co2desk-cli.exe", inside / "été.txt"):
            file.write_text("stands in for the program", encoding="utf-8")
        (payload / "THIRD-PARTY-LICENCES.txt").touch()
        with _wine(folder / "wine") as wine:
            # Debian's Wine runs 64-bit programs only.
            setup = windows.make_setup(
                payload, icon, folder / "co2desk-setup.exe", machine="amd64-unicode"
            )
            _try_setup(wine, setup, payload)
            _try_msi(wine, windows.make_msi(payload, icon, folder / "co2desk.msi"), payload)


@dataclass(frozen=True)
class _Wine:
    """A Windows of its own in the folder `prefix`."""

    prefix: Path

    @property
    def disk(self) -> Path:
        return self.prefix / "drive_c"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all"}
        environment.pop("DISPLAY", None)
        return subprocess.run(
            ["wine", *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=300,
            check=False,
        )

    def must(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, f"{words}: {done.returncode} {done.stdout} {done.stderr}"
        return done.stdout

    def has_key(self, key: str) -> bool:
        return self.run("reg", "query", key).returncode == 0


@contextmanager
def _wine(prefix: Path) -> Iterator[_Wine]:
    made = _Wine(prefix)
    made.must("wineboot", "--init")
    try:
        yield made
    finally:
        made.run("wineboot", "--end-session", "--shutdown")


def _try_setup(wine: _Wine, setup: Path, payload: Path) -> None:
    wine.must(str(setup), "/S")
    [program] = wine.disk.glob("users/*/AppData/Local/Programs/co2desk")
    assert _files(payload) <= _files(program)
    assert wine.has_key(rf"HKCU\{_CLASS}\shell\open\command")
    told = wine.must("reg", "query", _UNINSTALL)
    assert places.version() in told, told
    assert "QuietUninstallString" in told, told
    # An older version's file goes with an update, a person's own file never.
    (program / "_internal" / "older.dll").touch()
    (program / "notes.txt").touch()
    wine.must(str(setup), "/S")
    assert not (program / "_internal" / "older.dll").exists()
    # The uninstaller copies itself away and goes on there, unless it is told its folder.
    wine.must(str(program / "uninstall.exe"), "/S", f"_?={_on_windows(wine, program)}")
    (program / "uninstall.exe").unlink(missing_ok=True)
    assert _files(program) == {"notes.txt"}, _files(program)
    for key in (_UNINSTALL, rf"HKCU\{_CLASS}", r"HKCU\Software\Classes\.co2draft"):
        assert not wine.has_key(key), key
    assert not list(wine.disk.rglob("co2desk.lnk"))
    (program / "notes.txt").unlink()


def _try_msi(wine: _Wine, package: Path, payload: Path) -> None:
    program = wine.disk / "Program Files" / "co2desk"
    wine.must("msiexec", "/i", str(package), "/qn")
    assert _files(program) == _files(payload), _files(program)
    assert wine.has_key(rf"HKLM\{_CLASS}\shell\open\command")
    assert list(wine.disk.rglob("co2desk.lnk"))
    wine.must("msiexec", "/x", str(package), "/qn")
    assert not program.exists() or not _files(program), _files(program)
    assert not wine.has_key(rf"HKLM\{_CLASS}")
    assert not list(wine.disk.rglob("co2desk.lnk"))


def _files(folder: Path) -> set[str]:
    """Relative paths of all files below `folder`."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def _on_windows(wine: _Wine, path: Path) -> str:
    return "C:\\" + str(path.relative_to(wine.disk)).replace("/", "\\")

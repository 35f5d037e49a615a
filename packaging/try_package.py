"""Installs what `make package` made where nothing is, tries it and removes it: `make test-package`.

The Debian package and the archive go into a clean Debian of their own (root and debootstrap are
needed for that), the wheel into a virtual environment.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from installer import archive, places, windows_trial
from installer.clean_root import CleanRoot, clean_root
from installer.trial import Installed, try_out

_KEYRING = ("dbus", "gnome-keyring")
_MOST_INSTALLED, _MOST_DEB, _SLOWEST = 320e6, 100e6, 1.5


def _from_tree(words: Sequence[str]) -> list[str]:
    """Run from the checkout, without it being the working folder."""
    return ["env", f"PYTHONPATH={places.ROOT}", *words]


_TREE = Installed("source tree", (sys.executable, "-m", "co2desk"), _from_tree, 0)


def main() -> None:
    """Try all of them, each beside the source tree."""
    print(f"{'':12}{'download':>10}{'installed':>11}{'window':>9}{'of tree':>9}")
    missed = False
    _described()
    for trial in (_deb, _archive, _wheel):
        try:
            missed |= trial()
        except AssertionError as problem:
            sys.exit(f"{trial.__name__.strip('_')}: {problem}")
    windows_trial.try_scripts(places.ASSETS / "co2desk.ico")
    print("The scripts of the Windows installers, with a stub for payload, under Wine: good.")
    sys.exit("a goal was missed, see above" if missed else 0)


def _described() -> None:
    """What software centres and menus read is as they want it."""
    share = places.PACKAGING / "linux" / "share"
    for command in (
        ["appstreamcli", "validate", "--no-net", str(share / "org.co2desk.co2desk.metainfo.xml")],
        ["desktop-file-validate", str(share / "org.co2desk.co2desk.desktop")],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def _deb() -> bool:
    [package] = places.DIST.glob("*.deb")
    with clean_root() as root, _shared(package) as file:
        root.install(str(file))
        size = _size(root.path / "usr/lib/co2desk")
        root.install(*_KEYRING)
        shown = root.run("dpkg-query", "-W", "-f=${Version}", "co2desk")
        assert shown == places.version(), shown
        installed = Installed("deb", ("/usr/bin/co2desk",), root.command, size)
        missed = _report(installed, package, try_out(installed, beside=_TREE))
        root.run("apt-get", "purge", "-qq", "-y", "co2desk")
        left = [path for path in root.with_name("co2desk") if "/var/lib/apt/" not in path]
        assert not left, f"left behind: {left}"
        return missed | (package.stat().st_size > _MOST_DEB)


def _archive() -> bool:
    [packed] = places.DIST.glob("*-linux-*.tar.xz")
    with clean_root() as root:
        root.install(*archive.NEEDS, *_KEYRING)
        somewhere = root.path / "opt" / "some where"
        with tarfile.open(packed) as opened:
            opened.extractall(somewhere, filter="data")
        [folder] = somewhere.iterdir()
        inside = Path("/", folder.relative_to(root.path))
        program = (str(inside / "co2desk"),)
        installed = Installed("tar.xz", program, root.command, _size(folder))
        missed = _report(installed, packed, try_out(installed, beside=_TREE))
        _integrate(root, inside)
        return missed


def _integrate(root: CleanRoot, inside: Path) -> None:
    """The menu entry comes and goes with the script beside the program."""
    data = "/root/.local/share"
    root.run("env", f"XDG_DATA_HOME={data}", str(inside / "integrate.sh"))
    entry = Path(root.path, data.lstrip("/"), "applications/org.co2desk.co2desk.desktop")
    assert f'Exec="{inside}/co2desk" %f' in entry.read_text(encoding="utf-8")
    root.run("env", f"XDG_DATA_HOME={data}", str(inside / "integrate.sh"), "--remove")
    left = [path for path in root.with_name("co2desk") if "/root/" in path]
    assert not left, f"left behind: {left}"


def _wheel() -> bool:
    [wheel] = places.DIST.glob("*.whl")
    with tempfile.TemporaryDirectory(prefix="co2desk-wheel-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        venv.create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip"]
        locked = str(places.PACKAGING / "constraints.txt")
        install = ["install", "-qq", "--disable-pip-version-check", "-c", locked, str(wheel)]
        subprocess.run([*pip, *install], check=True)
        program = (str(folder / "bin" / "co2desk"),)
        installed = Installed("wheel", program, list, _size(folder))
        painted = try_out(installed, beside=_TREE)
        subprocess.run([*pip, "uninstall", "-q", "-y", "co2desk"], check=True)
        left = [str(path) for path in folder.rglob("*co2desk*") if "__pycache__" not in path.parts]
        assert not left, f"left behind: {left}"
        # A virtual environment holds all of Qt, and Python compiles it while it is first used.
        _report(installed, wheel, painted, held=False)
        return False


def _report(
    installed: Installed, file: Path, painted: tuple[float, float], *, held: bool = True
) -> bool:
    """Print one line; returns whether a goal was missed."""
    download, ratio = file.stat().st_size, painted[0] / painted[1]
    missed = held and (installed.size > _MOST_INSTALLED or ratio > _SLOWEST)
    print(
        f"{installed.name:12}{download / 1e6:>7.1f} MB{installed.size / 1e6:>8.0f} MB"
        f"{painted[0]:>7.2f} s{ratio:>8.2f}x{'  MISSED' if missed else ''}",
        flush=True,
    )
    return missed


@contextmanager
def _shared(file: Path) -> Iterator[Path]:
    """A copy of a file below /tmp, which is the same inside and outside of a clean root."""
    with tempfile.TemporaryDirectory(prefix="co2desk-deb-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copy2(file, folder))


def _size(folder: Path) -> int:
    """Bytes of all files below `folder`."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


if __name__ == "__main__":
    main()

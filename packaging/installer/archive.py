"""Packs the program into a tar.xz that runs from wherever it is unpacked, and lists checksums."""

import hashlib
import os
import platform
import shutil
import subprocess
from pathlib import Path

from installer import places

# What the libraries inside expect from the system; PyInstaller leaves these out on purpose,
# because they belong to the graphics driver or to the fonts of the machine.
NEEDS = (
    *("fontconfig-config", "libegl1", "libgl1", "libwayland-client0", "libwayland-cursor0"),
    *("libwayland-egl1", "libx11-data", "libxcb1", "xkb-data"),
)

_README = """\
co2desk {version} for Linux ({machine}), Debian 12, Ubuntu 24.04 or newer

Run ./co2desk, from wherever this folder is. Nothing needs to be installed.
./integrate.sh adds it to your menu and opens .co2draft files with it;
./integrate.sh --remove takes both away again.

The window needs these libraries of the system (Debian's names):
  {needs}
"""


def pack(bundle: Path) -> Path:
    """Write the archive, and return its path."""
    version, machine = places.version(), platform.machine()
    name = f"co2desk-{version}-linux-{machine}"
    folder = places.BUNDLES / name
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["cp", "--archive", "--link", str(bundle), str(folder)], check=True)
    shutil.copytree(places.PACKAGING / "linux" / "share", folder / "share")
    for source in sorted(places.ASSETS.glob("co2desk-*.png")):
        shutil.copy2(source, folder / "share")
    shutil.copy2(places.PACKAGING / "linux" / "integrate.sh", folder)
    for text in ("LICENSE", "NOTICE"):
        shutil.copy2(places.ROOT / text, folder)
    readme = _README.format(version=version, machine=machine, needs=" ".join(NEEDS))
    (folder / "README.txt").write_text(readme, encoding="utf-8")
    path = _compressed(folder, places.DIST / f"{name}.tar.xz")
    shutil.rmtree(folder)
    return path


def pack_guides(site: Path) -> Path:
    """Write the site of the guides as an archive, for an intranet; returns its path."""
    return _compressed(site, places.DIST / f"co2desk-{places.version()}-guides.tar.xz")


def _compressed(folder: Path, path: Path) -> Path:
    """Write `folder` into the archive `path`, the same bytes for the same contents."""
    with path.open("wb") as target:
        with subprocess.Popen(
            [
                *("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
                *(f"--mtime=@{moment()}", "--directory", str(folder.parent), folder.name),
            ],
            stdout=subprocess.PIPE,
        ) as tar:
            subprocess.run(["xz", "-6", "-T0", "-c"], stdin=tar.stdout, stdout=target, check=True)
        if tar.returncode:
            raise OSError("tar failed")
    return path


def moment() -> str:
    """The time that all packed files bear: that of the last commit, or SOURCE_DATE_EPOCH."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    said = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=places.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "0"


def write_checksums(files: list[Path]) -> Path:
    """Write SHA256SUMS as `sha256sum -c` reads it."""
    path = places.DIST / "SHA256SUMS"
    lines = []
    for file in sorted(files):
        with file.open("rb") as content:
            lines.append(f"{hashlib.file_digest(content, 'sha256').hexdigest()}  {file.name}\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path

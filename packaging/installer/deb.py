"""Packs the program into a Debian package whose Depends are read from its own binaries.

Libraries that Debian has are left out of it: the system's own get the security updates.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from email.utils import formatdate
from pathlib import Path

from installer import assets, contents, places
from installer.archive import moment

LIBRARY = Path("usr/lib/co2desk")
# What bundled libraries read from the system, which no linker knows of.
_DATA = ("fontconfig-config", "libx11-data", "xkb-data")
_MAINTAINER = "co2desk contributors <co2desk@localhost.invalid>"

_CONTROL = """\
Package: co2desk
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: ca-certificates, fonts-dejavu-core, xdg-desktop-portal
Suggests: gnome-keyring | kwalletmanager
Section: science
Priority: optional
Homepage: {homepage}
Description: {summary}
 co2desk reads spreadsheets and CSV files of laboratories' activities, checks
 every row, says what is wrong in which cell and how to go on, and commits the
 good rows to a shared PostgreSQL database in one transaction that can be
 undone. It works offline too, and brings a PostgreSQL of its own along.
"""


def pack(bundle: Path) -> Path:
    """Write the package into dist/, and return its path."""
    architecture = _said("dpkg", "--print-architecture")
    path = places.DIST / f"co2desk_{places.version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=places.BUNDLES) as folder:
        root = Path(folder) / "root"
        _fill(root, bundle)
        depends = depends_of(root / LIBRARY)
        size = int(_said("du", "--summarize", "--apparent-size", "-k", str(root)).split()[0])
        (root / "DEBIAN").mkdir()
        control = _CONTROL.format(
            version=places.version(),
            architecture=architecture,
            maintainer=_MAINTAINER,
            size=size,
            depends=depends,
            homepage=places.HOMEPAGE,
            summary=places.SUMMARY,
        )
        (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
        _set_modes(root)
        _write_sums(root)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(path)],
            env={**os.environ, "SOURCE_DATE_EPOCH": moment()},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return path


def depends_of(bundle: Path) -> str:
    """What the binaries in `bundle` need from Debian, with the versions of their symbols.

    Raises:
        OSError: dpkg-shlibdeps (of the package dpkg-dev) says no.
    """
    with tempfile.TemporaryDirectory() as folder:
        control = Path(folder, "debian", "control")
        control.parent.mkdir()
        control.write_text("Source: co2desk\n\nPackage: co2desk\nArchitecture: any\n")
        binaries = [path for path in bundle.rglob("*") if path.is_file() and _is_elf(path)]
        own = sorted({str(path.parent) for path in binaries})
        said = subprocess.run(
            ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
            + [f"-l{place}" for place in own]
            + [f"-e{path}" for path in binaries],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if said.returncode:
        raise OSError(said.stderr)
    found = said.stdout.strip().removeprefix("shlibs:Depends=").split(", ")
    return ", ".join(sorted({*found, *_DATA}))


def _fill(root: Path, bundle: Path) -> None:
    """Lay the files where the Filesystem Hierarchy Standard wants them."""
    share, source = root / "usr/share", places.PACKAGING / "linux"
    (root / LIBRARY).parent.mkdir(parents=True)
    subprocess.run(["cp", "--archive", "--link", str(bundle), str(root / LIBRARY)], check=True)
    for package in contents.system_packages():
        for library in package.libraries:
            (root / LIBRARY / "_internal" / library).unlink()
    (root / "usr/bin").mkdir()
    (root / "usr/bin/co2desk").symlink_to("../lib/co2desk/co2desk")
    for folder, name in (
        ("applications", "org.co2desk.co2desk.desktop"),
        ("metainfo", "org.co2desk.co2desk.metainfo.xml"),
        ("mime/packages", "co2desk.xml"),
    ):
        (share / folder).mkdir(parents=True)
        shutil.copy2(source / "share" / name, share / folder)
    icons = share / "icons" / "hicolor"
    for size in assets.SIZES:
        (icons / f"{size}x{size}" / "apps").mkdir(parents=True)
        shutil.copy2(
            places.ASSETS / f"co2desk-{size}.png", icons / f"{size}x{size}" / "apps" / "co2desk.png"
        )
    (icons / "scalable" / "apps").mkdir(parents=True)
    shutil.copy2(places.ASSETS / "co2desk.svg", icons / "scalable" / "apps")
    _write_compressed(source / "co2desk.1", share / "man/man1/co2desk.1.gz")
    doc = share / "doc" / "co2desk"
    doc.mkdir(parents=True)
    shutil.copy2(source / "copyright", doc)
    shutil.copytree(places.PACKAGING / "server", doc / "server")
    (doc / "changelog.gz").write_bytes(gzip.compress(_changelog().encode(), mtime=0))


def _changelog() -> str:
    day = formatdate(int(moment()))
    return (
        f"co2desk ({places.version()}) stable; urgency=medium\n\n"
        f"  * See CHANGELOG.md of this version at {places.HOMEPAGE}\n\n -- {_MAINTAINER}  {day}\n"
    )


def _write_compressed(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    target.write_bytes(gzip.compress(source.read_bytes(), mtime=0))


def _set_modes(root: Path) -> None:
    """Readable by all and writable by root alone, whatever the umask of the builder was.

    The program's own files are hard links to the bundle, and right there too.
    """
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or (path.stat().st_mode & 0o100 and path.suffix != ".so")
        path.chmod(0o755 if runs else 0o644)


def _write_sums(root: Path) -> None:
    lines = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            with path.open("rb") as content:
                digest = hashlib.file_digest(content, "md5").hexdigest()  # what dpkg expects
            lines.append(f"{digest}  {path.relative_to(root)}\n")
    target = root / "DEBIAN" / "md5sums"
    target.write_text("".join(lines), encoding="utf-8")
    target.chmod(0o644)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

"""Builds what people install: `make package`. Everything ends in dist/.

It makes `.venv-package` with the locked versions first, and goes on inside it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from installer import environment, places

_INSIDE = "--inside-the-environment"


def main() -> None:
    """Build the bundle and, on Linux, the packages around it."""
    if sys.argv[1:] != [_INSIDE]:
        environment.prepare()
        sys.exit(subprocess.run([environment.python(), __file__, _INSIDE], check=False).returncode)
    from installer import archive, assets, bundle, licences, sbom

    shutil.rmtree(places.DIST, ignore_errors=True)
    places.DIST.mkdir()
    assets.make()
    built = bundle.build()
    terms = licences.write(built)
    made = [
        sbom.write(places.DIST / f"co2desk-{places.version()}.cdx.json"),
        Path(shutil.copy2(terms, places.DIST)),
        _wheel(),
    ]
    if sys.platform == "linux":
        made += _linux(built)
    made.append(archive.write_checksums(made))
    _report(built, made)


def _linux(built: Path) -> list[Path]:
    from installer import archive, deb

    return [deb.pack(built), archive.pack(built), archive.pack_guides(_guides())]


def _guides() -> Path:
    """The site of the guides, built where everything for development is.

    What builds it must not be where the program is built: some libraries would take it along.
    """
    python = places.ROOT / ".venv" / "bin" / "python"
    subprocess.run([python, places.PACKAGING / "build_docs.py"], check=True)
    return places.ROOT / "build" / "site"


def _wheel() -> Path:
    """The wheel that `pip install` takes."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps"]
    command += ["--disable-pip-version-check", "--wheel-dir", str(places.DIST), str(places.ROOT)]
    subprocess.run(command, check=True)
    return places.DIST / f"co2desk-{places.version()}-py3-none-any.whl"


def _report(built: Path, made: list[Path]) -> None:
    size = sum(path.stat().st_size for path in built.rglob("*") if not path.is_symlink())
    print(f"\n{built.relative_to(places.ROOT)}: {size / 1e6:.0f} MB")
    for path in made:
        print(f"{path.relative_to(places.ROOT)}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

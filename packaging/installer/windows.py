"""Compiles the two installers for Windows; both compilers run on Linux too."""

import os
import subprocess
from pathlib import Path

from installer import places

_SCRIPTS = places.PACKAGING / "windows"


def make_setup(payload: Path, icon: Path, target: Path, *, machine: str = "x86-unicode") -> Path:
    """Compile the per-user setup with NSIS; returns its path.

    `machine` is the setup's own kind, "x86-unicode" runs on every Windows; the payload is what
    it is.
    """
    defined = {
        "VERSION": places.version(),
        "PAYLOAD": payload.absolute(),
        "ICON": icon.absolute(),
        "OUTPUT": target.absolute(),
        "TARGET": machine,
    }
    flags = [f"-D{name}={value}" for name, value in defined.items()]
    script = str(_SCRIPTS / "co2desk.nsi")
    subprocess.run(["makensis", "-V2", "-INPUTCHARSET", "UTF8", *flags, script], check=True)
    return target


def make_msi(payload: Path, icon: Path, target: Path) -> Path:
    """Compile the package for administrators with wixl; returns its path."""
    place = target.parent
    # wixl takes relative paths only.
    source, picture = (os.path.relpath(path, place) for path in (payload, icon))
    listed = "".join(
        f"{source}{os.sep}{path.relative_to(payload)}\n"
        for path in sorted(payload.rglob("*"))
        if path.is_file()
    )
    heat = ["wixl-heat", "--prefix", f"{source}{os.sep}", "--directory-ref", "INSTALLDIR"]
    heat += ["--component-group", "Payload", "--var", "var.PAYLOAD", "--win64"]
    made = subprocess.run(heat, cwd=place, input=listed, capture_output=True, text=True, check=True)
    fragment = target.with_suffix(".payload.wxs")
    fragment.write_text(made.stdout, encoding="utf-8")
    defined = {"VERSION": places.version(), "PAYLOAD": source, "ICON": picture}
    defined["Win64"] = "yes"  # what wixl-heat writes at every component
    flags = [word for name, value in defined.items() for word in ("-D", f"{name}={value}")]
    scripts = [os.path.relpath(_SCRIPTS / "co2desk.wxs", place), fragment.name]
    subprocess.run(
        ["wixl", "--arch", "x64", *flags, "-o", target.name, *scripts], cwd=place, check=True
    )
    fragment.unlink()
    return target

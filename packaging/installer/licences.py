"""Gathers the licences of everything in the program that others made, in one file."""

import importlib.metadata
import re
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from installer import contents, places

NAME = "THIRD-PARTY-LICENCES.txt"
_TELLING = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
_COMMON = Path("/usr/share/common-licenses")
_RULE = "=" * 100

_HEAD = """\
What co2desk {version} ships that others made, and under which terms.

Qt and PySide6 (LGPL-3.0), psycopg (LGPL-3.0), and the libraries of the system are linked
dynamically: each is a file of its own in the folder of the program and may be replaced by another
version of it. The sources of Qt are with the Qt project, those of the libraries of the system with
Debian, those of Python packages with the Python Package Index, each by name and version.
The data that ships with co2desk has terms of its own: see LICENCES.md among the resources.
"""


def write(bundle: Path) -> Path:
    """Write the file beside the program, and return its path."""
    path = bundle / NAME
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD.format(version=places.version()))
        for title, texts in _parts():
            file.write(f"\n{_RULE}\n{title}\n{_RULE}\n\n")
            file.write("\n\n".join(text.strip() for text in texts) + "\n")
    return path


def _parts() -> Iterator[tuple[str, list[str]]]:
    yield f"Python {sys.version.split()[0]}", [_python_licence()]
    for found in contents.distributions():
        yield _title(found), _texts(found)
    for package in contents.system_packages():
        held = ", ".join(package.libraries)
        file = Path("/usr/share/doc", package.name, "copyright")
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        yield f"Debian package {package.name} {package.version} ({held})", [text]
    for name in ("LGPL-2.1", "LGPL-3", "GPL-2", "GPL-3", "Apache-2.0"):
        if (_COMMON / name).is_file():
            yield f"Text of the {name}", [(_COMMON / name).read_text(encoding="utf-8")]


def _title(found: importlib.metadata.Distribution) -> str:
    about = found.metadata.json
    terms = str(about.get("license_expression") or about.get("license") or "")
    if not terms or len(terms) > 80:
        kinds = [kind for kind in about.get("classifier", ()) if kind.startswith("License ::")]
        terms = ", ".join(kind.rpartition(":: ")[2] for kind in kinds)
    return f"{found.name} {found.version}" + (f" ({terms})" if terms else "")


def _texts(found: importlib.metadata.Distribution) -> list[str]:
    """Licence files of a package; a line where it brings none."""
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
        for file in found.files or ()
        if ".dist-info" in str(file.parent)
        and (_TELLING.search(file.name) or file.parent.name == "licenses")
        and Path(str(file.locate())).is_file()
    ]
    return texts or ["The package brings no text; see the terms named above."]


def _python_licence() -> str:
    library = Path(sysconfig.get_path("stdlib"))
    for file in (library / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt")):
        if file.is_file():
            return file.read_text(encoding="utf-8")
    for file in Path("/usr/share/doc").glob(f"python3.{sys.version_info.minor}*/copyright"):
        return file.read_text(encoding="utf-8")
    return "https://docs.python.org/3/license.html"

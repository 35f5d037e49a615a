"""Draws the icons in the shapes that systems ask for, and the version resource of Windows."""

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installer import places

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ARTWORK = places.ROOT / "resources" / "icons" / "co2desk.svg"

_VERSION_INFO = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "co2desk contributors"),
      StringStruct("FileDescription", {summary!r}),
      StringStruct("FileVersion", {version!r}),
      StringStruct("InternalName", "co2desk"),
      StringStruct("LegalCopyright", "Apache License 2.0"),
      StringStruct("OriginalFilename", "co2desk.exe"),
      StringStruct("ProductName", "co2desk"),
      StringStruct("ProductVersion", {version!r})])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])])
  ]
)
"""


def make() -> Path:
    """Write all of them into a folder, and return it."""
    folder = places.ASSETS
    folder.mkdir(parents=True, exist_ok=True)
    application = QCoreApplication.instance() or QCoreApplication([])
    for size in SIZES:
        _save(_drawn(size), folder / f"co2desk-{size}.png")
    _save(_drawn(256), folder / "co2desk.ico")
    _save(_drawn(512), folder / "co2desk.icns")
    del application
    shutil.copy2(ARTWORK, folder / "co2desk.svg")
    version = places.version()
    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    (folder / "version.txt").write_text(version, encoding="utf-8")
    (folder / "version-info.txt").write_text(
        _VERSION_INFO.format(numbers=numbers, summary=places.SUMMARY, version=version),
        encoding="utf-8",
    )
    return folder


def _drawn(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ARTWORK)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise OSError(f"Qt cannot write {path.name}")

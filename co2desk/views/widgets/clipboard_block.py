"""The clipboard as a spreadsheet fills it: lines of cells with tabs between them."""

import csv
import io

from PySide6.QtGui import QGuiApplication


def clipboard_block() -> list[list[str]]:
    """The cells that were copied, quoted ones in one piece; nothing where no text was."""
    return list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))

"""Asks where an export is to go; its name follows the format that the person chooses."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_SUFFIX = re.compile(r"\*(\.[a-z0-9]+)")


def follow_format(dialog: QFileDialog) -> None:
    """Let the suffix of the name in `dialog` be that of the chosen name filter."""

    def follow(name_filter: str) -> None:
        found = _SUFFIX.search(name_filter)
        chosen = dialog.selectedFiles()
        if found and chosen:
            dialog.setDefaultSuffix(found[1])
            dialog.selectFile(Path(chosen[0]).with_suffix(found[1]).name)

    dialog.filterSelected.connect(follow)


def ask_export_name(
    parent: QWidget, title: str, name: str, then: Callable[[str], None]
) -> QFileDialog:
    """Ask where a list is to go, as a workbook, as CSV or as PDF; `then(name)` hears it."""
    dialog = QFileDialog(parent, title, name)
    dialog.setObjectName("export_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    translate = QCoreApplication.translate
    dialog.setNameFilters(
        [
            translate("ExportName", "Excel workbook (*.xlsx)"),
            translate("ExportName", "CSV (*.csv)"),
            "PDF (*.pdf)",
        ]
    )
    follow_format(dialog)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog

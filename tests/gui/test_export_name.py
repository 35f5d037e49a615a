"""Choosing a format in the export dialog changes the name, which decides what is written."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from co2desk.views.export_name import follow_format

pytestmark = pytest.mark.gui


def test_that_the_name_takes_the_suffix_of_the_chosen_format(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path / "results.xlsx"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)", "PDF (*.pdf)"])
    follow_format(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    formats = dialog.findChild(QComboBox, "fileTypeCombo")
    assert formats is not None
    with qtbot.waitSignal(dialog.filterSelected):
        formats.setFocus()
        qtbot.keyClicks(formats, "P")
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "results.pdf"

"""Leaves out all rows with one problem at once."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from co2desk.services.preparation.review_snapshot import ProblemGroup
from co2desk.views.imports.wizard.correction_bar import CorrectionBar
from co2desk.views.issue_titles import issue_title
from co2desk.views.surroundings import Surroundings


class SkipBar(CorrectionBar):
    """`skip_wanted(ProblemGroup)`; for problems of a row as a whole."""

    skip_wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("skip_bar", "skip_close", parent)
        self._formats = around.formats
        self._group: ProblemGroup | None = None
        self._what = QLabel(self)
        self._skip = QPushButton(self)
        self._skip.setObjectName("skip_all")
        self._skip.clicked.connect(self._skip_them)
        self.row.addWidget(self._what)
        self.end_with(self._skip)

    def offer(self, group: ProblemGroup) -> None:
        """Offer to leave the rows of a problem out."""
        self._group = group
        self._what.setText(issue_title(group.code))
        text = self.tr("Skip these %n rows", "", group.count)
        self._skip.setText(self._formats.counted(text, group.count))
        self.show()
        self._skip.setFocus()

    @Slot()
    def _skip_them(self) -> None:
        group, self._group = self._group, None
        if group is not None:
            self.skip_wanted.emit(group)
        self.hide()

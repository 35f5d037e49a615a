"""Rows that an import left behind: corrected here, then committed to the same import."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.domain.errors import OF_THE_LINK
from co2desk.domain.import_job import ImportJob
from co2desk.models.worklist_model import WorklistModel
from co2desk.services.import_file import ImportResult
from co2desk.services.imports import Imports, WorklistRow
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.errands import ask, failure_text
from co2desk.views.first_size import fit_screen
from co2desk.views.imports.worklist_table import WorklistTable
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import heading, secondary, set_look

_PROBLEM_WIDTH = 380


class WorklistWindow(QDialog):
    """`wrote` after corrected rows were committed."""

    wrote = Signal()

    def __init__(
        self,
        around: Surroundings,
        imports: Imports,
        job: ImportJob,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._imports = imports
        self._job = job
        self.setObjectName("worklist_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Worklist of %1").replace("%1", job.filename))
        fit_screen(self, 1000, 560)
        self._notes = MessageBar(around.icons, self)
        self._notes.action_chosen.connect(self._read_again)
        self._model = WorklistModel(self.tr("What is wrong"), around.messages.issue, self)
        self._model.corrected.connect(self._corrected)
        self._table = WorklistTable(around, self._model, self)
        self._table.setAccessibleName(self.windowTitle())
        self._table.did_not_fit.connect(self._did_not_fit)
        self._table.selectionModel().currentRowChanged.connect(self._say_what_is_wrong)
        self._wrong = self._make_wrong()
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        self._commit = QPushButton(self.tr("Check and commit corrected rows"), self)
        self._commit.setObjectName("worklist_commit")
        self._commit.setProperty("look", "primary")
        self._commit.setEnabled(False)
        self._commit.clicked.connect(self._commit_rows)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._commit)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(heading(self.windowTitle(), self))
        box.addWidget(
            secondary(
                self.tr(
                    "These rows were not committed. Correct their cells; rows that are right then "
                    "join the same import, the others stay here."
                ),
                self,
            )
        )
        box.addWidget(self._notes)
        box.addWidget(self._table, 1)
        box.addWidget(self._wrong)
        box.addLayout(buttons)
        self._read()

    def _make_wrong(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("worklist_wrong")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        # Two lines, so that the table does not jump.
        label.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        set_look(label, "error")
        return label

    def _read(self) -> None:
        ask(
            self._around.runner,
            lambda _: self._imports.worklist(self._job.id),
            self._came,
            self._failed,
        )

    @Slot()
    def _read_again(self) -> None:
        self._notes.clear()
        self._read()

    @Slot(object)
    def _came(self, rows: Sequence[WorklistRow]) -> None:
        self._model.show_rows(rows)
        self._table.resizeColumnsToContents()
        # What is wrong stands first, where the eye begins.
        heads = self._table.horizontalHeader()
        if rows:
            heads.moveSection(heads.visualIndex(heads.count() - 1), 0)
            heads.resizeSection(heads.count() - 1, _PROBLEM_WIDTH)
        self._commit.setEnabled(False)
        self._wrong.clear()
        if rows:
            self._table.setCurrentIndex(self._model.index(0, 0))
        else:
            self._notes.say(Tone.GOOD, self.tr("Nothing is left on this worklist."))

    @Slot(QModelIndex)
    def _say_what_is_wrong(self, now: QModelIndex) -> None:
        """Say all that is wrong in the row, for which its column is too narrow."""
        what = now.siblingAtColumn(self._model.columnCount() - 1)
        self._wrong.setText(str(what.data()) if what.isValid() else "")

    def reject(self) -> None:
        """Close; what was corrected and not committed is not thrown away unasked."""
        if not self._model.corrections:
            super().reject()
            return
        sure = Confirm(
            self._around.icons,
            self.tr("Close without committing?"),
            self.tr("What you corrected here was not committed and would be lost."),
            self.tr("Close and lose it"),
            parent=self,
        )
        sure.agreed.connect(self._give_up)
        sure.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same by the window's own button."""
        if self._model.corrections:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    @Slot(str)
    def _give_up(self, _typed: str) -> None:
        self._model.show_rows(())
        super().reject()

    @Slot()
    def _corrected(self) -> None:
        self._commit.setEnabled(bool(self._model.corrections))

    @Slot()
    def _commit_rows(self) -> None:
        corrections = {row: dict(cells) for row, cells in self._model.corrections.items()}
        self._commit.setEnabled(False)
        ask(
            self._around.runner,
            lambda progress: self._imports.commit_worklist(
                self._job.id, corrections, progress=progress
            ),
            self._committed,
            self._failed,
            label=self.tr("Committing corrected rows…"),
            lane="writing",
        )

    @Slot(object)
    def _committed(self, result: ImportResult) -> None:
        self._notes.say(
            Tone.GOOD if result.rows_valid else Tone.WARNING,
            self._told(result.rows_valid, result.rows_error),
        )
        self._read()
        self.wrote.emit()

    @Slot(int)
    def _did_not_fit(self, rows: int) -> None:
        text = self.tr("%n pasted rows did not fit below the last row and were left out.", "", rows)
        self._notes.say(Tone.WARNING, self._around.formats.counted(text, rows))

    def _told(self, committed: int, left: int) -> str:
        counted = self._around.formats.counted
        return (
            counted(self.tr("%n rows of this import are committed now", "", committed), committed)
            + ", "
            + counted(self.tr("%n are still in error.", "", left), left)
        )

    @Slot(object)
    def _failed(self, error: object) -> None:
        # Without rows there is nothing to send: they are to be read first.
        unread = not self._model.rowCount() and getattr(error, "code", None) in OF_THE_LINK
        again = self.tr("Try again") if unread else ""
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error), again)
        self._corrected()

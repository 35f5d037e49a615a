"""What an import wrote, and where to go from there."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.ids import ImportJobId
from co2desk.domain.import_job import UndoOutcome
from co2desk.services.import_file import ImportResult, ImportStatus
from co2desk.services.summarise import ResultFilter
from co2desk.views.imports.undo_notice import kept_by_undo
from co2desk.views.imports.undo_words import UndoWords
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import Pictogram, heading


class CommitResult(QWidget):
    """What the buttons ask for.

    `place_wanted(Place)`, `worklist_wanted(job id)`, `undo_wanted(job id)`, `another_wanted`.
    """

    place_wanted = Signal(object)
    undo_wanted = Signal(object)
    worklist_wanted = Signal(object)
    another_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._result: ImportResult | None = None
        self._filename = ""
        self._added_to = ResultFilter()
        self._icon = Pictogram(around.icons, "good", "good", 32, self)
        self._title = heading("", self)
        self._title.setObjectName("result_title")
        self._text = QLabel(self)
        self._text.setObjectName("result_text")
        self._text.setWordWrap(True)
        self._activities = self._button(
            "show_activities", self.tr("Show the activities"), self._show_activities
        )
        self._activities.setProperty("look", "primary")
        self._results = self._button("show_results", self.tr("See the results"), self._show_results)
        self._imports = self._button("show_import", self.tr("Show the import"), self._show_import)
        self._worklist = self._button(
            "open_worklist", self.tr("Open the worklist…"), self._open_worklist
        )
        around.icons.put(self._worklist, "warning")
        self._undo = self._button("undo_import", self.tr("Undo this import…"), self._ask_undo)
        around.icons.put(self._undo, "undo")
        self._kept = self._button("show_kept", UndoWords().show_kept(), self._show_kept)
        another = self._button(
            "import_another", self.tr("Import another file"), self._ask_for_another
        )
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._icon)
        first.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (
            self._activities,
            self._results,
            self._worklist,
            self._imports,
            self._kept,
            another,
            self._undo,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(12)
        box.addLayout(first)
        box.addWidget(self._text)
        box.addLayout(buttons)
        box.addStretch(1)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _button(self, name: str, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def show_result(
        self, result: ImportResult, lab_code: str, year: int | None, filename: str
    ) -> None:
        """Say what happened."""
        self._result = result
        self._filename = filename
        self._added_to = ResultFilter(lab_codes=(lab_code,), year=year)
        counted = self._around.formats.counted
        done = result.status is ImportStatus.COMPLETED
        self._icon.show_icon("good" if done else "warning", "good" if done else "warning")
        if not done:
            self._title.setText(self.tr("Nothing was written"))
            text = self.tr(
                "%n rows are in error. Correct them, or commit the valid rows only.",
                "",
                result.rows_error,
            )
            self._text.setText(counted(text, result.rows_error))
        else:
            self._title.setText(
                counted(
                    self.tr("%n activities were committed to %1", "", result.rows_valid),
                    result.rows_valid,
                ).replace("%1", lab_code)
            )
            lines = [self._around.formats.co2e(result.co2e_kg)]
            if result.rows_error:
                waiting = self.tr(
                    "%n rows in error wait on the worklist of this import.", "", result.rows_error
                )
                lines.append(counted(waiting, result.rows_error))
            if result.already_committed:
                lines.append(self.tr("They had reached the database already; nothing was doubled."))
            self._text.setText("\n".join(lines))
        for button in (self._activities, self._results, self._imports, self._undo):
            button.setVisible(result.job_id is not None)
        self._kept.hide()
        self._worklist.setVisible(result.job_id is not None and result.rows_error > 0)

    def take_focus(self) -> None:
        """Go to what is most likely done next: the button that had the focus is gone."""
        self._activities.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undone(self, job_id: ImportJobId, outcome: UndoOutcome) -> None:
        """Say that the import of this result was taken out again; another's is no concern."""
        if self._result is None or self._result.job_id != job_id:
            return
        tone = "warning" if outcome.kept else "good"
        self._icon.show_icon(tone, tone)
        self._title.setText(self.tr("This import was undone"))
        self._text.setText(UndoWords().text(outcome, self._around.formats))
        for button in (self._activities, self._results, self._worklist, self._undo):
            button.hide()
        self._kept.setVisible(bool(outcome.kept))

    @Slot()
    def _show_activities(self) -> None:
        if self._result is not None:
            wanted = ActivityFilter(import_job_id=self._result.job_id)
            self.place_wanted.emit(Place(PageId.ACTIVITIES, wanted))

    @Slot()
    def _show_results(self) -> None:
        self.place_wanted.emit(Place(PageId.RESULTS, self._added_to))

    @Slot()
    def _show_kept(self) -> None:
        if self._result is not None and self._result.job_id is not None:
            self.place_wanted.emit(kept_by_undo(self._result.job_id))

    @Slot()
    def _show_import(self) -> None:
        if self._result is not None:
            self.place_wanted.emit(Place(PageId.IMPORTS, self._result.job_id))

    @Slot()
    def _open_worklist(self) -> None:
        if self._result is not None:
            self.worklist_wanted.emit(self._result.job_id)

    @Slot()
    def _ask_for_another(self) -> None:
        self.another_wanted.emit()

    @Slot()
    def _ask_undo(self) -> None:
        if self._result is not None:
            count = self._result.rows_valid
            dialog = UndoWords().question(self._around, count, self._filename, self)
            dialog.agreed.connect(self._want_undo)
            dialog.open()

    @Slot(str)
    def _want_undo(self, _typed: str) -> None:
        if self._result is not None:
            self.undo_wanted.emit(self._result.job_id)

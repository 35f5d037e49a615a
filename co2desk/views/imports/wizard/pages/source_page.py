"""Step 1: the file, how it was read, and for which laboratory and year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from co2desk.domain.reference import Laboratory
from co2desk.importing.readers.encodings import Candidate
from co2desk.importing.table import ReadOptions, SkippedRow, SkipReason
from co2desk.models.import_session import ImportSession
from co2desk.models.likely_year import likely_year
from co2desk.models.preview_model import PreviewModel
from co2desk.models.task_runner import Task
from co2desk.views.imports.wizard.encodings_dialog import EncodingsDialog
from co2desk.views.imports.wizard.source_choices import SourceChoices
from co2desk.views.imports.wizard.wizard_page import WizardPage
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import ROW_HEIGHT
from co2desk.views.widgets.empty_state import EmptyState
from co2desk.views.widgets.task_panel import TaskPanel
from co2desk.views.widgets.text import SUBHEADING_SCALE, ElidedLabel, heading, secondary
from co2desk.views.words import skip_word

_FIRST_YEAR = 1990


class SourcePage(WizardPage):
    """`file_wanted` asks the window for a file dialog; drops and pastes reach the window too."""

    file_wanted = Signal()

    def __init__(
        self, around: Surroundings, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, session, parent)
        self._only_lab = ""
        self._labs: frozenset[str] = frozenset()
        self._meant_for: str | None = None
        self._stack = QStackedWidget(self)
        empty = EmptyState(
            around.icons,
            "imports",
            self.tr("Which file do you want to import?"),
            self.tr(
                "Drop a CSV or Excel file here, or paste rows copied from a spreadsheet (Ctrl+V). "
                "Nothing is written until you commit."
            ),
            action=self.tr("Choose a file…"),
        )
        empty.button.setObjectName("choose_file")
        empty.action_chosen.connect(self.file_wanted)
        self._stack.addWidget(empty)
        self._stack.addWidget(self._make_found())
        self._working = TaskPanel(around, self)
        self._stack.addWidget(self._working)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        session.inspected.connect(self._show)
        session.began.connect(self._choose_what_is_clear)
        session.failed.connect(self._stopped)
        session.cancelled.connect(self._stopped)
        session.encodings_came.connect(self._show_encodings)
        self.setFocusProxy(empty.button)

    def choose_laboratory(self, code: str) -> None:
        """Choose a laboratory as if by hand."""
        self._lab_chosen(code)

    def expect_laboratory(self, code: str | None) -> None:
        """The file that comes is meant for this laboratory, and chosen for no other one.

        None for a file that may be anybody's.
        """
        self._meant_for = code

    def follow(self, task: Task) -> None:
        """Show that the file is being read."""
        self._working.follow(task)
        self._stack.setCurrentWidget(self._working)

    @Slot()
    def compare_encodings(self) -> None:
        """Show how the file looks in each encoding."""
        if self.session.inspection is not None:
            self.session.compare_encodings()

    @Slot(object)
    def _show_encodings(self, found: Sequence[Candidate]) -> None:
        seen = self.session.inspection
        if seen is not None:
            dialog = EncodingsDialog(self.around, found, seen.encoding, self)
            dialog.chosen.connect(self._reading.choose_encoding)
            dialog.open()

    @Slot()
    def _stopped(self) -> None:
        seen = self.session.inspection
        self._stack.setCurrentIndex(0 if seen is None else 1)
        if seen is not None:  # what was tried in vain is not what is in force
            self._reading.show_choices(seen, self.session.options, self.session.choices.kind)

    @property
    def knows_laboratories(self) -> bool:
        """Whether there are any to choose from."""
        return bool(self._labs)

    def offer_labs(self, labs: Sequence[Laboratory]) -> None:
        """Offer the laboratories that the person may write to."""
        pairs: list[tuple[object, str]] = [("", self.tr("Choose a laboratory…"))]
        pairs += [(lab.code, f"{lab.code} – {lab.name}") for lab in labs]
        self._only_lab = labs[0].code if len(labs) == 1 else ""
        self._labs = frozenset(lab.code for lab in labs)
        self._lab.offer(pairs, self.session.choices.lab_code)
        self._choose_what_is_clear()

    def _make_found(self) -> QWidget:
        found = QWidget(self)
        self._name = ElidedLabel("", found)
        font = heading("", found, SUBHEADING_SCALE).font()
        self._name.setFont(font)
        self._name.setObjectName("file_name")
        other = QPushButton(self.tr("Choose another file…"), found)
        other.setObjectName("choose_other_file")
        other.clicked.connect(self.file_wanted)
        self._summary = secondary("", found)
        self._summary.setObjectName("file_summary")
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(other)
        self._lab = ChoiceBox("lab", self.tr("&Laboratory"), found)
        self._lab.chosen.connect(self._lab_chosen)
        self._year = ChoiceBox("year", self.tr("Reporting &year"), found)
        self._year.chosen.connect(self._year_chosen)
        self._reading = SourceChoices(self.around.messages, found)
        self._reading.options_chosen.connect(self._reread)
        self._reading.kind_chosen.connect(self._kind_chosen)
        self._reading.comparison_wanted.connect(self.compare_encodings)
        belongs = QGridLayout()
        belongs.setHorizontalSpacing(12)
        belongs.setVerticalSpacing(4)
        for column, box in enumerate((self._lab, self._year)):
            belongs.addWidget(box.label, 0, column)
            belongs.addWidget(box, 1, column)
        belongs.setColumnStretch(2, 1)
        self._left_out = secondary("", found)
        self._left_out.setObjectName("left_out")
        self._left_out.setTextFormat(Qt.TextFormat.PlainText)  # it quotes the file
        layout = QVBoxLayout(found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addWidget(self._summary)
        layout.addSpacing(4)
        layout.addLayout(belongs)
        layout.addSpacing(4)
        layout.addWidget(heading(self.tr("How the file was read"), found, 1.0))
        layout.addWidget(self._reading)
        layout.addWidget(self._left_out)
        layout.addWidget(self._make_preview(found), 1)
        return found

    def _make_preview(self, found: QWidget) -> QTableView:
        self._model = PreviewModel(self)
        self._table = QTableView(found)
        self._table.setObjectName("preview")
        self._table.setAccessibleName(self.tr("The first rows as they were read"))
        self._table.setModel(self._model)
        self._table.setAlternatingRowColors(True)
        self._table.setWordWrap(False)
        rows = self._table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 8))
        self._table.setTabKeyNavigation(False)
        heads = self._table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return self._table

    @Slot()
    def _show(self) -> None:
        seen, choices = self.session.inspection, self.session.choices
        if seen is None:
            return
        if self._stack.currentIndex() != 1:
            self._stack.setCurrentIndex(1)
            self.setFocusProxy(self._lab)
            self._lab.setFocus()
        self._name.setText(self.session.file_name)
        self._summary.setText(
            self.around.formats.counted(self.tr("%n rows", "", seen.rows), seen.rows)
            + self.tr(", %n columns", "", len(seen.columns))
            + " · "
            + self._sure(seen.confidence)
        )
        self._lab.choose(choices.lab_code)
        self._offer_years(choices.year)
        self._reading.show_choices(seen, self.session.options, choices.kind)
        left_out = [row for row in seen.skipped if row.reason is not SkipReason.HEADER]
        notes = [
            self.around.messages.text(f"notes.{note}", value=value)
            for note, value in seen.notes.items()
        ]
        if left_out:
            notes.insert(0, _left_out(left_out, self.tr("Found and left out: %1")))
        self._left_out.setText("\n".join(notes))
        self._left_out.setVisible(bool(notes))
        self._model.show_rows(
            [column.name or column.letter for column in seen.columns],
            seen.first_rows,
            seen.first_row_numbers,
        )
        self._table.resizeColumnsToContents()
        self.edited.emit()

    @Slot()
    def _choose_what_is_clear(self) -> None:
        """Choose the only laboratory and the year that the dates are in; both stay the person's."""
        seen, choices = self.session.inspection, self.session.choices
        if seen is None:
            return
        lab_code = choices.lab_code or self._clear_laboratory()
        year = choices.year or likely_year(seen)
        if (lab_code, year) != (choices.lab_code, choices.year):
            self.session.choose(replace(choices, lab_code=lab_code, year=year))

    def _clear_laboratory(self) -> str:
        if self._meant_for is None:
            return self._only_lab
        return self._meant_for if self._meant_for in self._labs else ""

    def _sure(self, confidence: float) -> str:
        if confidence >= 0.9:
            return self.tr("the way to read it was clear")
        if confidence >= 0.6:
            return self.tr("please look whether the preview below is right")
        return self.tr("the way to read it is a guess: compare the preview below with the file")

    def _offer_years(self, chosen: int | None) -> None:
        this_year = datetime.now(tz=UTC).year
        years: list[tuple[object, str]] = [(None, self.tr("Choose a year…"))]
        years += [(year, str(year)) for year in range(this_year, _FIRST_YEAR - 1, -1)]
        self._year.offer(years, chosen)

    @Slot(object)
    def _lab_chosen(self, code: str) -> None:
        self._lab.choose(code)
        if self.session.inspection is not None:
            self.session.choose(replace(self.session.choices, lab_code=code))

    @Slot(object)
    def _year_chosen(self, year: int | None) -> None:
        if self.session.inspection is not None:
            self.session.choose(replace(self.session.choices, year=year))

    @Slot(object)
    def _kind_chosen(self, kind: str | None) -> None:
        if self.session.inspection is not None:
            self.session.choose(replace(self.session.choices, kind=kind, columns=None))

    @Slot(object)
    def _reread(self, options: ReadOptions) -> None:
        self.session.reread(options, self.tr("Reading the file…"))


def _left_out(skipped: Sequence[SkippedRow], pattern: str) -> str:
    shown = [f"{row.row} ({skip_word(row.reason)})" for row in skipped[:8]]
    if len(skipped) > len(shown):
        shown.append(f"… +{len(skipped) - len(shown)}")
    return pattern.replace("%1", ", ".join(shown))

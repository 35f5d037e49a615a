"""Step 3: all rows checked, each error in its cell, corrected in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from co2desk.domain.issue import IssueCode
from co2desk.importing.answers import is_purchase_code
from co2desk.importing.checked import CheckChoices, CheckedRow, RowState
from co2desk.importing.date_readings import DateReading
from co2desk.importing.kinds.field import FieldType
from co2desk.importing.review_order import Show
from co2desk.models.import_session import ImportSession
from co2desk.models.review_table_model import ReviewTableModel
from co2desk.models.task_runner import Task
from co2desk.views.imports.wizard.correction_bars import CorrectionBars
from co2desk.views.imports.wizard.date_reading_notes import DateReadingNotes
from co2desk.views.imports.wizard.focus_line import FocusLine
from co2desk.views.imports.wizard.review_bar import ReviewBar
from co2desk.views.imports.wizard.review_grid import ReviewGrid
from co2desk.views.imports.wizard.review_head import ReviewHead
from co2desk.views.imports.wizard.review_route import ReviewRoute
from co2desk.views.imports.wizard.review_side import ReviewSide
from co2desk.views.imports.wizard.review_words import filter_titles, review_words
from co2desk.views.imports.wizard.wizard_page import WizardPage
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.task_panel import TaskPanel


class ReviewPage(WizardPage):
    """Counts, filters, the grid, the list of problems, and what the rows stand for.

    `moved` when the person looks at other rows or another cell; `words_wanted` to say what codes
    without a factor mean.
    """

    moved = Signal()
    words_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        session: ImportSession,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, session, parent)
        self.model = ReviewTableModel(review_words(around.messages), around.formats, self)
        self._stack = QStackedWidget(self)
        review = QWidget(self._stack)
        splitter = QSplitter(Qt.Orientation.Horizontal, review)
        self._head = ReviewHead(around, review)
        self._dates = DateReadingNotes(around, review)
        self._bar = ReviewBar(around, filter_titles(), actions, review)
        self._corrections = CorrectionBars(around, session, review)
        self._notes = MessageBar(around.icons, review)
        self.grid = ReviewGrid(around, session, self.model, splitter)
        self._route = ReviewRoute(session, self._bar, self.grid, self.model)
        self._side = ReviewSide(around, splitter)
        self._focus = FocusLine(around, self.model, review)
        self._working = TaskPanel(around, self._stack)
        self._fitted = False
        self._come_back_to: Mapping[str, object] = {}
        self._lay_out(review, splitter)
        self._connect()

    def enter(self) -> None:
        """Check the rows if anything was chosen since they were checked."""
        if not self.session.is_checked:
            self._stack.setCurrentIndex(1)
            self.session.check(self.tr("Checking every row…"))

    @property
    def place(self) -> dict[str, object]:
        """What is shown and where the cursor is, for `come_back_to`."""
        return self._route.place

    def come_back_to(self, place: Mapping[str, object]) -> None:
        """Show this place once the rows were checked."""
        self._come_back_to = place

    def follow(self, task: Task) -> None:
        """Show the check with its counts and Cancel."""
        self._working.follow(task)

    def next_error(self) -> None:
        """Go to the next cell in error; to warnings where no errors are left."""
        self._route.step(forward=True)

    def previous_error(self) -> None:
        """Go to the cell in error before."""
        self._route.step(forward=False)

    def skip_rows(self) -> None:
        """Leave the selected rows out; take them in again where all of them are out."""
        rows = self.grid.selected_rows()
        if rows:
            shown = [self.model.checked_row(row) for row in rows]
            states = {row.state for row in shown if row is not None}
            self.session.skip(rows, skipped=states != {RowState.SKIPPED})

    def go_to_search(self) -> None:
        """Go to the search field."""
        self._bar.search.setFocus()
        self._bar.search.selectAll()

    def replace(self) -> None:
        """Offer to replace; the current cell says what and where."""
        index = self.grid.currentIndex()
        column = self.model.column_index(index) if index.isValid() else None
        text = str(index.data(Qt.ItemDataRole.EditRole) or "") if column is not None else ""
        self._corrections.offer_replace(text, column)

    def offer_fix(self) -> None:
        """Offer one answer for all cells with the same problem."""
        self._side.offer_fix()

    def _lay_out(self, review: QWidget, splitter: QSplitter) -> None:
        splitter.addWidget(self.grid)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        splitter.setSizes([900, 300])
        box = QVBoxLayout(review)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self._head, self._dates, self._bar, self._corrections, self._notes):
            box.addWidget(widget)
        box.addWidget(splitter, 1)
        box.addWidget(self._focus)
        self._stack.addWidget(review)
        self._stack.addWidget(self._working)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.model.edit_wanted.connect(self.session.edit)
        self.model.rows_wanted.connect(self.session.make_rows)
        self.session.rows_made.connect(self._rows_made)
        self.session.checked.connect(self._show)
        self.session.rows_changed.connect(self._rows_changed)
        self.session.failed.connect(self._stopped)
        self.session.cancelled.connect(self._stopped)
        self._side.problems.cell_wanted.connect(self._route.go_to_problem)
        self._side.problems.group_wanted.connect(self._route.show_group)
        self._side.fix_wanted.connect(self._corrections.offer_fix)
        self._side.no_factor_allowed.connect(self._allow_no_factor)
        self._side.words_wanted.connect(self.words_wanted)
        self._dates.change_wanted.connect(self._change_reading)
        self._corrections.left.connect(self.grid.setFocus)
        self._corrections.choices_wanted.connect(self._check_with)
        self._side.unusual_wanted.connect(self._show_unusual)
        self._route.nothing_left.connect(self._say_nothing_left)
        self._route.moved.connect(self.moved)
        self.grid.cell_entered.connect(self._focus.show_cell)
        self.grid.did_not_fit.connect(self._did_not_fit)

    @Slot()
    def _show(self) -> None:
        seen, snapshot = self.session.inspection, self.session.snapshot
        if seen is None or snapshot is None:
            return
        fields = self._corrections.fields
        numeric = [
            at
            for at, column in enumerate(seen.columns)
            if column.field in fields and fields[column.field].type is FieldType.NUMBER
        ]
        header = self._titles
        letters = [column.letter for column in seen.columns]
        self._fitted = False
        self.model.show_review(header, letters, seen.rows, numeric)
        self._stack.setCurrentIndex(0)
        self._side.show_no_factor(allowed=self.session.choices.allow_no_factor)
        self._count()
        place, self._come_back_to = self._come_back_to, {}
        if self._route.come_back(place):
            return
        self._route.begin()
        if snapshot.counts.error:
            self.session.find_problem(-1, -1, forward=True)

    @property
    def _codes(self) -> set[int]:
        seen, fields = self.session.inspection, self._corrections.fields
        return {
            at
            for at, column in enumerate(seen.columns if seen is not None else ())
            if column.field in fields and is_purchase_code(fields[column.field])
        }

    @property
    def _titles(self) -> list[str]:
        seen = self.session.inspection
        return [one.name or one.letter for one in seen.columns] if seen is not None else []

    @Slot(object)
    def _change_reading(self, one: DateReading) -> None:
        self._corrections.offer_reading(one, self._titles[one.column])

    @Slot(object)
    def _rows_made(self, rows: Mapping[int, CheckedRow]) -> None:
        self.model.rows_came(rows)
        if not self._fitted:
            self._fitted = True
            self.grid.fit_columns()
        self._focus.show_cell(self.grid.currentIndex())

    @Slot(object)
    def _rows_changed(self, rows: Sequence[int]) -> None:
        self.model.rows_changed(rows)
        self._count()

    def _count(self) -> None:
        snapshot = self.session.snapshot
        if snapshot is None:
            return
        counts = snapshot.counts
        self._head.show_snapshot(snapshot)
        self._bar.show_counts(
            {
                Show.ALL: self.model.total,
                Show.ERRORS: counts.error,
                Show.WARNINGS: counts.warning,
                Show.UNFILLED: counts.unfilled,
                Show.SKIPPED: counts.skipped,
                Show.DUPLICATES: snapshot.duplicates,
            }
        )
        self._dates.show_readings(snapshot.date_readings, self._titles)
        self._side.show_snapshot(snapshot, self._codes)
        self._corrections.follow(snapshot.groups)
        self.edited.emit()

    @Slot(object)
    def _stopped(self) -> None:
        self.model.forget_pending()
        self._stack.setCurrentIndex(0)

    @Slot()
    def _show_unusual(self) -> None:
        snapshot = self.session.snapshot
        groups = snapshot.groups if snapshot is not None else ()
        for group in groups:
            if group.code is IssueCode.UNUSUAL_QUANTITY:
                self._route.show_group(group)

    @Slot()
    def _say_nothing_left(self) -> None:
        self._notes.say(Tone.GOOD, self.tr("No errors and no warnings are left."))

    @Slot(bool)
    def _allow_no_factor(self, allowed: bool) -> None:
        self._check_with(replace(self.session.choices, allow_no_factor=allowed))

    @Slot(object)
    def _check_with(self, choices: CheckChoices) -> None:
        """Check anew, and come back to the place."""
        self._come_back_to = self._route.place
        self.session.choose(choices)
        self.enter()

    @Slot(int)
    def _did_not_fit(self, rows: int) -> None:
        self._notes.say(
            Tone.WARNING,
            self.around.formats.counted(
                self.tr(
                    "%n pasted rows did not fit below the last row and were left out.", "", rows
                ),
                rows,
            ),
        )

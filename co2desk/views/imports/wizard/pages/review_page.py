"""Step 3: all rows checked, each error in its cell, corrected in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from co2desk.domain.issue import IssueCode, Severity
from co2desk.importing.checked import CheckedRow, RowState
from co2desk.importing.kinds.field import Field, FieldType
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.review import Show
from co2desk.models.import_session import ImportSession
from co2desk.models.review_snapshot import Problem, ProblemGroup
from co2desk.models.review_table_model import ReviewTableModel
from co2desk.models.task_runner import Task
from co2desk.views.imports.wizard.co2e_preview import Co2ePreview
from co2desk.views.imports.wizard.focus_line import FocusLine
from co2desk.views.imports.wizard.pages.wizard_page import WizardPage
from co2desk.views.imports.wizard.problem_list import ProblemList
from co2desk.views.imports.wizard.replace_bar import ReplaceBar
from co2desk.views.imports.wizard.review_bar import ReviewBar
from co2desk.views.imports.wizard.review_grid import ReviewGrid
from co2desk.views.imports.wizard.review_words import filter_titles, review_words
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.task_panel import TaskPanel


class ReviewPage(WizardPage):
    """Counts, filters, the grid, the list of problems, and what the rows stand for."""

    def __init__(
        self,
        around: Surroundings,
        session: ImportSession,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, session, parent)
        self._shown: Show | IssueCode = Show.ALL
        self._sorted: tuple[int | None, bool] = (None, False)
        self._target: tuple[int, int | None] | None = None
        self.model = ReviewTableModel(review_words(around.messages), around.formats, self)
        self._bar = ReviewBar(around, filter_titles(), actions, self)
        self._replace = ReplaceBar(self)
        self._notes = MessageBar(around.icons, self)
        self.grid = ReviewGrid(around, session, self.model, self)
        self._problems = ProblemList(around, self)
        self._preview = Co2ePreview(around, self)
        self._no_factor = QCheckBox(self.tr("Commit rows without a factor too"), self)
        self._focus = FocusLine(around, self.model, self)
        self._working = TaskPanel(around, self)
        self._fitted = False
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """Check the rows if anything was chosen since they were checked."""
        if not self.session.is_checked:
            self._stack.setCurrentIndex(1)
            self.session.check(self.tr("Checking every row…"))

    def follow(self, task: Task) -> None:
        """Show the check with its counts and Cancel."""
        self._working.follow(task)

    def next_error(self) -> None:
        """Go to the next cell in error; to warnings where no errors are left."""
        self._step(forward=True)

    def previous_error(self) -> None:
        """Go to the cell in error before."""
        self._step(forward=False)

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
        self._offer_replace(text, column)

    def _offer_replace(self, text: str, column: int | None) -> None:
        seen = self.session.inspection
        if seen is None:
            return
        field = self._fields.get(seen.columns[column].field) if column is not None else None
        answers = tuple(field.choices) if field is not None else ()
        self._replace.offer([one.name for one in seen.columns], text, column, answers)

    @property
    def _fields(self) -> Mapping[str, Field]:
        seen = self.session.inspection
        return KINDS[seen.kind].by_name if seen is not None and seen.kind in KINDS else {}

    def _lay_out(self) -> None:
        self._no_factor.setObjectName("allow_no_factor")
        self._no_factor.setToolTip(
            self.tr("Their CO₂e is then stored as missing and shown as such, never as 0.")
        )
        self._summary = QLabel(self)
        self._summary.setObjectName("review_summary")
        self._ready = QLabel(self)
        self._ready.setObjectName("review_co2e")
        head = QHBoxLayout()
        head.addWidget(self._summary)
        head.addStretch(1)
        head.addWidget(self._ready)
        title = QLabel(self.tr("&Problems"), self)
        title.setBuddy(self._problems)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._problems, 3)
        column.addWidget(self._no_factor)
        column.addWidget(self._preview, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(self.grid)
        self._splitter.addWidget(side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setSizes([900, 300])
        review = QWidget(self)
        box = QVBoxLayout(review)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._bar)
        box.addWidget(self._replace)
        box.addWidget(self._notes)
        box.addWidget(self._splitter, 1)
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
        self.session.ordered.connect(self._ordered)
        self.session.found.connect(self._problem_found)
        self.grid.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.session.checked.connect(self._show)
        self.session.rows_changed.connect(self._rows_changed)
        self.session.failed.connect(self._stopped)
        self.session.cancelled.connect(self._stopped)
        self._bar.show_wanted.connect(self._show_wanted)
        self._bar.found.connect(self._found)
        self._problems.cell_wanted.connect(self._go_to_problem)
        self._problems.group_wanted.connect(self._show_group)
        self._problems.answer_wanted.connect(self._answer)
        self._replace.replace_wanted.connect(self._replace_all)
        self._no_factor.clicked.connect(self._allow_no_factor)
        self.grid.cell_entered.connect(self._focus.show_cell)
        self.grid.did_not_fit.connect(self._did_not_fit)

    @Slot()
    def _show(self) -> None:
        seen, snapshot = self.session.inspection, self.session.snapshot
        if seen is None or snapshot is None:
            return
        fields = self._fields
        numeric = [
            at
            for at, column in enumerate(seen.columns)
            if column.field in fields and fields[column.field].type is FieldType.NUMBER
        ]
        header = [column.name for column in seen.columns]
        letters = [column.letter for column in seen.columns]
        self._fitted = False
        self.model.show_review(header, letters, seen.rows, numeric)
        self._stack.setCurrentIndex(0)
        self._bar.choose(Show.ALL)
        self._no_factor.setChecked(self.session.choices.allow_no_factor)
        self._count()
        if self.model.rowCount():
            self.grid.go_to(self.model.index(0, self.model.column_of(0)))
        if snapshot.counts.error:
            self.session.find_problem(-1, -1, forward=True)

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
        snapshot, formats = self.session.snapshot, self.around.formats
        if snapshot is None:
            return
        counts = snapshot.counts
        self._summary.setText(
            self.tr("%1 rows · %2 ready · %3 in error · %4 with a warning")
            .replace("%1", formats.number(counts.total))
            .replace("%2", formats.number(counts.valid))
            .replace("%3", formats.number(counts.error))
            .replace("%4", formats.number(counts.warning))
        )
        self._ready.setText(
            self.tr("%1 ready to commit").replace("%1", formats.co2e(snapshot.co2e_kg))
        )
        self._bar.show_counts(
            {
                Show.ALL: self.model.total,
                Show.ERRORS: counts.error,
                Show.WARNINGS: counts.warning,
                Show.UNFILLED: counts.unfilled,
                Show.SKIPPED: counts.skipped,
            }
        )
        self._preview.show_totals(snapshot.co2e_by_category, snapshot.missing_count)
        self._problems.show_groups(snapshot.groups)
        self.edited.emit()

    @Slot(object)
    def _stopped(self) -> None:
        self.model.forget_pending()
        self._stack.setCurrentIndex(0)

    @Slot(str)
    def _show_wanted(self, key: str) -> None:
        self._shown = Show(key)
        self._ask_order()

    @Slot(str)
    def _found(self, _text: str) -> None:
        self._ask_order()

    @Slot(int, Qt.SortOrder)
    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        column = self.model.column_index(self.model.index(0, section)) if section >= 0 else None
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder)
        self._ask_order()

    def _ask_order(self) -> None:
        column, descending = self._sorted
        self.session.order(self._shown, self._bar.search.text(), column, descending=descending)

    @Slot(object)
    def _ordered(self, order: Sequence[int]) -> None:
        self.model.show_order(order)
        if self._target is not None:
            self._go_to(*self._target)
        elif self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(0, self.model.column_of(0)))

    @Slot(object)
    def _go_to_problem(self, problem: Problem) -> None:
        self._go_to(problem.row, problem.column)

    def _go_to(self, row: int, column: int | None) -> None:
        index = self.model.cell(row, column)
        if index.isValid():
            self._target = None
            self.grid.go_to(index)
        elif self._target is None:
            # Filtered out: show all rows, then go there.
            self._target = (row, column)
            self._bar.choose(Show.ALL)
            self._bar.search.clear()
            self._shown = Show.ALL
            self._ask_order()

    @Slot(object)
    def _show_group(self, group: ProblemGroup) -> None:
        self._bar.choose(Show.WARNINGS if group.severity is Severity.WARNING else Show.ERRORS)
        self._shown = group.code
        self._ask_order()

    @Slot(object)
    def _answer(self, problem: Problem) -> None:
        self._offer_replace(problem.issue.value, problem.column)

    def _step(self, *, forward: bool) -> None:
        index = self.grid.currentIndex()
        row = self.model.row_index(index) if index.isValid() else -1
        column = self.model.column_index(index) if index.isValid() else None
        self.session.find_problem(row, -1 if column is None else column, forward=forward)

    @Slot(object)
    def _problem_found(self, cell: tuple[int, int] | None) -> None:
        if cell is not None:
            self._go_to(*cell)
        else:
            self._notes.say(Tone.GOOD, self.tr("No errors and no warnings are left."))

    @Slot(str, str, object)
    def _replace_all(self, find: str, by: str, column: int | None) -> None:
        self.session.replace(find, by, column)

    @Slot(bool)
    def _allow_no_factor(self, allowed: bool) -> None:
        self.session.choose(replace(self.session.choices, allow_no_factor=allowed))
        self.enter()

    @Slot(int)
    def _did_not_fit(self, rows: int) -> None:
        self._notes.say(
            Tone.WARNING,
            self.tr("%n pasted rows did not fit below the last row and were left out.", "", rows),
        )

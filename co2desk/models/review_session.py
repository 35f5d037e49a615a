"""The rows of an import under review, as a grid asks for them and a person corrects them."""

from collections.abc import Callable, Mapping, Sequence
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.issue import IssueCode
from co2desk.importing.review_order import Show
from co2desk.models.task_runner import Task, TaskRunner, Work
from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.services.prepare_import import Preparation

Cells = Mapping[tuple[int, int], str]


class ReviewSession(QObject):
    """Runs every call of a Preparation in one lane; asked here, answered by signal.

    `rows_changed(row indices)` after a correction, `failed(error)` or `cancelled` instead of any
    answer. `busy(task)` announces work that a person may wait for and cancel.
    """

    rows_changed = Signal(object)
    rows_made = Signal(object)
    ordered = Signal(object)
    found = Signal(object)
    copied = Signal(str)
    answered = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    busy = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._lane = f"import-{uuid4()}"
        self._preparation: Preparation | None = None
        self._waited_for: Task | None = None
        self.snapshot: ReviewSnapshot | None = None

    def make_rows(self, rows: Sequence[int]) -> None:
        """Ask for rows by index; `rows_made({index: CheckedRow})` answers."""
        preparation = self._preparation
        if preparation is None:  # closed while the grid was still being drawn
            return
        self._start(
            lambda _: dict(zip(rows, preparation.rows_at(rows), strict=True)),
            self._rows_were_made,
        )

    def order(
        self, show: Show | IssueCode, text: str, sort_by: int | None, *, descending: bool
    ) -> None:
        """Ask which rows to show; `ordered(row indices)` answers."""
        preparation = self._must()
        self._start(
            lambda _: preparation.order(show, text, sort_by, descending=descending),
            self._was_ordered,
        )

    def find_problem(self, row: int, column: int, *, forward: bool) -> None:
        """Ask for the next cell in error, going round; `found((row, column) or None)` answers."""
        preparation = self._must()
        self._start(
            lambda _: preparation.find_problem(row, column, forward=forward), self._was_found
        )

    def copy(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Ask for cells as tab-separated text; `copied(text)` answers."""
        preparation = self._must()
        self._start(lambda _: preparation.copied(rows, columns), self._was_copied)

    def edit(self, texts: Cells) -> None:
        """Correct cells, by (row index, column index)."""
        self._correct(lambda preparation: preparation.edit(texts))

    def fill_down(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Write the texts of the first row into the others."""
        self._correct(lambda preparation: preparation.fill_down(rows, columns))

    def skip(self, rows: Sequence[int], *, skipped: bool) -> None:
        """Leave rows out, or take them in again."""
        self._correct(lambda preparation: preparation.skip(rows, skipped=skipped))

    def replace(self, find: str, by: str, column: int | None) -> None:
        """Replace a text in all cells, or in one column's."""
        self._correct(lambda preparation: preparation.replace(find, by, column))

    def find_answers(self, code: IssueCode, column: int) -> None:
        """Ask what may stand in a column instead; `answered(Answers)` answers."""
        preparation = self._must()
        self._start(lambda _: preparation.answers(code, column), self._was_answered)

    def fix_all(self, code: IssueCode, column: int, text: str, by: str) -> None:
        """Give one answer to every cell with this text and this problem."""
        self._correct(lambda preparation: preparation.fix_all(code, column, text, by))

    def skip_all(self, code: IssueCode, column: int | None) -> None:
        """Leave out all rows with a problem in a column, or as a whole."""
        self._correct(lambda preparation: preparation.skip_all(code, column))

    def undo(self) -> None:
        """Take the last correction back."""
        if self.snapshot is not None and self.snapshot.can_undo:
            self._correct(lambda preparation: preparation.undo())

    def redo(self) -> None:
        """Make the correction again."""
        if self.snapshot is not None and self.snapshot.can_redo:
            self._correct(lambda preparation: preparation.redo())

    def _must(self) -> Preparation:
        if self._preparation is None:
            raise RuntimeError("no file has been read yet")
        return self._preparation

    def _correct(self, work: Callable[[Preparation], Sequence[int]]) -> None:
        preparation = self._must()
        self._start(lambda _: (work(preparation), preparation.snapshot), self._corrected)

    def _start(self, work: Work, then: Callable[..., None], label: str = "") -> Task:
        task = self._runner.start(work, label=label, lane=self._lane)
        task.succeeded.connect(then)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        if label:
            self._waited_for = task
            task.finished.connect(self._waited)
            self.busy.emit(task)
        return task

    @Slot()
    def _waited(self) -> None:
        if self.sender() is self._waited_for:
            self._waited_for = None

    @Slot(object)
    def _corrected(self, corrected: tuple[Sequence[int], ReviewSnapshot]) -> None:
        rows, self.snapshot = corrected
        self.rows_changed.emit(rows)

    @Slot(object)
    def _rows_were_made(self, rows: object) -> None:
        self.rows_made.emit(rows)

    @Slot(object)
    def _was_ordered(self, order: object) -> None:
        self.ordered.emit(order)

    @Slot(object)
    def _was_found(self, cell: object) -> None:
        self.found.emit(cell)

    @Slot(object)
    def _was_copied(self, text: str) -> None:
        self.copied.emit(text)

    @Slot(object)
    def _was_answered(self, answers: object) -> None:
        self.answered.emit(answers)

"""Which rows the review shows, and the ways to a cell: filters, search, sorting, problems."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot

from co2desk.domain.issue import IssueCode, Severity
from co2desk.importing.review_order import Show
from co2desk.models.import_session import ImportSession
from co2desk.models.review_table_model import ReviewTableModel
from co2desk.services.preparation.review_snapshot import Problem, ProblemGroup
from co2desk.views.imports.wizard.review_bar import ReviewBar
from co2desk.views.imports.wizard.review_grid import ReviewGrid


class ReviewRoute(QObject):
    """Leads the grid; `nothing_left` when the next problem was asked for and there is none.

    `moved` when the person looks at other rows or another cell.
    """

    nothing_left = Signal()
    moved = Signal()

    def __init__(
        self, session: ImportSession, bar: ReviewBar, grid: ReviewGrid, model: ReviewTableModel
    ) -> None:
        super().__init__(grid)
        self._session = session
        self._bar = bar
        self._grid = grid
        self._model = model
        self._shown: Show | IssueCode = Show.ALL
        self._sorted: tuple[int | None, bool] = (None, False)
        self._target: tuple[int, int | None] | None = None
        bar.show_wanted.connect(self._show_wanted)
        bar.found.connect(self._found)
        grid.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        session.ordered.connect(self._ordered)
        session.found.connect(self._problem_found)
        grid.cell_entered.connect(self._entered)

    @property
    def place(self) -> dict[str, object]:
        """What is shown and which cell is the current one, for `come_back`."""
        row, column = self._here or (None, None)
        return {
            "show": str(self._shown),
            "text": self._bar.search.text(),
            "row": row,
            "column": column,
        }

    def come_back(self, place: Mapping[str, object]) -> bool:
        """Show what `place` says; False where it says nothing that can be shown."""
        show, text = str(place.get("show", "")), str(place.get("text", ""))
        row, column = place.get("row"), place.get("column")
        if show in frozenset(Show):
            self._shown = Show(show)
        elif show in frozenset(IssueCode):
            self._shown = IssueCode(show)
        else:
            return False
        self._bar.choose(self._shown if isinstance(self._shown, Show) else Show.ERRORS)
        self._bar.set_search(text)
        if isinstance(row, int) and 0 <= row < self._model.total:
            self._target = (row, column if isinstance(column, int) else None)
        self._ask_order()
        return True

    def begin(self) -> None:
        """Show all rows, sorted and searched as before, and go to the first one."""
        self._shown = Show.ALL
        self._bar.choose(Show.ALL)
        if self._bar.search.text() or self._sorted[0] is not None:
            self._ask_order()
        if self._model.rowCount():
            self._grid.go_to(self._model.index(0, self._model.column_of(0)))

    def step(self, *, forward: bool) -> None:
        """Go to the next cell in error, or the one before; to warnings where no errors are left."""
        row, column = self._here or (-1, None)
        self._session.find_problem(row, -1 if column is None else column, forward=forward)

    @Slot(object)
    def go_to_problem(self, problem: Problem) -> None:
        """Go to the cell of a problem."""
        self._go_to(problem.row, problem.column)

    @Slot(object)
    def show_group(self, group: ProblemGroup) -> None:
        """Show the rows with one kind of problem."""
        self._bar.choose(Show.WARNINGS if group.severity is Severity.WARNING else Show.ERRORS)
        self._shown = group.code
        self._ask_order()

    @Slot(str)
    def _show_wanted(self, key: str) -> None:
        self._shown = Show(key)
        self._ask_order()

    @Slot(str)
    def _found(self, _text: str) -> None:
        self._ask_order()

    @Slot(int, Qt.SortOrder)
    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        column = self._model.column_index(self._model.index(0, section)) if section >= 0 else None
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder)
        self._ask_order()

    def _ask_order(self) -> None:
        self.moved.emit()
        column, descending = self._sorted
        self._session.order(self._shown, self._bar.search.text(), column, descending=descending)

    @Slot(object)
    def _ordered(self, order: Sequence[int]) -> None:
        here = self._here
        self._model.show_order(order)
        if self._target is not None:
            target, self._target = self._target, None
            self._go_to(*target)
        elif self._model.rowCount():
            index = self._model.cell(*here) if here is not None else QModelIndex()
            first = self._model.index(0, self._model.column_of(0))
            self._grid.setCurrentIndex(index if index.isValid() else first)
            self._grid.scrollTo(self._grid.currentIndex())

    @property
    def _here(self) -> tuple[int, int | None] | None:
        """Row and column of the file under the cursor."""
        index = self._grid.currentIndex()
        if not index.isValid():
            return None
        return self._model.row_index(index), self._model.column_index(index)

    def _go_to(self, row: int, column: int | None) -> None:
        index = self._model.cell(row, column)
        if index.isValid():
            self._grid.go_to(index)
        elif self._shown is not Show.ALL or self._bar.search.text():
            # Filtered out: show all rows, then go there.
            self._target = (row, column)
            self._bar.choose(Show.ALL)
            self._bar.set_search("")
            self._shown = Show.ALL
            self._ask_order()

    @Slot(QModelIndex)
    def _entered(self, _index: QModelIndex) -> None:
        self.moved.emit()

    @Slot(object)
    def _problem_found(self, cell: tuple[int, int] | None) -> None:
        if cell is not None:
            self._go_to(*cell)
        else:
            self.nothing_left.emit()

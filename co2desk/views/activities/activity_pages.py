"""Asks for the pages of the list of activities, from its beginning down or from its end up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.activity_list import (
    ActivityColumn,
    ActivityFilter,
    ActivityOrder,
    ActivityPage,
    ActivityRecord,
    PageAnchor,
)
from co2desk.models.paged_table_model import PagedTableModel
from co2desk.models.task_runner import Task
from co2desk.services.browse_activities import Activities

Came = tuple[int, ActivityPage]
Ask = Callable[[Callable[..., Came], Callable[[Came], None]], Task]


class ActivityPages(QObject):
    """Fills `model` with what `wanted` finds; `came` after each page, in whichever direction.

    `row_wanted(row)` is to be chosen. `ask(work, then)` does the work elsewhere and tells failures.
    """

    came = Signal()
    row_wanted = Signal(int)

    def __init__(
        self,
        activities: Activities,
        model: PagedTableModel[ActivityRecord],
        wanted: Callable[[], ActivityFilter],
        ask: Ask,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._activities = activities
        self._model = model
        self._wanted = wanted
        self._ask = ask
        self._anchor: PageAnchor | None = None
        self.order = ActivityOrder()
        model.page_wanted.connect(self._fetch)
        model.order_wanted.connect(self._order_chosen)

    def begin(self, *, at_end: bool = False) -> None:
        """Show the first page, or the last one, under the filter and order that stand."""
        self._anchor = None
        self._model.begin(at_end=at_end)

    @Slot()
    def go_to_first(self) -> None:
        """Choose the first of all rows; where it has not come, it is asked for."""
        self._go_to(last=False)

    @Slot()
    def go_to_last(self) -> None:
        """Choose the last of all rows; where it has not come, it is asked for."""
        self._go_to(last=True)

    def _go_to(self, *, last: bool) -> None:
        model = self._model
        if not (model.is_whole or model.grows_upwards is last):
            self.begin(at_end=last)
        elif model.rowCount():
            self.row_wanted.emit(model.rowCount() - 1 if last else 0)

    @Slot(int)
    def _fetch(self, generation: int) -> None:
        read = self._activities.page_before if self._model.grows_upwards else self._activities.page
        wanted, order, anchor = self._wanted(), self.order, self._anchor
        task = self._ask(lambda _: (generation, read(wanted, order, anchor)), self._page_came)
        task.failed.connect(self._model.page_failed)

    @Slot(object)
    def _page_came(self, came: Came) -> None:
        generation, page = came
        following = page.previous if self._model.grows_upwards else page.next
        if self._model.page_came(generation, page.rows, more=following is not None):
            self._anchor = following
            self.came.emit()

    @Slot(str, bool)
    def _order_chosen(self, key: str, descending: bool) -> None:
        if (
            key in set(map(str, ActivityColumn))
            and ActivityOrder(ActivityColumn(key), descending) != self.order
        ):
            self.order = ActivityOrder(ActivityColumn(key), descending)
            self.begin()

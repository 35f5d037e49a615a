"""What a person does to the rows in review, by menu, key or button."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from co2desk.models.import_session import ImportSession
from co2desk.views.action_table import ActionId
from co2desk.views.imports.wizard.pages.review_page import ReviewPage

BUTTONS = (
    ActionId.PREVIOUS_ERROR,
    ActionId.NEXT_ERROR,
    ActionId.FILL_DOWN,
    ActionId.REPLACE,
    ActionId.SKIP_ROWS,
    ActionId.UNDO,
    ActionId.REDO,
)
"""The actions that also have a button above the grid, in their order."""

_ON_A_CELL = (
    ActionId.COPY,
    ActionId.PASTE,
    ActionId.CLEAR_CELLS,
    ActionId.FILL_DOWN,
    ActionId.REPLACE,
    ActionId.SKIP_ROWS,
)


# Elsewhere their keys belong to the widget with the focus: Delete takes a column from its field.
_FOR_ROWS = (ActionId.COPY, ActionId.CLEAR_CELLS, ActionId.FIND, ActionId.FIX_ALL)


class EditActions(QObject):
    """Does nothing while the person is at another step."""

    def __init__(self, session: ImportSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._actions: Mapping[ActionId, QAction] = {}
        self._page: ReviewPage | None = None
        self._reviewing = False

    @property
    def handlers(self) -> dict[ActionId, Callable[[], None]]:
        """What answers each action."""
        return {
            ActionId.UNDO: self._session.undo,
            ActionId.REDO: self._session.redo,
            ActionId.COPY: self._copy,
            ActionId.FILL_DOWN: self._fill_down,
            ActionId.CLEAR_CELLS: self._clear_cells,
            ActionId.FIND: self._find,
            ActionId.REPLACE: self._replace,
            ActionId.FIX_ALL: self._fix_all,
            ActionId.SKIP_ROWS: self._skip_rows,
            ActionId.NEXT_ERROR: self._next_error,
            ActionId.PREVIOUS_ERROR: self._previous_error,
        }

    def lead(self, page: ReviewPage, actions: Mapping[ActionId, QAction]) -> None:
        """Act on this page from now on."""
        self._page, self._actions = page, actions
        page.grid.addActions([actions[one] for one in _ON_A_CELL])

    def allow(self, *, reviewing: bool) -> None:
        """Enable what makes sense; `reviewing` while the person is among checked rows."""
        self._reviewing = reviewing
        for action in (*BUTTONS, *_FOR_ROWS):
            self._actions[action].setEnabled(reviewing)
        snapshot = self._session.snapshot
        undo = reviewing and snapshot is not None and snapshot.can_undo
        redo = reviewing and snapshot is not None and snapshot.can_redo
        self._actions[ActionId.UNDO].setEnabled(undo)
        self._actions[ActionId.REDO].setEnabled(redo)

    @property
    def _here(self) -> ReviewPage | None:
        return self._page if self._reviewing else None

    @Slot()
    def _copy(self) -> None:
        if self._here is not None:
            self._here.grid.copy()

    @Slot()
    def _fill_down(self) -> None:
        if self._here is not None:
            self._here.grid.fill_down()

    @Slot()
    def _clear_cells(self) -> None:
        if self._here is not None:
            self._here.grid.clear_cells()

    @Slot()
    def _find(self) -> None:
        if self._here is not None:
            self._here.go_to_search()

    @Slot()
    def _replace(self) -> None:
        if self._here is not None:
            self._here.replace()

    @Slot()
    def _fix_all(self) -> None:
        if self._here is not None:
            self._here.offer_fix()

    @Slot()
    def _skip_rows(self) -> None:
        if self._here is not None:
            self._here.skip_rows()

    @Slot()
    def _next_error(self) -> None:
        if self._here is not None:
            self._here.next_error()

    @Slot()
    def _previous_error(self) -> None:
        if self._here is not None:
            self._here.previous_error()

"""The list of activities as a person likes to see it: kept under a name, and shown again."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QToolButton

from co2desk.models.saved_views import SavedView, SavedViews
from co2desk.views.activities.activity_filters import ActivityFilters
from co2desk.views.activities.activity_pages import ActivityPages
from co2desk.views.activities.view_menu import ViewMenu
from co2desk.views.page import Page
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone

_KEPT_AS = "activities_views"


class ActivityViews(QObject):
    """A view is a filter, an order and the shape of the columns."""

    def __init__(
        self,
        button: QToolButton,
        filters: ActivityFilters,
        pages: ActivityPages,
        table: DataTable,
        page: Page,
    ) -> None:
        super().__init__(page)
        self._filters = filters
        self._pages = pages
        self._table = table
        self._page = page
        memory = page.around.memory
        self._views = SavedViews(
            lambda: memory.text(_KEPT_AS), lambda text: memory.keep_text(_KEPT_AS, text)
        )
        self._menu = ViewMenu(self._views, page.around.icons, button)
        self._menu.chosen.connect(self._show)
        self._menu.save_wanted.connect(self._save)

    @Slot()
    def ask_name(self) -> None:
        """Ask under which name to keep what is shown."""
        self._menu.ask_name()

    @Slot(str)
    def _save(self, name: str) -> None:
        shape = self._table.shape()
        self._views.keep(SavedView(name, self._filters.wanted, self._pages.order, shape))
        self._page.notes.say(Tone.GOOD, self.tr("The view “%1” was saved.").replace("%1", name))

    @Slot(str)
    def _show(self, name: str) -> None:
        view = self._views.get(name)
        if view is None:
            return
        # The order first: the shape of the columns repeats it, which then asks for nothing.
        self._pages.order = view.order
        self._table.take_shape(view.columns)
        self._table.remember()
        self._page.show_place(view.wanted)

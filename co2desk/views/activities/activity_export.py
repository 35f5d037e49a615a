"""Writes the activities that are filtered to a file."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from co2desk.services.browse_activities import Activities
from co2desk.views.activities.activity_filters import ActivityFilters
from co2desk.views.activities.activity_pages import ActivityPages
from co2desk.views.export_name import ask_export_name
from co2desk.views.page import Page
from co2desk.views.widgets.message_bar import Tone


class ActivityExport(QObject):
    """Under the filter and in the order of the list; `page` tells how it went."""

    def __init__(
        self, activities: Activities, filters: ActivityFilters, pages: ActivityPages, page: Page
    ) -> None:
        super().__init__(page)
        self._activities = activities
        self._filters = filters
        self._pages = pages
        self._page = page

    @Slot()
    def ask_name(self) -> None:
        """Ask where to, and in which format."""
        ask_export_name(self._page, self.tr("Export activities"), "activities.xlsx", self.write)

    @Slot(str)
    def write(self, name: str) -> None:
        """Write what is filtered."""
        wanted, order = self._filters.wanted, self._pages.order
        self._page.ask(
            lambda progress: self._activities.export(Path(name), wanted, order, progress),
            self._written,
            label=self.tr("Exporting…"),
            lane="exporting",
        )

    @Slot(object)
    def _written(self, count: int) -> None:
        text = self.tr("%n activities were exported.", "", count)
        self._page.notes.say(Tone.GOOD, self._page.around.formats.counted(text, count))

"""Holds the views in the middle; each is built when it is first shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from co2desk.views.page import Page
from co2desk.views.places import PageId, Place


class PageStack(QStackedWidget):
    """`shown(PageId)` follows the view in front; `built(Page)` comes once for each."""

    shown = Signal(object)
    built = Signal(object)

    def __init__(self, waiting: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: Mapping[PageId, Callable[[], Page]] = {}
        self._pages: dict[PageId, Page] = {}
        self._stale: set[PageId] = set()
        self._cut_off: set[PageId] = set()
        self.current: PageId | None = None
        self._choice: QWidget | None = None
        self.addWidget(waiting)

    def show_choice(self, choice: QWidget) -> None:
        """Show what comes before all views; it goes when there are any."""
        self._choice = choice
        self.addWidget(choice)
        self.setCurrentWidget(choice)

    def offer(self, makers: Mapping[PageId, Callable[[], Page]]) -> None:
        """Take the ways to build the views; those built for another database go."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        if self._choice is not None and makers:
            # Hidden it would still claim its width.
            self.removeWidget(self._choice)
            self._choice.deleteLater()
            self._choice = None
        self._pages.clear()
        self._stale.clear()
        self._cut_off.clear()
        self.current = None
        self._makers = makers

    def page(self, page_id: PageId) -> Page:
        """A view, built and read for the first time if need be."""
        if page_id not in self._pages:
            page = self._makers[page_id]()
            self._pages[page_id] = page
            self.addWidget(page)
            self.built.emit(page)
            page.reload()
        return self._pages[page_id]

    def go(self, place: Place) -> None:
        """Bring a view to the front and let it show what is wanted."""
        page = self.page(place.page)
        self.current = place.page
        self.setCurrentWidget(page)
        if place.wanted is not None:
            page.show_place(place.wanted)
        elif place.page in self._stale:
            page.reload()
        self._stale.discard(place.page)
        if place.page in self._cut_off:
            self._cut_off.discard(place.page)
            page.link_is_back()
        self.shown.emit(place.page)

    def data_changed(self) -> None:
        """Read the view in front again now, and the others when they are shown."""
        for page_id, page in self._pages.items():
            if page_id is self.current:
                self._stale.discard(page_id)
                page.reload()
            else:
                self._stale.add(page_id)

    def others_changed(self) -> None:
        """Read every view again when it is next shown; the one in front stays as it is."""
        self._stale.update(self._pages)

    def link_is_back(self) -> None:
        """The server answers again: the view in front goes on now, the others when shown."""
        for page_id, page in self._pages.items():
            if page_id is self.current:
                page.link_is_back()
            else:
                self._cut_off.add(page_id)

    @property
    def front(self) -> Page | None:
        """The view in front; None while nothing can be shown."""
        return self._pages.get(self.current) if self.current else None

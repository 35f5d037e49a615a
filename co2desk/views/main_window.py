"""The main window: puts navigation, views, details and status strip together."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from co2desk.views.action_table import ActionId, Menu, Scope
from co2desk.views.actions import fill_menu_bar, make_actions
from co2desk.views.details_dock import DetailsDock
from co2desk.views.errands import failure_text
from co2desk.views.file_drop import FileDrop
from co2desk.views.first_size import fit_screen
from co2desk.views.keyed_window import KeyedWindow
from co2desk.views.navigation import Navigation
from co2desk.views.page import Page
from co2desk.views.page_stack import PageStack
from co2desk.views.places import PageId, Place
from co2desk.views.status_strip import StatusStrip
from co2desk.views.surroundings import Surroundings
from co2desk.views.theme_actions import ThemeActions
from co2desk.views.view_actions import ViewActions
from co2desk.views.waiting_view import WaitingView
from co2desk.views.widgets.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from co2desk.services.connect import ConnectionStatus


class MainWindow(KeyedWindow):
    """Shown before there is a database; `show_database` brings the views.

    What is asked of it (import a file, open a draft, help ...) leaves by `asked(ActionId)`,
    `file_given(Path)` and `help_wanted(topic)`; whoever wires the program answers.
    """

    asked = Signal(object)
    file_given = Signal(object)
    help_wanted = Signal(str)
    retry_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.setObjectName("main_window")
        self.setWindowTitle("co2desk")
        self.setWindowIcon(around.icons.icon("co2desk"))
        fit_screen(self, 1280, 800)
        self.navigation = Navigation(around.icons, self)
        self.notes = MessageBar(around.icons, self)
        self.news = MessageBar(around.icons, self)
        self.news.setObjectName("news_bar")
        self.danger = MessageBar(around.icons, self, closable=False)
        self.danger.setObjectName("danger_bar")
        self.danger.action_chosen.connect(self._ask_for_connections)
        self.others = MessageBar(around.icons, self)
        self.others.setObjectName("others_bar")
        self.others.action_chosen.connect(self.data_changed)
        self._waiting = WaitingView(around.icons)
        self._waiting.help_wanted.connect(self._ask_for_connections)
        self._waiting.action_chosen.connect(self.retry_wanted)
        self.pages = PageStack(self._waiting, self)
        self.details = DetailsDock(self)
        self.status = StatusStrip(around.icons, self)
        self._lay_out()
        self.view_actions = ViewActions(self)
        self._themes = ThemeActions(around.theme, self)
        self._themes.chosen.connect(self.asked)
        self.actions_by_id = make_actions(
            self, Scope.MAIN, around.icons, self._handlers(), icons_later=True
        )
        menus = fill_menu_bar(self.menuBar(), Scope.MAIN, self.actions_by_id)
        self.file_menu = menus[Menu.FILE]
        self.view_actions.lead(self.actions_by_id)
        self._themes.lead(self.actions_by_id)
        self.navigation.setEnabled(False)
        self.navigation.chosen.connect(self._go_to_page)
        self.pages.shown.connect(self._page_shown)
        self.pages.built.connect(self._page_built)
        around.runner.started.connect(self.status.follow)
        FileDrop(self).dropped.connect(self.file_given)
        around.memory.restore("main_window", self)

    def show_database(
        self, status: "ConnectionStatus", makers: Mapping[PageId, Callable[[], Page]]
    ) -> None:
        """The database is there: build the views and show the first."""
        self.status.show_connection(status)
        self._show_danger(weak=status.weak_tls)
        self.pages.offer(makers)
        self.navigation.setEnabled(True)
        for page in PageId:
            self.navigation.allow(page, allowed=page in makers)
        self.go(Place(PageId.START))

    @Slot(object)
    def show_back(self, status: "ConnectionStatus") -> None:
        """The database answers again: go on where the view in front stood."""
        self.status.show_connection(status)
        self.pages.link_is_back()

    def show_starting(self) -> None:
        """The database is being started (again)."""
        self._waiting.show_starting()
        self.navigation.setEnabled(False)
        self.danger.clear()
        self.others.clear()
        self.view_actions.follow(None)
        self.pages.offer({})
        self.pages.setCurrentWidget(self._waiting)
        self.details.hide()
        self.status.show_starting()

    def show_choice(self, choice: QWidget) -> None:
        """Show the ways to begin, before any database is there."""
        self.pages.show_choice(choice)
        choice.setFocus()
        self.status.show_nothing_chosen()

    def _show_danger(self, *, weak: bool) -> None:
        if weak:
            text = self.tr(
                "This connection is not protected fully: somebody in between could read or change "
                "what is sent."
            )
            self.danger.say(Tone.ERROR, text, self.tr("Change the connection…"))
        else:
            self.danger.clear()

    @Slot()
    def _ask_for_connections(self) -> None:
        self.asked.emit(ActionId.CONNECTIONS)

    @Slot(object)
    def show_no_database(self, error: object) -> None:
        """The database cannot be reached: say why and how to go on."""
        self._waiting.show_problem(failure_text(self.around.messages, error))
        self.pages.setCurrentWidget(self._waiting)
        self.status.show_disconnected()

    @Slot(object)
    def go(self, place: Place) -> None:
        """Show a view."""
        self.pages.go(place)

    @Slot()
    def data_changed(self) -> None:
        """Something was written: every view reads again what it shows."""
        self.others.clear()
        self.pages.data_changed()

    @Slot()
    def others_changed(self) -> None:
        """Others have written something: say so, and change nothing under the person's hands."""
        if self.pages.front is None:
            return
        self.pages.others_changed()
        text = self.tr(
            "Others have changed data since this was read; what you see may be out of date."
        )
        self.others.say(Tone.INFORMATION, text, self.tr("Refresh"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window."""
        self.around.memory.save("main_window", self)
        super().closeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the view in front can do, wherever in it the person clicks."""
        under = self.childAt(event.pos())
        if under is not None and self.pages.isAncestorOf(under):
            self.view_actions.show_menu(event.globalPos())

    def _lay_out(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notes = QVBoxLayout()
        notes.setContentsMargins(16, 8, 16, 0)
        notes.addWidget(self.danger)
        notes.addWidget(self.news)
        notes.addWidget(self.others)
        notes.addWidget(self.notes)
        column.addLayout(notes)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(column, 1)
        self.navigation.setFixedWidth(self.fontMetrics().averageCharWidth() * 18 + 72)
        self.setCentralWidget(middle)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.details)
        self.resizeDocks([self.details], [280], Qt.Orientation.Horizontal)
        self.details.hide()
        self.setStatusBar(self.status)

    def _handlers(self) -> dict[ActionId, Callable[[], None]]:
        pages = {
            ActionId.GO_START: PageId.START,
            ActionId.GO_LABS: PageId.LABS,
            ActionId.GO_IMPORTS: PageId.IMPORTS,
            ActionId.GO_ACTIVITIES: PageId.ACTIVITIES,
            ActionId.GO_FACTORS: PageId.FACTORS,
            ActionId.GO_RESULTS: PageId.RESULTS,
            ActionId.GO_ADMINISTRATION: PageId.ADMINISTRATION,
        }
        self._page_of = pages
        return {
            **dict.fromkeys(pages, self._go_by_action),
            **self._themes.handlers,
            **self.view_actions.handlers,
            ActionId.IMPORT_FILE: self._pass_on,
            ActionId.IMPORT_PASTED: self._pass_on,
            ActionId.OPEN_DRAFT: self._pass_on,
            ActionId.TEMPLATE: self._pass_on,
            ActionId.TAKE_OFFLINE: self._pass_on,
            ActionId.CONNECTIONS: self._pass_on,
            ActionId.SETTINGS: self._pass_on,
            ActionId.COMMANDS: self._pass_on,
            ActionId.TRY_SAMPLE: self._pass_on,
            ActionId.ABOUT: self._pass_on,
            ActionId.QUIT: self._pass_on,
            ActionId.SEARCH: self._search,
            ActionId.REFRESH: self.data_changed,
            ActionId.DETAILS: self._toggle_details,
            ActionId.HELP: self._help_here,
        }

    def _triggered(self) -> ActionId:
        return ActionId(self.sender().objectName().removeprefix("action_"))

    def _pass_on(self) -> None:
        self.asked.emit(self._triggered())

    def _go_by_action(self) -> None:
        page = self._page_of[self._triggered()]
        if self.navigation.isEnabled() and self.navigation.allows(page):
            self.go(Place(page))

    @Slot(object)
    def _go_to_page(self, page: PageId) -> None:
        self.go(Place(page))

    @Slot(object)
    def _page_built(self, page: Page) -> None:
        page.wrote.connect(self.data_changed)
        page.place_wanted.connect(self.go)
        page.help_wanted.connect(self.help_wanted)
        page.import_wanted.connect(self.actions_by_id[ActionId.IMPORT_FILE].trigger)
        page.sample_wanted.connect(self.actions_by_id[ActionId.TRY_SAMPLE].trigger)
        page.paste_wanted.connect(self.actions_by_id[ActionId.IMPORT_PASTED].trigger)
        page.counted.connect(self._page_counted)
        page.details_changed.connect(self._details_changed)

    @Slot(object)
    def _page_shown(self, page_id: PageId) -> None:
        self.others.clear()
        self.navigation.go(page_id)
        page = self.pages.page(page_id)
        self.setWindowTitle(f"{page.title} – co2desk")
        self.view_actions.follow(page)
        self.status.show_counts(page.count_text)
        self.details.show_panel(page.details())
        self.details.setVisible(page.has_details and self._details_wanted())

    @Slot(str)
    def _page_counted(self, text: str) -> None:
        if self.sender() is self.pages.front:
            self.status.show_counts(text)

    @Slot()
    def _details_changed(self) -> None:
        if self.sender() is self.pages.front and self.pages.front is not None:
            self.details.show_panel(self.pages.front.details())
            self.view_actions.refresh()

    def _search(self) -> None:
        field = self.pages.front.search_field() if self.pages.front is not None else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _toggle_details(self) -> None:
        page = self.pages.front
        if page is not None and page.has_details:
            self.details.setVisible(not self.details.isVisible())
            self.around.memory.keep("details", shown=self.details.isVisible())

    def _details_wanted(self) -> bool:
        return self.around.memory.shown("details")

    def help_topic(self) -> str:
        """The page of the guide about the view in front."""
        return self.pages.current.value if self.pages.current else "start"

    def _help_here(self) -> None:
        self.help_wanted.emit(self.help_topic())

    def choose_theme(self, name: str) -> None:
        """Follow a choice of colours made elsewhere."""
        self._themes.choose(name)

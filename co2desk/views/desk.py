"""A person's desk: the main window, the import windows, and the services behind them."""

import importlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from co2desk.desktop.first_start import EMBEDDED_NAME
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import Progress
from co2desk.views.action_table import ActionId
from co2desk.views.errands import ask
from co2desk.views.help_key import HelpKeys
from co2desk.views.import_windows import ImportWindows
from co2desk.views.main_window import MainWindow
from co2desk.views.packs import PACK_SUFFIX, Packs
from co2desk.views.places import PageId, Place
from co2desk.views.recent_files import RecentFiles
from co2desk.views.surroundings import Surroundings
from co2desk.views.templates import Templates
from co2desk.views.to_front import to_front

if TYPE_CHECKING:
    from co2desk.services.bundle import Services
    from co2desk.services.connect import ConnectionStatus
    from co2desk.services.look_for_updates import Updates
    from co2desk.services.references import References
    from co2desk.services.take_offline import Offline
    from co2desk.views.connections.connection_chooser import ConnectionChooser
    from co2desk.views.connections.upgrade_offer import UpgradeOffer
    from co2desk.views.database_watch import DatabaseWatch
    from co2desk.views.dialogs.own_dialogs import OwnDialogs
    from co2desk.views.getting_ready import GettingReady
    from co2desk.views.imports.wizard.import_window import ImportWindow
    from co2desk.views.update_news import UpdateNews

# All that speaks to the database or reads files takes a second to load: after the first paint.
_LOADED_LATER = ("co2desk.views.page_makers", "co2desk.views.imports.wizard.import_window")


class Desk(QObject):
    """Opens the database off the GUI thread, then answers what the windows ask for."""

    def __init__(
        self,
        around: Surroundings,
        build: Callable[[str | None], "Services"],
        settings: SettingsFile,
        find_updates: "Callable[[], Updates] | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._build = build
        self._settings = settings
        # The name of a connection chosen in the window, None for the rule of the start.
        self._database: str | None = None
        self._waiting_files: list[Path] = []
        self._ready: GettingReady | None = None
        self.services: Services | None = None
        self.window = MainWindow(around)
        self._imports = ImportWindows(around, settings, self.window.notes, self)
        self._imports.wrote.connect(self.window.data_changed)
        self._imports.place_wanted.connect(self._go_from_import)
        self._imports.help_wanted.connect(self.show_help)
        self._packs = Packs(around, self._offline, self.window.notes, self.window)
        self._templates = Templates(around, self._references, self.window.notes, self.window)
        recent = RecentFiles(
            settings, self.window.file_menu, self.window.actions_by_id[ActionId.OPEN_DRAFT]
        )
        recent.chosen.connect(self.import_file)
        self._find_updates = find_updates
        self._news: UpdateNews | None = None
        self.window.asked.connect(self._answer)
        self.window.file_given.connect(self.import_file)
        self.window.help_wanted.connect(self.show_help)
        HelpKeys(self.window, self.window.help_topic).wanted.connect(self.show_help)
        self.window.retry_wanted.connect(self.open_database)
        self._watch: DatabaseWatch | None = None

    @Slot()
    def welcome(self) -> None:
        """The first start: let the person say where to work, before anything is made."""
        from co2desk.views.connections.first_run import FirstRun

        choice = FirstRun(self._around.icons, self.window)
        choice.here_chosen.connect(self._begin_here)
        choice.server_chosen.connect(self._show_connections)
        choice.draft_chosen.connect(self._choose_draft)
        self.window.show_choice(choice)

    @cached_property
    def _updates(self) -> "Updates":
        from co2desk.services.look_for_updates import Updates

        return self._find_updates() if self._find_updates else Updates(self._settings)

    @cached_property
    def _dialogs(self) -> "OwnDialogs":
        from co2desk.views.dialogs.own_dialogs import OwnDialogs

        made = OwnDialogs(self._around, self._settings, lambda: self._updates, self.window)
        made.theme_chosen.connect(self.window.choose_theme)
        return made

    @cached_property
    def _connections(self) -> "ConnectionChooser":
        from co2desk.views.connections.connection_chooser import ConnectionChooser

        made = ConnectionChooser(self._around, self._build, self.window)
        made.chosen.connect(self._work_on)
        made.failed.connect(self.window.show_no_database)
        return made

    @cached_property
    def upgrades(self) -> "UpgradeOffer":
        """Brings an older database up to date, where an administrator wants it."""
        from co2desk.views.connections.upgrade_offer import UpgradeOffer

        made = UpgradeOffer(self._around, lambda: self._build(self._database), self.window)
        made.began.connect(self.window.show_starting)
        made.done.connect(self.open_database)
        made.failed.connect(self.window.show_no_database)
        return made

    @property
    def watch(self) -> "DatabaseWatch":
        """Tells the windows when the database does not answer, or others have changed it."""
        from co2desk.views.database_watch import DatabaseWatch

        if self._watch is None:
            self._watch = DatabaseWatch(self._around.runner, self)
            self._watch.lost.connect(self.window.status.show_offline)
            self._watch.back.connect(self.window.show_back)
            self._watch.back.connect(self._imports.look_again)
            self._watch.others_changed.connect(self.window.others_changed)
        return self._watch

    def _watch_no_more(self) -> None:
        if self._watch is not None:
            self._watch.watch(None)

    @property
    def import_windows(self) -> "list[ImportWindow]":
        """The import windows that are open, the newest last."""
        return self._imports.windows

    def _references(self) -> "References | None":
        return None if self.services is None else self.services.references

    def _offline(self) -> "Offline | None":
        return None if self.services is None else self.services.offline

    @Slot()
    def open_database(self) -> None:
        """Start or reach the database; the window stands meanwhile."""
        self.window.show_starting()
        self._watch_no_more()

        def work(progress: Progress) -> "tuple[Services, ConnectionStatus | DatabaseProblem]":
            for name in _LOADED_LATER:
                importlib.import_module(name)
            services = self.services or self._build(self._database)
            try:
                return services, services.connection.open(progress)
            except DatabaseProblem as problem:
                return services, problem

        ask(self._around.runner, work, self._opened, self._not_opened, lane="opening")

    def close(self) -> None:
        """Let everything end in order: work first, then the database."""
        self._watch_no_more()
        self._dialogs.close_help()
        if self._ready is not None:
            self._ready.close()
        self._around.runner.close()
        if self.services is not None:
            _leave(self.services)

    @Slot(object)
    def import_file(self, path: Path) -> None:
        """Open an import window for a file or a draft, or use a pack; once there are services."""
        if self.services is None:
            self._waiting_files.append(path)
        elif path.suffix.lower() == PACK_SUFFIX:
            self._packs.adopt(path)
        else:
            self._imports.open_file(path)

    @Slot(str)
    def show_help(self, topic: str) -> None:
        """Show the help about a view."""
        self._dialogs.show_help(topic)

    @Slot(object)
    def _opened(self, opened: "tuple[Services, ConnectionStatus | DatabaseProblem]") -> None:
        from co2desk.domain.roles import Role
        from co2desk.views.getting_ready import GettingReady
        from co2desk.views.page_makers import page_makers
        from co2desk.views.update_news import UpdateNews

        self._news = self._news or UpdateNews(self._around, self._updates, self.window.news, self)
        self._news.look()
        # Without a database files can still be prepared, so the services stay.
        if self.services is None:
            self._around.runner.spare_what_is_there()
        self.services, status = opened
        self._imports.use(self.services)
        self._ready = self._ready or GettingReady(self._around.runner, self)
        self._ready.begin(self.services.preparations)
        if isinstance(status, DatabaseProblem):
            self._not_opened(status)
            self._take_waiting_files()
            return
        makers = page_makers(
            self._around,
            self.services,
            self.import_file,
            self._imports.remove_draft,
            self._waiting_counted,
        )
        if status.role is not Role.ADMIN:
            del makers[PageId.ADMINISTRATION]
        self.window.show_database(status, makers)
        self.watch.watch(self.services)
        if not status.read_only:
            # Whoever works seals what was done: nobody has to think of it, and nobody waits.
            administration = self.services.administration
            self._around.runner.start(lambda _: administration.seal_audit(), lane="sealing")
        self._imports.look_again()
        self._take_waiting_files()

    def _take_waiting_files(self) -> None:
        waiting, self._waiting_files = self._waiting_files, []
        for path in waiting:
            self.import_file(path)

    @Slot(object)
    def _not_opened(self, error: object) -> None:
        self.window.show_no_database(error)
        if getattr(error, "code", None) is ErrorCode.SCHEMA_TOO_OLD:
            self.upgrades.offer(error)
        name = self._database or self._settings.load().last_profile
        if getattr(error, "code", None) is ErrorCode.LOGIN_REFUSED and name:
            self._show_connections()

    @Slot()
    def _begin_here(self) -> None:
        self._work_on("")

    @Slot()
    def _show_connections(self) -> None:
        current = self._settings.load().last_profile if self._database is None else self._database
        self._connections.show(self.services, current)

    @Slot(str)
    def _work_on(self, name: str) -> None:
        """Let go of the database there is, its imports kept as drafts, and open another."""
        self._imports.close_all()
        if self._ready is not None:
            self._ready.close()
        self._database = name or EMBEDDED_NAME
        services, self.services = self.services, None
        self._watch_no_more()
        self.window.show_starting()

        def leave(_: Progress) -> None:
            if services is not None:
                _leave(services)

        ask(self._around.runner, leave, self._left, self.window.show_no_database, lane="opening")

    @Slot(object)
    def _left(self, _nothing: object) -> None:
        self.open_database()

    @Slot(int)
    def _waiting_counted(self, count: int) -> None:
        self.window.navigation.set_count(PageId.IMPORTS, count)

    @Slot(object)
    def _go_from_import(self, place: Place) -> None:
        self.window.go(place)
        # It may have been closed or made small: the imports live on without it.
        to_front(self.window)

    @Slot(object)
    def _answer(self, action: ActionId) -> None:
        match action:
            case ActionId.IMPORT_FILE if self.services is not None:
                self._imports.open_empty()
            case ActionId.IMPORT_PASTED if self.services is not None:
                self._imports.open_pasted()
            case ActionId.TRY_SAMPLE if self.services is not None:
                self._imports.open_sample()
            case ActionId.OPEN_DRAFT if self.services is not None:
                self._choose_draft()
            case ActionId.TEMPLATE:
                self._templates.choose()
            case ActionId.TAKE_OFFLINE:
                self._packs.take()
            case ActionId.CONNECTIONS:
                self._show_connections()
            case ActionId.SETTINGS:
                self._dialogs.show_settings()
            case ActionId.COMMANDS:
                self._dialogs.show_actions(self.window.actions_by_id)
            case ActionId.ABOUT:
                self._dialogs.show_about()
            case ActionId.QUIT:
                self._quit()
            case ActionId.THEME_SYSTEM | ActionId.THEME_LIGHT | ActionId.THEME_DARK:
                self._settings.change(theme=self._around.theme.choice.value)

    def _quit(self) -> None:
        """Close every window; one that is just writing stays, and this one with it."""
        self._imports.close_all()
        if self._imports.windows:
            to_front(self._imports.windows[0])
        else:
            self.window.close()

    @Slot()
    def _choose_draft(self) -> None:
        dialog = QFileDialog(self.window, self.tr("Open a draft or a pack"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Drafts of imports and packs (*.co2draft *.co2pack)")])
        dialog.fileSelected.connect(self._draft_chosen)
        dialog.open()

    @Slot(str)
    def _draft_chosen(self, name: str) -> None:
        self.import_file(Path(name))
        if self.services is None and not self._around.runner.running:
            self.open_database()


def _leave(services: "Services") -> None:
    """Let go of the processes and the database behind services."""
    services.preparations.close()
    services.connection.close()

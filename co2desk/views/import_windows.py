"""The import windows that are open, and the undo of an import that was just made in one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from co2desk.desktop.settings import SettingsFile
from co2desk.views.errands import ask, failure_text
from co2desk.views.places import PageId, Place
from co2desk.views.surroundings import Surroundings
from co2desk.views.to_front import to_front
from co2desk.views.widgets.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from co2desk.domain.ids import ImportJobId
    from co2desk.domain.import_job import ImportJob, UndoOutcome
    from co2desk.services.bundle import Services
    from co2desk.views.imports.undo_notice import UndoNotice
    from co2desk.views.imports.wizard.import_window import ImportWindow


class ImportWindows(QObject):
    """`wrote` after the database changed, `place_wanted(Place)` to show something in the main
    window, `help_wanted(topic)`; what is to be said goes to `notes`."""

    wrote = Signal()
    place_wanted = Signal(object)
    help_wanted = Signal(str)

    def __init__(
        self, around: Surroundings, settings: SettingsFile, notes: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._settings = settings
        self._notes = notes
        self._services: Services | None = None
        self._undo_notice: UndoNotice | None = None
        self.windows: list[ImportWindow] = []

    def use(self, services: "Services") -> None:
        """Open windows on these services from now on."""
        self._services = services

    def look_again(self) -> None:
        """The database is there (again): let every window check against it."""
        for window in self.windows:
            window.look_again()

    def close_all(self) -> None:
        """Close every window; what is in them stays as drafts."""
        for window in list(self.windows):
            window.close()

    def open_empty(self) -> None:
        """Open a window that asks for a file."""
        self._new()

    def open_file(self, path: Path) -> None:
        """Open a file, or resume a draft; one that is open already comes to the front."""
        if not self._show_again(path):
            self._new().open_file(path)

    def open_sample(self) -> None:
        """Open the shipped file to try things on; one that is open already comes to the front."""
        assert self._services is not None
        sample = self._services.samples.first()
        for window in self.windows:
            if window.is_trying:
                to_front(window)
                return
        self._new().try_sample(sample.path, sample.lab_code)

    @Slot(object)
    def remove_draft(self, path: Path) -> None:
        """Throw a draft away, unless somebody is working on it in a window."""
        services = self._services
        if self._show_again(path):
            self._notes.say(
                Tone.INFORMATION,
                self.tr("This draft is open in a window. Close it there first."),
            )
        elif services is not None:
            ask(
                self._around.runner,
                lambda _: services.preparations.remove(path),
                self._removed,
                self._failed,
            )

    def _show_again(self, path: Path) -> bool:
        """Bring the window of a draft to the front, where there is one."""
        for window in self.windows:
            if window.session.draft_path == path:
                to_front(window)
                return True
        return False

    @Slot(object)
    def _removed(self, _nothing: object) -> None:
        self.wrote.emit()

    def open_pasted(self) -> None:
        """Import what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._new().open_text(text)
        else:
            self._notes.say(
                Tone.INFORMATION,
                self.tr("The clipboard holds no rows. Copy cells in your spreadsheet first."),
            )

    def _new(self) -> "ImportWindow":
        from co2desk.views.imports.wizard.import_window import ImportWindow

        assert self._services is not None
        window = ImportWindow(self._around, self._services.preparations)
        window.committed.connect(self.wrote)
        window.place_wanted.connect(self.place_wanted)
        window.undo_wanted.connect(self._undo)
        window.worklist_wanted.connect(self._ask_for_worklist)
        window.file_opened.connect(self._settings.remember_file)
        window.closed.connect(self._closed)
        window.help_wanted.connect(self.help_wanted)
        self.windows.append(window)
        window.show()
        return window

    @Slot(object)
    def _closed(self, window: "ImportWindow") -> None:
        self.windows.remove(window)
        self.wrote.emit()

    @Slot(object)
    def _ask_for_worklist(self, job_id: "ImportJobId") -> None:
        services = self._services
        if services is not None:
            ask(
                self._around.runner,
                lambda _: services.imports.job(job_id),
                self._open_worklist,
                self._failed,
            )

    @Slot(object)
    def _open_worklist(self, job: "ImportJob") -> None:
        from co2desk.views.imports.worklist_window import WorklistWindow

        if self._services is not None:
            window = WorklistWindow(self._around, self._services.imports, job, self._notes.window())
            window.wrote.connect(self.wrote)
            window.open()

    @Slot(object)
    def _undo(self, job_id: "ImportJobId") -> None:
        services = self._services
        if services is not None:
            ask(
                self._around.runner,
                lambda progress: (job_id, services.imports.undo(job_id, progress)),
                self._undone,
                self._failed,
                label=self.tr("Undoing the import…"),
                lane="writing",
            )

    @Slot(object)
    def _undone(self, undone: "tuple[ImportJobId, UndoOutcome]") -> None:
        from co2desk.views.imports.undo_notice import UndoNotice

        if self._undo_notice is None:
            self._undo_notice = UndoNotice(self._notes, self._around.formats)
            self._undo_notice.place_wanted.connect(self.place_wanted)
        self._undo_notice.tell(*undone)
        for window in self.windows:
            window.commit.result.show_undone(*undone)
        self.wrote.emit()
        self.place_wanted.emit(Place(PageId.IMPORTS))

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))

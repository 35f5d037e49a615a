"""The import window: step bar on top, pages in the middle, one way on below."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from co2desk.domain.errors import OF_THE_LINK
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.importing.flow import ImportFlow, Step
from co2desk.models.import_session import ImportSession
from co2desk.models.task_runner import Task
from co2desk.services.preparations import Preparations
from co2desk.views.action_table import ActionId, Scope
from co2desk.views.actions import fill_menu_bar, make_actions
from co2desk.views.errands import ask
from co2desk.views.file_drop import FileDrop
from co2desk.views.first_size import fit_screen
from co2desk.views.imports.wizard.edit_actions import BUTTONS, EditActions
from co2desk.views.imports.wizard.import_files import ImportFiles
from co2desk.views.imports.wizard.pages.columns_page import ColumnsPage
from co2desk.views.imports.wizard.pages.commit_page import CommitPage
from co2desk.views.imports.wizard.pages.review_page import ReviewPage
from co2desk.views.imports.wizard.pages.source_page import SourcePage
from co2desk.views.imports.wizard.place_keeper import PlaceKeeper
from co2desk.views.imports.wizard.way_on import WayOn
from co2desk.views.imports.wizard.window_notes import WindowNotes
from co2desk.views.imports.wizard.wizard_steps import WizardSteps
from co2desk.views.keyed_window import KeyedWindow
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.step_bar import StepBar


class ImportWindow(KeyedWindow):
    """A window of its own, not modal: people compare it with their spreadsheet.

    `committed` after rows were written, `place_wanted(Place)` to see them in the main window,
    `undo_wanted(job id)` to take them out again, `worklist_wanted(job id)` to mend the others,
    `help_wanted(topic)` about the step shown.
    """

    committed = Signal()
    place_wanted = Signal(object)
    undo_wanted = Signal(object)
    worklist_wanted = Signal(object)
    help_wanted = Signal(str)
    file_opened = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        preparations: Preparations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.around = around
        self._preparations = preparations
        self.setObjectName("import_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import – co2desk"))
        self.setWindowIcon(around.icons.icon("co2desk"))
        fit_screen(self, 1280, 800)
        self.is_trying = False
        self.session = ImportSession(around.runner, preparations, self)
        self._files = ImportFiles(self)
        self._edits = EditActions(self.session, self)
        self.actions_by_id = make_actions(self, Scope.IMPORT, around.icons, self._handlers())
        fill_menu_bar(self.menuBar(), Scope.IMPORT, self.actions_by_id)
        # What is made where it will stand is not styled a second time when it is put there.
        middle = QWidget(self)
        bar = StepBar(around.icons, len(Step), middle)
        self.notes = MessageBar(around.icons, middle)
        self._stack = QStackedWidget(middle)
        self.source = SourcePage(around, self.session, self._stack)
        self.columns = ColumnsPage(around, self.session, preparations.remembered, self._stack)
        buttons = [self.actions_by_id[action] for action in BUTTONS]
        self.review = ReviewPage(around, self.session, buttons, self._stack)
        self._edits.lead(self.review, self.actions_by_id)
        self.commit = CommitPage(around, self.session, self._stack)
        pages = (self.source, self.columns, self.review, self.commit)
        self.way_on = WayOn(around, self.actions_by_id[ActionId.SAVE_ANNOTATED], middle)
        for page in pages:
            self._stack.addWidget(page)
        self._lay_out(middle, bar)
        self.steps = WizardSteps(
            around,
            self.session,
            pages,
            self.commit,
            bar,
            self._stack,
            self.way_on,
            self._edits,
            self.actions_by_id,
        )
        self._told = WindowNotes(around, self.session, self.steps, self.notes)
        self._connect()
        self._place = PlaceKeeper(self.session, self.steps, self.columns, self.review, self.commit)
        around.memory.restore("import_window", self)
        self.steps.follow()
        self.source.setFocus()
        self.look_again()

    @property
    def flow(self) -> ImportFlow:
        """Where the person is among the steps."""
        return self.steps.flow

    def open_file(self, path: Path) -> None:
        """Begin with a file, or resume a draft."""
        if self._may_leave():
            self.file_opened.emit(path)
            self._begin_anew()
            self.session.open_file(path, self.tr("Reading the file…"))

    def try_sample(self, path: Path, lab_code: str) -> None:
        """Begin with the shipped file to try things on, in the laboratory that is there for it."""
        self.is_trying = True
        self.source.expect_laboratory(lab_code)
        self.session.open_file(path, self.tr("Reading the file…"))

    def open_text(self, text: str) -> None:
        """Begin with pasted text."""
        if self._may_leave():
            self._begin_anew()
            self.session.open_text(text, self.tr("pasted rows"), self.tr("Reading the rows…"))

    def _begin_anew(self) -> None:
        self.is_trying = False
        self.source.expect_laboratory(None)
        self.steps.restart()

    def look_again(self) -> None:
        """Offer the laboratories there are now; after the database was lost, or is back."""
        work = self._preparations.laboratories
        ask(self.around.runner, lambda _: work(), self._labs_came, self._labs_missed)

    @Slot(object)
    def _labs_missed(self, error: object) -> None:
        """Say why; a window that knows no laboratories yet takes those of the pack meanwhile."""
        self._told.tell_failure(error)
        if getattr(error, "code", None) in OF_THE_LINK and not self.source.knows_laboratories:
            work = self._preparations.laboratories_offline
            ask(self.around.runner, lambda _: work(), self._labs_came, self._told.tell_failure)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember window and place; the draft is saved already. Rows are written to the end."""
        if not self._may_leave():
            event.ignore()
            return
        self.around.memory.save("import_window", self)
        if self.session.inspection is not None:
            self._place.keep()
        self.session.close()
        super().closeEvent(event)
        self.closed.emit(self)

    def _may_leave(self) -> bool:
        if self.session.is_committing:
            self._told.say(
                Tone.INFORMATION,
                self.tr("The rows are being written. Wait a moment, or cancel it first."),
            )
        return not self.session.is_committing

    @Slot()
    def _to_words(self) -> None:
        self.columns.show_words()
        self.steps.go(Step.COLUMNS)

    def _lay_out(self, middle: QWidget, bar: StepBar) -> None:
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 12, 16, 8)
        inset.setSpacing(8)
        inset.addWidget(self.notes)
        inset.addWidget(self._stack, 1)
        box.addLayout(inset, 1)
        box.addWidget(self.way_on)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.source.file_wanted.connect(self._files.choose)
        self._told.encodings_wanted.connect(self.source.compare_encodings)
        self.review.words_wanted.connect(self._to_words)
        self.commit.result.place_wanted.connect(self.place_wanted)
        self.commit.result.undo_wanted.connect(self.undo_wanted)
        self.commit.result.worklist_wanted.connect(self.worklist_wanted)
        self.commit.result.another_wanted.connect(self._files.choose)
        self._files.given.connect(self.open_file)
        self._files.text_given.connect(self.open_text)
        self._files.copy_wanted.connect(self._save_annotated)
        self._files.draft_wanted.connect(self._export_draft)
        self.way_on.close_wanted.connect(self._close)
        self.steps.commit_began.connect(self._told.clear)
        FileDrop(self).dropped.connect(self.open_file)
        session = self.session
        session.began.connect(self._began)
        session.checked.connect(self.steps.follow)
        session.rows_changed.connect(self.steps.follow)
        session.committed.connect(self._was_committed)
        session.busy.connect(self._busy)

    def _handlers(self) -> dict[ActionId, Callable[[], None]]:
        return {
            **self._edits.handlers,
            ActionId.PASTE: self._paste,
            ActionId.CHOOSE_FILE: self._files.choose,
            ActionId.SAVE_ANNOTATED: self._choose_annotated,
            ActionId.EXPORT_DRAFT: self._choose_draft_copy,
            ActionId.NEXT_STEP: self._forward,
            ActionId.PREVIOUS_STEP: self._back,
            ActionId.HELP_IMPORT: self._ask_for_help,
            ActionId.CLOSE_WINDOW: self._close,
        }

    @Slot()
    def _forward(self) -> None:
        # A key held down goes through the steps in a moment: it may not write as well.
        if self.flow.step is Step.COMMIT:
            self.way_on.show_the_end()
        else:
            self.steps.forward()

    @Slot()
    def _back(self) -> None:
        self.steps.back()

    @Slot()
    def _began(self) -> None:
        self._told.clear()
        if self.is_trying:
            self._told.tell_of_the_sample()
        self.steps.follow()
        self.setWindowTitle(self.tr("Import %1 – co2desk").replace("%1", self.session.file_name))

    @Slot(object)
    def _labs_came(self, labs: Sequence[Laboratory] | None) -> None:
        self.steps.needs_laboratory = labs is not None
        writable = [
            lab
            for lab in labs or ()
            if not lab.archived and (lab.role is None or lab.role.includes(Role.LAB_MEMBER))
        ]
        self.source.offer_labs(writable)
        self.steps.follow()

    @Slot(object)
    def _busy(self, task: Task) -> None:
        match self.flow.step:
            case Step.REVIEW:
                self.review.follow(task)
            case Step.COMMIT:
                self.commit.follow(task)
            case _:
                self.source.follow(task)

    @Slot(object)
    def _was_committed(self, _result: object) -> None:
        self._told.clear()
        self.steps.follow()
        self.commit.result.take_focus()
        self.committed.emit()

    @Slot()
    def _choose_annotated(self) -> None:
        if self.session.is_checked:
            self._files.choose_copy(self.session.file_name)

    @Slot(object)
    def _save_annotated(self, path: Path) -> None:
        self.session.save_annotated(
            path, self.around.messages.language, self.tr("Writing the annotated copy…")
        )

    @Slot()
    def _choose_draft_copy(self) -> None:
        if self.session.inspection is not None and not self.session.is_committed:
            self._place.keep()
            self._files.choose_draft_copy(self.session.file_name)

    @Slot(object)
    def _export_draft(self, path: Path) -> None:
        self.session.export_draft(path)

    @Slot()
    def _ask_for_help(self) -> None:
        self.help_wanted.emit(f"import-{self.flow.step}")

    @Slot()
    def _close(self) -> None:
        self.close()

    @Slot()
    def _paste(self) -> None:
        if self.flow.step is Step.REVIEW:
            self.review.grid.paste()
        elif self.flow.step is Step.SOURCE:
            self._files.take(QGuiApplication.clipboard().mimeData())

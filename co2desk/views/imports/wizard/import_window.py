"""The import window: step bar on top, pages in the middle, one way on below."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.importing.flow import ImportFlow, Situation, Step
from co2desk.models.import_session import ImportSession
from co2desk.models.task_runner import Task
from co2desk.services.import_file import ImportStatus
from co2desk.services.preparations import Preparations
from co2desk.views.action_table import ActionId, Scope
from co2desk.views.actions import fill_menu_bar, make_actions
from co2desk.views.errands import ask, failure_text
from co2desk.views.file_drop import FileDrop
from co2desk.views.imports.wizard.edit_actions import BUTTONS, EditActions
from co2desk.views.imports.wizard.flow_words import situation_of, steps_shown
from co2desk.views.imports.wizard.import_files import ImportFiles
from co2desk.views.imports.wizard.pages.columns_page import ColumnsPage
from co2desk.views.imports.wizard.pages.commit_page import CommitPage
from co2desk.views.imports.wizard.pages.review_page import ReviewPage
from co2desk.views.imports.wizard.pages.source_page import SourcePage
from co2desk.views.imports.wizard.way_on import WayOn
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.step_bar import StepBar


class ImportWindow(QMainWindow):
    """A window of its own, not modal: people compare it with their spreadsheet.

    `committed` after rows were written, `place_wanted(Place)` to see them in the main window,
    `undo_wanted(job id)` to take them out again, `help_wanted(topic)` about the step shown.
    """

    committed = Signal()
    place_wanted = Signal(object)
    undo_wanted = Signal(object)
    file_opened = Signal(object)
    closed = Signal(object)
    help_wanted = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        preparations: Preparations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.around = around
        self._preparations = preparations
        self._needs_laboratory = True
        self.setObjectName("import_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import – co2desk"))
        self.setWindowIcon(around.icons.icon("co2desk"))
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.session = ImportSession(around.runner, preparations, self)
        self.flow = ImportFlow()
        self._files = ImportFiles(self)
        self._edits = EditActions(self.session, self)
        self.actions_by_id = make_actions(self, Scope.IMPORT, around.icons, self._handlers())
        fill_menu_bar(self.menuBar(), Scope.IMPORT, self.actions_by_id)
        self.steps = StepBar(around.icons, len(Step), self)
        self.notes = MessageBar(around.icons, self)
        self.source = SourcePage(around, self.session, self)
        self.columns = ColumnsPage(around, self.session, preparations.remembered, self)
        buttons = [self.actions_by_id[action] for action in BUTTONS]
        self.review = ReviewPage(around, self.session, buttons, self)
        self._edits.lead(self.review, self.actions_by_id)
        self.commit = CommitPage(around, self.session, self)
        self._pages = (self.source, self.columns, self.review, self.commit)
        self.way_on = WayOn(around, self.actions_by_id[ActionId.SAVE_ANNOTATED], self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        around.memory.restore("import_window", self)
        self._follow_flow()
        self.look_again()

    def open_file(self, path: Path) -> None:
        """Begin with a file, or resume a draft."""
        self.file_opened.emit(path)
        self._restart()
        self.session.open_file(path, self.tr("Reading the file…"))

    def open_text(self, text: str) -> None:
        """Begin with pasted text."""
        self._restart()
        self.session.open_text(text, self.tr("pasted rows"), self.tr("Reading the rows…"))

    def look_again(self) -> None:
        """Offer the laboratories there are now; after the database was lost, or is back."""
        work = self._preparations.laboratories
        ask(self.around.runner, lambda _: work(), self._labs_came, self._failed)

    def _restart(self) -> None:
        self.flow = ImportFlow()
        self._follow_flow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; the draft is saved already."""
        self.around.memory.save("import_window", self)
        self.session.close()
        super().closeEvent(event)
        self.closed.emit(self)

    def _lay_out(self) -> None:
        for page in self._pages:
            self._stack.addWidget(page)
        middle = QWidget(self)
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.steps)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 12, 16, 8)
        inset.setSpacing(8)
        inset.addWidget(self.notes)
        inset.addWidget(self._stack, 1)
        box.addLayout(inset, 1)
        box.addWidget(self.way_on)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.steps.step_chosen.connect(self._step_chosen)
        self.way_on.forward_wanted.connect(self._forward)
        self.way_on.back_wanted.connect(self._back)
        self.source.file_wanted.connect(self._files.choose)
        for page in self._pages:
            page.edited.connect(self._follow_flow)
        self.commit.result.place_wanted.connect(self.place_wanted)
        self.commit.result.undo_wanted.connect(self.undo_wanted)
        self.commit.result.another_wanted.connect(self._files.choose)
        self._files.given.connect(self.open_file)
        self._files.text_given.connect(self.open_text)
        self._files.copy_wanted.connect(self._save_annotated)
        self.notes.action_chosen.connect(self._import_again)
        FileDrop(self).dropped.connect(self.open_file)
        session = self.session
        session.began.connect(self._began)
        session.checked.connect(self._follow_flow)
        session.rows_changed.connect(self._follow_flow)
        session.committed.connect(self._was_committed)
        session.annotated.connect(self._was_annotated)
        session.failed.connect(self._failed)
        session.cancelled.connect(self._was_cancelled)
        session.busy.connect(self._busy)

    def _handlers(self) -> dict[ActionId, Callable[[], None]]:
        return {
            **self._edits.handlers,
            ActionId.PASTE: self._paste,
            ActionId.SAVE_ANNOTATED: self._choose_annotated,
            ActionId.NEXT_STEP: self._forward,
            ActionId.PREVIOUS_STEP: self._back,
            ActionId.CLOSE_WINDOW: self._close,
            ActionId.HELP_IMPORT: self._help_here,
        }

    @property
    def _now(self) -> Situation:
        return situation_of(
            self.session,
            all_or_nothing=self.commit.all_or_nothing,
            needs_laboratory=self._needs_laboratory,
        )

    @property
    def _is_committed(self) -> bool:
        result = self.session.result
        return result is not None and result.status is ImportStatus.COMPLETED

    @Slot()
    def _follow_flow(self) -> None:
        """Show where the person is, what each step says, and the one way on."""
        flow, now, closed = self.flow, self._now, self._is_committed
        self.steps.show_steps(steps_shown(flow, now, committed=closed), _place(flow.step))
        self._stack.setCurrentIndex(_place(flow.step))
        self._allow_actions(checked=now.counts is not None and not closed)
        held = flow.why_not(now)
        why_not = self.around.messages.text(f"flow.{held}", **_named(now)) if held else ""
        self.way_on.show_way(flow.step, why_not, self.commit.rows, closed=closed)

    def _allow_actions(self, *, checked: bool) -> None:
        self._edits.allow(reviewing=checked and self.flow.step is Step.REVIEW)
        self.actions_by_id[ActionId.SAVE_ANNOTATED].setEnabled(checked)

    def _go(self, step: Step) -> None:
        if not self._is_committed and self.flow.go_to(step, self._now) is step:
            self._pages[_place(step)].enter()
        self._follow_flow()

    def _help_here(self) -> None:
        self.help_wanted.emit(f"import-{self.flow.step}")

    @Slot(int)
    def _step_chosen(self, place: int) -> None:
        self._go(list(Step)[place])

    @Slot()
    def _forward(self) -> None:
        if self.flow.why_not(self._now) is not None or self._is_committed:
            return
        if self.flow.step is Step.COMMIT:
            self.notes.clear()
            self.commit.commit()
        else:
            self.flow.advance(self._now)
            self._go(self.flow.step)

    @Slot()
    def _back(self) -> None:
        if not self._is_committed:
            self._go(self.flow.back())

    @Slot()
    def _began(self) -> None:
        self.notes.clear()
        self._follow_flow()
        self.setWindowTitle(self.tr("Import %1 – co2desk").replace("%1", self.source.file_name))

    @Slot(object)
    def _labs_came(self, labs: Sequence[Laboratory] | None) -> None:
        self._needs_laboratory = labs is not None
        writable = [
            lab
            for lab in labs or ()
            if not lab.archived and (lab.role is None or lab.role.includes(Role.LAB_MEMBER))
        ]
        self.source.offer_labs(writable)
        self._follow_flow()

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
        self.notes.clear()
        self._follow_flow()
        self.committed.emit()

    @Slot(object)
    def _was_annotated(self, path: Path) -> None:
        self.notes.say(
            Tone.GOOD,
            self.tr("The annotated copy was saved as %1. Correct it there and import it again, "
                    "or go on here.").replace("%1", path.name),
        )  # fmt: skip

    @Slot()
    def _was_cancelled(self) -> None:
        self.notes.say(Tone.INFORMATION, self.tr("Cancelled. Nothing was written."))
        self._follow_flow()

    @Slot(object)
    def _failed(self, error: object) -> None:
        again = ""
        if isinstance(error, Co2deskError) and error.code is ErrorCode.FILE_ALREADY_IMPORTED:
            again = self.tr("Import it again")
        self.notes.say(Tone.ERROR, failure_text(self.around.messages, error), again)
        self._follow_flow()

    @Slot()
    def _import_again(self) -> None:
        self.notes.clear()
        self.session.choose(replace(self.session.choices, again=True))
        self._go(Step.REVIEW)

    @Slot()
    def _choose_annotated(self) -> None:
        if self.session.is_checked:
            self._files.choose_copy(self.source.file_name)

    @Slot(object)
    def _save_annotated(self, path: Path) -> None:
        self.session.save_annotated(
            path, self.around.messages.language, self.tr("Writing the annotated copy…")
        )

    @Slot()
    def _close(self) -> None:
        self.close()

    @Slot()
    def _paste(self) -> None:
        if self.flow.step is Step.REVIEW:
            self.review.grid.paste()
        elif self.flow.step is Step.SOURCE:
            self._files.take(QGuiApplication.clipboard().mimeData())


def _place(step: Step) -> int:
    return list(Step).index(step)


def _named(now: Situation) -> dict[str, str]:
    return {"fields": ", ".join(now.missing)}

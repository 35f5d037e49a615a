"""The import window: step bar on top, pages in the middle, one way on below."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from co2desk.domain.errors import Co2deskError, ErrorCode
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.importing.flow import ImportFlow, Situation, Step, StepState
from co2desk.models.import_session import ImportSession
from co2desk.models.task_runner import Task
from co2desk.services.import_file import ImportStatus
from co2desk.services.preparations import Preparations
from co2desk.views.actions import ActionId, Scope, fill_menu_bar, make_actions
from co2desk.views.errands import ask, failure_text
from co2desk.views.file_drop import FileDrop
from co2desk.views.imports.wizard.flow_words import situation_of, step_word
from co2desk.views.imports.wizard.pages.columns_page import ColumnsPage
from co2desk.views.imports.wizard.pages.commit_page import CommitPage
from co2desk.views.imports.wizard.pages.review_page import ReviewPage
from co2desk.views.imports.wizard.pages.source_page import SourcePage
from co2desk.views.imports.wizard.way_on import WayOn
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.step_bar import StepBar, StepShown

_REVIEW_BUTTONS = (
    ActionId.PREVIOUS_ERROR,
    ActionId.NEXT_ERROR,
    ActionId.FILL_DOWN,
    ActionId.REPLACE,
    ActionId.SKIP_ROWS,
    ActionId.UNDO,
    ActionId.REDO,
)

_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xls *.xlsb *.ods *.co2draft"


class ImportWindow(QMainWindow):
    """A window of its own, not modal: people compare it with their spreadsheet.

    `committed` after rows were written, `place_wanted(Place)` to see them in the main window,
    `undo_wanted(job id)` to take them out again.
    """

    committed = Signal()
    place_wanted = Signal(object)
    undo_wanted = Signal(object)
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
        self._needs_laboratory = True
        self.setObjectName("import_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import – co2desk"))
        self.setWindowIcon(around.icons.icon("co2desk"))
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.session = ImportSession(around.runner, preparations, self)
        self.flow = ImportFlow()
        self.actions_by_id = make_actions(self, Scope.IMPORT, around.icons, self._handlers())
        fill_menu_bar(self.menuBar(), Scope.IMPORT, self.actions_by_id)
        self.steps = StepBar(around.icons, len(Step), self)
        self.notes = MessageBar(around.icons, self)
        self.source = SourcePage(around, self.session, self)
        self.columns = ColumnsPage(around, self.session, self)
        buttons = [self.actions_by_id[action] for action in _REVIEW_BUTTONS]
        self.review = ReviewPage(around, self.session, buttons, self)
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
        self.source.file_wanted.connect(self._choose_file)
        for page in self._pages:
            page.edited.connect(self._follow_flow)
        self.commit.result.place_wanted.connect(self.place_wanted)
        self.commit.result.undo_wanted.connect(self.undo_wanted)
        self.commit.result.another_wanted.connect(self._choose_file)
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
            ActionId.UNDO: self._undo,
            ActionId.REDO: self._redo,
            ActionId.COPY: self._copy,
            ActionId.PASTE: self._paste,
            ActionId.FILL_DOWN: self._fill_down,
            ActionId.CLEAR_CELLS: self._clear_cells,
            ActionId.FIND: self._find,
            ActionId.REPLACE: self._replace,
            ActionId.FIX_ALL: self._fix_all,
            ActionId.SKIP_ROWS: self._skip_rows,
            ActionId.NEXT_ERROR: self._next_error,
            ActionId.PREVIOUS_ERROR: self._previous_error,
            ActionId.SAVE_ANNOTATED: self._choose_annotated,
            ActionId.NEXT_STEP: self._forward,
            ActionId.PREVIOUS_STEP: self._back,
            ActionId.CLOSE_WINDOW: self._close,
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
        reachable = () if closed else flow.reachable(now)
        states = flow.states(now)
        errors = now.counts.error if now.counts is not None and not closed else 0
        self.steps.show_steps(
            [
                StepShown(
                    step_word(step),
                    self._state(step, states[step], errors),
                    step in reachable,
                    errors if step is Step.REVIEW else 0,
                )
                for step in Step
            ],
            _place(flow.step),
        )
        self._stack.setCurrentIndex(_place(flow.step))
        self._allow_actions(checked=now.counts is not None and not closed)
        held = flow.why_not(now)
        why_not = self.around.messages.text(f"flow.{held}", **_named(now)) if held else ""
        self.way_on.show_way(flow.step, why_not, self.commit.rows, closed=closed)

    def _state(self, step: Step, state: StepState, errors: int) -> StepState:
        if self._is_committed:
            return StepState.DONE
        return StepState.ATTENTION if step is Step.REVIEW and errors else state

    def _allow_actions(self, *, checked: bool) -> None:
        reviewing = checked and self.flow.step is Step.REVIEW
        for action in (*_REVIEW_BUTTONS, ActionId.FIX_ALL):
            self.actions_by_id[action].setEnabled(reviewing)
        snapshot = self.session.snapshot
        undo = reviewing and snapshot is not None and snapshot.can_undo
        redo = reviewing and snapshot is not None and snapshot.can_redo
        self.actions_by_id[ActionId.UNDO].setEnabled(undo)
        self.actions_by_id[ActionId.REDO].setEnabled(redo)
        self.actions_by_id[ActionId.SAVE_ANNOTATED].setEnabled(checked)

    def _go(self, step: Step) -> None:
        if not self._is_committed and self.flow.go_to(step, self._now) is step:
            self._pages[_place(step)].enter()
        self._follow_flow()

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
    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Tables and drafts") + f" ({_PATTERNS})",
                self.tr("All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    @Slot(str)
    def _file_chosen(self, name: str) -> None:
        self.open_file(Path(name))

    @Slot()
    def _choose_annotated(self) -> None:
        if not self.session.is_checked:
            return
        name = self.tr("%1 with errors").replace("%1", Path(self.source.file_name).stem)
        suffix = Path(self.source.file_name).suffix or ".csv"
        dialog = QFileDialog(self, self.tr("Save annotated copy"), f"{name}{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._save_annotated)
        dialog.open()

    @Slot(str)
    def _save_annotated(self, name: str) -> None:
        self.session.save_annotated(
            Path(name), self.around.messages.language, self.tr("Writing the annotated copy…")
        )

    @Slot()
    def _undo(self) -> None:
        self.session.undo()

    @Slot()
    def _redo(self) -> None:
        self.session.redo()

    @Slot()
    def _copy(self) -> None:
        if self.flow.step is Step.REVIEW:
            self.review.grid.copy()

    @Slot()
    def _fill_down(self) -> None:
        self.review.grid.fill_down()

    @Slot()
    def _clear_cells(self) -> None:
        if self.flow.step is Step.REVIEW:
            self.review.grid.clear_cells()

    @Slot()
    def _find(self) -> None:
        if self.flow.step is Step.REVIEW:
            self.review.go_to_search()

    @Slot()
    def _replace(self) -> None:
        self.review.replace()

    @Slot()
    def _fix_all(self) -> None:
        self.review.offer_fix()

    @Slot()
    def _skip_rows(self) -> None:
        self.review.skip_rows()

    @Slot()
    def _next_error(self) -> None:
        self.review.next_error()

    @Slot()
    def _previous_error(self) -> None:
        self.review.previous_error()

    @Slot()
    def _close(self) -> None:
        self.close()

    @Slot()
    def _paste(self) -> None:
        if self.flow.step is Step.REVIEW:
            self.review.grid.paste()
        elif self.flow.step is Step.SOURCE:
            self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> None:
        files = [url for url in data.urls() if url.isLocalFile()]
        if files:
            self.open_file(Path(files[0].toLocalFile()))
        elif data.hasText() and data.text().strip():
            self.open_text(data.text())


def _place(step: Step) -> int:
    return list(Step).index(step)


def _named(now: Situation) -> dict[str, str]:
    return {"fields": ", ".join(now.missing)}

"""Where the person is among the steps of an import, and the one way on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from co2desk.importing.flow import ImportFlow, Situation, Step
from co2desk.models.import_session import ImportSession
from co2desk.views.action_table import ActionId
from co2desk.views.imports.wizard.edit_actions import EditActions
from co2desk.views.imports.wizard.flow_words import situation_of, steps_shown
from co2desk.views.imports.wizard.pages.commit_page import CommitPage
from co2desk.views.imports.wizard.way_on import WayOn
from co2desk.views.imports.wizard.wizard_page import WizardPage
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.step_bar import StepBar
from co2desk.views.words import field_word


class WizardSteps(QObject):
    """Shows the page of a step, what each step says, and why the next one has to wait.

    `moved` when the person comes to another step; `commit_began` when the rows are being written.
    """

    moved = Signal()
    commit_began = Signal()

    def __init__(
        self,
        around: Surroundings,
        session: ImportSession,
        pages: Sequence[WizardPage],
        commit: CommitPage,
        bar: StepBar,
        stack: QStackedWidget,
        way_on: WayOn,
        edits: EditActions,
        actions: Mapping[ActionId, QAction],
    ) -> None:
        super().__init__(stack)
        self._around = around
        self._session = session
        self._pages = pages
        self._commit = commit
        self._bar = bar
        self._stack = stack
        self._way_on = way_on
        self._edits = edits
        self._actions = actions
        self.flow = ImportFlow()
        self.needs_laboratory = True
        bar.step_chosen.connect(self._chosen)
        way_on.forward_wanted.connect(self.forward)
        way_on.back_wanted.connect(self.back)
        for page in pages:
            page.edited.connect(self.follow)
        session.writing_ended.connect(self.follow)

    @property
    def now(self) -> Situation:
        """What is known and chosen now."""
        return situation_of(
            self._session,
            all_or_nothing=self._commit.all_or_nothing,
            needs_laboratory=self.needs_laboratory,
        )

    def restart(self) -> None:
        """Begin with the first step, as with another file."""
        self.flow = ImportFlow()
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Show where the person is, what each step says, and the one way on."""
        flow, now, closed = self.flow, self.now, self._session.is_committed
        self._bar.show_steps(steps_shown(flow, now, committed=closed), _place(flow.step))
        self._stack.setCurrentIndex(_place(flow.step))
        checked = now.counts is not None and not closed
        self._edits.allow(reviewing=checked and flow.step is Step.REVIEW)
        self._actions[ActionId.SAVE_ANNOTATED].setEnabled(checked)
        self._actions[ActionId.EXPORT_DRAFT].setEnabled(now.read and not closed)
        held = flow.why_not(now)
        why_not = self._around.messages.text(f"flow.{held}", **self._named(now)) if held else ""
        self._way_on.show_way(
            flow.step, why_not, self._commit.rows, closed=closed, writing=now.writing
        )

    def go(self, step: Step) -> None:
        """Go to a step where nothing holds the person up."""
        held = self._session.is_committed or self._session.is_committing
        if not held and self.flow.go_to(step, self.now) is step:
            self._pages[_place(step)].enter()
            self.moved.emit()
        self.follow()

    @Slot()
    def forward(self) -> None:
        """Go to the next step; from the last one, commit."""
        if self.flow.why_not(self.now) is not None or self._session.is_committed:
            return
        if self.flow.step is Step.COMMIT:
            self.commit_began.emit()
            self._commit.commit()
            self.follow()
        else:
            self.flow.advance(self.now)
            self.go(self.flow.step)

    @Slot()
    def back(self) -> None:
        """Go to the step before; what was chosen stays."""
        if not (self._session.is_committed or self._session.is_committing):
            self.go(self.flow.back())

    @Slot(int)
    def _chosen(self, place: int) -> None:
        self.go(list(Step)[place])

    def _named(self, now: Situation) -> dict[str, str]:
        return {"fields": ", ".join(field_word(self._around.messages, one) for one in now.missing)}


def _place(step: Step) -> int:
    return list(Step).index(step)

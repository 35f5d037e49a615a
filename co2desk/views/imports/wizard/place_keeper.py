"""Keeps with the draft where the person is, and brings them back there."""

from PySide6.QtCore import QObject, QTimer, Slot

from co2desk.importing.flow import Step
from co2desk.models.import_session import ImportSession
from co2desk.views.imports.wizard.pages.columns_page import ColumnsPage
from co2desk.views.imports.wizard.pages.commit_page import CommitPage
from co2desk.views.imports.wizard.pages.review_page import ReviewPage
from co2desk.views.imports.wizard.wizard_steps import WizardSteps

# Arrow keys held down change the place ten times a second; the last one counts.
_SETTLED_MS = 700


class PlaceKeeper(QObject):
    """Step, filter, cell: as they were when the draft was closed, or the program ended."""

    def __init__(
        self,
        session: ImportSession,
        steps: WizardSteps,
        columns: ColumnsPage,
        review: ReviewPage,
        commit: CommitPage,
    ) -> None:
        super().__init__(steps)
        self._session = session
        self._steps = steps
        self._columns = columns
        self._review = review
        self._commit = commit
        self._target: Step | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.keep)
        for moved in (steps.moved, columns.moved, review.moved, commit.moved):
            moved.connect(self._moved)
        session.began.connect(self._come_back)
        session.checked.connect(self._go_on)
        session.failed.connect(self._stay)
        session.cancelled.connect(self._stay)

    @Slot()
    def keep(self) -> None:
        """Keep the place now."""
        self._settled.stop()
        self._session.keep_place(
            {
                "step": self._steps.flow.step.value,
                "tab": self._columns.tab,
                "review": self._review.place,
                "all_or_nothing": self._commit.all_or_nothing,
            }
        )

    @Slot()
    def _moved(self) -> None:
        # On the way back to a place, the places in between are not where the person is.
        if self._target is None and self._session.inspection is not None:
            self._settled.start()

    @Slot()
    def _come_back(self) -> None:
        place = self._session.place
        step = place.get("step")
        self._target = None
        if step not in frozenset(Step):
            return
        tab, review = place.get("tab"), place.get("review")
        self._columns.show_tab(tab if isinstance(tab, int) else 0)
        self._review.come_back_to(review if isinstance(review, dict) else {})
        self._commit.choose_mode(all_or_nothing=place.get("all_or_nothing") is True)
        if step == Step.COLUMNS:
            self._steps.go(Step.COLUMNS)
        elif step in (Step.REVIEW, Step.COMMIT):
            self._target = Step(step)
            self._steps.go(Step.REVIEW)
            if self._steps.flow.step is not Step.REVIEW:
                self._target = None  # a choice that it needs cannot be made here

    @Slot()
    def _go_on(self) -> None:
        target, self._target = self._target, None
        if target is Step.COMMIT:
            self._steps.go(Step.COMMIT)

    @Slot()
    def _stay(self) -> None:
        self._target = None

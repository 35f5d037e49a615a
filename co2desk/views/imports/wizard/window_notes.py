"""What the import window says of work that ended, and the way on that it offers."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.errors import Co2deskError, DatabaseProblem, ErrorCode
from co2desk.importing.flow import Step
from co2desk.models.import_session import ImportSession
from co2desk.views.errands import failure_text
from co2desk.views.imports.wizard.wizard_steps import WizardSteps
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone


class WindowNotes(QObject):
    """One message with at most one way on. `encodings_wanted` when these are to be compared."""

    encodings_wanted = Signal()

    def __init__(
        self, around: Surroundings, session: ImportSession, steps: WizardSteps, bar: MessageBar
    ) -> None:
        super().__init__(bar)
        self._around = around
        self._session = session
        self._steps = steps
        self._bar = bar
        self._way: Callable[[], None] | None = None
        self._of_one_step = False
        bar.action_chosen.connect(self._go_on)
        session.annotated.connect(self._annotated)
        session.exported.connect(self._exported)
        session.failed.connect(self.tell_failure)
        session.cancelled.connect(self._cancelled)
        steps.moved.connect(self._moved)

    def say(
        self, tone: Tone, text: str, action: str = "", way: Callable[[], None] | None = None
    ) -> None:
        """Show a message; `action` names the way on that `way` goes."""
        self._way = way
        self._of_one_step = False
        self._bar.say(tone, text, action)

    def tell_of_the_sample(self) -> None:
        """Say what the figures of the shipped file are, until the person goes on."""
        self.say(
            Tone.INFORMATION,
            self.tr(
                "This is the sample file; its figures are invented. Go through the four steps: "
                "nothing is written before the last one, and the import can be undone after it."
            ),
        )
        self._of_one_step = True

    @Slot()
    def _moved(self) -> None:
        if self._of_one_step:
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._bar.clear()

    @Slot(object)
    def tell_failure(self, error: object) -> None:
        """Say what went wrong, and offer what can be done about it."""
        text = failure_text(self._around.messages, error)
        self.say(Tone.ERROR, text, *self._way_out(error))
        self._steps.follow()

    def _way_out(self, error: object) -> tuple[str, Callable[[], None] | None]:
        if not isinstance(error, Co2deskError):
            return "", None
        if error.code is ErrorCode.FILE_ALREADY_IMPORTED:
            return self.tr("Import it again"), self._import_again
        if error.code is ErrorCode.UNDECODABLE_TEXT and self._session.inspection is not None:
            return self.tr("Compare encodings…"), self.encodings_wanted.emit
        unchecked = self._steps.flow.step is Step.REVIEW and not self._session.is_checked
        if unchecked and isinstance(error, DatabaseProblem):
            return self.tr("Try again"), self._check_again
        return "", None

    def _import_again(self) -> None:
        self._session.choose(replace(self._session.choices, again=True))
        self._steps.go(Step.REVIEW)

    def _check_again(self) -> None:
        self._steps.go(Step.REVIEW)

    @Slot()
    def _go_on(self) -> None:
        way, self._way = self._way, None
        self.clear()
        if way is not None:
            way()

    @Slot(object)
    def _annotated(self, path: Path) -> None:
        self.say(
            Tone.GOOD,
            self.tr(
                "The annotated copy was saved as %1. Correct it there and import it again, "
                "or go on here."
            ).replace("%1", path.name),
        )

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self.say(
            Tone.GOOD,
            self.tr(
                "A copy of this draft was saved as %1. Whoever opens it goes on where you are; "
                "here it stays as well."
            ).replace("%1", path.name),
        )

    @Slot()
    def _cancelled(self) -> None:
        self.say(Tone.INFORMATION, self.tr("Cancelled. Nothing was written."))
        self._steps.follow()

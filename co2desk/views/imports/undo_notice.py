"""What an undo did, said above the views, with the way to what it kept."""

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.ids import ImportJobId
from co2desk.domain.import_job import UndoOutcome
from co2desk.models.formats import Formats
from co2desk.views.imports.undo_words import UndoWords
from co2desk.views.places import PageId, Place
from co2desk.views.widgets.message_bar import MessageBar, Tone


class UndoNotice(QObject):
    """`place_wanted(Place)` where the person wants to see what was kept."""

    place_wanted = Signal(object)

    def __init__(self, bar: MessageBar, formats: Formats) -> None:
        super().__init__(bar)
        self._bar = bar
        self._formats = formats
        self._job_id: ImportJobId | None = None
        self._said = ""
        bar.action_chosen.connect(self._show_kept)

    def tell(self, job_id: ImportJobId, outcome: UndoOutcome) -> None:
        """Say what became of the activities of an import."""
        self._job_id = job_id
        tone = Tone.WARNING if outcome.kept else Tone.GOOD
        words = UndoWords()
        show = words.show_kept() if outcome.kept else ""
        self._said = words.text(outcome, self._formats)
        self._bar.say(tone, self._said, show)

    @Slot()
    def _show_kept(self) -> None:
        # Others speak through the same bar.
        if self._job_id is not None and self._bar.text == self._said:
            self._bar.clear()
            self.place_wanted.emit(kept_by_undo(self._job_id))


def kept_by_undo(job_id: ImportJobId) -> Place:
    """What is left of an import that was undone is what was kept."""
    return Place(PageId.ACTIVITIES, ActivityFilter(import_job_id=job_id))

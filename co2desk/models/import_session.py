"""One import in preparation, as the pages of its window see it: asked here, answered by signal."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.errors import Cancelled
from co2desk.domain.progress import Progress
from co2desk.importing.checked import CheckChoices
from co2desk.importing.table import ReadOptions
from co2desk.models.review_session import ReviewSession
from co2desk.models.task_runner import TaskRunner
from co2desk.services.import_file import CommitMode, ImportResult, ImportStatus
from co2desk.services.inspect_file import Inspection
from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.services.preparation.values import Comparison, Standing
from co2desk.services.preparations import Preparations
from co2desk.services.prepare_import import Preparation


class ImportSession(ReviewSession):
    """Keeps what came of the calls as frozen values; one step of the window after the other.

    `began` after a file was opened or a draft resumed, `inspected` after it was read or
    recognised anew, `checked` after all rows were checked, `committed(ImportResult)` at the end,
    `writing_ended` after a commit, however it went.
    """

    began = Signal()
    inspected = Signal()
    checked = Signal()
    annotated = Signal(object)
    exported = Signal(object)
    encodings_came = Signal(object)
    differed = Signal(object)
    committed = Signal(object)
    writing_ended = Signal()

    def __init__(
        self, runner: TaskRunner, preparations: Preparations, parent: QObject | None = None
    ) -> None:
        super().__init__(runner, parent)
        self._preparations = preparations
        self._checked_as: tuple[CheckChoices, ReadOptions] | None = None
        # What the lane opened last, which a window that is being closed may never hear of.
        self._newest: Preparation | None = None
        self._is_closed = False
        self.is_committing = False
        self._wanted: CheckChoices | None = None
        # How many changes of what the file is understood by have no answer yet.
        self._under_way = 0
        self.inspection: Inspection | None = None
        self.choices = CheckChoices()
        self.options = ReadOptions()
        self.is_compared = False
        self.result: ImportResult | None = None
        self.place: Mapping[str, Any] = {}

    @property
    def file_name(self) -> str:
        """The name of the file, without its folders; empty where none was read."""
        seen = self.inspection
        return seen.path.replace("\\", "/").rsplit("/", 1)[-1] if seen is not None else ""

    @property
    def is_checked(self) -> bool:
        """Whether the rows were checked under today's choices."""
        return self.snapshot is not None and self._checked_as == (self.choices, self.options)

    @property
    def is_committed(self) -> bool:
        """Whether the rows are in the database; the draft is gone then."""
        return self.result is not None and self.result.status is ImportStatus.COMPLETED

    @property
    def draft_path(self) -> Path | None:
        """The file of the draft that is being worked on, None while there is none."""
        return None if self._preparation is None else self._preparation.path

    # step 1: the file

    def open_file(self, path: Path, label: str) -> None:
        """Begin with a file, or resume a draft."""
        self._open(lambda progress: self._preparations.open_file(path, progress), label)

    def open_text(self, text: str, name: str, label: str) -> None:
        """Begin with pasted text."""
        self._open(lambda progress: self._preparations.open_text(text, name, progress), label)

    def resume(self, path: Path, label: str) -> None:
        """Go on where a draft was left."""
        self._open(lambda progress: self._preparations.resume(path, progress), label)

    def reread(self, options: ReadOptions, label: str) -> None:
        """Read the file otherwise."""
        self.take_anew(lambda preparation, progress: preparation.reread(options, progress), label)

    def compare_encodings(self) -> None:
        """Ask how the file looks in each encoding; `encodings_came(Candidates)` answers."""
        self.ask(lambda preparation, _: preparation.encodings(), self._encodings_were_compared)

    # step 2: what it means

    def choose(self, choices: CheckChoices) -> None:
        """Take other choices; where they cannot be taken, everything is as it was."""
        # At once, so that the next choice builds on this one.
        self.choices = self._wanted = choices

        def work(preparation: Preparation, _progress: Progress) -> object:
            # Whoever walks a list by its arrow keys waits for the last of them alone.
            return preparation.choose(choices) if self._wanted is choices else None

        self.take_anew(work)

    def ask(
        self, work: Callable[[Preparation, Progress], object], then: Callable[..., None]
    ) -> None:
        """Ask the preparation something else in its turn; `then(answer)` is a bound method."""
        preparation = self._must()
        self._start(lambda progress: work(preparation, progress), then)

    def take_anew(self, change: Callable[[Preparation, Progress], object], label: str = "") -> None:
        """Change what the file is understood by; `inspected` answers, once for all under way."""
        preparation = self._must()
        self._under_way += 1

        def work(progress: Progress) -> Standing:
            change(preparation, progress)
            return preparation.standing

        task = self._start(work, self._taken, label)
        task.failed.connect(self._not_taken)
        task.cancelled.connect(self._not_taken)

    # step 3: the rows

    def check(self, label: str) -> None:
        """Check all rows."""
        preparation = self._must()

        def work(progress: Progress) -> tuple[Standing, ReviewSnapshot]:
            snapshot = preparation.check(progress)
            return preparation.standing, snapshot

        self._start(work, self._were_checked, label)

    def save_annotated(self, path: Path, language: str, label: str) -> None:
        """Write the person's own file with an error column; `annotated(path)` answers."""
        preparation = self._must()

        def work(progress: Progress) -> Path:
            preparation.save_annotated(path, language, progress)
            return path

        self._start(work, self._was_annotated, label)

    # step 4: the database

    def compare(self, label: str) -> None:
        """Check against today's database; `differed(Comparison)` tells what changed since."""
        preparation = self._must()
        self.is_compared = False

        def work(progress: Progress) -> tuple[Standing, Comparison]:
            comparison = preparation.compare(progress)
            return preparation.standing, comparison

        self._start(work, self._was_compared, label)

    def commit(self, mode: CommitMode, label: str) -> None:
        """Write the rows to the database; once, however often it is asked for."""
        if self.is_committing or self.is_committed:
            return
        preparation = self._must()
        self.is_committing = True
        task = self._start(
            lambda progress: preparation.commit(mode, progress), self._committed, label
        )
        task.finished.connect(self._commit_ended)

    # the draft

    def export_draft(self, path: Path) -> None:
        """Write a copy of the draft, to be mailed; `exported(path)` answers."""

        def work(preparation: Preparation, _progress: Progress) -> Path:
            preparation.export(path)
            return path

        self.ask(work, self._was_exported)

    def keep_place(self, place: Mapping[str, Any]) -> None:
        """Keep where the person is with the draft, to be `place` when it is resumed."""
        preparation = self._preparation
        if preparation is not None and not self.is_committed:
            self._start(lambda _: preparation.keep_place(place), self._place_was_kept)

    def close(self) -> None:
        """Leave the draft for another day; what is only being read or checked is given up."""
        self._is_closed = True
        if self._waited_for is not None and not self.is_committing:
            self._waited_for.cancel()
        self._leave(self._preparation)
        if self._newest is not self._preparation:
            self._leave(self._newest)
        self._preparation = None

    def _leave(self, preparation: Preparation | None, *, for_another: bool = False) -> None:
        """Close a draft; one that gives way to another file goes if nothing was done to it."""
        if preparation is None or self.is_committed:
            return

        def work(_progress: Progress) -> None:
            if for_another and preparation.is_untouched:
                preparation.discard()
            else:
                preparation.close()

        self._runner.start(work, lane=self._lane)

    def _open(self, work: Callable[[Progress], Preparation], label: str) -> None:
        def opened(progress: Progress) -> tuple[Preparation, Standing]:
            preparation = self._newest = work(progress)
            if self._is_closed:  # by a window that went meanwhile
                preparation.close()
                raise Cancelled
            return preparation, preparation.standing

        self._start(opened, self._opened, label)

    @Slot()
    def _commit_ended(self) -> None:
        self.is_committing = False
        self.writing_ended.emit()

    def _keep(self, seen: Standing) -> None:
        self.inspection, self.choices, self.options = seen.inspection, seen.choices, seen.options

    @Slot(object)
    def _opened(self, opened: tuple[Preparation, Standing]) -> None:
        self._leave(self._preparation, for_another=True)
        self._preparation, seen = opened
        self.place = self._preparation.place
        self._checked_as = None
        self.snapshot = None
        self.is_compared = False
        self.result = None
        self._keep(seen)
        self.began.emit()
        self.inspected.emit()

    @Slot(object)
    def _taken(self, seen: Standing) -> None:
        """Keep the last answer alone: one before it knows nothing of what was chosen since."""
        self._under_way -= 1
        if not self._under_way:
            self._keep(seen)
            self.inspected.emit()

    @Slot()
    @Slot(object)
    def _not_taken(self, _error: object = None) -> None:
        self._under_way -= 1
        if not self._under_way and self._preparation is not None:
            self._keep(self._preparation.standing)
            self.inspected.emit()

    @Slot(object)
    def _encodings_were_compared(self, found: object) -> None:
        self.encodings_came.emit(found)

    @Slot(object)
    def _place_was_kept(self, _nothing: object) -> None:
        """Nobody waits for this; a draft that cannot be written is told by `failed`."""

    @Slot(object)
    def _were_checked(self, checked: tuple[Standing, ReviewSnapshot]) -> None:
        seen, self.snapshot = checked
        self._keep(seen)
        self._checked_as = (self.choices, self.options)
        self.checked.emit()

    @Slot(object)
    def _was_exported(self, path: Path) -> None:
        self.exported.emit(path)

    @Slot(object)
    def _was_annotated(self, path: Path) -> None:
        self.annotated.emit(path)

    @Slot(object)
    def _was_compared(self, compared: tuple[Standing, Comparison]) -> None:
        seen, comparison = compared
        before = self.snapshot
        self._keep(seen)
        self.is_compared, self.snapshot = True, comparison.now
        if comparison.now != before:
            self.checked.emit()
        self.differed.emit(comparison)

    @Slot(object)
    def _committed(self, result: ImportResult) -> None:
        self.result = result
        self.committed.emit(result)

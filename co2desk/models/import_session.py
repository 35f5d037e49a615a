"""One import in preparation, as the pages of its window see it: asked here, answered by signal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.errors import Cancelled
from co2desk.domain.issue import IssueCode
from co2desk.domain.progress import Progress
from co2desk.importing.answers import Answer
from co2desk.importing.checked import CheckChoices
from co2desk.importing.fixes import answers_in, means_a_word, rows_with
from co2desk.importing.review_order import Show
from co2desk.importing.table import ReadOptions
from co2desk.models.review_snapshot import ReviewSnapshot, snapshot_of
from co2desk.models.task_runner import Task, TaskRunner, Work
from co2desk.services.import_file import CommitMode, ImportResult, ImportStatus
from co2desk.services.inspect_file import Inspection
from co2desk.services.preparations import Preparations
from co2desk.services.prepare_import import Preparation
from co2desk.services.touched_rows import Difference

Cells = Mapping[tuple[int, int], str]
Seen = tuple[Inspection, CheckChoices, ReadOptions]
Compared = tuple[Sequence[Difference], Seen, ReviewSnapshot]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed in the database since the rows were checked, and the rows before and now."""

    differences: tuple[Difference, ...]
    before: ReviewSnapshot
    now: ReviewSnapshot


@dataclass(frozen=True, slots=True)
class Answers:
    """What may stand in a column with a problem; `remembered` where a word is given a meaning."""

    code: IssueCode
    column: int
    answers: tuple[Answer, ...]
    remembered: bool


class ImportSession(QObject):
    """Runs every call of a Preparation in one lane, and keeps what came of it as frozen values.

    `began` after a file was opened or a draft resumed, `inspected` after it was read or
    recognised anew, `checked` after all rows were checked, `rows_changed(row indices)` after a
    correction, `committed(ImportResult)` at the end; `failed(error)` or `cancelled` instead of
    any of these. `busy(task)` announces work that a person may wait for and cancel.
    """

    began = Signal()
    inspected = Signal()
    checked = Signal()
    rows_changed = Signal(object)
    rows_made = Signal(object)
    ordered = Signal(object)
    found = Signal(object)
    copied = Signal(str)
    answered = Signal(object)
    annotated = Signal(object)
    exported = Signal(object)
    encodings_came = Signal(object)
    differed = Signal(object)
    committed = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    busy = Signal(object)

    def __init__(
        self, runner: TaskRunner, preparations: Preparations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._preparations = preparations
        self._lane = f"import-{uuid4()}"
        self._preparation: Preparation | None = None
        self._checked_as: tuple[CheckChoices, ReadOptions] | None = None
        self._waited_for: Task | None = None
        self._is_closed = False
        self.is_committing = False
        self.inspection: Inspection | None = None
        self.choices = CheckChoices()
        self.options = ReadOptions()
        self.snapshot: ReviewSnapshot | None = None
        self.is_compared = False
        self.result: ImportResult | None = None
        self.place: Mapping[str, Any] = {}

    @property
    def is_checked(self) -> bool:
        """Whether the rows were checked under today's choices."""
        return self.snapshot is not None and self._checked_as == (self.choices, self.options)

    @property
    def is_committed(self) -> bool:
        """Whether the rows are in the database; the draft is gone then."""
        return self.result is not None and self.result.status is ImportStatus.COMPLETED

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
        preparation = self._must()
        self._start(
            lambda progress: _seen(preparation, preparation.reread(options, progress)),
            self._inspected,
            label,
        )

    def compare_encodings(self) -> None:
        """Ask how the file looks in each encoding; `encodings_came(Candidates)` answers."""
        self.ask(lambda preparation, _: preparation.encodings(), self._encodings_were_compared)

    # step 2: what it means

    def choose(self, choices: CheckChoices) -> None:
        """Take other choices; where they cannot be taken, everything is as it was."""
        preparation = self._must()
        # At once, so that the next choice builds on this one.
        self.choices = choices
        task = self._start(
            lambda _: _seen(preparation, preparation.choose(choices)), self._inspected
        )
        task.failed.connect(self._not_chosen)

    def ask(
        self, work: Callable[[Preparation, Progress], object], then: Callable[..., None]
    ) -> None:
        """Ask the preparation something else in its turn; `then(answer)` is a bound method."""
        preparation = self._must()
        self._start(lambda progress: work(preparation, progress), then)

    def take_anew(self, change: Callable[[Preparation, Progress], Inspection]) -> None:
        """Change what the file is understood by; `inspected` answers."""
        preparation = self._must()
        self._start(
            lambda progress: _seen(preparation, change(preparation, progress)), self._inspected
        )

    # step 3: the rows

    def check(self, label: str) -> None:
        """Check all rows."""
        preparation = self._must()

        def work(progress: Progress) -> tuple[Seen, ReviewSnapshot]:
            preparation.check(progress)
            return _seen(preparation, preparation.inspection), snapshot_of(preparation)

        self._start(work, self._were_checked, label)

    def make_rows(self, rows: Sequence[int]) -> None:
        """Ask for rows by index; `rows_made({index: CheckedRow})` answers."""
        preparation = self._preparation
        if preparation is None:  # closed while the grid was still being drawn
            return
        self._start(
            lambda _: dict(zip(rows, preparation.review.rows_at(rows), strict=True)),
            self._rows_were_made,
        )

    def order(
        self, show: Show | IssueCode, text: str, sort_by: int | None, *, descending: bool
    ) -> None:
        """Ask which rows to show; `ordered(row indices)` answers."""
        review = self._must().review
        self._start(
            lambda _: review.order(show, text, sort_by, descending=descending), self._was_ordered
        )

    def find_problem(self, row: int, column: int, *, forward: bool) -> None:
        """Ask for the next cell in error, going round; `found((row, column) or None)` answers."""
        review = self._must().review

        def work(_progress: Progress) -> tuple[int, int] | None:
            beyond = (-1, -1) if forward else (len(review.rows), 0)
            here = review.next_issue(row, column, forward=forward)
            return here or review.next_issue(*beyond, forward=forward)

        self._start(work, self._was_found)

    def copy(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Ask for cells as tab-separated text; `copied(text)` answers."""
        review = self._must().review

        def work(_progress: Progress) -> str:
            lines = ("\t".join(_one_line(review.text(row, at)) for at in columns) for row in rows)
            return "\n".join(lines)

        self._start(work, self._was_copied)

    def edit(self, texts: Cells) -> None:
        """Correct cells, by (row index, column index)."""
        self._correct(lambda preparation: preparation.edit(texts))

    def fill_down(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Write the texts of the first row into the others."""

        def work(preparation: Preparation) -> Sequence[int]:
            first = {at: preparation.review.text(rows[0], at) for at in columns}
            return preparation.edit({(row, at): first[at] for row in rows[1:] for at in columns})

        self._correct(work)

    def skip(self, rows: Sequence[int], *, skipped: bool) -> None:
        """Leave rows out, or take them in again."""
        self._correct(lambda preparation: preparation.skip(rows, skipped=skipped))

    def replace(self, find: str, by: str, column: int | None) -> None:
        """Replace a text in all cells, or in one column's."""
        self._correct(lambda preparation: preparation.replace(find, by, column))

    def find_answers(self, code: IssueCode, column: int) -> None:
        """Ask what may stand in a column instead; `answered(Answers)` answers."""
        review = self._must().review

        def work(_progress: Progress) -> Answers:
            remembered = means_a_word(review, code, column)
            return Answers(code, column, answers_in(review, column), remembered)

        self._start(work, self._was_answered)

    def fix_all(self, code: IssueCode, column: int, text: str, by: str) -> None:
        """Give one answer to every cell with this text and this problem."""
        self._correct(lambda preparation: preparation.fix_all(code, column, text, by))

    def skip_all(self, code: IssueCode, column: int | None) -> None:
        """Leave out all rows with a problem in a column, or as a whole."""
        self._correct(
            lambda preparation: preparation.skip(rows_with(preparation.review, code, column))
        )

    def undo(self) -> None:
        """Take the last correction back."""
        if self.snapshot is not None and self.snapshot.can_undo:
            self._correct(lambda preparation: preparation.undo())

    def redo(self) -> None:
        """Make the correction again."""
        if self.snapshot is not None and self.snapshot.can_redo:
            self._correct(lambda preparation: preparation.redo())

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

        def work(progress: Progress) -> Compared:
            found = preparation.differences(progress)
            return found, _seen(preparation, preparation.inspection), snapshot_of(preparation)

        self._start(work, self._was_compared, label)

    def commit(self, mode: CommitMode, label: str) -> None:
        """Write the rows to the database."""
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

    def _must(self) -> Preparation:
        if self._preparation is None:
            raise RuntimeError("no file has been read yet")
        return self._preparation

    def _open(self, work: Callable[[Progress], Preparation], label: str) -> None:
        def opened(progress: Progress) -> tuple[Preparation, Seen]:
            preparation = work(progress)
            if self._is_closed:  # by a window that went meanwhile
                preparation.close()
                raise Cancelled
            return preparation, _seen(preparation, preparation.inspection)

        self._start(opened, self._opened, label)

    def _correct(self, work: Callable[[Preparation], Sequence[int]]) -> None:
        preparation = self._must()
        self._start(lambda _: (work(preparation), snapshot_of(preparation)), self._corrected)

    def _start(self, work: Work, then: Callable[..., None], label: str = "") -> Task:
        task = self._runner.start(work, label=label, lane=self._lane)
        task.succeeded.connect(then)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        if label:
            self._waited_for = task
            task.finished.connect(self._waited)
            self.busy.emit(task)
        return task

    @Slot()
    def _waited(self) -> None:
        if self.sender() is self._waited_for:
            self._waited_for = None

    @Slot()
    def _commit_ended(self) -> None:
        self.is_committing = False

    @Slot(object)
    def _opened(self, opened: tuple[Preparation, Seen]) -> None:
        self._leave(self._preparation, for_another=True)
        self._preparation, seen = opened
        self.place = self._preparation.place
        self._checked_as = None
        self.snapshot = None
        self.is_compared = False
        self.result = None
        self.inspection, self.choices, self.options = seen
        self.began.emit()
        self.inspected.emit()

    @Slot(object)
    def _inspected(self, seen: Seen) -> None:
        self.inspection, self.choices, self.options = seen
        self.inspected.emit()

    @Slot(object)
    def _not_chosen(self, _error: object) -> None:
        if self._preparation is not None:
            self.choices = self._preparation.choices
            self.inspected.emit()

    @Slot(object)
    def _encodings_were_compared(self, found: object) -> None:
        self.encodings_came.emit(found)

    @Slot(object)
    def _place_was_kept(self, _nothing: object) -> None:
        """Nobody waits for this; a draft that cannot be written is told by `failed`."""

    @Slot(object)
    def _were_checked(self, checked: tuple[Seen, ReviewSnapshot]) -> None:
        (self.inspection, self.choices, self.options), self.snapshot = checked
        self._checked_as = (self.choices, self.options)
        self.checked.emit()

    @Slot(object)
    def _corrected(self, corrected: tuple[Sequence[int], ReviewSnapshot]) -> None:
        rows, self.snapshot = corrected
        self.rows_changed.emit(rows)

    @Slot(object)
    def _rows_were_made(self, rows: object) -> None:
        self.rows_made.emit(rows)

    @Slot(object)
    def _was_ordered(self, order: object) -> None:
        self.ordered.emit(order)

    @Slot(object)
    def _was_found(self, cell: object) -> None:
        self.found.emit(cell)

    @Slot(object)
    def _was_copied(self, text: str) -> None:
        self.copied.emit(text)

    @Slot(object)
    def _was_answered(self, answers: object) -> None:
        self.answered.emit(answers)

    @Slot(object)
    def _was_exported(self, path: Path) -> None:
        self.exported.emit(path)

    @Slot(object)
    def _was_annotated(self, path: Path) -> None:
        self.annotated.emit(path)

    @Slot(object)
    def _was_compared(self, compared: Compared) -> None:
        before = self.snapshot
        differences, (self.inspection, self.choices, self.options), now = compared
        self.is_compared, self.snapshot = True, now
        if now != before:
            self.checked.emit()
        self.differed.emit(Comparison(tuple(differences), before or now, now))

    @Slot(object)
    def _committed(self, result: ImportResult) -> None:
        self.result = result
        self.committed.emit(result)


def _seen(preparation: Preparation, inspection: Inspection) -> Seen:
    return inspection, preparation.choices, preparation.options


def _one_line(text: str) -> str:
    """A cell as a spreadsheet takes it from the clipboard."""
    if any(mark in text for mark in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text

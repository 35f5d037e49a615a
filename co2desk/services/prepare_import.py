"""Takes a file from its first look to the commit, with every choice and correction kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import IssueCode
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.domain.row_edit import EditAction, EditStep
from co2desk.importing.checked import CheckChoices
from co2desk.importing.columns import Recognition, recognise
from co2desk.importing.fixes import fix_all, meanings
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.readers import Source
from co2desk.importing.readers.encodings import Candidate, candidates
from co2desk.importing.review import Review
from co2desk.importing.table import ReadOptions, SourceTable
from co2desk.offline.draft.content import DraftProgress
from co2desk.offline.draft.draft import Draft
from co2desk.services.annotate_copy import annotate
from co2desk.services.check_file import CheckedImport, Timings
from co2desk.services.draft_records import (
    check_choices,
    draft_choices,
    draft_table,
    read_options,
    source_table,
)
from co2desk.services.import_file import CommitMode, ImportFile, ImportResult, ImportStatus
from co2desk.services.inspect_file import Inspection, inspect_table
from co2desk.services.read_apart import read_apart
from co2desk.services.references import References
from co2desk.services.touched_rows import Difference, differences_between


class Preparation:
    """One import in preparation; what was done is in its draft before a method returns.

    Not thread-safe: a window runs one call at a time, the long ones (those that take `progress`)
    off its own thread.
    """

    def __init__(
        self, draft: Draft, references: References, importer: ImportFile, messages: Messages
    ) -> None:
        content = draft.load()
        self._draft = draft
        self._references = references
        self._importer = importer
        self._messages = messages
        self._source = content.source
        self._steps = list(content.steps)
        self._position = content.undo_position
        self._table = source_table(content.table, content.source) if content.table else None
        self._reference: Reference | None = None
        self._recognition = Recognition()
        self._review: Review | None = None
        self.choices: CheckChoices = check_choices(content.choices)
        self.options: ReadOptions = read_options(content.choices)
        self.place: Mapping[str, Any] = content.place

    # reading

    @property
    def id(self) -> ImportJobId:
        """The id of the import job that this becomes."""
        return self._draft.id

    @property
    def path(self) -> Path:
        """The draft's file."""
        return self._draft.path

    @property
    def filename(self) -> str:
        """The name of the file that is being imported."""
        return self._source.name

    @property
    def table(self) -> SourceTable:
        """The table as it was read, before any correction."""
        if self._table is None:
            raise UnusableInput(ErrorCode.NOT_A_TABLE, path=self._source.name)
        return self._table

    def keep_place(self, place: Mapping[str, Any]) -> None:
        """Keep where the person is, as `place` for whoever resumes the draft."""
        if dict(place) != dict(self.place):
            self._draft.save_place(place)
            self.place = dict(place)

    @property
    def is_untouched(self) -> bool:
        """Whether the person corrected nothing yet; not even a step that was taken back."""
        return not self._steps

    def encodings(self) -> Sequence[Candidate]:
        """How the telling lines of the file look in each encoding, for text files."""
        return candidates(self._source.data, self._source.name)

    @property
    def inspection(self) -> Inspection:
        """What the source was taken for, under the choices as they are."""
        return inspect_table(self.table, self._recognition)

    def reread(self, options: ReadOptions, progress: Progress = NoProgress()) -> Inspection:
        """Read the source again as `options` say; corrections and column choices are dropped.

        Raises:
            UnusableInput: the source cannot be read so; everything is as it was.
            Cancelled: asked for through `progress`; everything is as it was.
        """
        progress.report(0, None, "reading")
        source = Source(self._source.name, self._source.data, self._source.sha256)
        table = read_apart(source, options, progress)
        self._draft.save_table(draft_table(table))
        self._table, self.options = table, options
        self._steps, self._position, self._review = [], 0, None
        return self._choose(replace(self.choices, columns=None, decimal_marks={}, date_orders={}))

    def choose(self, choices: CheckChoices) -> Inspection:
        """Take other choices: kind, laboratory, year, columns, values, conventions.

        Where the kind or laboratory changes and the columns do not, they are recognised anew, by
        what is remembered for the laboratory first. Rows are not checked again before `check`.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY or UNKNOWN_KIND; everything is as it was.
        """
        before = self.choices
        if choices.kind is not None and choices.kind not in KINDS:
            raise UnusableInput(ErrorCode.UNKNOWN_KIND, kind=choices.kind, kinds=", ".join(KINDS))
        moved = (choices.kind, choices.lab_code) != (before.kind, before.lab_code)
        if moved and choices.columns == before.columns:
            choices = replace(choices, columns=None)
        if choices.lab_code != before.lab_code:
            self._reference = self._references.now(choices.lab_code)
        return self._choose(choices)

    def _choose(self, choices: CheckChoices) -> Inspection:
        self._draft.save_choices(draft_choices(choices, self.options))
        self.choices = choices
        self._recognise()
        return self.inspection

    def _recognise(self) -> None:
        found = recognise(self.table, self.choices.kind, self.reference.column_mappings)
        columns = self.choices.columns
        self._recognition = found if columns is None else found.with_columns(columns)

    @property
    def meanings(self) -> Mapping[tuple[str, str], str]:
        """What words were said to mean, by choice or by a correction in force."""
        told = meanings(self._recognition.columns, self._steps[: self._position])
        return {**self.choices.values, **told}

    def look_again(self) -> Inspection:
        """Take the reference data anew, as after something remembered was changed or forgotten.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY; everything is as it was.
            DatabaseProblem: the database cannot be reached; everything is as it was.
        """
        self._reference = self._references.now(self.choices.lab_code)
        return self._choose(self.choices)

    @property
    def reference(self) -> Reference:
        """What the rows are checked against: the database, a pack or the built-in catalogue."""
        if self._reference is None:
            self._reference = self._references.now(self.choices.lab_code)
        return self._reference

    # checking and correcting

    def check(self, progress: Progress = NoProgress()) -> None:
        """Check all rows, with the corrections so far; `review` holds them from then on.

        Raises:
            UnusableInput: no kind fits, or required columns are missing.
            Cancelled: asked for through `progress`.
        """
        in_force = self._steps[: self._position]
        self._review = Review(self.table, self.choices, self.reference, in_force, progress)
        self._save_progress()

    @property
    def is_checked(self) -> bool:
        """Whether `review` can be asked."""
        return self._review is not None

    @property
    def review(self) -> Review:
        """The rows as they stand. Ask only after `check`."""
        if self._review is None:
            raise RuntimeError("the rows were not checked yet")
        return self._review

    def edit(
        self, texts: Mapping[tuple[int, int], str], action: EditAction = EditAction.EDIT
    ) -> Sequence[int]:
        """Set cells by (row index, column index); returns the rows that were checked again."""
        return self._take(self.review.edit(texts, action))

    def fill_down(self, rows: Sequence[int], column: int) -> Sequence[int]:
        """Write the text of the first of `rows` into the others."""
        return self._take(self.review.fill_down(rows, column))

    def skip(self, rows: Sequence[int], *, skipped: bool = True) -> Sequence[int]:
        """Leave rows out of the import, or take them in again."""
        return self._take(self.review.skip(rows, skipped))

    def replace(
        self, find: str, by: str, column: int | None = None, *, whole_cell: bool = False
    ) -> Sequence[int]:
        """Replace a text in all cells, or in one column's."""
        return self._take(self.review.replace(find, by, column, whole_cell=whole_cell))

    def fix_all(self, code: IssueCode, column: int, text: str, by: str) -> Sequence[int]:
        """Give every cell of a column with this text and this problem one answer, as one step.

        Where it says what a word means, it is remembered for the laboratory with the commit,
        unless the step was undone by then.
        """
        return self._take(fix_all(self.review, code, column, text, by))

    def _take(self, step: EditStep) -> Sequence[int]:
        if not step.cells and not step.skips:
            return []
        self._draft.append_edit(step)
        del self._steps[self._position :]
        self._steps.append(step)
        self._position += 1
        return self.review.apply(step)

    @property
    def next_undo(self) -> EditStep | None:
        """The step that `undo` takes back, None where there is none."""
        return self._steps[self._position - 1] if self._position else None

    @property
    def next_redo(self) -> EditStep | None:
        """The step that `redo` takes again, None where there is none."""
        return self._steps[self._position] if self._position < len(self._steps) else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.next_undo is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return self.next_redo is not None

    def undo(self) -> Sequence[int]:
        """Take the last step back; survives a restart with the draft."""
        step = self.next_undo
        if step is None:
            return []
        self._draft.set_undo_position(self._position - 1)
        self._position -= 1
        return self.review.apply(step.inverse)

    def redo(self) -> Sequence[int]:
        """Take the step again."""
        step = self.next_redo
        if step is None:
            return []
        self._draft.set_undo_position(self._position + 1)
        self._position += 1
        return self.review.apply(step)

    def save_annotated(self, path: Path, language: str, progress: Progress = NoProgress()) -> None:
        """Write the person's own workbook or CSV with an error column and comments.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE.
        """
        source = Source(self._source.name, self._source.data, self._source.sha256)
        annotate(source, self._checked(), path, Messages.load(language), progress)

    # the end

    def differences(self, progress: Progress = NoProgress()) -> Sequence[Difference]:
        """Check again against today's database; what of it changed since, for these rows.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY where it is gone.
            DatabaseProblem: the database cannot be reached.
        """
        after = self._references.for_laboratory(self.choices.lab_code)
        found = differences_between(self.reference, after, self.review)
        before, self._reference = self.reference, after
        try:
            self.check(progress)
        except BaseException:
            self._reference = before  # so that they are told when this is asked again
            raise
        return found

    def commit(self, mode: CommitMode, progress: Progress = NoProgress()) -> ImportResult:
        """Commit; the draft is removed once its rows are in the database.

        Rows that were checked offline are checked against the database first.

        Raises:
            as `ImportFile.commit`; the draft is as it was.
        """
        if self.reference.origin != "database":
            self.differences(progress)
        result = self._importer.commit(
            self._with_meanings(), mode, job_id=self.id, progress=progress
        )
        if result.status is ImportStatus.COMPLETED:
            self.discard()
        return result

    def close(self) -> None:
        """Leave the draft for another day."""
        if self._review is not None:
            self._save_progress()
        self._draft.close()

    def discard(self) -> None:
        """Throw the draft away."""
        self._draft.discard()

    def export(self, path: Path) -> None:
        """Write a copy of the draft, to be mailed to a colleague."""
        self._draft.export(path)

    def _with_meanings(self) -> CheckedImport:
        return replace(self._checked(), choices=replace(self.choices, values=self.meanings))

    def _checked(self) -> CheckedImport:
        laboratory = self.reference.laboratories.get(self.choices.lab_code.casefold())
        return CheckedImport(
            self.table,
            self.choices,
            self.review.checked(),
            Timings(0, 0),
            laboratory,
            self._source.data,
        )

    def _save_progress(self) -> None:
        counts = self.review.counts
        self._draft.save_issues((), DraftProgress(counts.total, counts.error))

"""One import in preparation: its file, its choices and its checked rows, saved as they are made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from co2desk.desktop.paths import resource
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.columns import Recognition, recognise
from co2desk.importing.fixes import meanings
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.readers import Source, open_source, read_table, source_from_text
from co2desk.importing.readers.limits import within_limits
from co2desk.importing.review import Review
from co2desk.importing.table import ReadOptions, SourceTable
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.draft.content import DraftProgress, DraftSource
from co2desk.offline.draft.draft import Draft
from co2desk.services.draft_records import (
    check_choices,
    draft_choices,
    draft_table,
    read_options,
    source_table,
)
from co2desk.services.inspect_file import inspect_table
from co2desk.services.preparation.edit_log import EditLog
from co2desk.services.preparation.reference_link import ReferenceSource
from co2desk.services.preparation.review_snapshot import ReviewSnapshot, snapshot_of
from co2desk.services.preparation.values import Comparison, Standing
from co2desk.services.touched_rows import differences_between


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text from the clipboard, and what to call it."""

    text: str
    name: str


class Workbench:
    """What was done is in the draft before a method returns. Call `begin` or `resume` first.

    `references` are taken when they are first needed and then kept, so that one session sees one
    state of the world until `compare`.
    """

    def __init__(self, references: ReferenceSource) -> None:
        self._references = references
        self._reference: Reference | None = None
        # What the rows were last checked against as far as the person was told.
        self._told: Reference | None = None
        self._recognition = Recognition()
        self._review: Review | None = None
        self._is_checked = False
        self._place: Mapping[str, Any] = {}
        self.choices = CheckChoices()
        self.options = ReadOptions()

    # reading

    def begin(
        self, progress: Progress, path: Path, job_id: ImportJobId, given: Path | Pasted
    ) -> Standing:
        """Make a draft at `path` for a file or pasted text, and read it.

        Raises:
            UnusableInput: it cannot be read as a table, or the draft cannot be written.
        """
        progress.report(0, None, "reading")
        source = (
            open_source(given)
            if isinstance(given, Path)
            else source_from_text(given.text, given.name)
        )
        self.draft = Draft.create(
            path, DraftSource(source.name, source.sha256, source.data), job_id
        )
        self.log = EditLog(self.draft)
        self._take(_read(source, ReadOptions()), ReadOptions())
        return self._choose(self.choices)

    def resume(self, progress: Progress, path: Path) -> Standing:
        """Go on where the draft at `path` was left.

        Where the person does not see the draft's laboratory, another has to be chosen.

        Raises:
            UnusableInput: DAMAGED_DRAFT and the like.
        """
        progress.report(0, None, "reading")
        self.draft = Draft.open(path)
        content = self.draft.load()
        if content.table is None:
            raise UnusableInput(ErrorCode.NOT_A_TABLE, path=content.source.name)
        self.table = source_table(content.table, content.source)
        self.choices, self.options = check_choices(content.choices), read_options(content.choices)
        self.log = EditLog(self.draft, content.steps, content.undo_position)
        self._told = self.draft.reference(builtin_reference(resource()))
        self._place = content.place
        try:
            return self.choose(self.choices)
        except UnusableInput as problem:
            if problem.code is not ErrorCode.UNKNOWN_LABORATORY:
                raise
            return self.choose(replace(self.choices, lab_code=""))

    def reread(self, progress: Progress, options: ReadOptions) -> Standing:
        """Read the source again as `options` say; corrections and column choices are dropped.

        Raises:
            UnusableInput: the source cannot be read so; everything is as it was.
            MemoryError: it cannot be read so within the limits; everything is as it was.
        """
        progress.report(0, None, "reading")
        kept = self.draft.source()
        # Two tables of a large file would not have room beside each other.
        self._review = None
        del self.table
        try:
            table = _read(Source(kept.name, kept.data, kept.sha256), options)
            self._take(table, options)
        except BaseException:
            table_as_it_was = self.draft.load().table
            assert table_as_it_was is not None  # it was read before
            self.table = source_table(table_as_it_was, kept)
            raise
        return self._choose(replace(self.choices, columns=None, decimal_marks={}, date_orders={}))

    def _take(self, table: SourceTable, options: ReadOptions) -> None:
        self.draft.save_table(draft_table(table))
        self.table, self.options = table, options
        self.log = EditLog(self.draft)
        self._review, self._is_checked, self._told = None, False, None

    # what it means

    def choose(self, choices: CheckChoices) -> Standing:
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
            self._forget_told()
        return self._choose(choices)

    def look_again(self) -> Standing:
        """Take the reference data anew, as after something remembered was changed or forgotten.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY; everything is as it was.
            DatabaseProblem: the database cannot be reached; everything is as it was.
        """
        self._reference = self._references.now(self.choices.lab_code)
        self._forget_told()
        return self._choose(self.choices)

    @property
    def standing(self) -> Standing:
        """What the source was taken for, under the choices as they are."""
        seen = inspect_table(self.table, self._recognition)
        return Standing(self.draft.id, seen, self.choices, self.options, self._place)

    @property
    def reference(self) -> Reference:
        """What the rows are checked against: the database, a pack or the built-in catalogue."""
        if self._reference is None:
            self._reference = self._references.now(self.choices.lab_code)
        return self._reference

    @property
    def meanings(self) -> Mapping[tuple[str, str], str]:
        """What words were said to mean, by choice or by a correction in force."""
        told = meanings(self._recognition.columns, self.log.in_force)
        return {**self.choices.values, **told}

    def _choose(self, choices: CheckChoices) -> Standing:
        found = recognise(self.table, choices.kind, self.reference.column_mappings)
        self.draft.save_choices(draft_choices(choices, self.options), found.kind)
        self.choices = choices
        columns = choices.columns
        self._recognition = found if columns is None else found.with_columns(columns)
        return self.standing

    def _forget_told(self) -> None:
        if self._told is not None:
            self.draft.save_reference(None)
            self._told = None

    # the rows

    def check(self, progress: Progress) -> ReviewSnapshot:
        """Check all rows, with the corrections so far; `review` holds them from then on.

        Raises:
            UnusableInput: no kind fits, or required columns are missing.
            Cancelled: asked for through `progress`.
        """
        self._review = self._reviewed(self.reference, progress)
        self._is_checked = True
        if self._told is None:
            self._tell(self.reference)
        self.save_progress()
        return self.snapshot

    @property
    def review(self) -> Review:
        """The rows as they stand. Ask only after `check`."""
        if self._review is None:
            if not self._is_checked:
                raise RuntimeError("the rows were not checked yet")
            self._review = self._reviewed(self.reference, NoProgress())
        return self._review

    @property
    def snapshot(self) -> ReviewSnapshot:
        """What there is to say of the rows as they stand."""
        return snapshot_of(self.review, can_undo=self.log.can_undo, can_redo=self.log.can_redo)

    def compare(self, progress: Progress) -> Comparison:
        """Check again against today's database; what of it changed since, for these rows.

        A draft that was checked long ago, or with a pack, is compared with what it was checked
        against then.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY where it is gone.
            DatabaseProblem: the database cannot be reached.
            Cancelled: asked for through `progress`; it will all be told when asked again.
        """
        today = self._references.for_laboratory(self.choices.lab_code)
        told = self._told or self.reference
        then = self.review
        if then.reference is not told:
            then = self._reviewed(replace(told, known_rows=today.known_rows), progress)
        differences = tuple(differences_between(told, today, then))
        before = snapshot_of(then, can_undo=self.log.can_undo, can_redo=self.log.can_redo)
        del then
        self._review = self._reviewed(today, progress)
        self._reference = today
        self._tell(today)
        self.save_progress()
        return Comparison(differences, before, self.snapshot)

    def keep_place(self, place: Mapping[str, Any]) -> None:
        """Keep where the person is, for whoever resumes the draft."""
        if dict(place) != dict(self._place):
            self.draft.save_place(place)
            self._place = dict(place)

    def save_progress(self) -> None:
        """Keep how far the rows are, for the list of drafts."""
        counts = self.review.counts
        self.draft.save_issues((), DraftProgress(counts.total, counts.error))

    def close(self) -> None:
        """Leave the draft for another day, as one file."""
        if self._is_checked:
            self.save_progress()
        self.draft.close()

    def _reviewed(self, reference: Reference, progress: Progress) -> Review:
        return Review(self.table, self.choices, reference, self.log.in_force, progress)

    def _tell(self, reference: Reference) -> None:
        self.draft.save_reference(reference)
        self._told = reference


def _read(source: Source, options: ReadOptions) -> SourceTable:
    with within_limits():
        return read_table(source, options)

"""Takes a file from its first look to the commit, with every choice and correction kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from co2desk.desktop.messages import Messages
from co2desk.desktop.spare_worker import SpareWorker
from co2desk.domain.ids import ImportJobId
from co2desk.domain.import_job import RowBlock
from co2desk.domain.issue import IssueCode
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.checked import CheckChoices, CheckedRow
from co2desk.importing.find_factors import FoundFactor
from co2desk.importing.readers.encodings import Candidate
from co2desk.importing.review_order import Show
from co2desk.importing.table import ReadOptions
from co2desk.importing.vocabulary import Vocabulary
from co2desk.services.import_file import CommitMode, ImportFile, ImportResult, ImportStatus
from co2desk.services.inspect_file import Inspection
from co2desk.services.preparation import corrections, outcome
from co2desk.services.preparation.bench_apart import BenchApart
from co2desk.services.preparation.corrections import Corrected
from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.services.preparation.values import Answers, Comparison, Standing
from co2desk.services.preparation.workbench import Pasted, Workbench
from co2desk.services.references import References
from co2desk.services.understand_words import factors_for, words_of


class Preparation:
    """One import in preparation; what was done is in its draft before a method returns.

    Rows, corrections and the draft are kept by a process of its own, so that the window's Python
    stays free; where that is lost or has to be stopped, the next call goes on from the draft. Not
    thread-safe: a window runs one call at a time, off its own thread.
    """

    def __init__(
        self,
        path: Path,
        references: References,
        importer: ImportFile,
        messages: Messages,
        workers: SpareWorker[Workbench],
    ) -> None:
        self.path = path
        self._importer = importer
        self._messages = messages
        self._bench = BenchApart(path, references, workers)
        self._is_left = False
        self._standing: Standing | None = None
        self._snapshot: ReviewSnapshot | None = None

    # reading

    def begin(
        self, job_id: ImportJobId, given: Path | Pasted, progress: Progress = NoProgress()
    ) -> Inspection:
        """Make the draft for a file or pasted text, and read it.

        Raises:
            UnusableInput: it cannot be read as a table; READING_TOOK_TOO_LONG.
            Cancelled: asked for through `progress`.
        """
        self._standing = self._bench.read(
            given.name, Workbench.begin, progress, self.path, job_id, given
        )
        return self.inspection

    def resume(self, progress: Progress = NoProgress()) -> Inspection:
        """Go on where the draft was left.

        Raises:
            UnusableInput: DAMAGED_DRAFT and the like.
        """
        self._standing = self._bench.resume(progress)
        return self.inspection

    @property
    def id(self) -> ImportJobId:
        """The id of the import job that this becomes."""
        return self.standing.job_id

    @property
    def inspection(self) -> Inspection:
        """What the source was taken for, under the choices as they are."""
        return self.standing.inspection

    @property
    def choices(self) -> CheckChoices:
        """What the person chose for the check."""
        return self.standing.choices

    @property
    def options(self) -> ReadOptions:
        """What the person chose for the reading."""
        return self.standing.options

    @property
    def place(self) -> Mapping[str, Any]:
        """Where the person was when the draft was left."""
        return self.standing.place

    def keep_place(self, place: Mapping[str, Any]) -> None:
        """Keep where the person is, as `place` for whoever resumes the draft.

        Nothing where the draft was closed or committed before this came to its turn.
        """
        if self._is_left:
            return
        self._bench.call(Workbench.keep_place, place)
        self._standing = replace(self.standing, place=dict(place))

    @property
    def is_untouched(self) -> bool:
        """Whether the person corrected nothing yet; not even a step that was taken back."""
        return self._bench.call(corrections.is_untouched)

    def encodings(self) -> Sequence[Candidate]:
        """How the telling lines of the file look in each encoding, for text files."""
        return self._bench.call(outcome.encodings)

    def reread(self, options: ReadOptions, progress: Progress = NoProgress()) -> Inspection:
        """Read the source again as `options` say; corrections and column choices are dropped.

        Raises:
            UnusableInput: the source cannot be read so; everything is as it was.
            Cancelled: asked for through `progress`; everything is as it was.
        """
        self._standing = self._bench.read(self.inspection.path, Workbench.reread, progress, options)
        self._snapshot = None
        return self.inspection

    def choose(self, choices: CheckChoices) -> Inspection:
        """Take other choices; see `Workbench.choose`.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY or UNKNOWN_KIND; everything is as it was.
        """
        self._standing = self._bench.call(Workbench.choose, choices)
        return self.inspection

    def look_again(self) -> Inspection:
        """Take the reference data anew, as after something remembered was changed or forgotten.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY; everything is as it was.
            DatabaseProblem: the database cannot be reached; everything is as it was.
        """
        self._standing = self._bench.call(Workbench.look_again)
        return self.inspection

    def words(self, progress: Progress = NoProgress()) -> Vocabulary:
        """The words of the file, and what they are taken for."""
        return self._bench.carry_out(words_of, progress)

    def factors_for(self, text: str, field: str) -> Sequence[FoundFactor]:
        """The factors that may stand for a word of a field, by the words of a text."""
        return self._bench.call(factors_for, text, field)

    # the rows

    def check(self, progress: Progress = NoProgress()) -> ReviewSnapshot:
        """Check all rows, with the corrections so far.

        Raises:
            UnusableInput: no kind fits, or required columns are missing.
            Cancelled: asked for through `progress`.
        """
        self._snapshot = self._bench.carry_out(Workbench.check, progress)
        return self._snapshot

    @property
    def snapshot(self) -> ReviewSnapshot:
        """How the rows stand. Ask only after `check`."""
        if self._snapshot is None:
            raise RuntimeError("the rows were not checked yet")
        return self._snapshot

    def rows_at(self, rows: Sequence[int]) -> Sequence[CheckedRow]:
        """The rows with these indices, for a grid that shows them in an order of its own."""
        return self._bench.call(corrections.rows_at, rows)

    def order(
        self,
        show: Show | IssueCode = Show.ALL,
        text: str = "",
        sort_by: int | None = None,
        *,
        descending: bool = False,
    ) -> Sequence[int]:
        """Indices of the rows to show, that contain `text` in any case, in file order or sorted."""
        return self._bench.call(corrections.order, show, text, sort_by, descending)

    def find_problem(self, row: int, column: int, *, forward: bool) -> tuple[int, int] | None:
        """The next cell in error after (or before) a cell, going round."""
        return self._bench.call(corrections.find_problem, row, column, forward)

    def text(self, row: int, column: int) -> str:
        """The text of a cell as it stands."""
        return self._bench.call(corrections.text_at, row, column)

    def copied(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Cells as tab-separated text."""
        return self._bench.call(corrections.copied, rows, columns)

    def answers(self, code: IssueCode, column: int) -> Answers:
        """What may stand in a column with a problem."""
        return self._bench.call(corrections.answers, code, column)

    # what a person does; each returns the rows that were checked again

    def edit(self, texts: Mapping[tuple[int, int], str]) -> Sequence[int]:
        """Set cells by (row index, column index)."""
        return self._corrected(self._bench.call(corrections.edit, texts))

    def fill_down(self, rows: Sequence[int], columns: Sequence[int]) -> Sequence[int]:
        """Write the texts of the first of `rows` into the others."""
        return self._corrected(self._bench.call(corrections.fill_down, rows, columns))

    def skip(self, rows: Sequence[int], *, skipped: bool = True) -> Sequence[int]:
        """Leave rows out of the import, or take them in again."""
        return self._corrected(self._bench.call(corrections.skip, rows, skipped))

    def replace(
        self, find: str, by: str, column: int | None = None, *, whole_cell: bool = False
    ) -> Sequence[int]:
        """Replace a text in all cells, or in one column's."""
        return self._corrected(self._bench.call(corrections.replace, find, by, column, whole_cell))

    def fix_all(self, code: IssueCode, column: int, text: str, by: str) -> Sequence[int]:
        """Give every cell of a column with this text and this problem one answer, as one step."""
        return self._corrected(self._bench.call(corrections.answer_all, code, column, text, by))

    def skip_all(self, code: IssueCode, column: int | None) -> Sequence[int]:
        """Leave out all rows with a problem in a column, or as a whole."""
        return self._corrected(self._bench.call(corrections.skip_all, code, column))

    def undo(self) -> Sequence[int]:
        """Take the last step back; survives a restart with the draft."""
        return self._corrected(self._bench.call(corrections.undo))

    def redo(self) -> Sequence[int]:
        """Take the step again."""
        return self._corrected(self._bench.call(corrections.redo))

    # the end

    def save_annotated(self, path: Path, language: str, progress: Progress = NoProgress()) -> None:
        """Write the person's own workbook or CSV with an error column and comments.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE.
        """
        self._bench.carry_out(outcome.save_annotated, progress, path, language)

    def compare(self, progress: Progress = NoProgress()) -> Comparison:
        """Check again against today's database; what of it changed since, for these rows.

        Raises:
            as `Workbench.compare`.
        """
        found = self._bench.carry_out(Workbench.compare, progress)
        self._snapshot = found.now
        return found

    def commit(self, mode: CommitMode, progress: Progress = NoProgress()) -> ImportResult:
        """Commit; the draft is removed once its rows are in the database.

        Rows that were checked offline are checked against the database first.

        Raises:
            as `ImportFile.commit`; the draft is as it was.
        """
        done = self._bench.carry_out(outcome.to_commit, progress)
        result = self._importer.send(
            done,
            _RowsOf(self._next_rows),
            lambda: self._bench.call(outcome.source_bytes),
            mode,
            job_id=self.id,
            progress=progress,
        )
        if result.status is ImportStatus.COMPLETED:
            self.discard()
        return result

    def close(self) -> None:
        """Leave the draft for another day."""
        self._is_left = True
        self._bench.close()

    def discard(self) -> None:
        """Throw the draft away."""
        self._is_left = True
        self._bench.end()
        remove_draft(self.path)

    def export(self, path: Path) -> None:
        """Write a copy of the draft, to be mailed to a colleague.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE.
        """
        self._bench.call(outcome.save_copy, path)

    @property
    def standing(self) -> Standing:
        """What the file was taken for, and under which choices."""
        if self._standing is None:
            raise RuntimeError("no file has been read yet")
        return self._standing

    def _corrected(self, corrected: Corrected) -> Sequence[int]:
        self._snapshot = corrected.snapshot
        return corrected.rows

    def _next_rows(self, first: int) -> RowBlock:
        return self._bench.call(outcome.rows_to_send, first, self._messages)


def remove_draft(path: Path) -> None:
    """Remove a draft with what SQLite may have left beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _RowsOf:
    """The rows of an import, made by its process block by block while the last one is written."""

    take: Callable[[int], RowBlock]

    def blocks(self) -> Iterator[RowBlock]:
        first = 0
        while (block := self.take(first)).count:
            yield block
            first += block.count

"""Takes a file from its first look to the commit, with every choice and correction kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.checked import CheckChoices
from co2desk.importing.table import ReadOptions
from co2desk.services.import_file import CommitMode, ImportFile, ImportResult
from co2desk.services.inspect_file import Inspection
from co2desk.services.references import References


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """A draft on this computer that can be resumed; `problem` says why it cannot be opened."""

    path: Path
    id: UUID
    filename: str
    lab_code: str
    kind: str
    rows: int
    rows_error: int
    saved_at: datetime
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in the database since the draft was checked, before anything is written.

    `subject` is `factor`, `laboratory`, `role`, `rate`, `published_year` or `known_row`.
    """

    subject: str
    name: str
    before: str
    after: str
    rows: int


class Preparation:
    """One import in preparation; saved as a draft after every step.

    Not thread-safe: a window runs one call at a time, the long ones (those that take `progress`)
    off its own thread.
    """

    inspection: Inspection
    choices: CheckChoices
    options: ReadOptions

    def reread(self, options: ReadOptions, progress: Progress = NoProgress()) -> Inspection:
        """Read the source again as `options` say; columns are recognised anew."""
        raise NotImplementedError

    def choose(self, choices: CheckChoices) -> Inspection:
        """Take other choices: kind, laboratory, year, columns, values, conventions.

        A changed kind or laboratory recognises the columns anew (remembered mappings first).
        """
        raise NotImplementedError

    def check(self, progress: Progress = NoProgress()) -> None:
        """Check all rows; `review` holds them from then on."""
        raise NotImplementedError

    # `review`: importing.review.Review: rows, counts, co2e, issue groups, order, next issue.

    def edit(self, texts: Mapping[tuple[int, int], str]) -> Sequence[int]:
        """Set cells by (row index, column index); returns the rows that were checked again."""
        raise NotImplementedError

    def skip(self, rows: Sequence[int], *, skipped: bool = True) -> Sequence[int]:
        """Leave rows out of the import, or take them in again."""
        raise NotImplementedError

    def replace(self, find: str, by: str, column: int | None = None) -> Sequence[int]:
        """Replace a text in all cells, or in one column's."""
        raise NotImplementedError

    def undo(self) -> Sequence[int]:
        """Take the last step back; survives a restart with the draft."""
        raise NotImplementedError

    def redo(self) -> Sequence[int]:
        """Take the step again."""
        raise NotImplementedError

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        raise NotImplementedError

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        raise NotImplementedError

    def save_annotated(self, path: Path, language: str, progress: Progress = NoProgress()) -> None:
        """Write the person's own workbook or CSV with an error column and comments."""
        raise NotImplementedError

    def differences(self, progress: Progress = NoProgress()) -> Sequence[Difference]:
        """Check against today's database, and say what changed since the last check."""
        raise NotImplementedError

    def commit(self, mode: CommitMode, progress: Progress = NoProgress()) -> ImportResult:
        """Commit; the draft is removed once all of it is in the database."""
        raise NotImplementedError

    def discard(self) -> None:
        """Throw the draft away."""
        raise NotImplementedError


class Preparations:
    """Begins, lists and resumes imports in preparation; drafts are kept in `folder`."""

    def __init__(self, references: References, importer: ImportFile, folder: Path) -> None:
        self._references = references
        self._importer = importer
        self._folder = folder

    def open_file(self, path: Path, progress: Progress = NoProgress()) -> Preparation:
        """Begin with a file (or resume it, where it is a .co2draft)."""
        raise NotImplementedError

    def open_text(self, text: str, name: str, progress: Progress = NoProgress()) -> Preparation:
        """Begin with pasted text."""
        raise NotImplementedError

    def drafts(self) -> Sequence[DraftSummary]:
        """Drafts on this computer, the last one first."""
        raise NotImplementedError

    def resume(self, path: Path, progress: Progress = NoProgress()) -> Preparation:
        """Go on where a draft was left."""
        raise NotImplementedError

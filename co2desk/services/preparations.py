"""Begins, lists and resumes imports in preparation, each kept in a draft of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.domain.errors import Co2deskError, ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Laboratory
from co2desk.importing.readers import Source, open_source, source_from_text
from co2desk.importing.table import ReadOptions
from co2desk.offline.draft.content import DraftSource
from co2desk.offline.draft.draft import Draft
from co2desk.offline.draft.folder import SUFFIX, DraftEntry, adopt_draft, list_drafts, new_draft
from co2desk.services.import_file import ImportFile
from co2desk.services.prepare_import import Preparation
from co2desk.services.references import References
from co2desk.services.remembered_mappings import RememberedMappings


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """A draft on this computer; `problem` says why it cannot be opened, the rest is then empty."""

    path: Path
    saved_at: datetime
    id: ImportJobId | None = None
    filename: str = ""
    lab_code: str = ""
    kind: str = ""
    rows: int = 0
    rows_error: int = 0
    problem: Co2deskError | None = None


class Preparations:
    """Begins, lists and resumes imports in preparation; drafts are kept in `folder`.

    `remembered` is what earlier imports of the laboratories taught.
    """

    def __init__(
        self,
        references: References,
        importer: ImportFile,
        messages: Messages,
        folder: Path,
        remembered: RememberedMappings,
    ) -> None:
        self.remembered = remembered
        self._references = references
        self._importer = importer
        self._messages = messages
        self._folder = folder

    def open_file(self, path: Path, progress: Progress = NoProgress()) -> Preparation:
        """Begin with a file, or go on with a draft (`.co2draft`).

        Raises:
            UnusableInput: it cannot be read as a table; no draft is left behind.
        """
        if path.suffix.lower() == SUFFIX:
            return self.resume(path, progress)
        progress.report(0, None, "reading")
        return self._begin(open_source(path), progress)

    def open_text(self, text: str, name: str, progress: Progress = NoProgress()) -> Preparation:
        """Begin with pasted text."""
        return self._begin(source_from_text(text, name), progress)

    def laboratories(self) -> Sequence[Laboratory] | None:
        """The laboratories that rows can be prepared for; None where none is known offline."""
        return self._references.laboratories()

    def drafts(self) -> Sequence[DraftSummary]:
        """Drafts on this computer, the last one first."""
        return [_summary(entry) for entry in list_drafts(self._folder)]

    def resume(self, path: Path, progress: Progress = NoProgress()) -> Preparation:
        """Go on where a draft was left; one from elsewhere is copied to this computer first.

        Where the person does not see the draft's laboratory, another has to be chosen.

        Raises:
            UnusableInput: DAMAGED_DRAFT and the like.
        """
        progress.report(0, None, "reading")
        if path.absolute().parent != self._folder.absolute():
            path = adopt_draft(path, self._folder)
        preparation = self._prepare(Draft.open(path))
        try:
            preparation.choose(preparation.choices)
        except UnusableInput as problem:
            if problem.code is not ErrorCode.UNKNOWN_LABORATORY:
                raise
            preparation.choose(replace(preparation.choices, lab_code=""))
        return preparation

    def remove(self, path: Path) -> None:
        """Throw a draft of this computer away, also a damaged one."""
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)

    def _begin(self, source: Source, progress: Progress) -> Preparation:
        draft = new_draft(self._folder, DraftSource(source.name, source.sha256, source.data))
        try:
            preparation = self._prepare(draft)
            preparation.reread(ReadOptions(), progress)
            return preparation
        except BaseException:
            draft.discard()
            raise

    def _prepare(self, draft: Draft) -> Preparation:
        return Preparation(draft, self._references, self._importer, self._messages)


def _summary(entry: DraftEntry) -> DraftSummary:
    return DraftSummary(
        path=entry.path,
        saved_at=entry.saved_at,
        id=entry.id,
        filename=entry.filename,
        lab_code=entry.choices.lab_code,
        kind=entry.choices.kind,
        rows=entry.progress.rows,
        rows_error=entry.progress.rows_error,
        problem=entry.problem,
    )

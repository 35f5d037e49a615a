"""Begins, lists and resumes imports in preparation, each kept in a draft of its own."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import private_folder
from co2desk.desktop.spare_worker import SpareWorker
from co2desk.domain.errors import Co2deskError, ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Laboratory
from co2desk.offline.draft.folder import (
    SUFFIX,
    DraftEntry,
    adopt_draft,
    list_drafts,
    rescue_source,
)
from co2desk.offline.sqlite_trouble import Trouble
from co2desk.services.export_table import replaced_when_done
from co2desk.services.import_file import ImportFile
from co2desk.services.preparation.bench_apart import workbench
from co2desk.services.preparation.workbench import Pasted
from co2desk.services.prepare_import import Preparation, remove_draft
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
        self._workers = SpareWorker(workbench)

    def keep_ready(self) -> None:
        """Have a process waiting for the next file, which is then read at once."""
        self._workers.keep_ready()

    def close(self) -> None:
        """End the process that waits; preparations under way are left alone."""
        self._workers.close()

    def open_file(self, path: Path, progress: Progress = NoProgress()) -> Preparation:
        """Begin with a file, or go on with a draft (`.co2draft`).

        Raises:
            UnusableInput: it cannot be read as a table; no draft is left behind.
        """
        if path.suffix.lower() == SUFFIX:
            return self.resume(path, progress)
        return self._begin(path, progress)

    def open_text(self, text: str, name: str, progress: Progress = NoProgress()) -> Preparation:
        """Begin with pasted text."""
        return self._begin(Pasted(text, name), progress)

    def laboratories(self) -> Sequence[Laboratory] | None:
        """The laboratories that rows can be prepared for; None where none is known offline."""
        return self._references.laboratories()

    def laboratories_offline(self) -> Sequence[Laboratory] | None:
        """The laboratories of the newest pack; None without one."""
        return self._references.laboratories_offline()

    def drafts(self) -> Sequence[DraftSummary]:
        """Drafts on this computer, the last one first."""
        return [_summary(entry) for entry in list_drafts(self._folder)]

    def resume(self, path: Path, progress: Progress = NoProgress()) -> Preparation:
        """Go on where a draft was left; one from elsewhere is copied to this computer first.

        Raises:
            UnusableInput: DAMAGED_DRAFT and the like.
        """
        progress.report(0, None, "reading")
        if path.absolute().parent != self._folder.absolute():
            path = adopt_draft(path, self._folder)
        preparation = self._prepare(path)
        try:
            preparation.resume(progress)
        except BaseException:
            preparation.close()
            raise
        return preparation

    def file_of_draft(self, path: Path) -> Path:
        """Take the file that a draft began with out of it, also of a damaged one; return its path.

        Raises:
            UnusableInput: DAMAGED_DRAFT where that part is no longer what it was,
                CANNOT_WRITE_FILE.
        """
        source = rescue_source(path)
        if source is None:
            raise UnusableInput(ErrorCode.DAMAGED_DRAFT, path=path, detail=Trouble.CONTENT_CHANGED)
        target = self._taken_out_of(path) / (Path(source.name).name or path.stem)
        with replaced_when_done(target) as partial:
            private_folder(target.parent)
            partial.write_bytes(source.data)
        return target

    def remove(self, path: Path) -> None:
        """Throw a draft of this computer away, also a damaged one, and what was taken out of it."""
        remove_draft(path)
        shutil.rmtree(self._taken_out_of(path), ignore_errors=True)

    def _taken_out_of(self, path: Path) -> Path:
        # A folder for each draft: files of the same name, from other months, stay beside it.
        return self._folder / "files" / path.stem

    def _begin(self, given: Path | Pasted, progress: Progress) -> Preparation:
        job_id = ImportJobId(uuid4())
        preparation = self._prepare(self._folder / f"{job_id}{SUFFIX}")
        try:
            preparation.begin(job_id, given, progress)
        except BaseException:
            preparation.discard()
            raise
        return preparation

    def _prepare(self, path: Path) -> Preparation:
        return Preparation(path, self._references, self._importer, self._messages, self._workers)


def _summary(entry: DraftEntry) -> DraftSummary:
    return DraftSummary(
        path=entry.path,
        saved_at=entry.saved_at,
        id=entry.id,
        filename=entry.filename,
        lab_code=entry.choices.lab_code,
        kind=entry.choices.kind or entry.recognised,
        rows=entry.progress.rows,
        rows_error=entry.progress.rows_error,
        problem=entry.problem,
    )

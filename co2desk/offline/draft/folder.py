"""The drafts on this computer: what can be resumed, and what of a damaged one can be saved."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from co2desk.domain.errors import Co2deskError, ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.offline.draft.content import DraftChoices, DraftProgress, DraftSource
from co2desk.offline.draft.draft import DRAFT_FORMAT, Draft
from co2desk.offline.draft.records import choices_from_text
from co2desk.offline.sealed_json import unseal
from co2desk.offline.sqlite_file import open_file
from co2desk.offline.sqlite_trouble import cannot_write, guarded

SUFFIX = ".co2draft"


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One draft of the list; `problem` says why it cannot be opened, the rest is then empty."""

    path: Path
    saved_at: datetime
    id: ImportJobId | None = None
    filename: str = ""
    choices: DraftChoices = field(default_factory=DraftChoices)
    progress: DraftProgress = field(default_factory=DraftProgress)
    recognised: str = ""
    problem: Co2deskError | None = None


def list_drafts(folder: Path) -> list[DraftEntry]:
    """The drafts in `folder`, the last saved one first; damaged ones are listed with the reason."""
    entries = [_entry(path) for path in folder.glob(f"*{SUFFIX}")]
    return sorted(entries, key=lambda entry: entry.saved_at, reverse=True)


def adopt_draft(path: Path, folder: Path) -> Path:
    """Copy a draft from elsewhere (a mail, a stick) into `folder` and return the copy's path.

    A copy that is there already is kept beside it: it may have been worked on since.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION, DAMAGED_DRAFT, FILE_TOO_NEW,
            CANNOT_WRITE_FILE.
    """
    target = folder / f"{uuid4()}{SUFFIX}"
    try:
        shutil.copyfile(path, target)
        target.chmod(0o600)
        with Draft.open(target) as draft:
            draft.load()
    except Co2deskError as problem:
        target.unlink(missing_ok=True)
        if "path" in problem.params:
            raise UnusableInput(problem.code, **{**problem.params, "path": path}) from problem
        raise
    except FileNotFoundError as problem:
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path) from problem
    except PermissionError as problem:
        target.unlink(missing_ok=True)
        raise UnusableInput(ErrorCode.NO_PERMISSION, path=path) from problem
    except OSError as problem:
        target.unlink(missing_ok=True)
        raise cannot_write(target, problem) from problem
    return target


def rescue_source(path: Path) -> DraftSource | None:
    """The file that a damaged draft began with, if that part is still what it was."""
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            data = connection.execute("SELECT data FROM source").fetchone()[0]
            row = connection.execute("SELECT content FROM part WHERE name = 'identity'").fetchone()
            identity = unseal(row[0])
            if hashlib.sha256(data).hexdigest() != identity["sha256"]:
                return None
            return DraftSource(identity["name"], identity["sha256"], data)
    except (sqlite3.Error, KeyError, TypeError, ValueError):
        return None


def _entry(path: Path) -> DraftEntry:
    try:
        # Listing a folder must be quick: pages are checked when a draft is opened.
        connection = open_file(path, DRAFT_FORMAT, thorough=False)
        with guarded(path, DRAFT_FORMAT), closing(connection):
            parts = dict(connection.execute("SELECT name, content FROM part"))
        with guarded(path, DRAFT_FORMAT):
            identity, progress = unseal(parts["identity"]), unseal(parts["progress"])
            return DraftEntry(
                path,
                datetime.fromisoformat(unseal(parts["saved_at"])),
                ImportJobId(UUID(identity["id"])),
                identity["name"],
                choices_from_text(parts["choices"]),
                DraftProgress(**progress),
                # Drafts of before have none.
                str(unseal(parts["recognised"])) if "recognised" in parts else "",
            )
    except Co2deskError as problem:
        changed = path.stat().st_mtime if path.exists() else 0
        return DraftEntry(path, datetime.fromtimestamp(changed, UTC), problem=problem)

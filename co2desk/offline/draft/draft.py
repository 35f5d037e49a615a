"""A draft file (`.co2draft`): saved with every step, resumed where it was left."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Self
from uuid import UUID

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import Issue
from co2desk.domain.reference import Reference
from co2desk.domain.row_edit import EditStep
from co2desk.offline.draft.content import (
    DraftChoices,
    DraftContent,
    DraftProgress,
    DraftSource,
    DraftTable,
    Json,
)
from co2desk.offline.draft.records import (
    choices_from_text,
    choices_to_text,
    issue_from_text,
    issue_to_text,
    row_blocks,
    step_from_text,
    step_to_text,
    table_from_texts,
    table_head_to_text,
)
from co2desk.offline.draft.reference import reference_from_bytes, reference_to_bytes
from co2desk.offline.sealed_json import seal, unseal
from co2desk.offline.sqlite_file import create_file, open_file, transaction, write_copy
from co2desk.offline.sqlite_trouble import FileFormat, guarded

DRAFT_FORMAT = FileFormat(
    application_id=0x43324452,  # "C2DR"
    damaged=ErrorCode.DAMAGED_DRAFT,
    steps=(
        (
            # identity, choices, recognised, progress, log, table, place: one sealed text each
            "CREATE TABLE part (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE source (data BLOB NOT NULL)",
            "CREATE TABLE row_block (first INTEGER PRIMARY KEY, content TEXT NOT NULL)",
            "CREATE TABLE edit (position INTEGER PRIMARY KEY, content TEXT NOT NULL)",
            "CREATE TABLE issue (number INTEGER PRIMARY KEY, content TEXT NOT NULL)",
        ),
        # what the rows were checked against, so that what changed since can be told
        ("CREATE TABLE reference (content BLOB NOT NULL)",),
    ),
)


class Draft:
    """One open draft file; every method returns only when what it saved would survive a crash.

    May be used from several threads, one call at a time. Two programs may have a draft open; the
    one that edits what the other has edited since is told so.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = RLock()
        with self._reading():
            self.id = ImportJobId(UUID(self._part("identity")["id"]))
            self._log_state: list[int] = self._part("log")

    @classmethod
    def create(cls, path: Path, source: DraftSource, job_id: ImportJobId) -> Self:
        """Begin a draft for a source.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE, also where the file exists; nothing is left then.
        """
        connection = create_file(path, DRAFT_FORMAT)
        try:
            with guarded(path, DRAFT_FORMAT), transaction(connection):
                connection.execute("INSERT INTO source VALUES (?)", (source.data,))
                parts = {
                    "identity": {"id": str(job_id), "name": source.name, "sha256": source.sha256},
                    "log": [0, 0],
                    "progress": _progress(DraftProgress()),
                    "saved_at": _now(),
                }
                connection.executemany(
                    "INSERT INTO part VALUES (?, ?)",
                    [(name, seal(content)) for name, content in parts.items()]
                    + [("choices", choices_to_text(DraftChoices()))],
                )
            return cls(path, connection)
        except BaseException:
            connection.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a draft, of this or an older version.

        Raises:
            UnusableInput: FILE_NOT_FOUND, NO_PERMISSION, DAMAGED_DRAFT, FILE_TOO_NEW,
                CANNOT_WRITE_FILE.
        """
        connection = open_file(path, DRAFT_FORMAT)
        try:
            return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def save_choices(self, choices: DraftChoices, recognised: str = "") -> None:
        """Keep what the person chose.

        `recognised` is the kind that the table was taken for under them, for a list of drafts.
        """
        with self._writing():
            self._put("choices", choices_to_text(choices))
            self._put("recognised", seal(recognised))

    def save_table(self, table: DraftTable) -> None:
        """Keep the rows as they were read; all that concerned earlier ones is dropped."""
        with self._writing():
            for name in ("row_block", "edit", "issue", "reference"):
                self._connection.execute(f"DELETE FROM {name}")
            self._put("table", table_head_to_text(table))
            self._connection.executemany("INSERT INTO row_block VALUES (?, ?)", row_blocks(table))
            self._put_log(0, 0)

    def append_edit(self, step: EditStep) -> None:
        """Add a step behind those in force; steps that waited to be done again are dropped.

        Raises:
            UnusableInput: CHANGED_MEANWHILE: another program edited the draft.
        """
        with self._writing():
            position = self._log()[0] + 1
            self._connection.execute("DELETE FROM edit WHERE position >= ?", (position,))
            self._connection.execute(
                "INSERT INTO edit VALUES (?, ?)", (position, step_to_text(position, step))
            )
            self._put_log(position, position)

    def set_undo_position(self, position: int) -> None:
        """Say how many steps are in force, counted from the first.

        Raises:
            ValueError: there are not so many steps.
            UnusableInput: CHANGED_MEANWHILE: another program edited the draft.
        """
        if not 0 <= position <= self._log_state[1]:
            raise ValueError(f"no step {position} of {self._log_state[1]}")
        with self._writing():
            self._put_log(position, self._log()[1])

    def save_issues(self, issues: Iterable[Issue], progress: DraftProgress) -> None:
        """Keep the outcome of the last check in place of the one before."""
        with self._writing():
            self._connection.execute("DELETE FROM issue")
            self._connection.executemany(
                "INSERT INTO issue (content) VALUES (?)",
                ((issue_to_text(issue),) for issue in issues),
            )
            self._put("progress", seal(_progress(progress)))

    def save_reference(self, reference: Reference | None) -> None:
        """Keep what the rows were checked against in place of the one before; None: nothing."""
        content = None if reference is None else reference_to_bytes(reference)
        with self._writing():
            self._connection.execute("DELETE FROM reference")
            if content is not None:
                self._connection.execute("INSERT INTO reference VALUES (?)", (content,))

    def reference(self, shipped: Reference) -> Reference | None:
        """What the rows were checked against, None where they were not, or by an old version.

        Its places and units are those of `shipped`.

        Raises:
            UnusableInput: DAMAGED_DRAFT.
        """
        with self._reading():
            row = self._connection.execute("SELECT content FROM reference").fetchone()
            return reference_from_bytes(row[0], shipped) if row else None

    def save_place(self, place: Mapping[str, Json]) -> None:
        """Keep where the person is, for the day when the draft is resumed."""
        with self._writing():
            self._put("place", seal(dict(place)))

    def source(self) -> DraftSource:
        """The file as the person gave it.

        Raises:
            UnusableInput: DAMAGED_DRAFT.
        """
        with self._reading():
            return self._source()

    def load(self) -> DraftContent:
        """Everything that is in the draft, with what another program did to it.

        Raises:
            UnusableInput: DAMAGED_DRAFT.
        """
        with self._reading():
            table = self._text("table")
            progress = self._part("progress")
            return DraftContent(
                id=self.id,
                source=self._source(),
                choices=choices_from_text(self._text("choices") or ""),
                table=table_from_texts(table, self._contents("row_block")) if table else None,
                steps=self._steps(),
                undo_position=self._log_state[0],
                issues=tuple(map(issue_from_text, self._contents("issue"))),
                progress=DraftProgress(progress["rows"], progress["rows_error"]),
                saved_at=datetime.fromisoformat(self._part("saved_at")),
                place=self._place(),
            )

    def export(self, target: Path) -> None:
        """Write a copy that is one file, to be mailed or put away.

        Raises:
            UnusableInput: CANNOT_WRITE_FILE.
        """
        with self._lock:
            write_copy(self._connection, target, DRAFT_FORMAT)

    def close(self) -> None:
        """Leave one file behind, with nothing beside it. Closing twice is harmless."""
        with self._lock:
            self._connection.close()

    def discard(self) -> None:
        """Close and remove the draft."""
        with self._lock:
            self.close()
            for suffix in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        before = self._log_state
        try:
            with (
                self._lock,
                guarded(self.path, DRAFT_FORMAT),
                transaction(self._connection),
            ):
                yield
                self._put("saved_at", seal(_now()))
        except BaseException:
            self._log_state = before
            raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        # One transaction, so that what is read belongs together.
        with self._lock, guarded(self.path, DRAFT_FORMAT):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def _text(self, name: str) -> str | None:
        row = self._connection.execute(
            "SELECT content FROM part WHERE name = ?", (name,)
        ).fetchone()
        return row[0] if row else None

    def _part(self, name: str) -> Json:
        return unseal(self._text(name) or "")

    def _put(self, name: str, content: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO part VALUES (?, ?)", (name, content))

    def _log(self) -> list[int]:
        """Steps in force and steps in all, as this program left them."""
        stored: list[int] = self._part("log")
        if stored != self._log_state:
            raise UnusableInput(ErrorCode.CHANGED_MEANWHILE, what=self.path.name)
        return stored

    def _put_log(self, position: int, length: int) -> None:
        self._put("log", seal([position, length]))
        self._log_state = [position, length]

    def _contents(self, table: str) -> list[str]:
        # The integer key of each of these tables is its rowid.
        rows = self._connection.execute(f"SELECT content FROM {table} ORDER BY rowid")
        return [content for (content,) in rows]

    def _place(self) -> Mapping[str, Json]:
        text = self._text("place")
        place = unseal(text) if text is not None else {}
        if not isinstance(place, dict):
            raise ValueError("no place is kept like this")
        return place

    def _steps(self) -> tuple[EditStep, ...]:
        self._log_state = self._part("log")
        texts = self._contents("edit")
        if len(texts) != self._log_state[1]:
            raise ValueError("a step of the log is missing")
        return tuple(step_from_text(number, text) for number, text in enumerate(texts, start=1))

    def _source(self) -> DraftSource:
        identity = self._part("identity")
        data = self._connection.execute("SELECT data FROM source").fetchone()[0]
        if hashlib.sha256(data).hexdigest() != identity["sha256"]:
            raise ValueError("the source is not what it was")
        return DraftSource(identity["name"], identity["sha256"], data)


def _progress(progress: DraftProgress) -> dict[str, int]:
    return {"rows": progress.rows, "rows_error": progress.rows_error}


def _now() -> str:
    return datetime.now(UTC).isoformat()

"""Opens the program's own SQLite files: recognised, checked, brought up to date, private."""

import errno
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.offline.sealed_json import BrokenSealError

_log = logging.getLogger(__name__)
_BUSY_SECONDS = 5
_PRIMARY_CODE = 0xFF


class Trouble(StrEnum):
    """Why a file cannot be used; `resources/messages/*/details.toml` has the words."""

    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    READ_ONLY = "read_only"
    ACCESS_DENIED = "access_denied"
    FOLDER_MISSING = "folder_missing"
    ALREADY_THERE = "already_there"
    CANNOT_OPEN = "cannot_open"
    IN_USE = "in_use"
    TOO_LARGE = "too_large"
    ANOTHER_KIND = "another_kind"
    PAGES_DAMAGED = "pages_damaged"
    CONTENT_CHANGED = "content_changed"
    UNEXPECTED_CONTENT = "unexpected_content"


_NOT_WRITABLE = {
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_IOERR: Trouble.DISK_ERROR,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Trouble.CANNOT_OPEN,
    sqlite3.SQLITE_PERM: Trouble.ACCESS_DENIED,
    sqlite3.SQLITE_BUSY: Trouble.IN_USE,
    sqlite3.SQLITE_LOCKED: Trouble.IN_USE,
    sqlite3.SQLITE_TOOBIG: Trouble.TOO_LARGE,
}
_SYSTEM_TROUBLES = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EIO: Trouble.DISK_ERROR,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.ACCESS_DENIED,
    errno.EPERM: Trouble.ACCESS_DENIED,
    errno.ENOENT: Trouble.FOLDER_MISSING,
    errno.EEXIST: Trouble.ALREADY_THERE,
}


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One kind of file: `steps[v]` are the statements that bring version v to v + 1.

    `application_id` tells the kind from any other SQLite file, `damaged` is the error for a file
    that is not, or no longer, of this kind.
    """

    application_id: int
    steps: tuple[tuple[str, ...], ...]
    damaged: ErrorCode

    @property
    def version(self) -> int:
        """The version that this program writes."""
        return len(self.steps)


@contextmanager
def guarded(path: Path, file_format: FileFormat) -> Iterator[None]:
    """Turn what SQLite or the content complains about into an error that can be acted on.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE, or the format's code for a damaged file.
    """
    try:
        yield
    except sqlite3.Error as problem:
        code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
        _log.warning("%s: %s (SQLite error %s)", path.name, problem, code)
        if code in _NOT_WRITABLE:
            raise cannot_write(path, _NOT_WRITABLE[code]) from problem
        raise _damaged(path, file_format, Trouble.PAGES_DAMAGED) from problem
    except BrokenSealError as problem:
        raise _damaged(path, file_format, Trouble.CONTENT_CHANGED) from problem
    except (KeyError, TypeError, ValueError, ArithmeticError, RecursionError) as problem:
        # A value of the wrong shape behind an intact checksum: not written by this program.
        raise _damaged(path, file_format, Trouble.UNEXPECTED_CONTENT) from problem


def cannot_write(path: Path, trouble: Trouble | OSError) -> UnusableInput:
    """The error for a file that cannot be written, for a reason known or from the system."""
    detail: object = trouble
    if isinstance(trouble, OSError):
        detail = _SYSTEM_TROUBLES.get(
            trouble.errno or 0, trouble.strerror or type(trouble).__name__
        )
    return UnusableInput(ErrorCode.CANNOT_WRITE_FILE, path=path, detail=detail)


def _damaged(path: Path, file_format: FileFormat, trouble: Trouble) -> UnusableInput:
    return UnusableInput(file_format.damaged, path=path, detail=trouble)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All statements inside, or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have rolled it back already
            connection.execute("ROLLBACK")
        raise


def create_file(path: Path, file_format: FileFormat) -> sqlite3.Connection:
    """Make a new file that only its owner may read.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE, also where the file exists.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as problem:
        raise cannot_write(path, problem) from problem
    with guarded(path, file_format), _closed_on_error(_connect(path)) as connection:
        # Set while the file is empty, so that no moment shows it as a file of another kind.
        with transaction(connection):
            connection.execute(f"PRAGMA application_id = {file_format.application_id}")
            _upgrade(connection, file_format)
        _make_durable(connection)
        return connection


def open_file(path: Path, file_format: FileFormat, *, thorough: bool = True) -> sqlite3.Connection:
    """Open a file for reading and writing, brought to today's version in one transaction.

    `thorough` checks every page; without it only what is read later shows damage.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION, FILE_TOO_NEW, CANNOT_WRITE_FILE, or the
            format's code for a file that is damaged or of another kind.
    """
    _check_readable(path)
    with guarded(path, file_format), _closed_on_error(_connect(path)) as connection:
        _recognise(connection, path, file_format)
        if thorough:
            _check_pages(connection, path, file_format)
        if _version(connection) < file_format.version:
            with transaction(connection):
                _upgrade(connection, file_format)
        _check_schema(connection, path, file_format)
        _make_durable(connection)
        return connection


def open_for_reading(
    path: Path, file_format: FileFormat, *, thorough: bool = True
) -> sqlite3.Connection:
    """Open a file that is not written to, wherever it lies; an older one is upgraded in memory.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION, FILE_TOO_NEW, or the format's code for a file
            that is damaged or of another kind.
    """
    _check_readable(path)
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with guarded(path, file_format), _closed_on_error(_connect(address, uri=True)) as connection:
        _recognise(connection, path, file_format)
        if thorough:
            _check_pages(connection, path, file_format)
        is_old = _version(connection) < file_format.version
        readable = _upgraded_in_memory(connection, file_format) if is_old else connection
        _check_schema(readable, path, file_format)
        return readable


def new_in_memory(file_format: FileFormat) -> sqlite3.Connection:
    """An empty file of this format that is not on a disk; `write_copy` puts it there."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"PRAGMA application_id = {file_format.application_id}")
    _upgrade(connection, file_format)
    return connection


def write_copy(connection: sqlite3.Connection, target: Path, file_format: FileFormat) -> None:
    """Write all that is committed to one compact file, replacing `target` only when complete.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
    """
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with guarded(target, file_format):
            connection.execute("VACUUM INTO ?", (str(partial),))
        _flush(partial)
        partial.replace(target)
    except OSError as problem:
        raise cannot_write(target, problem) from problem
    finally:
        partial.unlink(missing_ok=True)


def _connect(address: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri
    )
    # A draft may come by mail: its schema is not trusted, and its cells are measured.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _check_readable(path: Path) -> None:
    if not path.exists():
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path)
    if not os.access(path, os.R_OK):
        raise UnusableInput(ErrorCode.NO_PERMISSION, path=path)


def _make_durable(connection: sqlite3.Connection) -> None:
    """What was committed survives a crash of the program and of the machine."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _recognise(connection: sqlite3.Connection, path: Path, file_format: FileFormat) -> None:
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    version = _version(connection)
    if kind != file_format.application_id or version < 1:
        raise _damaged(path, file_format, Trouble.ANOTHER_KIND)
    if version > file_format.version:
        raise UnusableInput(
            ErrorCode.FILE_TOO_NEW, path=path, version=version, known=file_format.version
        )


def _check_pages(connection: sqlite3.Connection, path: Path, file_format: FileFormat) -> None:
    complaint = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if complaint != "ok":
        _log.warning("%s: %s", path.name, complaint)
        raise _damaged(path, file_format, Trouble.PAGES_DAMAGED)


def _upgrade(connection: sqlite3.Connection, file_format: FileFormat) -> None:
    for statements in file_format.steps[_version(connection) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {file_format.version}")


def _upgraded_in_memory(old: sqlite3.Connection, file_format: FileFormat) -> sqlite3.Connection:
    with closing(old):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        old.backup(connection)
    _upgrade(connection, file_format)
    return connection


def _check_schema(connection: sqlite3.Connection, path: Path, file_format: FileFormat) -> None:
    """A foreign trigger or view could make a read do something: none may be there."""
    with closing(new_in_memory(file_format)) as fresh:
        if _schema(connection) != _schema(fresh):
            raise _damaged(path, file_format, Trouble.UNEXPECTED_CONTENT)


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_schema"))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())

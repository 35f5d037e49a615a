"""Opens the program's own SQLite files: recognised, checked, brought up to date, private."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.offline.sqlite_trouble import FileFormat, Trouble, cannot_write, damaged, guarded

_log = logging.getLogger(__name__)
_BUSY_SECONDS = 5


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
        raise damaged(path, file_format, Trouble.ANOTHER_KIND)
    if version > file_format.version:
        raise UnusableInput(
            ErrorCode.FILE_TOO_NEW, path=path, version=version, known=file_format.version
        )


def _check_pages(connection: sqlite3.Connection, path: Path, file_format: FileFormat) -> None:
    complaint = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if complaint != "ok":
        _log.warning("%s: %s", path.name, complaint)
        raise damaged(path, file_format, Trouble.PAGES_DAMAGED)


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
            raise damaged(path, file_format, Trouble.UNEXPECTED_CONTENT)


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_schema"))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())

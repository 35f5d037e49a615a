"""Why a file of the program's own cannot be read or written, in terms a person can act on."""

import errno
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.offline.sealed_json import BrokenSealError

_log = logging.getLogger(__name__)
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
        raise damaged(path, file_format, Trouble.PAGES_DAMAGED) from problem
    except BrokenSealError as problem:
        raise damaged(path, file_format, Trouble.CONTENT_CHANGED) from problem
    except (KeyError, TypeError, ValueError, ArithmeticError, RecursionError) as problem:
        # A value of the wrong shape behind an intact checksum: not written by this program.
        raise damaged(path, file_format, Trouble.UNEXPECTED_CONTENT) from problem


def cannot_write(path: Path, trouble: Trouble | OSError) -> UnusableInput:
    """The error for a file that cannot be written, for a reason known or from the system."""
    detail: object = trouble
    if isinstance(trouble, OSError):
        detail = _SYSTEM_TROUBLES.get(
            trouble.errno or 0, trouble.strerror or type(trouble).__name__
        )
    return UnusableInput(ErrorCode.CANNOT_WRITE_FILE, path=path, detail=detail)


def damaged(path: Path, file_format: FileFormat, trouble: Trouble) -> UnusableInput:
    """The error for a file that is not, or no longer, of its kind."""
    return UnusableInput(file_format.damaged, path=path, detail=trouble)

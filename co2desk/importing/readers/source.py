"""A file's bytes, taken once and safely: what all readers read from."""

import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput

MAX_FILE_BYTES = 512 * 1024 * 1024
"""No file is taken into memory beyond this; workbooks have a tighter limit in `gate`."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}
_FORBIDDEN = {errno.EACCES, errno.EPERM}


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file as they were at one moment; `sha256` is their hexadecimal digest."""

    name: str
    data: bytes = field(repr=False)
    sha256: str


def open_source(path: str | os.PathLike[str]) -> Source:
    """Take the bytes of the regular file at `path`.

    Opens without waiting, so that a pipe or a device can neither block nor feed us for ever.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NOT_A_FILE, NO_PERMISSION, FILE_TOO_LARGE or DAMAGED_FILE.
    """
    name = Path(path).name
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as problem:
        raise _refusal(problem, path, name) from problem
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnusableInput(ErrorCode.NOT_A_FILE, path=name)
        if status.st_size > MAX_FILE_BYTES:
            raise too_large(name, status.st_size, MAX_FILE_BYTES)
        data = _read_at_most(descriptor, MAX_FILE_BYTES)
    except OSError as problem:
        raise _refusal(problem, path, name) from problem
    finally:
        os.close(descriptor)
    if len(data) > MAX_FILE_BYTES:
        raise too_large(name, len(data), MAX_FILE_BYTES)
    return Source(name, data, hashlib.sha256(data).hexdigest())


def source_from_text(text: str, name: str = "") -> Source:
    """Take pasted text; lone surrogates, which no file can hold, become U+FFFD."""
    data = _SURROGATE.sub("\ufffd", text).encode("utf-8")
    return Source(name, data, hashlib.sha256(data).hexdigest())


def too_large(name: str, size: int, limit: int) -> UnusableInput:
    """Make the refusal of a file of `size` bytes where `limit` are allowed."""
    megabyte = 1024 * 1024
    return UnusableInput(
        ErrorCode.FILE_TOO_LARGE,
        path=name,
        size=f"{-(-size // megabyte)} MB",
        limit=f"{limit // megabyte} MB",
    )


def _read_at_most(descriptor: int, limit: int) -> bytes:
    blocks = []
    remaining = limit + 1
    while remaining > 0 and (block := os.read(descriptor, min(remaining, 16 * 1024 * 1024))):
        blocks.append(block)
        remaining -= len(block)
    return b"".join(blocks)


def _refusal(
    problem: OSError | ValueError, path: str | os.PathLike[str], name: str
) -> UnusableInput:
    number = problem.errno if isinstance(problem, OSError) else errno.EINVAL
    if number in _MISSING:
        return UnusableInput(ErrorCode.FILE_NOT_FOUND, path=name)
    # Windows answers EACCES for a folder, other systems open it and fail later.
    if number == errno.EISDIR or (number in _FORBIDDEN and Path(path).is_dir()):
        return UnusableInput(ErrorCode.NOT_A_FILE, path=name)
    if number in _FORBIDDEN:
        return UnusableInput(ErrorCode.NO_PERMISSION, path=name)
    if number == errno.ENXIO:
        return UnusableInput(ErrorCode.NOT_A_FILE, path=name)
    return UnusableInput(ErrorCode.DAMAGED_FILE, path=name, detail="unreadable")

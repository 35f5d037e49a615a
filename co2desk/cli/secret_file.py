"""Reads a password or passphrase from a file: the command line itself shows in process lists."""

from pathlib import Path


def secret_in(path: Path) -> str:
    """Return what the file holds, without the end of its last line.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION.
    """
    from co2desk.domain.errors import ErrorCode, UnusableInput

    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except FileNotFoundError:
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path) from None
    except OSError:
        raise UnusableInput(ErrorCode.NO_PERMISSION, path=path) from None

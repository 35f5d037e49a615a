"""Reads and makes the keys of encrypted backups: age keys, and the SSH keys that people have."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyrage
from pyrage import ssh, x25519

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.write_failure import write_failure


def new_key(out: Path) -> str:
    """Write a new secret key to the file `out`, for its owner alone; returns the public key.

    Raises:
        UnusableInput: ALREADY_EXISTS, CANNOT_WRITE_FILE.
    """
    key = x25519.Identity.generate()
    public = str(key.to_public())
    try:
        descriptor = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(f"# public key: {public}\n{key}\n")
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise UnusableInput(ErrorCode.ALREADY_EXISTS, what=out) from error
    except OSError as error:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=out, detail=write_failure(error)
        ) from error
    return public


def recipients(texts: Sequence[str]) -> list[Any]:
    """Return the public keys written in `texts` (`age1...`, `ssh-ed25519 ...`).

    Raises:
        UnusableInput: INVALID_VALUE with the one that is none.
    """
    found = []
    for text in texts:
        kind = ssh.Recipient if text.startswith("ssh-") else x25519.Recipient
        try:
            found.append(kind.from_str(text.strip()))
        except (pyrage.RecipientError, ValueError) as error:
            raise UnusableInput(
                ErrorCode.INVALID_VALUE, name="recipient", value=text, detail="age1..., ssh-..."
            ) from error
    return found


def identities(path: Path) -> list[Any]:
    """Return the secret keys in a file.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION, NO_KEY_IN_FILE.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path) from error
    except OSError as error:
        raise UnusableInput(ErrorCode.NO_PERMISSION, path=path) from error
    try:
        if content.startswith(b"-----BEGIN"):
            return [ssh.Identity.from_buffer(content)]
        lines = [line.strip() for line in content.decode("utf-8").splitlines()]
        found = [x25519.Identity.from_str(line) for line in lines if line[:1] not in ("", "#")]
    except (pyrage.IdentityError, ValueError) as error:
        raise _no_key(path) from error
    if not found:
        raise _no_key(path)
    return list(found)


def _no_key(path: Path) -> UnusableInput:
    # Never the line itself: it may be a key with a slip of the pen.
    return UnusableInput(ErrorCode.NO_KEY_IN_FILE, path=path)

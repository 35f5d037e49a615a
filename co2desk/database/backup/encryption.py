"""Encrypts and opens backups as age files (age-encryption.org/v1): any age program opens them."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyrage
from pyrage import passphrase, x25519

from co2desk.database.backup.keys import identities, recipients
from co2desk.database.backup.manifest import file_sha256
from co2desk.domain.backup import BackupKey, Protection
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import Progress

_MAGIC = b"age-encryption.org/v1\n"
_PASSPHRASE_STANZA = b"-> scrypt "
# A passphrase encrypts in memory; a backup as large as this is protected by a key instead.
_MAX_BYTES_BY_PASSPHRASE = 1 << 30

# What is said before any content is looked at.
_NOT_THE_KEY = ("No matching keys found", "Decryption failed")


def require_usable(protection: Protection) -> None:
    """Stop before a backup is made that could not be encrypted.

    Raises:
        UnusableInput: INVALID_VALUE with the public key that is none; NO_PASSPHRASE.
    """
    recipients(protection.recipients)
    if not protection.recipients and not protection.passphrase:
        raise UnusableInput(ErrorCode.NO_PASSPHRASE)


def encrypt(plain: Path, sealed: Path, protection: Protection, progress: Progress) -> None:
    """Encrypt the file `plain` into the new file `sealed`, and prove that it opens to the same.

    A key for this one proof is among the recipients, and forgotten afterwards: nobody else's
    secret key need be here.

    Raises:
        DatabaseProblem: BACKUP_FAILED; TOO_LARGE_FOR_PASSPHRASE.
        OSError: the file cannot be written.
    """
    hashed = file_sha256(plain, progress, "encrypting")
    if protection.recipients:
        opened_again = _encrypt_for(plain, sealed, protection.recipients, progress)
    else:
        opened_again = _encrypt_by_passphrase(plain, sealed, protection.passphrase)
    if opened_again != hashed:
        raise DatabaseProblem(ErrorCode.BACKUP_FAILED, detail="encryption")


def _encrypt_for(plain: Path, sealed: Path, public_keys: Sequence[str], progress: Progress) -> str:
    proof, digest = x25519.Identity.generate(), _Digest()
    with plain.open("rb") as source, _new_private_file(sealed) as file:
        with _Told(source, plain, progress, "encrypting") as told:
            pyrage.encrypt_io(told, file, [*recipients(public_keys), proof.to_public()])
        file.flush()
        os.fsync(file.fileno())
    with sealed.open("rb") as source, _Told(source, sealed, progress, "verifying") as told:
        pyrage.decrypt_io(told, digest, [proof])
    return digest.hexdigest()


def _encrypt_by_passphrase(plain: Path, sealed: Path, words: str) -> str:
    if plain.stat().st_size > _MAX_BYTES_BY_PASSPHRASE:
        raise DatabaseProblem(ErrorCode.TOO_LARGE_FOR_PASSPHRASE)
    with _new_private_file(sealed) as file:
        file.write(passphrase.encrypt(plain.read_bytes(), words))
        file.flush()
        os.fsync(file.fileno())
    return sha256(passphrase.decrypt(sealed.read_bytes(), words)).hexdigest()


def is_encrypted(path: Path) -> bool:
    """Whether a file is an age file."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def takes_passphrase(path: Path) -> bool:
    """Whether an age file opens by a passphrase, and not by a key."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC) + len(_PASSPHRASE_STANZA)) == _MAGIC + _PASSPHRASE_STANZA


@contextmanager
def opened(path: Path, key: BackupKey | None, progress: Progress) -> Iterator[Path]:
    """Yield a file with what `path` holds: itself, or for an age file a private one for a while.

    Raises:
        UnusableInput: BACKUP_LOCKED where no fitting key was given; FILE_NOT_FOUND or
            NO_KEY_IN_FILE for the file of keys.
        DatabaseProblem: WRONG_KEY, DAMAGED_BACKUP.
    """
    if not is_encrypted(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="co2desk-") as folder:
        plain = Path(folder, path.stem)
        try:
            _decrypt(path, plain, key or BackupKey(), progress)
        except pyrage.DecryptError as error:
            code = ErrorCode.WRONG_KEY if str(error) in _NOT_THE_KEY else ErrorCode.DAMAGED_BACKUP
            raise DatabaseProblem(code, path=path, detail="unreadable") from error
        except OSError as error:
            if error.errno is not None:  # the disk's word, and not the cipher's
                raise
            raise DatabaseProblem(ErrorCode.DAMAGED_BACKUP, path=path, detail="checksum") from error
        yield plain


def _decrypt(path: Path, plain: Path, key: BackupKey, progress: Progress) -> None:
    by_passphrase = takes_passphrase(path)
    if not (key.passphrase if by_passphrase else key.identity_file):
        raise UnusableInput(
            ErrorCode.BACKUP_LOCKED,
            path=path,
            detail="needs_passphrase" if by_passphrase else "needs_key",
        )
    with _new_private_file(plain) as file:
        if by_passphrase:
            file.write(passphrase.decrypt(path.read_bytes(), key.passphrase))
            return
        known = identities(key.identity_file) if key.identity_file else []
        with path.open("rb") as source, _Told(source, path, progress, "decrypting") as told:
            pyrage.decrypt_io(told, file, known)


def _new_private_file(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


class _Told:
    """A file that is read with its progress told; what the progress raises gets through."""

    def __init__(self, file: IO[bytes], path: Path, progress: Progress, stage: str) -> None:
        self._file, self._size = file, path.stat().st_size
        self._progress, self._stage = progress, stage
        self._stopped: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stopped is not None:
            raise self._stopped from None

    def read(self, count: int = -1) -> bytes:
        """Return the next bytes."""
        try:
            self._progress.report(self._file.tell(), self._size, self._stage)
        except BaseException as stop:  # the library would hide it
            self._stopped = stop
            raise
        return self._file.read(count)


class _Digest:
    """Takes bytes like a file, and keeps their hash alone."""

    def __init__(self) -> None:
        self._hash = sha256()

    def write(self, block: bytes) -> int:
        """Add to the hash."""
        self._hash.update(block)
        return len(block)

    def flush(self) -> None:
        """Nothing is held back."""

    def hexdigest(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()

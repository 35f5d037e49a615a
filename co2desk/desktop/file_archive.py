"""Keeps the original file of every import, in a folder or in an S3 bucket, and gives it back."""

import hashlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from co2desk.desktop.file_name import safe_file_name
from co2desk.domain.errors import ErrorCode, UnusableInput

if TYPE_CHECKING:
    from obstore.store import LocalStore, S3Config, S3Store

_log = logging.getLogger(__name__)
_S3 = "s3://"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class ArchiveLocation:
    """Where files are kept: `s3://bucket/prefix`, or a folder.

    `endpoint` is the address of a server other than Amazon's. Without an access key, what the
    environment or the machine itself is allowed counts.
    """

    address: str
    endpoint: str = ""
    region: str = ""
    access_key: str = ""
    secret_key: str = field(default="", repr=False)

    @property
    def is_s3(self) -> bool:
        """Whether this is a bucket and not a folder."""
        return self.address.startswith(_S3)


class FileArchive:
    """Files under `{lab}/{year}/{sha256}/{filename}`, each stored once and never changed."""

    def __init__(self, location: ArchiveLocation) -> None:
        self._location = location
        with self._problems_in_words():
            self._store = _bucket(location) if location.is_s3 else _folder(location)

    def keep(self, lab_code: str, year: int, filename: str, data: bytes) -> str:
        """Store a file and return its key; storing it again changes nothing.

        Raises:
            UnusableInput: ARCHIVE_UNUSABLE.
        """
        digest = hashlib.sha256(data).hexdigest()
        key = f"{safe_file_name(lab_code)}/{year:04}/{digest}/{safe_file_name(filename)}"
        with self._problems_in_words():
            if not self._holds(key, len(data)):
                self._store.put(key, data)
        return key

    def fetch(self, key: str) -> bytes:
        """Give back the file that `keep` stored under `key`.

        Raises:
            UnusableInput: FILE_NOT_FOUND, DAMAGED_FILE (it is not the file that was stored),
                ARCHIVE_UNUSABLE.
        """
        # The key comes from a database: it must not lead out of the archive.
        digest = _digest(key)
        with self._problems_in_words():
            try:
                data = bytes(self._store.get(key).bytes())
            except FileNotFoundError as problem:
                raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=key) from problem
        if hashlib.sha256(data).hexdigest() != digest:
            raise UnusableInput(ErrorCode.DAMAGED_FILE, path=key, detail="content_changed")
        return data

    def _holds(self, key: str, size: int) -> bool:
        try:
            return self._store.head(key)["size"] == size
        except FileNotFoundError:
            return False

    @contextmanager
    def _problems_in_words(self) -> Iterator[None]:
        from obstore.exceptions import (
            BaseError,
            GenericError,
            PermissionDeniedError,
            UnauthenticatedError,
        )

        try:
            yield
        except (PermissionDeniedError, UnauthenticatedError, PermissionError) as problem:
            raise self._unusable("access_denied") from problem
        except FileNotFoundError as problem:
            raise self._unusable("bucket_missing") from problem
        except (BaseError, OSError, ValueError) as problem:
            # What the store says may hold addresses and keys: its kind is enough for the log.
            _log.warning("file archive: %s", type(problem).__name__)
            detail = "timeout" if isinstance(problem, GenericError) else "cannot_open"
            raise self._unusable(detail) from problem

    def _unusable(self, detail: str) -> UnusableInput:
        return UnusableInput(
            ErrorCode.ARCHIVE_UNUSABLE, location=self._location.address, detail=detail
        )


def _digest(key: str) -> str:
    parts = key.split("/")
    if len(parts) == 4:
        lab, year, digest, filename = parts
        is_name = safe_file_name(lab) == lab and safe_file_name(filename) == filename
        if is_name and _YEAR.fullmatch(year) and _SHA256.fullmatch(digest):
            return digest
    raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=key)


def _folder(location: ArchiveLocation) -> "LocalStore":
    from obstore.store import LocalStore

    folder = Path(location.address).expanduser().absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return LocalStore(folder)


def _bucket(location: ArchiveLocation) -> "S3Store":
    from obstore.store import S3Store

    bucket, _, prefix = location.address.removeprefix(_S3).partition("/")
    config: S3Config = {}
    if location.endpoint:
        config["endpoint"] = location.endpoint
    if location.region:
        config["region"] = location.region
    if location.access_key:
        config["access_key_id"] = location.access_key
        config["secret_access_key"] = location.secret_key
    return S3Store(
        bucket,
        prefix=prefix.strip("/") or None,
        config=config,
        client_options={
            "allow_http": location.endpoint.startswith("http://"),
            "connect_timeout": "5s",
            "timeout": "60s",
        },
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=15)},
    )

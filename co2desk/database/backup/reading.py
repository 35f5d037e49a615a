"""Reads a backup file from end to end, which finds every flipped bit and missing byte."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from co2desk.database.backup import manifest
from co2desk.database.backup.client_run import ClientFailed, run_client
from co2desk.database.backup.encryption import opened
from co2desk.database.backup.programs import ClientPrograms
from co2desk.domain.backup import Backup, BackupKey
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput
from co2desk.domain.progress import Progress


def read_through(
    path: Path, programs: ClientPrograms, progress: Progress, *, shown_as: Path | None = None
) -> None:
    """Let pg_restore unpack everything to nowhere; listing the contents alone proves nothing.

    Raises:
        DatabaseProblem: DAMAGED_BACKUP.
    """
    try:
        run_client(
            programs,
            "pg_restore",
            [f"--file={os.devnull}", str(path)],
            progress=progress,
            stage="verifying",
        )
    except ClientFailed as error:
        raise DatabaseProblem(
            ErrorCode.DAMAGED_BACKUP, path=shown_as or path, detail=error.said
        ) from error


@contextmanager
def opened_backup(
    path: Path,
    programs: ClientPrograms,
    progress: Progress,
    key: BackupKey | None = None,
) -> Iterator[tuple[Path, Backup | None]]:
    """Yield what pg_restore can read of a backup, and its manifest, if any.

    The file was compared with the manifest and read through; an encrypted one is opened by `key`
    for as long as the block runs.

    Raises:
        UnusableInput: FILE_NOT_FOUND; BACKUP_LOCKED without the key that it takes.
        DatabaseProblem: DAMAGED_BACKUP; WRONG_KEY.
    """
    if not path.is_file():
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path)
    said = manifest.read_manifest(path)
    if said is not None and manifest.file_sha256(path, progress, "verifying") != said.sha256:
        raise DatabaseProblem(ErrorCode.DAMAGED_BACKUP, path=path, detail="checksum")
    with opened(path, key, progress) as plain:
        read_through(plain, programs, progress, shown_as=path)
        yield plain, said

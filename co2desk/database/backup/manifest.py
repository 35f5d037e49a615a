"""Keeps beside each backup what it holds, so that it can be proved years later."""

import json
import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from co2desk.domain.backup import Backup, BackupPart, Proof, TableContents
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import Progress

SUFFIX = ".manifest.json"
_FORMAT = 1
_BLOCK = 1 << 20


def manifest_path(backup: Path) -> Path:
    """Return where the manifest of a backup file is."""
    return backup.with_name(backup.name + SUFFIX)


def write_manifest(backup: Backup) -> None:
    """Write the manifest durably, in place of an older one."""
    document = {
        "format": _FORMAT,
        "part": backup.part,
        "table": backup.table,
        "made_at": backup.made_at.isoformat(),
        "database": backup.database,
        "server_version": backup.server_version,
        "schema": backup.schema,
        "sha256": backup.sha256,
        "proof": backup.proof,
        "encrypted": backup.encrypted,
        "tables": [[one.name, one.rows, one.checksum] for one in backup.tables],
    }
    target = manifest_path(backup.path)
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(target)


def read_manifest(backup: Path) -> Backup | None:
    """Return what the manifest says, or None where there is none.

    Raises:
        DatabaseProblem: DAMAGED_BACKUP where it cannot be understood.
    """
    path = manifest_path(backup)
    if not path.is_file():
        return None
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return Backup(
            path=backup,
            part=BackupPart(document["part"]),
            table=document["table"],
            made_at=datetime.fromisoformat(document["made_at"]),
            database=document["database"],
            server_version=document["server_version"],
            schema=document["schema"],
            tables=tuple(TableContents(*one) for one in document["tables"]),
            sha256=document["sha256"],
            proof=Proof(document["proof"]),
            encrypted=document.get("encrypted", False),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatabaseProblem(
            ErrorCode.DAMAGED_BACKUP, path=path, detail=type(error).__name__
        ) from error


def file_sha256(path: Path, progress: Progress, stage: str) -> str:
    """Return the hash of a file, reporting bytes."""
    digest, size, done = sha256(), path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            done += len(block)
            progress.report(done, size, stage)
    return digest.hexdigest()

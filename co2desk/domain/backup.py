"""Says in values what a backup holds, how it was proved, and what a restore did."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupPart(StrEnum):
    """How much of a database a backup holds."""

    FULL = "full"
    SCHEMA = "schema"
    DATA = "data"
    TABLE = "table"


class Proof(StrEnum):
    """How far a backup was tried, from least to most."""

    READABLE = "readable"
    """It could be restored; with no manifest, nobody can say whether that is all of it."""
    EQUAL = "equal"
    """It was restored, and every table held what had been backed up."""


@dataclass(frozen=True, slots=True)
class Protection:
    """How a backup is encrypted: for the holders of keys, or else by a passphrase.

    `recipients` are public keys (`age1...`, `ssh-ed25519 ...`).
    """

    recipients: tuple[str, ...] = ()
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BackupKey:
    """What opens an encrypted backup: a file with a secret key, or the passphrase."""

    identity_file: Path | None = None
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TableContents:
    """How many rows a table has, and a sum over all of them that any change moves.

    `name` is qualified (`public.activities`). The order of the rows does not matter.
    """

    name: str
    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file.

    `table` is the qualified name for a single table, else "". `schema` is the migration that the
    database was at. `tables` is empty for a schema alone. `sha256` is the hash of the file. `proof`
    says how far it was tried when it was made, `encrypted` whether a key is needed to open it.
    """

    path: Path
    part: BackupPart
    table: str
    made_at: datetime
    database: str
    server_version: str
    schema: str
    tables: tuple[TableContents, ...]
    sha256: str
    proof: Proof = Proof.READABLE
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class VerifiedBackup:
    """A backup that was tried; `tables` as they were counted in the trial."""

    path: Path
    proof: Proof
    tables: tuple[TableContents, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    `safety_backup` was taken just before, and holds what was replaced. For a single table `added`
    and `changed` count the rows put back, and `kept` those of today that the backup did not know.
    """

    path: Path
    safety_backup: Path | None
    tables: tuple[TableContents, ...]
    added: int = 0
    changed: int = 0
    kept: int = 0

"""Fills an empty database from a backup of any part."""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from co2desk.database.backup.client_run import ClientFailed, run_client
from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.engine import ConnectionParameters
from co2desk.domain.backup import BackupPart
from co2desk.domain.progress import Progress

_STEP = re.compile(r"processing data for table")
# pg_restore 17 and later sets it on every server, and servers before 17 do not know it.
_HARMLESS = 'unrecognized configuration parameter "transaction_timeout"'


def fill_database(
    empty: ConnectionParameters,
    path: Path,
    part: BackupPart,
    programs: ClientPrograms,
    *,
    schema_of: ConnectionParameters | None = None,
    as_owner: bool = True,
    tables: int | None = None,
    progress: Progress,
) -> None:
    """Restore the file `path` into the database `empty`.

    A backup of data or of a table gets the schema of the database `schema_of` first. Without
    `as_owner` everything will belong to the login that restores.

    Raises:
        ClientFailed: what pg_restore or pg_dump reported.
    """
    owners = [] if as_owner else ["--no-owner", "--no-privileges"]
    if part in (BackupPart.FULL, BackupPart.SCHEMA):
        _restore(empty, path, owners, programs, tables=tables, progress=progress)
        return
    if schema_of is None:
        raise ValueError("data alone needs a schema to go into")
    with tempfile.TemporaryDirectory(prefix="co2desk-") as folder:
        schema = Path(folder, "schema.dump")
        run_client(
            programs,
            "pg_dump",
            ["--format=custom", "--schema-only", f"--file={schema}"],
            server=schema_of,
            progress=progress,
            stage="restoring",
        )
        _restore(empty, schema, owners, programs, tables=tables, progress=progress)
    # Triggers would count results twice and stamp everything with today's date.
    _restore(
        empty,
        path,
        ["--data-only", "--disable-triggers"],
        programs,
        tables=tables,
        progress=progress,
    )


def _restore(
    into: ConnectionParameters,
    path: Path,
    options: Sequence[str],
    programs: ClientPrograms,
    *,
    tables: int | None,
    progress: Progress,
) -> None:
    try:
        run_client(
            programs,
            "pg_restore",
            [*options, "--verbose", str(path)],
            server=into,
            progress=progress,
            stage="restoring",
            total=tables,
            step=_STEP,
        )
    except ClientFailed as error:
        if not error.errors or any(_HARMLESS not in one for one in error.errors):
            raise

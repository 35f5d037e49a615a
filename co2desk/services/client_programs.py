"""Finds the pg_dump and pg_restore that fit the server at hand."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from co2desk.database.backup.programs import ClientPrograms, choose_programs
from co2desk.database.engine import ConnectionParameters
from co2desk.database.provision import connected
from co2desk.desktop.postgres_binaries import child_environment, shipped_folder


def client_programs(server: ConnectionParameters) -> ClientPrograms:
    """The programs for `server`: shipped, on PATH, or the system's.

    Raises:
        DatabaseProblem: BACKUP_PROGRAM_MISSING, or the server cannot be reached.
    """
    with connected(server) as connection:
        major = connection.info.server_version // 10_000
    encrypted = not server.local and server.sslmode != "disable"
    return choose_programs(_folders(), child_environment(), server_major=major, tls=encrypted)


def _folders() -> Iterator[Path]:
    if chosen := os.environ.get("CO2DESK_POSTGRES_BIN"):
        yield Path(chosen)
    if shipped := shipped_folder():
        yield shipped
    if on_path := shutil.which("pg_dump"):
        yield Path(on_path).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("[0-9]*/bin"), reverse=True)

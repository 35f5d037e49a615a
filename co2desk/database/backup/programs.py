"""Chooses the pg_dump and pg_restore that fit a server."""

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from co2desk.domain.errors import DatabaseProblem, ErrorCode

_SUFFIX = ".exe" if sys.platform == "win32" else ""


@dataclass(frozen=True, slots=True)
class ClientPrograms:
    """A folder with PostgreSQL's client programs.

    `tls` says whether they were built with TLS; `environment` is what they are started with, and
    names no server and no password.
    """

    folder: Path
    major: int
    tls: bool
    environment: Mapping[str, str] = field(repr=False)

    def path(self, name: str) -> Path:
        """Return the path of one program, for instance "pg_dump"."""
        return self.folder / f"{name}{_SUFFIX}"


def choose_programs(
    folders: Iterable[Path],
    environment: Mapping[str, str],
    *,
    server_major: int,
    tls: bool,
) -> ClientPrograms:
    """Return the first programs that are no older than the server, best those that can TLS.

    An older pg_dump refuses a newer server. Where TLS is needed and no program was built with it,
    `tls_relay` carries it there.

    Raises:
        DatabaseProblem: BACKUP_PROGRAM_MISSING with the version that is `wanted` and those `found`.
    """
    seen, usable = [], []
    for folder in folders:
        programs = inspect_programs(folder, environment)
        if programs is None:
            continue
        if programs.major >= server_major:
            if programs.tls or not tls:
                return programs
            usable.append(programs)
        seen.append(f"{programs.major} in {folder}")
    if usable:
        return usable[0]
    raise DatabaseProblem(
        ErrorCode.BACKUP_PROGRAM_MISSING, wanted=server_major, found="; ".join(seen) or "-"
    )


def inspect_programs(folder: Path, environment: Mapping[str, str]) -> ClientPrograms | None:
    """Return what `folder` holds, or None where pg_dump or pg_restore is missing or broken."""
    found = ClientPrograms(folder, 0, tls=False, environment=environment)
    if not (found.path("pg_dump").is_file() and found.path("pg_restore").is_file()):
        return None
    version = _said(found, "pg_dump", "--version")
    match = re.search(r"\(PostgreSQL\) ([0-9]+)", version)
    if match is None:
        return None
    return ClientPrograms(folder, int(match[1]), _has_tls(found), environment)


def _has_tls(programs: ClientPrograms) -> bool:
    """Ask for a TLS connection to nowhere: libpq checks the mode before it looks for the host."""
    said = _said(programs, "pg_dump", "--dbname=host=/nowhere sslmode=require")
    return "not compiled in" not in said


def _said(programs: ClientPrograms, name: str, *arguments: str) -> str:
    try:
        done = subprocess.run(
            [programs.path(name), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=15,
            check=False,
            env=dict(programs.environment),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout

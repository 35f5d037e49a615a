"""Starts, shares and stops the PostgreSQL that belongs to one person's folder."""

import contextlib
import hashlib
import logging
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from co2desk.desktop.paths import private_folder
from co2desk.desktop.postgres_binaries import (
    PostgresBinaries,
    binaries_for,
    find_binaries,
    run_program,
)
from co2desk.desktop.postmaster import Postmaster
from co2desk.desktop.process_lock import Presence, exclusive
from co2desk.desktop.server_account import ServerAccount
from co2desk.desktop.server_config import server_settings
from co2desk.domain.errors import Co2deskError, ErrorCode

SUPERUSER = "postgres"

_log = logging.getLogger(__name__)
_PORT = 5432  # on POSIX only part of the socket's name
_LONGEST_SOCKET = 100  # sun_path holds 104 bytes on macOS, 108 on Linux
_LOCK_SECONDS = 90.0
_START_SECONDS = 60
_STOP_SECONDS = 30
_LEFT_OVER_SECONDS = 15.0
_LARGEST_LOG = 5_000_000
_ON_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """How to reach a running server: by the socket in the folder `host`, or by TCP.

    `password` is the superuser's; `person_password` is kept for the login that the database
    package makes for the person.
    """

    host: str
    port: int
    superuser: str
    password: str = field(repr=False)
    person_password: str = field(repr=False)


class EmbeddedServer:
    """One program's hold on the server in `folder`.

    The first program to `start()` starts the server, the last one to `release()` stops it. A
    program that dies without releasing no longer counts; a server that died is started again.

    Raises (every method):
        Co2deskError: EMBEDDED_SERVER_FAILED with `detail` and the path of the `log`.
    """

    def __init__(self, folder: Path, binaries: Path | None = None) -> None:
        self._folder = folder.absolute()
        self._wanted_binaries = binaries
        self._present: Presence | None = None
        self._log_start = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    @property
    def log_path(self) -> Path:
        """The server's own log."""
        return self._folder / "log" / "server.log"

    def start(self) -> ServerAddress:
        """Return the address of the running server, starting it where it does not run."""
        try:
            private_folder(self._folder)
            with exclusive(self._folder / "lock", _LOCK_SECONDS):
                address = self._make_run()
                if self._present is None:
                    present = Presence(self._folder / "users")
                    present.enter()
                    self._present = present
                return address
        except (OSError, TimeoutError, subprocess.SubprocessError) as error:
            raise self._failed(error) from error

    def release(self) -> None:
        """Give up the hold; the last one stops the server. Harmless when not started."""
        if self._present is None:
            return
        try:
            with exclusive(self._folder / "lock", _LOCK_SECONDS):
                last, self._present = self._present.leave(), None
                if last:
                    self._stop()
        except (OSError, TimeoutError, subprocess.SubprocessError) as error:
            raise self._failed(error) from error

    def binaries(self) -> PostgresBinaries:
        """Return the programs that fit this folder's database, for instance for pg_dump."""
        version = self._data / "PG_VERSION"
        major = int(version.read_text()) if version.is_file() else None
        return find_binaries(self._wanted_binaries, major=major)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _make_run(self) -> ServerAddress:
        account = ServerAccount.for_folder(self._folder)
        running = Postmaster.read(self._data)
        if running is not None and running.settle(_START_SECONDS):
            return self._address(running.host, running.port)
        began = time.monotonic()
        binaries = self._usable_binaries(account)
        if not (self._data / "PG_VERSION").is_file():
            self._create_database(binaries, account)
        host, port = self._configure(binaries, account)
        self._launch(binaries, account)
        _log.info("embedded server started in %.1f s", time.monotonic() - began)
        return self._address(host, port)

    def _usable_binaries(self, account: ServerAccount) -> PostgresBinaries:
        account.admit(self._folder)
        return binaries_for(self.binaries(), account, self._folder / "programs")

    def _create_database(self, binaries: PostgresBinaries, account: ServerAccount) -> None:
        """Make the database folder aside and move it into place, so that a crash leaves none."""
        for interrupted in self._folder.glob("new-*"):
            shutil.rmtree(interrupted, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix="new-", dir=self._folder) as aside:
            account.own(Path(aside))
            password_file = Path(aside, "password")
            password_file.write_text(self._password("superuser"), encoding="ascii")
            account.own(password_file)
            target = Path(aside, "data")
            arguments = [
                f"--pgdata={target}",
                f"--username={SUPERUSER}",
                f"--pwfile={password_file}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums",
                "--no-instructions",
            ]
            try:
                run_program(
                    binaries, account, "initdb", *arguments, "--locale=C.UTF-8", timeout=120
                )
            except subprocess.CalledProcessError:
                # macOS and Windows know no such locale; C sorts the same.
                run_program(binaries, account, "initdb", *arguments, "--locale=C", timeout=120)
            target.rename(self._data)

    def _configure(self, binaries: PostgresBinaries, account: ServerAccount) -> tuple[str, int]:
        self._turn_log_over(account)
        socket_folder = None if _ON_WINDOWS else self._socket_folder(account)
        port = _free_port() if _ON_WINDOWS else _PORT
        for name, text in server_settings(binaries, socket_folder=socket_folder, port=port).items():
            path = self._data / name
            path.write_text(text, encoding="utf-8")
            account.own(path)
        return ("127.0.0.1" if socket_folder is None else str(socket_folder)), port

    def _socket_folder(self, account: ServerAccount) -> Path:
        """Return a private folder whose path is short enough for a socket address."""
        folder = self._folder / "run"
        if len(os.fsencode(folder / f".s.PGSQL.{_PORT}")) > _LONGEST_SOCKET:
            digest = hashlib.sha256(os.fsencode(self._folder)).hexdigest()[:16]
            runtime = os.environ.get("XDG_RUNTIME_DIR", "")
            base = Path(runtime) if runtime and len(runtime) < 40 else Path("/tmp")
            folder = base / f"co2desk-{os.geteuid()}-{digest}"
        self._private(folder, account)
        # No server runs here, but the number in a lock left by a killed one may be in use again.
        for left_over in folder.glob(".s.PGSQL.*"):
            left_over.unlink()
        return folder

    def _private(self, folder: Path, account: ServerAccount) -> None:
        private_folder(folder)
        account.own(folder)
        owner = os.geteuid() if account.user is None else account.user
        about = folder.lstat()
        if folder.is_symlink() or about.st_uid != owner:
            raise PermissionError(f"{folder} belongs to somebody else")
        folder.chmod(0o700)

    def _turn_log_over(self, account: ServerAccount) -> None:
        folder = self.log_path.parent
        private_folder(folder)
        account.own(folder)
        if self.log_path.is_file() and self.log_path.stat().st_size > _LARGEST_LOG:
            self.log_path.replace(self.log_path.with_suffix(".log.1"))

    def _launch(self, binaries: PostgresBinaries, account: ServerAccount) -> None:
        """Start the server and wait until it answers.

        After a crash, processes of the old server may hold its shared memory for a moment.
        """
        deadline = time.monotonic() + _LEFT_OVER_SECONDS
        arguments = (
            f"--pgdata={self._data}",
            f"--log={self.log_path}",
            "--wait",
            f"--timeout={_START_SECONDS}",
            "--silent",
            "start",
        )
        while True:
            self._log_start = self.log_path.stat().st_size if self.log_path.is_file() else 0
            try:
                run_program(binaries, account, "pg_ctl", *arguments, timeout=_START_SECONDS + 10)
            except subprocess.CalledProcessError:
                said = self._log_since_start()
                if "pre-existing shared memory" not in said or time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return

    def _log_since_start(self) -> str:
        try:
            return self.log_path.read_bytes()[self._log_start :].decode("utf-8", "replace")
        except OSError:
            return ""

    def _stop(self) -> None:
        running = Postmaster.read(self._data)
        if running is None:
            return
        account = ServerAccount.for_folder(self._folder)
        binaries = self._usable_binaries(account)
        where = (f"--pgdata={self._data}", "--wait", f"--timeout={_STOP_SECONDS}", "--silent")
        for mode in ("fast", "immediate"):
            try:
                run_program(
                    binaries,
                    account,
                    "pg_ctl",
                    *where,
                    f"--mode={mode}",
                    "stop",
                    timeout=_STOP_SECONDS + 10,
                )
            except subprocess.CalledProcessError:
                if Postmaster.read(self._data) is None:
                    return  # it was gone already
                _log.warning("embedded server did not stop by mode %s", mode)
            else:
                break
        socket_folder = Path(running.host)
        if socket_folder.is_absolute() and socket_folder.parent != self._folder:
            with contextlib.suppress(OSError):
                socket_folder.rmdir()

    def _address(self, host: str, port: int) -> ServerAddress:
        return ServerAddress(
            host, port, SUPERUSER, self._password("superuser"), self._password("person")
        )

    def _password(self, whose: str) -> str:
        """Return the generated password from a file that only its owner can read."""
        path = self._folder / f"{whose}.password"
        if not path.is_file():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(32))
        return path.read_text(encoding="ascii")

    def _failed(self, error: BaseException) -> Co2deskError:
        program = str(getattr(error, "output", None) or error).splitlines()
        told = [line.strip() for line in program if line.strip()]
        fatal = [line for line in self._log_since_start().splitlines() if "FATAL" in line]
        detail = (fatal or told or [type(error).__name__])[-1]
        return Co2deskError(ErrorCode.EMBEDDED_SERVER_FAILED, detail=detail, log=self.log_path)


def server_environment(address: ServerAddress) -> Mapping[str, str]:
    """Return libpq's variables for a program that connects as the superuser, without a password."""
    return {"PGHOST": address.host, "PGPORT": str(address.port), "PGUSER": address.superuser}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

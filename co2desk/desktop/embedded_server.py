"""Starts, shares and stops the PostgreSQL that belongs to one person's folder."""

import logging
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
from co2desk.desktop.server_folder import SUPERUSER, ServerFolder
from co2desk.domain.errors import Co2deskError, ErrorCode

_log = logging.getLogger(__name__)
_LOCK_SECONDS = 90.0
_PREPARING_SECONDS = 900.0  # an upgrade with its backup
_START_SECONDS = 60
_STOP_SECONDS = 30
_LEFT_OVER_SECONDS = 15.0


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
        self._folder = ServerFolder(folder.absolute())
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
        return self._folder.log

    def start(self) -> ServerAddress:
        """Return the address of the running server, starting it where it does not run."""
        try:
            private_folder(self._folder.path)
            with exclusive(self._folder.lock, _LOCK_SECONDS):
                address = self._make_run()
                if self._present is None:
                    present = Presence(self._folder.users)
                    present.enter()
                    self._present = present
                return address
        except (OSError, TimeoutError, subprocess.SubprocessError) as error:
            raise self._failed(error) from error

    @contextmanager
    def prepared_by_one(self) -> Iterator[None]:
        """Let one program at a time make the database ready; the others wait for it."""
        with ExitStack() as held:
            try:
                private_folder(self._folder.path)
                held.enter_context(exclusive(self._folder.preparing, _PREPARING_SECONDS))
            except (OSError, TimeoutError) as error:
                raise self._failed(error) from error
            yield

    def release(self) -> None:
        """Give up the hold; the last one stops the server. Harmless when not started."""
        if self._present is None:
            return
        try:
            with exclusive(self._folder.lock, _LOCK_SECONDS):
                last, self._present = self._present.leave(), None
                if last:
                    self._stop()
        except (OSError, TimeoutError, subprocess.SubprocessError) as error:
            raise self._failed(error) from error

    def binaries(self) -> PostgresBinaries:
        """Return the programs that fit this folder's database, for instance for pg_dump."""
        return find_binaries(self._wanted_binaries, major=self._folder.major)

    def _make_run(self) -> ServerAddress:
        account = ServerAccount.for_folder(self._folder.path)
        running = Postmaster.read(self._folder.data)
        if running is not None and running.settle(_START_SECONDS):
            return self._address(running.host, running.port)
        began = time.monotonic()
        binaries = self._usable_binaries(account)
        if self._folder.major is None:
            self._folder.create_database(binaries, account)
        host, port = self._folder.configure(binaries, account)
        self._launch(binaries, account)
        _log.info("embedded server started in %.1f s", time.monotonic() - began)
        return self._address(host, port)

    def _usable_binaries(self, account: ServerAccount) -> PostgresBinaries:
        account.admit(self._folder.path)
        return binaries_for(self.binaries(), account, self._folder.programs)

    def _launch(self, binaries: PostgresBinaries, account: ServerAccount) -> None:
        """Start the server and wait until it answers.

        After a crash, processes of the old server may hold its shared memory for a moment.
        """
        deadline = time.monotonic() + _LEFT_OVER_SECONDS
        while True:
            self._log_start = self.log_path.stat().st_size if self.log_path.is_file() else 0
            try:
                self._control(binaries, account, "start", _START_SECONDS, f"--log={self.log_path}")
            except subprocess.CalledProcessError:
                said = self._log_since_start()
                if "pre-existing shared memory" not in said or time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return

    def _stop(self) -> None:
        running = Postmaster.read(self._folder.data)
        if running is None:
            return
        account = ServerAccount.for_folder(self._folder.path)
        binaries = self._usable_binaries(account)
        for mode in ("fast", "immediate"):
            try:
                self._control(binaries, account, "stop", _STOP_SECONDS, f"--mode={mode}")
            except subprocess.CalledProcessError:
                if Postmaster.read(self._folder.data) is None:
                    break  # it was gone already
                _log.warning("embedded server did not stop by mode %s", mode)
            else:
                break
        self._folder.tidy_up(running.host)

    def _control(
        self,
        binaries: PostgresBinaries,
        account: ServerAccount,
        action: str,
        seconds: int,
        *more: str,
    ) -> None:
        where = (f"--pgdata={self._folder.data}", "--wait", f"--timeout={seconds}", "--silent")
        run_program(binaries, account, "pg_ctl", *where, *more, action, timeout=seconds + 10)

    def _address(self, host: str, port: int) -> ServerAddress:
        superuser, person = (self._folder.password(whose) for whose in ("superuser", "person"))
        return ServerAddress(host, port, SUPERUSER, superuser, person)

    def _log_since_start(self) -> str:
        try:
            return self.log_path.read_bytes()[self._log_start :].decode("utf-8", "replace")
        except OSError:
            return ""

    def _failed(self, error: BaseException) -> Co2deskError:
        program = str(getattr(error, "output", None) or error).splitlines()
        told = [line.strip() for line in program if line.strip()]
        why = [line for line in told if "could not" in line or "error:" in line]
        fatal = [
            text.strip()
            for _, mark, text in (
                line.partition("FATAL:") for line in self._log_since_start().splitlines()
            )
            if mark
        ]
        detail = (fatal or why or told or [type(error).__name__])[-1]
        return Co2deskError(ErrorCode.EMBEDDED_SERVER_FAILED, detail=detail, log=self.log_path)

"""The folder of an embedded server: what lies where, made, kept private and configured."""

import contextlib
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from co2desk.desktop.paths import private_folder
from co2desk.desktop.postgres_binaries import PostgresBinaries, run_program
from co2desk.desktop.server_account import ServerAccount
from co2desk.desktop.server_config import server_settings

SUPERUSER = "postgres"

_PORT = 5432  # on POSIX only part of the socket's name
_LONGEST_SOCKET = 100  # sun_path holds 104 bytes on macOS, 108 on Linux
_LARGEST_LOG = 5_000_000
_CREATE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class ServerFolder:
    """The places inside `path`; `data` and `log` belong to the account of the server."""

    path: Path

    @property
    def preparing(self) -> Path:
        """The lock of whoever makes the database ready for use."""
        return self.path / "preparing.lock"

    @property
    def lock(self) -> Path:
        """Held while a program starts or stops the server."""
        return self.path / "lock"

    @property
    def users(self) -> Path:
        """Held, shared, by every program that uses the server."""
        return self.path / "users"

    @property
    def data(self) -> Path:
        """The database folder."""
        return self.path / "data"

    @property
    def log(self) -> Path:
        """The server's own log."""
        return self.path / "log" / "server.log"

    @property
    def programs(self) -> Path:
        """Copies of the programs, where the account cannot reach the originals."""
        return self.path / "programs"

    @property
    def major(self) -> int | None:
        """The PostgreSQL version that made the database, None where there is none yet."""
        version = self.data / "PG_VERSION"
        return int(version.read_text()) if version.is_file() else None

    def password(self, whose: str) -> str:
        """Return a generated password from a file that only its owner can read."""
        path = self.path / f"{whose}.password"
        if not path.is_file():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(32))
        return path.read_text(encoding="ascii")

    def create_database(self, binaries: PostgresBinaries, account: ServerAccount) -> None:
        """Make the database folder aside and move it into place, so that a crash leaves none."""
        for interrupted in self.path.glob("new-*"):
            shutil.rmtree(interrupted, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix="new-", dir=self.path) as aside:
            password_file = Path(aside, "password")
            password_file.write_text(self.password("superuser"), encoding="ascii")
            for own in (Path(aside), password_file):
                account.own(own)
            target = Path(aside, "data")
            arguments = (
                f"--pgdata={target}",
                f"--username={SUPERUSER}",
                f"--pwfile={password_file}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums",
                "--no-instructions",
            )
            try:
                _initdb(binaries, account, *arguments, "--locale=C.UTF-8")
            except subprocess.CalledProcessError:
                # macOS and Windows know no such locale; C sorts the same.
                _initdb(binaries, account, *arguments, "--locale=C")
            target.rename(self.data)

    def configure(self, binaries: PostgresBinaries, account: ServerAccount) -> tuple[str, int]:
        """Write the settings of the next start; return the host (or socket folder) and port."""
        self._make_room_for_log(account)
        on_windows = sys.platform == "win32"
        socket_folder = None if on_windows else self._socket_folder(account)
        port = _free_port() if on_windows else _PORT
        texts = server_settings(binaries, socket_folder=socket_folder, port=port)
        for name, text in texts.items():
            path = self.data / name
            path.write_text(text, encoding="utf-8")
            account.own(path)
        return ("127.0.0.1" if socket_folder is None else str(socket_folder)), port

    def tidy_up(self, host: str) -> None:
        """Remove a socket folder that had to lie elsewhere."""
        socket_folder = Path(host)
        if socket_folder.is_absolute() and socket_folder.parent != self.path:
            with contextlib.suppress(OSError):
                socket_folder.rmdir()

    def _make_room_for_log(self, account: ServerAccount) -> None:
        account.own(private_folder(self.log.parent))
        if self.log.is_file() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))

    def _socket_folder(self, account: ServerAccount) -> Path:
        """Return a private folder whose path is short enough for a socket address."""
        folder = self.path / "run"
        if len(os.fsencode(folder / f".s.PGSQL.{_PORT}")) > _LONGEST_SOCKET:
            digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
            runtime = os.environ.get("XDG_RUNTIME_DIR", "")
            base = Path(runtime) if runtime and len(runtime) < 40 else Path("/tmp")
            folder = base / f"co2desk-{os.geteuid()}-{digest}"
        private_folder(folder)
        if folder.is_symlink() or folder.lstat().st_uid not in (os.geteuid(), account.user):
            raise PermissionError(f"{folder} belongs to somebody else")
        account.own(folder)
        folder.chmod(0o700)
        # No server runs here, but the number in a lock left by a killed one may be in use again.
        for left_over in folder.glob(".s.PGSQL.*"):
            left_over.unlink()
        return folder


def _initdb(binaries: PostgresBinaries, account: ServerAccount, *arguments: str) -> None:
    run_program(binaries, account, "initdb", *arguments, timeout=_CREATE_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

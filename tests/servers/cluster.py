"""A system PostgreSQL with TLS, replication and whatever else a test configures."""

import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from co2desk.desktop.postgres_binaries import child_environment
from tests.servers.account import account, free_port, give_away

SYSTEM_15 = Path("/usr/lib/postgresql/15/bin")
PASSWORD = "a 100% sécret"

_SETTINGS = {
    "fsync": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "autovacuum": "off",
    "password_encryption": "scram-sha-256",
}
_ACCESS = (
    "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
    "host replication all 127.0.0.1/32 scram-sha-256\nlocal replication all scram-sha-256\n"
)


@dataclass
class Cluster:
    """One server in one folder; started and stopped by the test."""

    folder: Path
    port: int

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    @property
    def superuser(self) -> ConnectionParameters:
        """How the superuser comes in: by the socket."""
        return ConnectionParameters(
            str(self.folder), "postgres", "postgres", PASSWORD, self.port, sslmode="disable"
        )

    def by_tcp(self, **others: object) -> ConnectionParameters:
        """How a workstation comes in, with this program's defaults unless told otherwise."""
        known = ConnectionParameters("localhost", "co2desk", "ada", PASSWORD, self.port)
        return replace(known, **others)  # type: ignore[arg-type]

    def run(self, program: str, *arguments: str, timeout: float = 60) -> None:
        """Run one of the server's programs as its account."""
        subprocess.run(
            [SYSTEM_15 / program, *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            env=child_environment(),
            timeout=timeout,
            **account(),
        )

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", str(self.data), "-w", "-l", log, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it; harmless when it does not run."""
        with suppress(subprocess.CalledProcessError):
            self.run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def promote(self) -> None:
        """Make a standby accept changes."""
        self.run("pg_ctl", "-D", str(self.data), "-w", "promote")

    def configure(self, settings: Mapping[str, str], access: str = _ACCESS) -> None:
        """Write settings and access rules."""
        lines = [f"{name} = '{value}'" for name, value in settings.items()]
        (self.data / "postgresql.auto.conf").write_text("\n".join(lines) + "\n")
        (self.data / "pg_hba.conf").write_text(access)

    def settings(self, **more: str) -> dict[str, str]:
        """What every test server is told, and `more`."""
        own = {"port": str(self.port), "unix_socket_directories": str(self.folder)}
        return {**_SETTINGS, **own, **more}

    def wait_for_login(self, seconds: float = 30) -> None:
        """Wait until the superuser gets in."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                provision.connected(self.superuser).close()
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return


@contextmanager
def new_cluster(folder: Path, *, access: str = _ACCESS, **settings: str) -> Iterator[Cluster]:
    """Make a server in `folder`, run it, and stop it at the end."""
    require_system_server()
    folder.mkdir(exist_ok=True)
    give_away(folder)
    cluster = Cluster(folder, free_port())
    password = folder / "password"
    password.write_text(PASSWORD, encoding="utf-8")
    give_away(password)
    cluster.run(
        "initdb", "-D", str(cluster.data), "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
        "-A", "scram-sha-256", f"--pwfile={password}", "--no-sync", "--no-instructions",
    )  # fmt: skip
    cluster.configure(cluster.settings(**settings), access)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


def require_system_server(*programs: str) -> None:
    """Fail, and never skip in silence, where the servers of `make test-all` are missing."""
    missing = [name for name in programs if shutil.which(name, path=_SEARCHED) is None]
    if not (SYSTEM_15 / "postgres").is_file():
        missing.append("PostgreSQL 15")
    if missing:
        pytest.fail(
            f"missing: {', '.join(missing)}; packaging/setup_dev.py --with servers", pytrace=False
        )


_SEARCHED = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

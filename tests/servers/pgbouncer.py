"""A real PgBouncer in transaction mode, set up as packaging/server/ says.

`CO2DESK_TEST_PGBOUNCER` names another program than the system's.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from tests.servers.account import account, free_port, give_away
from tests.servers.certificates import Certificate
from tests.servers.cluster import Cluster, require_system_server

_PASSWORD = "5a0f1c7e"
PROGRAM = os.environ.get("CO2DESK_TEST_PGBOUNCER", "/usr/sbin/pgbouncer")
KIT = Path(__file__).parents[2] / "packaging" / "server"


@dataclass
class Pooler:
    """Where it listens."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]


@contextmanager
def running_pgbouncer(
    folder: Path,
    cluster: Cluster,
    dbname: str,
    *,
    certificate: Certificate | None = None,
    shared_user: str = "",
    listed: str = "",
    **settings: str,
) -> Iterator[Pooler]:
    """Run a pooler before `cluster` that looks passwords up by `auth_query`.

    `listed` are further lines of its own list of logins.
    """
    prepare_lookup(cluster.superuser, dbname)
    port = free_port()
    text = kit_configuration(cluster, dbname, folder, port, certificate, shared_user)
    text += "".join(f"{name} = {value}\n" for name, value in settings.items())
    with _running(folder, port, text, listed) as pooler:
        yield pooler


@contextmanager
def pooler_before_all(
    folder: Path, superuser: ConnectionParameters, certificate: Certificate
) -> Iterator[Pooler]:
    """Run a pooler before every database of the server that `superuser` reaches by its socket.

    Each of them needs `prepare_lookup`.
    """
    port = free_port()
    where = f"* = host={superuser.host} port={superuser.port}"
    text = _placed(where, folder, port, certificate)
    # Databases of tests come and go, and nobody may stay connected to one that is to go.
    with _running(folder, port, f"{text}server_idle_timeout = 2\n") as pooler:
        yield pooler


@contextmanager
def _running(folder: Path, port: int, text: str, listed: str = "") -> Iterator[Pooler]:
    require_system_server("pgbouncer")
    folder.mkdir()
    give_away(folder)
    for name, content in (
        ("pgbouncer.ini", text),
        ("userlist.txt", f'"co2calculator_pooler" "{_PASSWORD}"\n{listed}'),
    ):
        (folder / name).write_text(content, encoding="utf-8")
        (folder / name).chmod(0o600)
        give_away(folder / name)
    process = subprocess.Popen(
        [PROGRAM, "-q", str(folder / "pgbouncer.ini")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        **account(),
    )
    try:
        _wait(port, folder, process)
        yield Pooler(folder, port, process)
    finally:
        process.terminate()
        process.wait(15)


def prepare_lookup(superuser: ConnectionParameters, dbname: str) -> None:
    """Run the kit's script for the pooler's login in the database."""
    script = (KIT / "pgbouncer-auth.sql").read_text(encoding="utf-8")
    with provision.connected(provision.in_database(superuser, dbname)) as connection:
        connection.execute(script)  # type: ignore[arg-type]
        connection.execute(
            sql.SQL("ALTER ROLE co2calculator_pooler PASSWORD {}").format(sql.Literal(_PASSWORD))
        )


def kit_configuration(
    cluster: Cluster,
    dbname: str,
    folder: Path,
    port: int,
    certificate: Certificate | None,
    shared_user: str,
) -> str:
    """Return the kit's pgbouncer.ini with the test's places in it."""
    shared = f" user={shared_user} password={shared_user}" if shared_user else ""
    where = f"co2desk = host=127.0.0.1 port={cluster.port} dbname={dbname}{shared}"
    return _placed(where, folder, port, certificate)


def _placed(where: str, folder: Path, port: int, certificate: Certificate | None = None) -> str:
    text = (KIT / "pgbouncer.ini").read_text(encoding="utf-8")
    for found, put in (
        ("co2desk = host=127.0.0.1 port=5432 dbname=co2desk", where),
        ("listen_addr = *", "listen_addr = 127.0.0.1"),
        ("listen_port = 6432", f"listen_port = {port}"),
        ("/etc/pgbouncer/", f"{folder}/"),
        ("/var/log/postgresql/pgbouncer.log", f"{folder}/log"),
        ("/run/postgresql/pgbouncer.pid", f"{folder}/pid"),
        ("unix_socket_dir = /run/postgresql", "unix_socket_dir ="),
    ):
        assert found in text, found
        text = text.replace(found, put)
    if certificate is None:
        lines = [line for line in text.splitlines() if not line.startswith("client_tls_")]
        return "\n".join(lines) + "\n"
    return text.replace(f"{folder}/server.crt", str(certificate.certificate)).replace(
        f"{folder}/server.key", str(certificate.key)
    )


def _wait(port: int, folder: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            psycopg.connect(
                host="127.0.0.1", port=port, user="nobody", dbname="x", connect_timeout=2,
                sslmode="disable",
            )  # fmt: skip
        except psycopg.OperationalError as error:
            if "refused" not in str(error):
                return
        time.sleep(0.05)
    log = folder / "log"
    raise AssertionError(log.read_text() if log.is_file() else "pgbouncer did not start")

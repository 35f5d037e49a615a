"""A shared server with a pooler before it, and many people who each manage a laboratory."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import LiteralString
from uuid import UUID

from psycopg import Connection

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from co2desk.desktop.paths import migrations_dir
from tests.servers.account import server_folder
from tests.servers.cluster import PASSWORD, SYSTEM_15, Cluster, new_cluster
from tests.servers.pgbouncer import running_pgbouncer

NEEDS = "needs PostgreSQL 15 and PgBouncer: packaging/setup_dev.py --with servers"
_DATABASE = "co2desk"
# Who asks the pooler itself how it stands.
_WATCHER, _WATCHER_PASSWORD = "watcher", "7c1e90d2"
# Two for each workstation at the pooler, one at the server, and those of the programs themselves.
_FILES_FOR_EACH, _OTHER_FILES = 4, 1024
# As on a server of its own: what is committed is on disk.
_SETTINGS = {
    "fsync": "on",
    "autovacuum": "on",
    "max_connections": "240",
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "15min",
}


@dataclass(frozen=True)
class Workstation:
    """A person's way in through the pooler, and the laboratory that the person manages."""

    way: ConnectionParameters
    lab: UUID


@dataclass(frozen=True)
class PooledSite:
    """`superuser` is connected directly; `watcher` is the way to the pooler's own tables."""

    cluster: Cluster
    workstations: tuple[Workstation, ...]
    superuser: Connection[tuple[object, ...]]
    watcher: ConnectionParameters

    def one(self, query: LiteralString) -> tuple[object, ...]:
        """The first row of an answer."""
        row = self.superuser.execute(query).fetchone()
        assert row is not None
        return row


def is_possible() -> bool:
    """Whether the programs are on this computer."""
    there = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin") is not None
    return there and (SYSTEM_15 / "postgres").is_file()


@contextmanager
def pooled_site(people: int) -> Iterator[PooledSite]:
    """Make server, pooler and people; removed at the end."""
    allow_open_files(_FILES_FOR_EACH * people + _OTHER_FILES)
    with server_folder() as folder, new_cluster(folder / "pg", **_SETTINGS) as cluster:
        provision.prepare(cluster.superuser, _DATABASE, migrations_dir())
        inside = provision.in_database(cluster.superuser, _DATABASE)
        with (
            provision.connected(inside) as superuser,
            running_pgbouncer(
                folder / "pooler",
                cluster,
                _DATABASE,
                listed=f'"{_WATCHER}" "{_WATCHER_PASSWORD}"\n',
                stats_users=_WATCHER,
            ) as pooled,
        ):
            known = cluster.by_tcp(host="127.0.0.1", port=pooled.port, sslmode="disable")
            known = replace(known, pooled=True, password=PASSWORD, connect_timeout=60)
            made = tuple(_person(superuser, known, number) for number in range(people))
            watcher = replace(known, user=_WATCHER, password=_WATCHER_PASSWORD, dbname="pgbouncer")
            yield PooledSite(cluster, made, superuser, watcher)


def allow_open_files(count: int) -> None:
    """Let this process and those that it starts keep `count` files open.

    Raises:
        OSError: the system's hard limit is lower, and this account may not raise it.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, max(hard, count)))


def _person(
    superuser: Connection[tuple[object, ...]], known: ConnectionParameters, number: int
) -> Workstation:
    login = provision.Login(f"client_{number:04d}", provision.APP, f"Client {number}", PASSWORD)
    provision.create_login(superuser, login)
    provision.register_person(superuser, login)
    row = superuser.execute(
        """WITH lab AS (INSERT INTO laboratories (code, name) VALUES (%s, %s) RETURNING id)
           INSERT INTO user_roles (user_id, lab_id, role)
           SELECT u.id, lab.id, 'lab_manager' FROM users u, lab WHERE u.db_role = %s
           RETURNING lab_id""",
        (f"LAB-{number:04d}", f"Laboratory {number}", login.name),
    ).fetchone()
    assert row is not None
    return Workstation(replace(known, user=login.name), UUID(str(row[0])))

"""A database to measure on: the embedded PostgreSQL with a member who may see some laboratories."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote, urlencode

import psutil
from psycopg import Connection

from co2desk.app.container import build_services
from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from co2desk.services.bundle import Services

MEMBER = "measurer"
LABORATORIES = tuple(f"BENCH-{number:02d}" for number in range(1, 11))
LABORATORY = LABORATORIES[0]
_PASSWORD = "only for measuring"


@dataclass(frozen=True)
class World:
    """`services` are those of a member whom policies hold; `superuser` is held by nothing."""

    services: Services
    superuser: Connection[tuple[object, ...]]

    def execute(self, query: LiteralString, *arguments: object) -> list[tuple[object, ...]]:
        """Run one statement as the superuser."""
        cursor = self.superuser.execute(query, arguments or None)
        return cursor.fetchall() if cursor.description else []

    @contextmanager
    def computing(self, *, server_only: bool = False) -> Iterator[list[float]]:
        """Yield a list that at the end holds the seconds that the block took the processor.

        Of the server's sessions, and unless `server_only` of this process and its children.
        Others at work on the machine make that hardly longer.
        """
        with self.services.connection.database.transaction():
            pass  # so that there is a session, which the work will take from the pool
        found = self.execute("SELECT pid FROM pg_stat_activity WHERE usename IS NOT NULL")
        sessions = [psutil.Process(int(str(pid))) for (pid,) in found]
        taken: list[float] = []
        before = _seconds(sessions), sum(os.times()[:4])
        yield taken
        after = _seconds(sessions), sum(os.times()[:4])
        taken.append(after[0] - before[0] + (0.0 if server_only else after[1] - before[1]))


def _seconds(sessions: Sequence[psutil.Process]) -> float:
    times = [session.cpu_times() for session in sessions]
    return sum(one.user + one.system for one in times)


@contextmanager
def world() -> Iterator[World]:
    """Start a new embedded database, and make laboratories and their manager in it.

    The member manages seven of the ten laboratories, so that policies have something to hide.
    """
    with tempfile.TemporaryDirectory(prefix="co2desk-bench-") as folder:
        os.environ.pop("CO2DESK_DATABASE", None)
        own = build_services(folder=Path(folder) / "own")
        own.connection.open()
        try:
            caretaker = own.connection.caretaker
            with provision.connected(caretaker) as superuser:
                _make_people(superuser)
                os.environ["CO2DESK_DATABASE"] = _address(
                    replace(caretaker, user=MEMBER, password=_PASSWORD)
                )
                services = build_services(folder=Path(folder) / "member")
                services.connection.open()
                try:
                    yield World(services, superuser)
                finally:
                    services.connection.close()
        finally:
            own.connection.close()


def _make_people(superuser: Connection[tuple[object, ...]]) -> None:
    login = provision.Login(MEMBER, provision.APP, "Measurer", _PASSWORD)
    provision.create_login(superuser, login)
    provision.register_person(superuser, login)
    for code in LABORATORIES:
        superuser.execute(
            "INSERT INTO laboratories (code, name) VALUES (%s, %s)", (code, f"Laboratory {code}")
        )
    superuser.execute(
        """
        INSERT INTO user_roles (user_id, lab_id, role)
        SELECT u.id, l.id, 'lab_manager' FROM users u CROSS JOIN laboratories l
        WHERE u.db_role = %s AND l.code = ANY(%s)
        """,
        (MEMBER, list(LABORATORIES[:7])),
    )


def _address(parameters: ConnectionParameters) -> str:
    where = urlencode({"host": parameters.host, "port": parameters.port, "sslmode": "disable"})
    who = f"{quote(parameters.user)}:{quote(parameters.password)}"
    return f"postgresql://{who}@/{parameters.dbname}?{where}"

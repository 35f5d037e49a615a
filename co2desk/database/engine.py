"""Opens connections to PostgreSQL, in the way that a desktop program on a bad network needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from co2desk import __version__
from co2desk.database.certificates import authorities_file
from co2desk.database.dead_link import watched_link

APPLICATION_NAME = f"co2desk {__version__}"

_ENCRYPTED = ("require", "verify-ca", "verify-full")
_NEW = "new"


@dataclass(frozen=True, slots=True)
class ConnectionParameters:
    """Where a database is, who comes, and how the way there is protected.

    `host` may be the folder of a unix socket, or several hosts with a comma between (then `port`
    holds for all); an empty `user`, `password` or `dbname` leaves the choice to libpq. `pooled`:
    PgBouncer in transaction mode stands between. `extra` passes further libpq keywords through
    (`sslcert`, `krbsrvname`, `oauth_issuer` ...).
    """

    host: str
    dbname: str
    user: str
    password: str = field(default="", repr=False)
    port: int = 5432
    sslmode: str = "verify-full"
    sslrootcert: str = "system"
    require_auth: str = "scram-sha-256"
    pooled: bool = False
    target_session_attrs: str = "any"
    connect_timeout: int = 5
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def local(self) -> bool:
        """Whether the server is reached through a unix socket, so that nothing can listen in."""
        return self.host.startswith(("/", "@"))

    def keywords(self) -> dict[str, str]:
        """Return the libpq keywords; never a URL, for a stray `%` would print the password."""
        given = {
            "host": self.host,
            "port": str(self.port),
            "dbname": self.dbname,
            "user": self.user,
            "password": self.password,
            "application_name": APPLICATION_NAME,
            "connect_timeout": str(self.connect_timeout),
            "require_auth": self.require_auth,
            "target_session_attrs": self.target_session_attrs,
            "gssencmode": "disable",
            "client_encoding": "utf8",
        }
        if not self.local:
            given |= {
                "sslmode": self.sslmode,
                "keepalives": "1",
                "keepalives_idle": "10",
                "keepalives_interval": "5",
                "keepalives_count": "3",
                "tcp_user_timeout": "15000",
            }
            if self.sslmode.startswith("verify"):
                given["sslrootcert"] = authorities_file(self.sslrootcert)
            # Only SCRAM can bind to the TLS session; and a pooler ends that session itself.
            binds = self.sslmode in _ENCRYPTED and self.require_auth == "scram-sha-256"
            given["channel_binding"] = "require" if binds and not self.pooled else "prefer"
        given |= dict(self.extra)
        return {name: value for name, value in given.items() if value != ""}


def make_engine(parameters: ConnectionParameters, *, pool: bool = True) -> Engine:
    """Return an engine with a small pool (none for single tasks: `pool=False`).

    Nothing is sent that a pooler in transaction mode would lose: no prepared statements, no
    start-up options, no session settings.
    """
    arguments: dict[str, object] = dict(parameters.keywords())
    if parameters.pooled:
        arguments["prepare_threshold"] = None
    sizes = {"pool_size": 3, "max_overflow": 4, "pool_timeout": 15, "pool_recycle": 1800}
    engine = create_engine(
        URL.create("postgresql+psycopg"),
        connect_args=arguments,
        hide_parameters=True,
        use_native_hstore=False,
        **(sizes if pool else {"poolclass": NullPool}),
    )
    if pool:
        _try_before_use(engine)
    return engine


def _try_before_use(engine: Engine) -> None:
    """Try each connection that comes out of the pool, and take another where it is dead.

    The pool's own try (`pool_pre_ping`) waits on a link that went dead for as long as the system
    does: fifteen seconds on Linux, and before the new connection even begins.
    """

    def note_new(_connection: object, entry: ConnectionPoolEntry) -> None:
        entry.info[_NEW] = True

    def try_old(
        connection: psycopg.Connection[Any], entry: ConnectionPoolEntry, _proxy: object
    ) -> None:
        if entry.info.pop(_NEW, False):
            return
        try:
            with watched_link(connection, every=1.0, answer_within=2.0):
                engine.dialect.do_ping(connection)  # type: ignore[arg-type]
        except psycopg.Error as error:
            raise DisconnectionError from error

    event.listen(engine, "connect", note_new)
    event.listen(engine, "checkout", try_old)


@contextmanager
def short_lived_engine(parameters: ConnectionParameters) -> Iterator[Engine]:
    """Yield an engine without a pool for one task, and leave no connection behind."""
    engine = make_engine(parameters, pool=False)
    try:
        yield engine
    finally:
        engine.dispose()

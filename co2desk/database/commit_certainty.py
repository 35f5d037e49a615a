"""Finds out whether a COMMIT whose answer never came had arrived."""

import logging
import time
from dataclasses import dataclass

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

_log = logging.getLogger(__name__)

_MARK = """
SELECT pg_current_xact_id_if_assigned()::text, pg_backend_pid(), pg_postmaster_start_time()::text
"""
_OUTCOME = """
SELECT pg_xact_status(CAST(CAST(:xid AS text) AS xid8))
WHERE pg_postmaster_start_time()::text = :server_start
"""
# The numbers in pg_stat_activity have 32 bits; by the number alone another session could be meant.
_END_SESSION = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE pid = :pid AND backend_xid::text::bigint = CAST(:xid AS bigint) % 4294967296
"""
_IN_PROGRESS = "in progress"
_PATIENCE_SECONDS = 5.0
_GRACE_SECONDS = 1.0
_BETWEEN_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class CommitMark:
    """What a transaction is known by on its server, as long as that server runs."""

    xid: str
    pid: int
    server_start: str


def mark_of(session: Session) -> CommitMark | None:
    """What the transaction of `session` is known by; None where it has written nothing."""
    session.flush()
    xid, pid, server_start = session.execute(text(_MARK)).one()
    return None if xid is None else CommitMark(xid, pid, server_start)


def was_committed(engine: Engine, mark: CommitMark) -> bool | None:
    """Ask the server over another connection; None where nobody can say.

    A session that still waits for the lost COMMIT is ended, so that the answer is final and its
    locks are gone. A server that was started since is not believed: it may be another one, to
    which the transaction never came, or which gave its number to somebody else.
    """
    try:
        return _asked(engine, mark)
    except DBAPIError:
        _log.warning("the outcome of transaction %s cannot be asked for", mark.xid)
        return None


def _asked(engine: Engine, mark: CommitMark) -> bool | None:
    began = time.monotonic()
    about = {"xid": mark.xid, "server_start": mark.server_start}
    ended = False
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while time.monotonic() - began < _PATIENCE_SECONDS:
            status = connection.execute(text(_OUTCOME), about).scalar()
            if status != _IN_PROGRESS:
                return None if status is None else status == "committed"
            if not ended and time.monotonic() - began > _GRACE_SECONDS:
                connection.execute(text(_END_SESSION), {"xid": mark.xid, "pid": mark.pid})
                ended = True
            time.sleep(_BETWEEN_SECONDS)
    return None

"""Learns that somebody else changed something: by LISTEN where it works, else by asking."""

from collections.abc import Callable

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated

_CHANNEL = "co2desk_changes"
_STATE = """
SELECT concat_ws('|',
    (SELECT max(computed_at) FROM results), (SELECT count(*) FROM results),
    (SELECT max(greatest(created_at, completed_at)) FROM import_jobs),
    (SELECT sum(version) FROM laboratories), (SELECT max(updated_at) FROM emission_factors))
"""


def listen(
    parameters: ConnectionParameters,
    changed: Callable[[str], None],
    stopped: Callable[[], bool],
    patience: float = 1.0,
) -> None:
    """Call `changed` with the name of a table whenever somebody changed it, until `stopped`.

    Blocks; has a connection of its own, not through a pooler, where nothing ever arrives. A hint
    may be a fake or missing: it says to look again, never what is there.

    Raises:
        DatabaseProblem: the connection could not be made, or broke off.
    """
    with (
        translated(parameters.host, parameters.user),
        provision.connected(parameters) as connection,
    ):
        connection.execute(f"LISTEN {_CHANNEL}")
        while not stopped():
            for hint in connection.notifies(timeout=patience, stop_after=1):
                changed(hint.payload)


def state(session: Session) -> str:
    """Return a text that differs whenever something the person sees has changed, for polling."""
    return str(session.execute(text(_STATE)).scalar_one())

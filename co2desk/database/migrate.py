"""Brings the schema up and down its migrations, and tells where it stands."""

import logging
import random
import time
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from co2desk.database.errors import translated
from co2desk.domain.errors import DatabaseProblem, ErrorCode, UnusableInput

_log = logging.getLogger(__name__)

OWNER = "co2calculator_owner"
_ATTEMPTS = 10


@dataclass(frozen=True, slots=True)
class Migration:
    """One revision of the schema; `applied` as the database at hand has it."""

    id: str
    title: str
    applied: bool


def configuration(migrations: Path) -> Config:
    """Return Alembic's configuration for the folder `migrations`."""
    # Quiet: its remarks would stand among what a command prints for scripts.
    config = Config(cmd_opts=Namespace(quiet=True))
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


def head(migrations: Path) -> str:
    """Return the newest revision that this program knows."""
    return ScriptDirectory.from_config(configuration(migrations)).get_current_head() or ""


def current(engine: Engine) -> str:
    """Return the revision of the database, "" where there is none."""
    with translated(), engine.connect() as connection:
        return revision_of(connection)


def history(engine: Engine, migrations: Path) -> tuple[Migration, ...]:
    """Return all revisions, the oldest first."""
    script = ScriptDirectory.from_config(configuration(migrations))
    now = current(engine)
    known = list(reversed(list(script.walk_revisions())))
    reached = [step.revision for step in known]
    upto = reached.index(now) if now in reached else -1
    return tuple(
        Migration(step.revision, (step.doc or "").strip(), applied=place <= upto)
        for place, step in enumerate(known)
    )


def known(migrations: Path) -> tuple[Migration, ...]:
    """Return all revisions of this program, the oldest first, none of them as applied."""
    steps = reversed(list(ScriptDirectory.from_config(configuration(migrations)).walk_revisions()))
    return tuple(Migration(one.revision, (one.doc or "").strip(), applied=False) for one in steps)


def upgrade(engine: Engine, migrations: Path, target: str = "head") -> str:
    """Bring the schema to `target` in one transaction; returns the revision reached.

    Tables that somebody is using are asked for again a few times, never waited for: everybody
    else would queue behind.

    Raises:
        DatabaseProblem: busy or not permitted; nothing has changed.
    """
    return _migrate(engine, migrations, target, command.upgrade)


def downgrade(engine: Engine, migrations: Path, target: str) -> str:
    """Take the schema back to `target`; returns the revision reached."""
    return _migrate(engine, migrations, target, command.downgrade)


def stamp(engine: Engine, migrations: Path, target: str) -> str:
    """Write down that the schema is at `target` without changing anything else."""
    return _migrate(engine, migrations, target, command.stamp)


def revision(migrations: Path, message: str) -> Path:
    """Write the file of a new, empty revision with the next number; returns its path."""
    number = f"{int(head(migrations) or '0') + 1:03d}"
    made = command.revision(configuration(migrations), message=message, rev_id=number)
    if made is None or isinstance(made, list):
        raise RuntimeError("Alembic made no single revision")
    return Path(made.path)


def _migrate(
    engine: Engine, migrations: Path, target: str, step: Callable[[Config, str], object]
) -> str:
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with translated(), engine.begin() as connection:
                _become_owner(connection)
                config = configuration(migrations)
                config.attributes["connection"] = connection
                try:
                    step(config, target)
                except CommandError as error:
                    raise UnusableInput(
                        ErrorCode.INVALID_VALUE, name="revision", value=target, detail=str(error)
                    ) from error
                return revision_of(connection)
        except DatabaseProblem as error:
            if attempt == _ATTEMPTS or not _is_lock_timeout(error):
                raise
            _log.info("tables are in use; attempt %d of %d", attempt, _ATTEMPTS)
            time.sleep(min(2.0, 0.2 * 2**attempt) * random.uniform(0.5, 1.0))
    raise AssertionError("unreachable")


def _become_owner(connection: Connection) -> None:
    """Let whatever is made belong to the owner, whoever migrates."""
    member = connection.execute(
        text("SELECT pg_has_role(current_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = :r"),
        {"r": OWNER},
    ).scalar()
    if member:
        connection.execute(text(f"SET LOCAL ROLE {OWNER}"))


def revision_of(connection: Connection) -> str:
    """Return the revision of the database behind `connection`, "" where there is none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def _is_lock_timeout(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, DBAPIError) and isinstance(
            cause.orig, psycopg.errors.LockNotAvailable
        ):
            return True
        cause = cause.__cause__
    return False

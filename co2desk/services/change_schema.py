"""Brings the schema of the database up to date, or back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from co2desk.database import migrate, provision
from co2desk.database.engine import short_lived_engine
from co2desk.database.migrate import Migration
from co2desk.database.unit_of_work import Database
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.back_up import Backups
from co2desk.services.connect import Connection
from co2desk.services.start_up import EmbeddedDatabase

# The name that front ends know it by; they never import from database.
Revision = Migration


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """What an upgrade or downgrade did; `backup` is the backup made before, None without one.

    `first` says that a server's database was empty before: it has no laboratory and hardly a
    person yet.
    """

    schema: str
    applied: tuple[str, ...]
    backup: Path | None = None
    first: bool = False


class Schema:
    """The schema of one database and its migrations."""

    def __init__(
        self,
        connection: Connection,
        embedded: EmbeddedDatabase,
        backups: Backups,
        fill_catalogue: Callable[[Database, Progress], bool],
    ) -> None:
        self._connection = connection
        self._embedded = embedded
        self._backups = backups
        self._fill_catalogue = fill_catalogue

    def revisions(self) -> Sequence[Revision]:
        """All migrations, oldest first."""
        if not self._schema():
            return self._known()
        with short_lived_engine(self._connection.caretaker) as engine:
            return migrate.history(engine, self._connection.migrations)

    def upgrade(
        self,
        target: str = "head",
        *,
        backup: bool = True,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> SchemaChange:
        """Bring the schema to `target`, after a backup unless there is no schema yet.

        Where it is there already, nothing is done and no backup made.

        The backup goes to `backup_to`, or beside the person's own data. On the embedded database
        roles, database and the person's login are made where they are missing. In an empty
        database of a server a superuser makes the roles and becomes the first administrator; the
        shipped emission factors are loaded.

        Raises:
            DatabaseProblem: not permitted, busy, SCHEMA_TOO_NEW where this program does not know
                it, roles that only a superuser can make are missing, or the backup failed; the
                schema is unchanged.
        """
        before = self._schema()
        if not before and self._connection.choice.embedded:
            self._embedded.start(progress)
            reached = migrate.head(self._connection.migrations)
            return SchemaChange(reached, tuple(one.id for one in self._known()))
        if not before:
            provision.make_room(self._connection.caretaker)
        done = self._change(before, target, backup, backup_to, progress, migrate.upgrade)
        if before or done.schema != migrate.head(self._connection.migrations):
            return done
        provision.register_first_administrator(self._connection.caretaker)
        self._fill_catalogue(self._connection.database, progress)
        return replace(done, first=True)

    def downgrade(
        self,
        target: str,
        *,
        backup: bool = True,
        backup_to: Path | None = None,
        progress: Progress = NoProgress(),
    ) -> SchemaChange:
        """Take the schema back to `target` (`-1`: one step), after a backup."""
        before = self._schema()
        return self._change(before, target, backup, backup_to, progress, migrate.downgrade)

    def stamp(self, target: str) -> str:
        """Note `target` as applied without running anything; returns the revision."""
        with short_lived_engine(self._connection.caretaker) as engine:
            return migrate.stamp(engine, self._connection.migrations, target)

    def _schema(self) -> str:
        return self._connection.status().schema

    def _known(self) -> Sequence[Revision]:
        return migrate.known(self._connection.migrations)

    def _change(
        self,
        before: str,
        target: str,
        backup: bool,
        backup_to: Path | None,
        progress: Progress,
        step: Callable[[Any, Path, str], str],
    ) -> SchemaChange:
        script = [one.id for one in self._known()]
        if before and before not in script:
            raise DatabaseProblem(ErrorCode.SCHEMA_TOO_NEW, schema=before, head=script[-1])
        if before == (script[-1] if target == "head" else target):
            return SchemaChange(before, ())
        made = None
        if backup and before:
            made = self._backups.before_migration(before, backup_to, progress)
        progress.report(0, None, "migrating")
        with short_lived_engine(self._connection.caretaker) as engine:
            reached = step(engine, self._connection.migrations, target)
        between = [one for one in script if before < one <= reached]
        return SchemaChange(reached, tuple(between), made)


def revision_title(messages: Messages, revision: Revision) -> str:
    """What a migration does, in the person's language; its own words where there are no others."""
    return messages.texts.get(f"migrations.{revision.id}", revision.title)


def new_revision(message: str) -> Path:
    """Write the next, empty migration into the source tree; returns its path."""
    return migrate.revision(migrations_dir(), message)

"""`db status`, `upgrade` and the like: the schema of the chosen database."""

from pathlib import Path
from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal

Target = Annotated[str, typer.Argument(metavar="REVISION", show_default=False)]


def add_to(db: typer.Typer) -> None:
    """Register the commands."""
    db.command("status")(status)
    db.command("upgrade")(upgrade)
    db.command("downgrade", context_settings={"ignore_unknown_options": True})(downgrade)
    db.command("current")(current)
    db.command("history")(history)
    db.command("stamp")(stamp)
    db.command("revision")(revision)


def status(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """Say which database this is, and whether its schema fits."""
    from co2desk.cli import documents

    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        state = services.connection.status()
    document = documents.status(state)
    if json:
        terminal.document(document)
        return
    for key, value in document.items():
        terminal.line(f"{terminal.text(f'status.{key}')}: {terminal.shown(value) or '–'}")


def upgrade(
    context: typer.Context,
    revision: Annotated[str, typer.Argument(metavar="[REVISION]")] = "head",
    no_backup: Annotated[bool, typer.Option("--no-backup")] = False,
    backup_to: Annotated[Path | None, typer.Option("--backup-to", metavar="FILE")] = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Bring the schema up to date, after a backup."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        done = services.schema.upgrade(
            revision, backup=not no_backup, backup_to=backup_to, progress=terminal.progress()
        )
    if json:
        terminal.document({"schema": done.schema, "applied": done.applied, "backup": done.backup})
        return
    if done.backup:
        terminal.line(terminal.text("backup_written", path=done.backup))
    terminal.line(terminal.text("schema_is", schema=done.schema))
    if done.first:
        terminal.line(terminal.text("next_after_first_upgrade"))


def downgrade(
    context: typer.Context,
    revision: Target,
    no_backup: Annotated[bool, typer.Option("--no-backup")] = False,
    backup_to: Annotated[Path | None, typer.Option("--backup-to", metavar="FILE")] = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Take the schema back to a revision, after a backup."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        done = services.schema.downgrade(
            revision, backup=not no_backup, backup_to=backup_to, progress=terminal.progress()
        )
    if json:
        terminal.document({"schema": done.schema, "backup": done.backup})
    else:
        terminal.line(terminal.text("schema_is", schema=done.schema or "-"))


def current(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """Print the revision of the schema."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        state = services.connection.status()
    if json:
        terminal.document({"schema": state.schema or None})
    else:
        terminal.line(state.schema or "-")


def history(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """List the revisions of the schema, the oldest first."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        revisions = services.schema.revisions()
    if json:
        terminal.document(
            {
                "revisions": [
                    {"revision": one.id, "title": one.title, "applied": one.applied}
                    for one in revisions
                ]
            }
        )
        return
    from co2desk.services.change_schema import revision_title

    terminal.table(
        ["revision", "applied", "title"],
        [
            (one.id, terminal.yes_no(one.applied), revision_title(terminal.messages, one))
            for one in revisions
        ],
    )


def stamp(context: typer.Context, revision: Target, database: options.Database = None) -> None:
    """Note a revision as applied without running it."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        schema = services.schema.stamp(revision)
    terminal.line(terminal.text("schema_is", schema=schema))


def revision(
    context: typer.Context,
    message: Annotated[str, typer.Option("--message", "-m", metavar="TEXT", show_default=False)],
) -> None:
    """Begin the next migration (for developers, in the source tree)."""
    from co2desk.services.change_schema import new_revision

    terminal: Terminal = context.obj
    terminal.line(str(new_revision(message)))

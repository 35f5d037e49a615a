"""`db backup`, `restore`, `verify`, `prune`: copies of the chosen database."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from co2desk.domain.backup import TableContents

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Table = Annotated[str, typer.Option("--table", metavar="T", show_default=False)]


def add_to(db: typer.Typer) -> None:
    """Register the commands."""
    db.command("backup")(backup)
    db.command("restore")(restore)
    db.command("verify")(verify)
    db.command("prune")(prune)


def backup(
    context: typer.Context,
    out: options.Out,
    schema_only: Annotated[bool, typer.Option("--schema-only")] = False,
    data_only: Annotated[bool, typer.Option("--data-only")] = False,
    table: Table = "",
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Write a backup and verify it."""
    from co2desk.domain.backup import BackupPart

    terminal: Terminal = context.obj
    if schema_only and data_only:
        raise typer.BadParameter(terminal.text("one_part_only"))
    part = BackupPart.SCHEMA if schema_only else BackupPart.DATA if data_only else BackupPart.FULL
    with terminal.services(database, prepare=False) as services:
        made = services.maintenance.backup(
            out, part=part, table=table, progress=terminal.progress()
        )
    if json:
        terminal.document(
            {
                "file": made.path,
                "part": made.part,
                "schema": made.schema,
                "sha256": made.sha256,
                "tables": _counts(made.tables),
            }
        )
        return
    _show_tables(terminal, made.tables)
    terminal.line(terminal.text("backup_written", path=made.path))


def _show_tables(terminal: Terminal, tables: "Sequence[TableContents]") -> None:
    if tables:
        terminal.table(["table", "rows"], [(one.name, one.rows) for one in tables])


def _counts(tables: "Sequence[TableContents]") -> dict[str, int]:
    return {one.name: one.rows for one in tables}


def _typed_name(terminal: Terminal, target: str) -> str:
    """The name as somebody at the terminal types it; nothing where nobody is there."""
    if not sys.stdin.isatty():
        return ""
    return str(typer.prompt(terminal.text("type_the_name", name=target), err=True))


def restore(
    context: typer.Context,
    file: BackupFile,
    table: Table = "",
    name: Annotated[str, typer.Option("--name", metavar="DATABASE", show_default=False)] = "",
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Put a backup back; the database's name must be typed."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        target = services.maintenance.database_name()
        typed = name or _typed_name(terminal, target)
        made = services.maintenance.restore(
            file, typed_name=typed, table=table, progress=terminal.progress()
        )
    if json:
        terminal.document(
            {
                "file": made.path,
                "safety_backup": made.safety_backup,
                "tables": _counts(made.tables),
                "added": made.added,
                "changed": made.changed,
                "kept": made.kept,
            }
        )
        return
    _show_tables(terminal, made.tables)
    terminal.line(terminal.text("backup_restored", path=made.path))
    if made.safety_backup is not None:
        terminal.line(terminal.text("safety_backup", path=made.safety_backup))


def verify(
    context: typer.Context,
    file: BackupFile,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Restore a backup into a scratch database and compare counts."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        made = services.maintenance.verify(file, terminal.progress())
    if json:
        terminal.document({"file": made.path, "proof": made.proof, "tables": _counts(made.tables)})
        return
    _show_tables(terminal, made.tables)
    terminal.line(terminal.text("backup_verified", path=made.path))


def prune(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False)],
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """Delete old backups: one a day is kept for 30 days, one a month for a year."""
    from co2desk.services.maintain import prune_backups

    terminal: Terminal = context.obj
    pruned = prune_backups(folder, dry_run=dry_run)
    if json:
        terminal.document({"deleted": list(pruned)})
        return
    for path in pruned:
        terminal.line(str(path))
    terminal.line(terminal.text("pruned", count=len(pruned)))

"""`db backup`, `restore`, `verify`, `prune`: copies of the chosen database."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from co2desk.cli import options
from co2desk.cli.secret_file import secret_in
from co2desk.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from co2desk.domain.backup import BackupKey, Protection, TableContents

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Table = Annotated[str, typer.Option("--table", metavar="T", show_default=False)]
PassphraseFile = Annotated[Path | None, typer.Option("--passphrase-file", metavar="FILE")]
Identity = Annotated[Path | None, typer.Option("--identity", metavar="FILE")]


def add_to(db: typer.Typer) -> None:
    """Register the commands."""
    db.command("backup")(backup)
    db.command("restore")(restore)
    db.command("verify")(verify)
    db.command("prune")(prune)
    db.command("new-key")(new_key)


def backup(
    context: typer.Context,
    out: options.Out,
    schema_only: Annotated[bool, typer.Option("--schema-only")] = False,
    data_only: Annotated[bool, typer.Option("--data-only")] = False,
    table: Table = "",
    encrypt: Annotated[bool, typer.Option("--encrypt")] = False,
    recipient: Annotated[
        list[str] | None, typer.Option("--recipient", metavar="PUBLIC_KEY", show_default=False)
    ] = None,
    passphrase_file: PassphraseFile = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Write a backup and verify it."""
    from co2desk.domain.backup import BackupPart

    terminal: Terminal = context.obj
    protection = None
    if encrypt or recipient or passphrase_file:
        protection = _protection(terminal, recipient or [], passphrase_file)
    if schema_only and data_only:
        raise typer.BadParameter(terminal.text("one_part_only"))
    part = BackupPart.SCHEMA if schema_only else BackupPart.DATA if data_only else BackupPart.FULL
    with terminal.services(database, prepare=False) as services:
        made = services.backups.make(
            out, part=part, table=table, protection=protection, progress=terminal.progress()
        )
    if json:
        terminal.document(
            {
                "file": made.path,
                "part": made.part,
                "schema": made.schema,
                "sha256": made.sha256,
                "encrypted": made.encrypted,
                "tables": _counts(made.tables),
            }
        )
        return
    _show_tables(terminal, made.tables)
    terminal.line(terminal.text("backup_written", path=made.path))


def _protection(
    terminal: Terminal, recipients: "Sequence[str]", passphrase_file: Path | None
) -> "Protection":
    from co2desk.domain.backup import Protection

    if recipients:
        return Protection(tuple(recipients))
    if passphrase_file is not None:
        return Protection(passphrase=secret_in(passphrase_file))
    return Protection(passphrase=terminal.ask_passphrase(twice=True))


def _key(
    terminal: Terminal, file: Path, identity: Path | None, passphrase_file: Path | None
) -> "BackupKey | None":
    """What opens the backup `file`; a passphrase that it takes is asked for."""
    from co2desk.domain.backup import BackupKey
    from co2desk.services.back_up import opens_by

    needs = opens_by(file)
    if needs == "passphrase":
        given = secret_in(passphrase_file) if passphrase_file else terminal.ask_passphrase()
        return BackupKey(passphrase=given)
    return BackupKey(identity) if needs else None


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
    identity: Identity = None,
    passphrase_file: PassphraseFile = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Put a backup back; the database's name must be typed."""
    terminal: Terminal = context.obj
    key = _key(terminal, file, identity, passphrase_file)
    with terminal.services(database, prepare=False) as services:
        target = services.backups.database_name()
        typed = name or _typed_name(terminal, target)
        made = services.backups.restore(
            file, typed_name=typed, table=table, key=key, progress=terminal.progress()
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
    identity: Identity = None,
    passphrase_file: PassphraseFile = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Restore a backup into a scratch database and compare counts."""
    terminal: Terminal = context.obj
    key = _key(terminal, file, identity, passphrase_file)
    with terminal.services(database, prepare=False) as services:
        made = services.backups.verify(file, terminal.progress(), key=key)
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
    from co2desk.services.back_up import prune_backups

    terminal: Terminal = context.obj
    pruned = prune_backups(folder, dry_run=dry_run)
    if json:
        terminal.document({"deleted": list(pruned)})
        return
    for path in pruned:
        terminal.line(str(path))
    terminal.line(terminal.text("pruned", count=len(pruned)))


def new_key(
    context: typer.Context,
    out: options.Out,
    json: options.Json = False,
) -> None:
    """Make a key for encrypted backups: the secret part into a file, the public part shown."""
    from co2desk.services.back_up import new_backup_key

    terminal: Terminal = context.obj
    public = new_backup_key(out)
    if json:
        terminal.document({"file": out, "public_key": public})
        return
    terminal.line(public)
    terminal.note(terminal.text("backup_key_written", path=out))

"""`db`: the schema, backups, health and rights of the chosen database."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from co2desk.domain.backup import TableContents

Target = Annotated[str, typer.Argument(metavar="REVISION", show_default=False)]
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Table = Annotated[str, typer.Option("--table", metavar="T", show_default=False)]


def group() -> typer.Typer:
    """The group of commands."""
    db = typer.Typer()
    db.command("status")(status)
    db.command("upgrade")(upgrade)
    db.command("downgrade", context_settings={"ignore_unknown_options": True})(downgrade)
    db.command("current")(current)
    db.command("history")(history)
    db.command("stamp")(stamp)
    db.command("revision")(revision)
    db.command("backup")(backup)
    db.command("restore")(restore)
    db.command("verify")(verify)
    db.command("prune")(prune)
    db.command("health")(health)
    db.command("maintain")(maintain)
    db.command("grant")(grant)
    db.command("roles")(roles)
    db.command("audit-verify")(audit_verify)
    return db


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
        terminal.line(f"{terminal.text(f'status.{key}')}: {terminal.shown(value)}")


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
        done = services.maintenance.upgrade(
            revision, backup=not no_backup, backup_to=backup_to, progress=terminal.progress()
        )
    if json:
        terminal.document({"schema": done.schema, "applied": done.applied, "backup": done.backup})
        return
    if done.backup:
        terminal.line(terminal.text("backup_written", path=done.backup))
    terminal.line(terminal.text("schema_is", schema=done.schema))


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
        done = services.maintenance.downgrade(
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
        revisions = services.maintenance.revisions()
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
    terminal.table(
        ["revision", "applied", "title"],
        [(one.id, terminal.yes_no(one.applied), one.title) for one in revisions],
    )


def stamp(context: typer.Context, revision: Target, database: options.Database = None) -> None:
    """Note a revision as applied without running it."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        schema = services.maintenance.stamp(revision)
    terminal.line(terminal.text("schema_is", schema=schema))


def revision(
    context: typer.Context,
    message: Annotated[str, typer.Option("--message", "-m", metavar="TEXT", show_default=False)],
) -> None:
    """Begin the next migration (for developers, in the source tree)."""
    from co2desk.services.maintain import new_revision

    terminal: Terminal = context.obj
    terminal.line(str(new_revision(message)))


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
        typed = name or typer.prompt(terminal.text("type_the_name", name=target), err=True)
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


def health(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """Show connections, slow queries, sizes, index use, bloat and locks."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        groups = services.maintenance.health()
    if json:
        terminal.document({group.name: [dict(row) for row in group.rows] for group in groups})
        return
    for group in groups:
        terminal.line(terminal.text(f"health.{group.name}"))
        if not group.rows:
            terminal.line(f"  {terminal.text('nothing_found')}")
        else:
            names = list(group.rows[0])
            terminal.table(names, [[row[name] for name in names] for row in group.rows])
        terminal.line()


def maintain(
    context: typer.Context,
    reindex: Annotated[bool, typer.Option("--reindex")] = False,
    database: options.Database = None,
) -> None:
    """VACUUM ANALYZE, and rebuild indexes without locking where asked for."""
    terminal: Terminal = context.obj
    with terminal.services(database, prepare=False) as services:
        services.maintenance.maintain(reindex=reindex, progress=terminal.progress())
    terminal.line(terminal.text("maintained"))


def grant(
    context: typer.Context,
    user: Annotated[str, typer.Argument(metavar="USER", show_default=False)],
    role: Annotated[str, typer.Option("--role", metavar="R", show_default=False)],
    lab: options.Lab = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False)] = "",
    email: Annotated[str, typer.Option("--email", metavar="TEXT", show_default=False)] = "",
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Make a person's login if there is none, and give it a role in a laboratory or in all."""
    from co2desk.domain.errors import ErrorCode, UnusableInput
    from co2desk.domain.roles import Role

    terminal: Terminal = context.obj
    try:
        wanted = Role(role)
    except ValueError:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE, value=role, name="role", detail=", ".join(Role)
        ) from None
    with terminal.services(database) as services:
        made = services.administration.grant_login(
            user, wanted, lab_code=lab, display_name=name, email=email
        )
    if json:
        terminal.document(
            {
                "user": user,
                "role": wanted,
                "lab": lab or None,
                "new_login": made.password is not None,
                "password": made.password,
            }
        )
        return
    terminal.line(terminal.text("granted", user=user, role=terminal.text(f"role.{wanted}")))
    if made.password is not None:
        terminal.line(terminal.text("first_password", password=made.password))


def roles(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """List people with their logins and roles."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        people = services.administration.people()
    if json:
        terminal.document(
            {
                "roles": [
                    {
                        "user": person.login or None,
                        "name": person.display_name,
                        "active": person.active,
                        "role": grant.role,
                        "lab": grant.lab_code or None,
                    }
                    for person in people
                    for grant in person.roles
                ]
            }
        )
        return
    terminal.table(
        ["login", "name", "role", "lab", "active"],
        [
            (
                person.login,
                person.display_name,
                terminal.text(f"role.{grant.role}"),
                grant.lab_code or terminal.text("every_laboratory"),
                terminal.yes_no(person.active),
            )
            for person in people
            for grant in person.roles
        ],
    )


def audit_verify(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """Check that the audit log is what was sealed."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        found = services.administration.verify_audit()
    if json:
        terminal.document(
            {
                "intact": found.intact,
                "seals": found.seals,
                "entries": found.entries,
                "broken_at": found.broken_at,
            }
        )
    else:
        key = "audit_intact" if found.intact else "audit_broken"
        terminal.line(
            terminal.text(key, seals=found.seals, entries=found.entries, seal=found.broken_at)
        )
    if not found.intact:
        raise typer.Exit(3)

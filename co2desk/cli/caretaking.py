"""`db health` and `maintain`: how the chosen database does, and tidying it."""

from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal


def add_to(db: typer.Typer) -> None:
    """Register the commands."""
    db.command("health")(health)
    db.command("maintain")(maintain)


def health(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """Show connections, slow queries, sizes, index use, bloat and locks."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        groups = services.health.read()
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
        services.health.maintain(reindex=reindex, progress=terminal.progress())
    terminal.line(terminal.text("maintained"))

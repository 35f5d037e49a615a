"""`pack`: take reference data offline."""

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("pack")(pack)


def pack(
    context: typer.Context,
    out: options.Out,
    lab: options.Lab = "",
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Write laboratories, factors, mappings and roles to a file to work with offline."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        made = services.offline.take(out, lab, terminal.progress())
    if json:
        terminal.document(
            {
                "pack": made.path,
                "taken_at": made.taken_at,
                "laboratories": made.laboratories,
                "factors": made.factors,
            }
        )
    else:
        terminal.line(
            terminal.text(
                "pack_written", path=made.path, labs=made.laboratories, factors=made.factors
            )
        )

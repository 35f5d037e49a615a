"""Joins all commands into one application, its help in the person's language."""

from typing import Annotated, Any

import typer
import typer.main

from co2desk import __version__
from co2desk.cli import (
    checking,
    connections,
    files,
    guides,
    import_jobs,
    lists,
    packs,
    server,
    templates,
)
from co2desk.cli.help_texts import fill_in
from co2desk.desktop.messages import Messages


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"co2desk {__version__}")
        raise typer.Exit


def build_application(messages: Messages) -> Any:
    """The command `co2desk` with everything below it."""
    app = typer.Typer(name="co2desk", rich_markup_mode=None)

    @app.callback()
    def co2desk(
        version: Annotated[
            bool, typer.Option("--version", is_eager=True, callback=_version)
        ] = False,
    ) -> None:
        """Hold the commands together."""

    for module in (files, checking, import_jobs, templates, lists, packs, connections, guides):
        module.add_to(app)
    app.add_typer(server.group(), name="db")
    command = typer.main.get_command(app)
    fill_in(command, messages)
    return command

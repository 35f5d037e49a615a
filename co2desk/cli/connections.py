"""`connect`: keep a connection profile, or find out why it does not connect."""

from pathlib import Path
from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("connect")(connect)


def connect(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False)],
    host: Annotated[str, typer.Option("--host", metavar="HOST", show_default=False)] = "",
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 5432,
    dbname: Annotated[str, typer.Option("--dbname", metavar="NAME")] = "co2desk",
    user: Annotated[str, typer.Option("--user", metavar="NAME", show_default=False)] = "",
    sslmode: Annotated[str, typer.Option("--sslmode", metavar="MODE")] = "verify-full",
    ca_file: Annotated[str, typer.Option("--ca-file", metavar="FILE")] = "system",
    pooled: Annotated[bool, typer.Option("--pooled")] = False,
    test: Annotated[bool, typer.Option("--test")] = False,
    forget: Annotated[bool, typer.Option("--forget")] = False,
    password_file: Annotated[Path | None, typer.Option("--password-file", metavar="FILE")] = None,
    json: options.Json = False,
) -> None:
    """Keep a connection under a name; its password goes to the system keyring."""
    from co2desk.cli import documents
    from co2desk.desktop.profiles import ConnectionProfile, TlsMode

    terminal: Terminal = context.obj
    profiles = terminal.build_services(None).profiles
    if forget:
        profiles.remove(name)
        terminal.line(terminal.text("connection_forgotten", name=name))
        return
    if host:
        profile = ConnectionProfile(
            name=name,
            host=host,
            port=port,
            database=dbname,
            user=user,
            tls=TlsMode(sslmode),
            ca_file=ca_file,
            pooled=pooled,
        )
        password = _password(terminal, name, password_file)
        place = profiles.save(profile, password)
        if not json:
            terminal.line(terminal.text(f"connection_kept.{place}", name=name))
    if test or not host:
        state = profiles.test(profiles.named(name))
        if json:
            terminal.document(documents.status(state))
        else:
            terminal.line(
                terminal.text(
                    "connection_works",
                    name=name,
                    version=state.server_version,
                    user=state.user,
                    tls=state.tls or terminal.text("no_tls"),
                )
            )
    elif json:
        terminal.document({"name": name, "password": place})


def _password(terminal: Terminal, name: str, password_file: Path | None) -> str | None:
    if password_file is not None:
        return password_file.read_text(encoding="utf-8").rstrip("\r\n")
    asked: str = typer.prompt(
        terminal.text("password_of", name=name),
        hide_input=True,
        default="",
        show_default=False,
        err=True,
    )
    return asked or None

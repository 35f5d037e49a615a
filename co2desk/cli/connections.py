"""`connect`: keep a connection profile, or find out why it does not connect."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from co2desk.cli import options
from co2desk.cli.secret_file import secret_in
from co2desk.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from co2desk.desktop.profiles import ConnectionProfile
    from co2desk.domain.connection_check import ConnectionCheck
    from co2desk.services.keep_profiles import Profiles


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
    accept_weak_tls: Annotated[bool, typer.Option("--accept-weak-tls")] = False,
    ca_file: Annotated[str, typer.Option("--ca-file", metavar="FILE")] = "system",
    login: Annotated[str, typer.Option("--login", metavar="WAY")] = "password",
    certificate: Annotated[str, typer.Option("--certificate", metavar="FILE")] = "",
    certificate_key: Annotated[str, typer.Option("--certificate-key", metavar="FILE")] = "",
    oauth_issuer: Annotated[str, typer.Option("--oauth-issuer", metavar="URL")] = "",
    oauth_client_id: Annotated[str, typer.Option("--oauth-client-id", metavar="ID")] = "",
    standby: Annotated[str, typer.Option("--standby", metavar="HOST")] = "",
    pooled: Annotated[bool, typer.Option("--pooled")] = False,
    test: Annotated[bool, typer.Option("--test")] = False,
    forget: Annotated[bool, typer.Option("--forget")] = False,
    password_file: Annotated[Path | None, typer.Option("--password-file", metavar="FILE")] = None,
    json: options.Json = False,
) -> None:
    """Keep a connection under a name and work on it from now on."""
    from co2desk.desktop.first_start import EMBEDDED_NAME
    from co2desk.desktop.profiles import ConnectionProfile, Login, TlsMode
    from co2desk.domain.errors import ErrorCode, UnusableInput

    terminal: Terminal = context.obj
    try:
        profiles = terminal.build_services(None).profiles
    except UnusableInput:  # the one that was worked on last may not be used any more
        profiles = terminal.build_services(EMBEDDED_NAME).profiles
    if forget:
        profiles.remove(name)
        if json:
            terminal.document({"name": name, "forgotten": True})
            return
        terminal.line(terminal.text("connection_forgotten", name=name))
        return
    if host:
        if sslmode not in list(TlsMode):
            raise UnusableInput(
                ErrorCode.INVALID_VALUE, value=sslmode, name="sslmode", detail=", ".join(TlsMode)
            )
        ways = {way.name.lower(): way for way in Login}
        if login not in ways:
            raise UnusableInput(
                ErrorCode.INVALID_VALUE, value=login, name="login", detail=", ".join(ways)
            )
        profile = ConnectionProfile(
            name=name,
            host=host,
            port=port,
            database=dbname,
            user=user,
            tls=TlsMode(sslmode),
            weak_tls_accepted=accept_weak_tls,
            ca_file=ca_file,
            certificate=certificate,
            certificate_key=certificate_key,
            login=ways[login],
            oauth_issuer=oauth_issuer,
            oauth_client_id=oauth_client_id,
            standby_host=standby,
            pooled=pooled,
        )
        asked = ways[login] is Login.PASSWORD or password_file is not None
        password = _password(terminal, name, password_file) if asked else None
        _keep(terminal, profiles, profile, password, quiet=json)
    if test or not host:
        _test(terminal, profiles.diagnose(profiles.named(name), None, terminal.progress()), json)
    elif json:
        terminal.document({"name": name})


def _keep(
    terminal: Terminal,
    profiles: "Profiles",
    profile: "ConnectionProfile",
    password: str | None,
    *,
    quiet: bool,
) -> None:
    place = profiles.save(profile, password)
    profiles.choose(profile.name)
    if not quiet:
        terminal.line(terminal.text(f"connection_kept.{place or 'none'}", name=profile.name))


def _test(terminal: Terminal, checks: "Sequence[ConnectionCheck]", json: bool) -> None:
    failed = any(one.outcome == "failed" for one in checks)
    told = [(one, terminal.text(f"connection.{one.code}", **dict(one.params))) for one in checks]
    if json:
        terminal.document(
            {
                "works": not failed,
                "checks": [
                    {"code": one.code, "outcome": one.outcome, "message": sentence}
                    for one, sentence in told
                ],
            }
        )
    else:
        for one, sentence in told:
            terminal.line(f"{terminal.text(f'outcome.{one.outcome}')}  {sentence}")
    if failed:
        raise typer.Exit(3)


def _password(terminal: Terminal, name: str, password_file: Path | None) -> str | None:
    return terminal.ask_password(name) if password_file is None else secret_in(password_file)

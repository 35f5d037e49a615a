"""`template`: an Excel file to fill in."""

from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("template")(template)


def template(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", show_default=False)],
    out: options.Out,
    lab: options.Lab = "",
    lang: Annotated[str | None, typer.Option("--lang", metavar="en/fr/de")] = None,
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Write an Excel template with drop-downs, hints and an example row."""
    from co2desk.services.make_template import make_template

    terminal: Terminal = context.obj
    language = lang or terminal.messages.language
    with terminal.reference(database, None, lab) as reference:
        make_template(kind, out, reference, lab_code=lab, language=language)
    if json:
        terminal.document({"template": out, "kind": kind, "language": language})
    else:
        terminal.line(terminal.text("template_written", path=out))

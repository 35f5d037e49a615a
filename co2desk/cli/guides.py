"""`guide`: the pages that F1 opens in the window, for the terminal."""

import re
from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal
from co2desk.desktop.guide import guide_page, topics
from co2desk.domain.errors import ErrorCode, UnusableInput

# Pictures mean nothing in a terminal, and the remarks are for those who try the commands out.
_NOT_FOR_READING = re.compile(r"^(!\[.*\]\(.*\)|<!--.*-->)\n\n?", re.MULTILINE)


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("guide")(guide)


def guide(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(metavar="[TOPIC]")] = "",
    json: options.Json = False,
) -> None:
    """Print a page of the guide, or the list of them."""
    terminal: Terminal = context.obj
    language = terminal.messages.language
    if topic and topic not in topics():
        raise UnusableInput(
            ErrorCode.INVALID_VALUE,
            value=topic,
            name=terminal.text("column.topic"),
            detail=", ".join(topics()),
        )
    pages = [guide_page(one, language) for one in ([topic] if topic else topics())]
    if json:
        terminal.document(
            {
                "pages": [
                    {"topic": page.topic, "title": page.title, "path": page.path} for page in pages
                ]
            }
        )
    elif topic:
        terminal.line(_NOT_FOR_READING.sub("", pages[0].text).rstrip())
    else:
        terminal.table(("topic", "title"), [(page.topic, page.title) for page in pages])

"""`db`: everything about the chosen database itself, as one group of commands."""

import typer

from co2desk.cli import backups, caretaking, people, schema


def group() -> typer.Typer:
    """The group of commands."""
    db = typer.Typer()
    for module in (schema, backups, caretaking, people):
        module.add_to(db)
    return db

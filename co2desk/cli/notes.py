"""What a reader found in a file beside its table, said in words."""

from collections.abc import Mapping

from co2desk.cli.terminal import Terminal, escaped


def show_notes(notes: Mapping[str, str], terminal: Terminal) -> None:
    """Say each note in a line."""
    for code, value in notes.items():
        terminal.line(terminal.text(f"notes.{code}", value=escaped(value)))

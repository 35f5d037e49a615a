"""Puts the words of the table of texts into the help of the commands."""

from typing import Any

from co2desk.desktop.messages import Messages


def fill_in(command: Any, messages: Messages, path: str = "") -> None:
    """Give `command` and its options the texts `help.<path>` and `option.<name>`.

    A command's own `option.<path>.<name>` goes before the shared one. Groups are filled in with
    all that is in them.
    """
    command.help = messages.text(f"help.{path}") if path else messages.text("help.co2desk")
    command.short_help = command.help
    for parameter in command.params:
        own = f"terminal.option.{path}.{parameter.name}"
        key = own if own in messages.texts else f"terminal.option.{parameter.name}"
        if key in messages.texts and hasattr(parameter, "help"):
            parameter.help = messages.text(key)
    for name, child in getattr(command, "commands", {}).items():
        fill_in(child, messages, f"{path}-{name}" if path else name)

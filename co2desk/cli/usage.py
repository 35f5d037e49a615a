"""Says in the person's language what is wrong with a command line, and how to go on."""

from co2desk.cli.terminal import escaped_controls
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import Co2deskError

_KEYS = {
    "MissingParameter": "missing",
    "NoSuchOption": "no_option",
    "BadOptionUsage": "no_value",
    "BadParameter": "bad_value",
}


def usage_sentence(problem: Exception, messages: Messages) -> str:
    """One sentence about a call that makes no sense; the library's own words as a last resort."""
    formatted = getattr(problem, "format_message", None)
    words = str(formatted() if formatted else problem).strip()
    key = _KEYS.get(type(problem).__name__)
    if words.startswith("No such command"):
        key = "no_command"
    command = getattr(getattr(problem, "ctx", None), "command_path", "") or "co2desk"
    if words.startswith("Missing command"):
        detail = messages.text("usage.command_missing")
        return messages.text("usage_error", detail=detail, command=command)
    name = _name(problem) or (words.partition("'")[2].partition("'")[0])
    if words.startswith("Got unexpected extra argument"):
        key, name = "too_many", words.partition("(")[2].removeprefix("s) (").rstrip(")")
    if key is None or not name:
        words = getattr(problem, "message", "") or words
        detail = words if words.endswith(".") else f"{words}."
    else:
        detail = messages.text(f"usage.{key}", name=name)
        if key == "bad_value":
            detail = f"{detail}{_what_fits(problem, messages)}"
    return escaped_controls(messages.text("usage_error", detail=detail, command=command))


def error_sentence(problem: Co2deskError, messages: Messages) -> str:
    """The sentence of a problem on one line, with the option or command that helps."""
    sentence = messages.error(problem)
    key = f"hint.{problem.code}"
    if f"terminal.{key}" in messages.texts:
        sentence = f"{sentence} {messages.text(key)}"
    return escaped_controls(sentence)


def _what_fits(problem: Exception, messages: Messages) -> str:
    """A sentence about the range that an option takes, "" where it names none."""
    parameter = getattr(problem, "param", None)
    # Where the library keeps the limits has changed between its versions.
    for holder in (parameter, getattr(parameter, "type", None)):
        least, most = getattr(holder, "min", None), getattr(holder, "max", None)
        if least is not None and most is not None:
            return " " + messages.text("usage.between", least=least, most=most)
    return ""


def _name(problem: Exception) -> str:
    """The option as it is written on the command line, or the argument's place holder."""
    if option := getattr(problem, "option_name", ""):
        return str(option)
    parameter = getattr(problem, "param", None)
    if parameter is None:
        return ""
    written = [name for name in parameter.opts if name.startswith("-")]
    return str(written[0] if written else parameter.metavar or parameter.name)

"""Runs one command line and turns whatever happens into an exit code of the contract."""

import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import IntEnum
from typing import TYPE_CHECKING

import typer

from co2desk.cli.application import build_application
from co2desk.cli.terminal import Terminal
from co2desk.cli.usage import error_sentence, usage_sentence
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import (
    Cancelled,
    Co2deskError,
    DatabaseProblem,
    ErrorCode,
    follows_interrupt,
)

if TYPE_CHECKING:
    from co2desk.services.bundle import Services

log = logging.getLogger(__name__)


class ExitCode(IntEnum):
    """What a script can rely on."""

    DONE = 0
    ROWS_IN_ERROR = 1
    CANNOT_BE_USED = 2
    DATABASE = 3
    CANCELLED = 4


def run(
    arguments: Sequence[str],
    messages: Messages,
    build_services: "Callable[[str | None], Services]",
) -> int:
    """Run `co2desk ARGUMENTS` and return its exit code; prints, and never raises.

    `build_services` is given the text of `--database`, or None.
    """
    _speak_utf8()
    _quiet_libraries()
    terminal = Terminal(messages, build_services)
    json = "--json" in arguments
    try:
        command = build_application(messages)
        code = command.main(
            args=list(arguments), prog_name="co2desk", standalone_mode=False, obj=terminal
        )
        terminal.out.flush()
    except typer.TyperException as problem:
        _failed(terminal, _USAGE, usage_sentence(problem, messages), json=json)
        return ExitCode.CANNOT_BE_USED
    except (KeyboardInterrupt, typer.Abort, Cancelled):
        return _cancelled(terminal, json=json)
    except Co2deskError as problem:
        if follows_interrupt(problem):
            return _cancelled(terminal, json=json)
        _failed(terminal, problem.code, error_sentence(problem, messages), json=json)
        return exit_code(problem)
    except SystemExit as leaving:
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise
        return ExitCode.DONE  # the reader of a help text has seen enough
    except Exception:
        log.exception("unexpected problem in a command")
        _failed(terminal, _UNEXPECTED, terminal.text("unexpected_problem"), json=json)
        return ExitCode.CANNOT_BE_USED
    if code == _INTERRUPTED:
        return _cancelled(terminal, json=json)
    return int(code or ExitCode.DONE)


def _failed(terminal: Terminal, code: str, sentence: str, *, json: bool) -> None:
    """Say why there is no result; with `json` in a document too, for scripts."""
    terminal.note(sentence)
    if json:
        with suppress(Co2deskError):
            terminal.document({"error": {"code": code, "message": sentence}})
            terminal.out.flush()


def _cancelled(terminal: Terminal, *, json: bool) -> ExitCode:
    problem = Cancelled()
    _failed(terminal, problem.code, terminal.messages.error(problem), json=json)
    return ExitCode.CANCELLED


_INTERRUPTED = 130  # what typer makes of Ctrl+C
_USAGE, _UNEXPECTED = "usage", "unexpected_problem"


_DATABASE_CODES = frozenset({ErrorCode.EMBEDDED_SERVER_FAILED, ErrorCode.DATABASE_FAILED})


def exit_code(problem: Co2deskError) -> ExitCode:
    """The exit code that stands for a problem."""
    if isinstance(problem, DatabaseProblem) or problem.code in _DATABASE_CODES:
        return ExitCode.DATABASE
    if problem.code is ErrorCode.CANCELLED:
        return ExitCode.CANCELLED
    return ExitCode.CANNOT_BE_USED


def _quiet_libraries() -> None:
    """Keep warnings of libraries off standard error, where Python prints what nobody handles.

    They may hold values of rows, so they go to no file either.
    """
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")

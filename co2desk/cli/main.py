"""Runs one command line and turns whatever happens into an exit code of the contract."""

import logging
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

import typer

from co2desk.cli.application import build_application
from co2desk.cli.terminal import Terminal
from co2desk.cli.usage import error_sentence, usage_sentence
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import Cancelled, Co2deskError, DatabaseProblem, ErrorCode

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
    try:
        command = build_application(messages)
        code = command.main(
            args=list(arguments), prog_name="co2desk", standalone_mode=False, obj=terminal
        )
    except typer.TyperException as problem:
        terminal.note(usage_sentence(problem, messages))
        return ExitCode.CANNOT_BE_USED
    except (KeyboardInterrupt, typer.Abort, Cancelled):
        terminal.note(messages.error(Cancelled()))
        return ExitCode.CANCELLED
    except Co2deskError as problem:
        if _follows_interrupt(problem):
            problem = Cancelled()
        terminal.note(error_sentence(problem, messages))
        return exit_code(problem)
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; Python must not complain when it flushes.
        sys.stdout = None
        return ExitCode.DONE
    except Exception:
        log.exception("unexpected problem in a command")
        terminal.note(terminal.text("unexpected_problem"))
        return ExitCode.CANNOT_BE_USED
    if code == _INTERRUPTED:
        terminal.note(messages.error(Cancelled()))
        return ExitCode.CANCELLED
    return int(code or ExitCode.DONE)


def _follows_interrupt(problem: BaseException) -> bool:
    """Whether Ctrl+C is behind a problem: the driver may fail over the statement it then cuts."""
    cause: BaseException | None = problem
    while cause is not None and not isinstance(cause, KeyboardInterrupt):
        cause = cause.__cause__ or cause.__context__
    return cause is not None


_INTERRUPTED = 130  # what typer makes of Ctrl+C


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

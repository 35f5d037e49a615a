"""Starts the program: the window without arguments, a command otherwise."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from co2desk.cli.standard_streams import hold_standard_streams
from co2desk.desktop.language import choose_language
from co2desk.desktop.logging import LogFiles, log_uncaught, start_logging, without_log
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import private_folder, user_folder
from co2desk.desktop.settings import SettingsFile
from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.domain.write_failure import write_failure

if TYPE_CHECKING:
    from co2desk.desktop.secrets import SecretStore
    from co2desk.services.bundle import Services

BuildServices = Callable[[str | None], "Services"]

COMPLETION_VARIABLE = "_CO2DESK_COMPLETE"  # as typer names it
_CANNOT_BE_USED = 2
_TERMINATED = 143


def main() -> None:
    """Run and exit; the code is that of the command, see `co2desk.cli.main.ExitCode`."""
    if getattr(sys, "frozen", False):
        import multiprocessing  # a tenth of the way to the window: only where it is needed

        multiprocessing.freeze_support()
    hold_standard_streams()
    arguments = sys.argv[1:]
    if len(arguments) == 1 and arguments[0].startswith("--"):
        from co2desk.desktop.secrets import KEYRING_OPTION

        if arguments == [KEYRING_OPTION]:
            from co2desk.desktop import keyring_process

            keyring_process.main()
            return
    # Leaving by an exception lets the embedded server stop in order.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    sys.exit(start(arguments))


def start(arguments: Sequence[str]) -> int:
    """Run the window or one command and return the exit code."""
    folder = user_folder()
    messages = Messages.load(choose_language(SettingsFile(folder).load().language))
    try:
        files = start_logging(folder)
    except OSError as problem:
        if opens_window(arguments):
            print(messages.error(_unusable(folder, problem)), file=sys.stderr)
            return _CANNOT_BE_USED
        files = without_log()  # what only reads works all the same
    log_uncaught()
    try:
        build = _builder(folder, messages, files)
        if opens_window(arguments):
            return _window(arguments, messages, build, files.redactor.clean)
        return _command(arguments, messages, build)
    finally:
        files.close()


def _unusable(folder: Path, problem: OSError) -> UnusableInput:
    return UnusableInput(ErrorCode.USER_FOLDER_UNUSABLE, path=folder, detail=write_failure(problem))


def tell_cancelled() -> None:
    """Say in the person's language that the program was stopped before it had begun."""
    messages = Messages.load(choose_language(SettingsFile(user_folder()).load().language))
    print(messages.error(Cancelled()), file=sys.stderr)


def opens_window(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this is a call for the window: no argument, or a draft that was double-clicked.

    A shell that asks for completions calls without arguments too, and says so in its environment.
    """
    if not arguments:
        return COMPLETION_VARIABLE not in environ
    return len(arguments) == 1 and arguments[0].endswith(".co2draft")


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown; Qt would abort the process where it cannot."""
    return sys.platform != "linux" or any(
        environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def _builder(folder: Path, messages: Messages, files: LogFiles) -> BuildServices:
    """Build services when they are wanted: loading all of them takes longer than any help."""

    secrets: SecretStore | None = None

    def build(database: str | None = None) -> "Services":
        from co2desk.app.container import build_services
        from co2desk.desktop.secrets import SecretStore

        try:
            private_folder(folder)
        except OSError as problem:
            raise _unusable(folder, problem) from problem
        nonlocal secrets
        # The passwords of this session outlast the services of one connection.
        secrets = secrets or SecretStore(hide=files.redactor.hide)
        return build_services(database, folder, messages, secrets)

    return build


def _window(
    arguments: Sequence[str],
    messages: Messages,
    build: BuildServices,
    clean: Callable[[str], str],
) -> int:
    if not has_display():
        print(messages.text("start.no_display"), file=sys.stderr)
        return _CANNOT_BE_USED
    # Nothing of what loads becomes garbage; from the first window on, it is collected by turns.
    gc.disable()
    from co2desk.app.gui import run_window

    return run_window(messages, build, [Path(argument) for argument in arguments], clean)


def _command(arguments: Sequence[str], messages: Messages, build: BuildServices) -> int:
    from co2desk.cli.main import run

    return run(arguments, messages, build)

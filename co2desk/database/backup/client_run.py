"""Runs pg_dump and pg_restore: the password in a private file, progress told, cancel at once."""

import contextlib
import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from co2desk.database.backup.programs import ClientPrograms
from co2desk.database.backup.tls_relay import tls_relay
from co2desk.database.engine import ConnectionParameters
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import Progress

_SERVICE = "co2desk"
_POLL_SECONDS = 0.1
_STOP_SECONDS = 5
_KEPT_LINES = 20
_ERROR = re.compile(r"error:|ERROR:|FATAL:")
# What libpq learned in which version; older programs refuse to start when they are told.
_SINCE = {"require_auth": 16, "sslcertmode": 16, "gssdelegation": 17, "sslnegotiation": 17}


class ClientFailed(Exception):
    """The program ended with an error; `errors` are all it named, `said` the one to show."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.errors = tuple(_bare(line) for line in lines if _ERROR.search(line))
        last = next((line for line in reversed(lines) if line.strip()), "-")
        self.said = self.errors[0] if self.errors else _bare(last)
        super().__init__(self.said)


def run_client(
    programs: ClientPrograms,
    name: str,
    arguments: Sequence[str],
    *,
    server: ConnectionParameters | None = None,
    progress: Progress,
    stage: str,
    total: int | None = None,
    step: re.Pattern[str] | None = None,
) -> None:
    """Run a program to its end; `step` matches the lines that count as one of `total`.

    Neither the argument list nor the environment holds the password or the server's name.

    Raises:
        ClientFailed: it reported an error.
        Cancelled: the person asked to stop; the program has ended by then.
    """
    with (
        _way(programs, server) as way,
        _connection_files(programs, way) as (more_arguments, environment),
    ):
        process = subprocess.Popen(
            [str(programs.path(name)), *more_arguments, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            env=environment,
        )
        try:
            said = _follow(process, lambda done: progress.report(done, total, stage), step)
        except BaseException:
            _stop(process)
            raise
        if process.wait() != 0:
            raise ClientFailed(said)


def _follow(
    process: subprocess.Popen[str],
    report: Callable[[int], None],
    step: re.Pattern[str] | None,
) -> list[str]:
    """Read what the program says until it ends, and report often enough to be cancelled.

    Returns its errors and its last lines.
    """
    lines: queue.Queue[str | None] = queue.Queue()
    said = process.stderr
    if said is None:
        raise ValueError("the program's errors are not piped")

    def read() -> None:
        with said:
            for line in said:
                lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True, name="backup output").start()
    done = 0
    errors: list[str] = []
    last: list[str] = []
    report(done)
    while True:
        try:
            line = lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            report(done)
            continue
        if line is None:
            return errors or last
        if _ERROR.search(line):
            errors.append(line.rstrip())
        last = [*last[-_KEPT_LINES:], line.rstrip()]
        if step is not None and step.search(line):
            done += 1
            report(done)


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _bare(line: str) -> str:
    return re.sub(r"^pg_[a-z]+: (error: )?", "", line).strip()


@contextmanager
def _way(
    programs: ClientPrograms, server: ConnectionParameters | None
) -> Iterator[ConnectionParameters | None]:
    """Yield how the program comes to `server`: by a relay where it cannot do what TLS needs."""
    if server is None or programs.tls or server.local or server.sslmode == "disable":
        yield server
        return
    with tls_relay(server) as way:
        yield way


@contextmanager
def _connection_files(
    programs: ClientPrograms, server: ConnectionParameters | None
) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Yield the arguments and the environment that lead the program to `server`."""
    environment = {**programs.environment, "LC_ALL": "C"}
    if server is None:
        yield [], environment
        return
    with tempfile.TemporaryDirectory(prefix="co2desk-") as folder:
        keywords = server.keywords()
        service, passwords = Path(folder, "service"), Path(folder, "passwords")
        _write_privately(passwords, f"*:*:*:*:{_escaped(keywords.pop('password', ''))}\n")
        _write_privately(service, _service_text(programs, keywords))
        environment |= {"PGSERVICEFILE": str(service), "PGPASSFILE": str(passwords)}
        yield [f"--dbname=service={_SERVICE}", "--no-password"], environment


def _service_text(programs: ClientPrograms, keywords: dict[str, str]) -> str:
    known = {
        name: value
        for name, value in keywords.items()
        if programs.major >= _SINCE.get(name, 0) and name != "application_name"
    }
    if any("\n" in value or "\r" in value for value in known.values()):
        raise DatabaseProblem(ErrorCode.BACKUP_FAILED, detail="line_break")
    lines = [f"{name}={value}" for name, value in known.items()]
    return "\n".join([f"[{_SERVICE}]", *lines, "application_name=co2desk backup", ""])


def _escaped(password: str) -> str:
    return password.replace("\\", "\\\\").replace(":", "\\:")


def _write_privately(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            path.chmod(0o600)

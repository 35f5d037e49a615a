"""Reads from a database folder whether its server runs, and where it listens."""

import contextlib
import socket
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The main process of a server, as its `postmaster.pid` describes it.

    The file's lines are: process id, folder, start time, port, socket folder, address, shared
    memory, status (PostgreSQL source, src/include/utils/pidfile.h).
    """

    data: Path
    pid: int
    port: int
    host: str
    status: str

    @classmethod
    def read(cls, data: Path) -> "Postmaster | None":
        """Return the living server of `data`, or None.

        A number left behind by a crash may belong to any other program by now; PostgreSQL would
        then refuse to start, so such a file is removed.
        """
        path = data / "postmaster.pid"
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return None
        lines += [""] * (8 - len(lines))
        pid = abs(int(lines[0])) if lines[0].strip("- ").isdigit() else 0
        if not pid or not psutil.pid_exists(pid):
            return None
        if not _is_postgres(pid):
            path.unlink(missing_ok=True)
            return None
        port = int(lines[3]) if lines[3].strip().isdigit() else 0
        host = lines[4].strip() or lines[5].strip()
        return cls(data, pid, port, host, lines[7].strip())

    def settle(self, timeout: float) -> bool:
        """Wait for a server that is starting or stopping; return whether it then runs.

        Raises:
            TimeoutError: it did neither within `timeout` seconds.
        """
        deadline = time.monotonic() + timeout
        while (now := Postmaster.read(self.data)) is not None:
            if now.status == "ready" and now.answers():
                return True
            if time.monotonic() > deadline:
                raise TimeoutError(f"the server {now.pid} is {now.status or 'starting'}")
            time.sleep(_PAUSE)
        return False

    def answers(self) -> bool:
        """Whether something listens where the server said it does."""
        try:
            if self.host.startswith("/"):
                with socket.socket(socket.AF_UNIX) as probe:
                    probe.connect(f"{self.host}/.s.PGSQL.{self.port}")
            else:
                socket.create_connection((self.host, self.port), timeout=1).close()
        except OSError:
            return False
        return True


def _is_postgres(pid: int) -> bool:
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        return process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE
    return False

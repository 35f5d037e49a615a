"""Test 20: a password and a person's name turn up nowhere but where they belong."""

import base64
import json
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
# The percent sign and the umlaut break whoever puts a password into an address.
PASSWORD = f"K4nari%e-{secrets.token_hex(4)}-ü"
NAME = "Zebulon Kanarek"

# Where the name belongs: the person's own file and drafts, the database, its backups.
_HOLD_ROWS = ("*.csv", "*.co2draft*", "*/server/data/*", "*/backups/*")


def forms(secret: str) -> set[bytes]:
    """How a secret may look where somebody encoded it."""
    texts = {secret, quote(secret), quote_plus(secret), json.dumps(secret).strip('"'), repr(secret)}
    found = {text.encode() for text in texts} | {base64.b64encode(secret.encode()).rstrip(b"=")}
    return found | {secret.encode("utf-16-le"), secret.encode("latin-1")}


def holds(data: bytes, secret: str) -> bool:
    return any(form in data for form in forms(secret))


class Watch:
    """Reads the arguments and variables of a process and all that it starts, until it ends."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self.seen: dict[int, bytes] = {}

    def until_the_end(self) -> None:
        root = psutil.Process(self._process.pid)
        while self._process.poll() is None:
            try:
                for one in (root, *root.children(recursive=True)):
                    said = (" ".join(one.cmdline()), json.dumps(one.environ()))
                    self.seen[one.pid] = self.seen.get(one.pid, b"") + "\0".join(said).encode()
            except (psutil.Error, OSError):
                continue


@pytest.fixture(scope="module")
def session() -> Iterator[tuple[Path, Watch, bytes]]:
    """A session that has been, with everything it left behind and said."""
    home = Path(tempfile.mkdtemp(prefix="c2d-canary-"))
    try:
        with (home / "terminal").open("wb") as terminal:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.reliability.canary_session", str(home)],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=terminal,
                stderr=subprocess.STDOUT,
            )
        assert process.stdin is not None
        process.stdin.write(json.dumps({"password": PASSWORD, "name": NAME}).encode() + b"\n")
        process.stdin.close()
        watch = Watch(process)
        watch.until_the_end()
        yield home, watch, (home / "terminal").read_bytes()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.mark.slow
def test_that_a_password_and_a_name_turn_up_nowhere_else(
    session: tuple[Path, Watch, bytes], told: Callable[[str], None]
) -> None:
    home, watch, terminal = session
    # It went as planned: logins refused, rows imported, errors told, a backup made, a crash.
    assert b"stranger" in terminal
    assert b"Fatal Python error" in (home / "logs" / "crash.log").read_bytes()
    log = (home / "logs" / "co2desk.log").read_text(encoding="utf-8")
    assert log.count('"traceback"') >= 5, log
    assert (home / "backups" / "canary.dump").is_file()
    assert list(home.rglob("*.co2draft"))
    programs = b"\n".join(watch.seen.values())
    assert b"pg_dump" in programs
    assert b"keyring_process" in programs or b"--keyring-process" in programs

    files = [path for path in home.rglob("*") if path.is_file()]
    passwords = [path for path in files if holds(path.read_bytes(), PASSWORD)]
    names = [
        path
        for path in files
        if not any(path.match(place) for place in _HOLD_ROWS)
        and "server/data" not in path.as_posix()
        and holds(path.read_bytes(), NAME)
    ]
    said = [pid for pid, text in watch.seen.items() if holds(text, PASSWORD) or holds(text, NAME)]
    assert (passwords, names, said) == ([], [], [])
    server_log = next(path for path in files if path.suffix == ".log" and "server" in path.parts)
    assert b"ERROR" in server_log.read_bytes()
    told(
        f"0 hits of password or name in {len(files)} files (logs, tracebacks, settings, crash "
        f"report, PostgreSQL's log) and the arguments and variables of {len(watch.seen)} processes"
    )

"""Programs start, stop and die around one embedded server, and nothing committed is lost."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.desktop.postmaster import Postmaster
from tests.desktop.test_embedded_server import ask, connect

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals"),
]

# Writes one number, commits, reports it; again and again, each time with a new hold.
WRITER = """
import sys
from pathlib import Path
import psycopg
from co2desk.desktop.embedded_server import EmbeddedServer
folder, name = Path(sys.argv[1]), sys.argv[2]
for number in range(1_000_000):
    with EmbeddedServer(folder) as server:
        address = server.start()
        try:
            with psycopg.connect(host=address.host, user=address.superuser, dbname="postgres",
                                 password=address.password, connect_timeout=5) as connection:
                connection.execute("INSERT INTO written VALUES (%s, %s)", (name, number))
        except psycopg.OperationalError:
            continue
    print(number, flush=True)
"""


def test_that_kills_of_programs_and_server_lose_nothing_that_was_committed(tmp_path: Path) -> None:
    folder, random_ = tmp_path / "server", random.Random(7)
    with (
        EmbeddedServer(folder) as server,
        connect(address := server.start(), address.password) as connection,
    ):
        connection.execute("CREATE TABLE written (name text, number bigint, UNIQUE (name, number))")
    reports: dict[str, list[int]] = {}
    running: dict[str, subprocess.Popen[str]] = {}
    deadline, kills = time.monotonic() + 25, 0
    try:
        while time.monotonic() < deadline:
            while len(running) < 3:
                name = f"writer-{len(reports)}"
                reports[name] = []
                out = (tmp_path / name).open("w")
                running[name] = subprocess.Popen(
                    [sys.executable, "-c", WRITER, str(folder), name], stdout=out, text=True
                )
                out.close()
            time.sleep(random_.uniform(0.1, 1.0))
            if random_.random() < 0.6:
                victim = running.pop(random_.choice(sorted(running)))
                victim.kill()
                victim.wait()
            elif (server_process := Postmaster.read(folder / "data")) is not None:
                psutil.Process(server_process.pid).send_signal(signal.SIGKILL)
            kills += 1
    finally:
        for program in running.values():
            program.kill()
            program.wait()
    with EmbeddedServer(folder) as last:
        address = last.start()
        for name in reports:
            reported = len((tmp_path / name).read_text().splitlines())
            found = ask(address, f"SELECT count(*) FROM written WHERE name = '{name}'")
            assert isinstance(found, int)
            assert found >= reported, name
        total = ask(address, "SELECT count(*) FROM written")
    assert kills > 10
    assert isinstance(total, int)
    assert total > 10
    assert Postmaster.read(folder / "data") is None

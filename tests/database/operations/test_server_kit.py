"""What packaging/server/ says is tried on real servers, by its own files."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from co2desk.database import migrate, provision
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.programs import inspect_programs
from co2desk.database.backup.restore import restore_backup
from co2desk.database.engine import ConnectionParameters, make_engine
from co2desk.database.health.overview import read_health
from co2desk.database.unit_of_work import Database
from co2desk.desktop.paths import migrations_dir
from co2desk.desktop.postgres_binaries import child_environment, shipped_folder
from co2desk.domain.backup import Proof
from tests.servers import s3
from tests.servers.account import account, give_away, server_folder
from tests.servers.certificates import Certificate, new_authority
from tests.servers.cluster import PASSWORD, Cluster, new_cluster, require_system_server
from tests.servers.pgbouncer import KIT
from tests.servers.s3 import Store, s3_store

pytestmark = pytest.mark.server

# A test does not wait five minutes for a file of the log to be archived.
ARCHIVE_TIMEOUT = "archive_timeout = 10"


def kit(name: str) -> str:
    """The text of one file."""
    return (KIT / name).read_text(encoding="utf-8")


@contextmanager
def kit_server(folder: Path, outside: Store | None = None) -> Iterator[Cluster]:
    """A server with the kit's settings and access rules, its certificate and paths put in.

    `outside` is the store for the backups outside the house.
    """
    authority = new_authority(folder / "authority", "Test authority")
    genuine = authority.issue("localhost")
    for name in ("repository", "spool", "log", "lock"):
        (folder / name).mkdir()
        give_away(folder / name)
    with new_cluster(folder / "pg") as cluster:
        cluster.stop("fast")
        settings = cluster.data / "co2desk.conf"
        settings.write_text(_placed(kit("postgresql.conf"), genuine, folder), encoding="utf-8")
        give_away(settings)
        with (cluster.data / "postgresql.conf").open("a") as file:
            file.write("include = 'co2desk.conf'\n")
        own = {"port": str(cluster.port), "unix_socket_directories": str(cluster.folder)}
        # All servers of a test share one small machine and one loopback.
        small = {"shared_buffers": "64MB", "listen_addresses": "127.0.0.1", "fsync": "off"}
        access = kit("pg_hba.conf").replace("10.20.0.0/16", "127.0.0.1/32")
        access = access.replace("peer", "scram-sha-256")
        cluster.configure(own | small, access)
        (folder / "pgbackrest.conf").write_text(
            _backrest(cluster, folder, outside), encoding="utf-8"
        )
        give_away(folder / "pgbackrest.conf")
        cluster.start()
        yield cluster


def _placed(text: str, genuine: Certificate, folder: Path) -> str:
    for found, put in (
        ("/etc/postgresql-common/co2desk.crt", str(genuine.certificate)),
        ("/etc/postgresql-common/co2desk.key", str(genuine.key)),
        ("pgbackrest --stanza", f"pgbackrest --config={folder}/pgbackrest.conf --stanza"),
        ("archive_timeout = 300", ARCHIVE_TIMEOUT),
    ):
        assert found in text, found
        text = text.replace(found, put)
    return text


def _backrest(cluster: Cluster, folder: Path, outside: Store | None) -> str:
    lines = []
    for line in kit("pgbackrest.conf").splitlines():
        if line.startswith("repo2-") and outside is None:
            continue
        for found, put in (
            ("repo2-s3-bucket=CHANGE-ME", f"repo2-s3-bucket={s3.BUCKET}"),
            ("repo2-s3-endpoint=s3.example.org", _at(outside)),
            ("repo2-s3-key=CHANGE-ME", f"repo2-s3-key={s3.KEY}"),
            ("repo2-s3-key-secret=CHANGE-ME", f"repo2-s3-key-secret={s3.SECRET}"),
            ("/mnt/backup/co2desk", f"{folder}/repository"),
            ("/var/spool/pgbackrest", f"{folder}/spool"),
            ("/var/lib/postgresql/18/main", str(cluster.data)),
            ("pg1-port=5432", f"pg1-port={cluster.port}\npg1-socket-path={cluster.folder}"),
            ("process-max=2", f"process-max=2\nlog-path={folder}/log\nlock-path={folder}/lock"),
        ):
            line = line.replace(found, put)  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines) + "\n"


def _at(outside: Store | None) -> str:
    """Where the store is; one that is not Amazon's has the bucket in the path."""
    if outside is None:
        return ""
    return (
        f"repo2-s3-endpoint=localhost\nrepo2-storage-port={outside.port}\n"
        f"repo2-storage-ca-file={outside.ca_file}\nrepo2-s3-uri-style=path"
    )


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with server_folder() as made:
        yield made


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Cluster]:
    """A server set up by the kit's scripts, with the schema, by the migrating login alone."""
    with kit_server(folder) as made:
        with provision.connected(made.superuser) as connection:
            for _ in range(2):
                connection.execute(kit("roles.sql"))  # type: ignore[arg-type]
            connection.execute(f"ALTER ROLE co2calculator_migrator PASSWORD '{PASSWORD}'")
            connection.execute("CREATE DATABASE co2desk OWNER co2calculator_owner")
        inside = provision.in_database(made.superuser, "co2desk")
        with provision.connected(inside) as connection:
            for _ in range(2):
                connection.execute(kit("extensions.sql"))  # type: ignore[arg-type]
        engine = make_engine(local(made, "co2calculator_migrator"), pool=False)
        migrate.upgrade(engine, migrations_dir())
        engine.dispose()
        with provision.connected(inside) as connection:
            ada = provision.Login("ada", provision.ADMIN, "Ada", PASSWORD)
            provision.create_login(connection, ada)
            provision.register_person(connection, ada)
        yield made


def local(cluster: Cluster, login: str) -> ConnectionParameters:
    return cluster.by_tcp(host="127.0.0.1", user=login, sslmode="disable")


def test_that_the_migrating_login_needs_no_superuser(cluster: Cluster) -> None:
    engine = make_engine(local(cluster, "co2calculator_migrator"), pool=False)
    assert migrate.current(engine) == migrate.head(migrations_dir())
    engine.dispose()


def test_that_the_settings_are_taken_and_health_sees_slow_statements(cluster: Cluster) -> None:
    with provision.connected(cluster.superuser) as connection:
        wrong = connection.execute(
            "SELECT name, error FROM pg_file_settings WHERE error IS NOT NULL"
        ).fetchall()
        rules = connection.execute(
            "SELECT line_number, error FROM pg_hba_file_rules WHERE error IS NOT NULL"
        ).fetchall()
    assert (wrong, rules) == ([], [])
    database = Database(local(cluster, "ada"))
    with database.connection() as connection:
        health = read_health(connection)
    database.close()
    assert health.complete
    assert health.archiving.enabled
    assert health.slow_queries
    assert all(one.bloat_percent is None or one.bloat_percent >= 0 for one in health.tables)


def test_that_only_people_come_in_over_the_network_and_only_by_tls(
    cluster: Cluster, folder: Path
) -> None:
    authorities = str(folder / "authority" / "Test authority.crt")

    def enters(login: str, dbname: str = "co2desk") -> bool:
        way = cluster.by_tcp(user=login, dbname=dbname, sslrootcert=authorities)
        try:
            psycopg.connect(**way.keywords()).close()  # type: ignore[arg-type]
        except psycopg.OperationalError:
            return False
        return True

    with provision.connected(cluster.superuser) as connection:
        connection.execute(f"ALTER ROLE co2calculator_backup PASSWORD '{PASSWORD}'")
    assert enters("ada")
    assert not enters("ada", "postgres")
    assert not enters("postgres")
    assert not enters("co2calculator_backup")


def test_that_newer_client_programs_back_up_and_restore_an_older_server(
    cluster: Cluster, tmp_path: Path
) -> None:
    """The programs that come with co2desk are newer than many servers."""
    shipped = shipped_folder()
    assert shipped is not None
    programs = inspect_programs(shipped, child_environment())
    assert programs is not None
    assert programs.major > 15
    inside = provision.in_database(cluster.superuser, "co2desk")
    made = make_backup(inside, tmp_path / "a.dump", programs, tried=True)
    assert made.proof is Proof.EQUAL
    done = restore_backup(
        made.path, inside, programs, confirm_name="co2desk", safety_folder=tmp_path
    )
    assert done.tables == made.tables


def pgbackrest(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["pgbackrest", f"--config={folder}/pgbackrest.conf", "--stanza=co2desk", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=folder,
        **account(),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def let_pgbackrest_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here it is not the system's user postgres, so it needs a name and a password."""
    require_system_server("pgbackrest")
    with (folder / "pgbackrest.conf").open("a") as file:
        file.write("pg1-user=postgres\n")
    passwords = folder / ".pgpass"
    passwords.write_text(f"*:*:*:*:{PASSWORD}\n", encoding="utf-8")
    passwords.chmod(0o600)
    give_away(passwords)
    monkeypatch.setenv("PGPASSFILE", str(passwords))


def check_backup(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [
            sys.executable,
            KIT / "check_backup.py",
            "--config",
            folder / "pgbackrest.conf",
            "--verify",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=folder,
    )
    return done.returncode, done.stdout + done.stderr


def test_that_a_moment_before_a_disaster_comes_back_from_pgbackrest(
    cluster: Cluster,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Callable[[str], None],
) -> None:
    """Full backup, work, incremental backup, work, disaster: restored to just before it."""
    let_pgbackrest_in(folder, monkeypatch)
    inside = provision.in_database(cluster.superuser, "co2desk")
    add = "INSERT INTO laboratories (code, name) SELECT 'L' || n, 'L' FROM generate_series({}) n"
    pgbackrest(folder, "stanza-create")
    pgbackrest(folder, "check")
    assert "there is no full backup" in check_backup(folder)[1]
    with provision.connected(inside) as connection:
        connection.execute(add.format("1, 1000"))  # type: ignore[arg-type]
        pgbackrest(folder, "--type=full", "backup")
        connection.execute(add.format("1001, 1500"))  # type: ignore[arg-type]
        pgbackrest(folder, "--type=incr", "backup")
        connection.execute(add.format("1501, 1600"))  # type: ignore[arg-type]
        row = connection.execute("SELECT clock_timestamp()::text").fetchone()
        time.sleep(1)
        connection.execute("TRUNCATE laboratories CASCADE")
        connection.execute("SELECT pg_switch_wal()")
    assert check_backup(folder) == (0, "backups are whole and young enough\n")
    cluster.stop("fast")
    began = time.monotonic()
    target = f"--target={row[0] if row else ''}"
    pgbackrest(folder, "--type=time", target, "--target-action=promote", "restore")
    cluster.start()
    cluster.wait_for_login()
    seconds = time.monotonic() - began
    with provision.connected(inside) as connection:
        deadline = time.monotonic() + 30
        while connection.execute("SELECT pg_is_in_recovery()").fetchone() == (True,):
            assert time.monotonic() < deadline
        found = connection.execute("SELECT count(*) FROM laboratories").fetchone()
        forced = connection.execute(
            "SELECT count(*) FROM pg_class WHERE relforcerowsecurity"
        ).fetchone()
    assert found == (1600,)
    assert forced is not None
    assert forced[0] > 15
    assert seconds < 30 * 60
    told(f"brought back to a second before a disaster in {seconds:.0f} s (at most 30 min)")
    _damage(folder)
    code, words = check_backup(folder)
    assert code == 1, words


def commands_of(unit: str) -> list[list[str]]:
    """What pgBackRest is told by a service, one list of arguments per command."""
    lines = kit(f"systemd/{unit}").splitlines()
    commands = [line.partition("=")[2].split() for line in lines if line.startswith("ExecStart=")]
    assert all(words[:2] == ["/usr/bin/pgbackrest", "--stanza=co2desk"] for words in commands)
    return [words[2:] for words in commands]


def test_that_the_services_back_up_outside_the_house_too_and_it_comes_back_from_there_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The house burns down: server and storage are gone, the store outside is left."""
    with server_folder() as folder, s3_store(folder / "store") as store:
        with kit_server(folder, store) as cluster:
            let_pgbackrest_in(folder, monkeypatch)
            with provision.connected(cluster.superuser) as connection:
                connection.execute("CREATE TABLE kept AS SELECT n FROM generate_series(1, 5000) n")
            pgbackrest(folder, "stanza-create")
            pgbackrest(folder, "check")
            for unit in ("co2desk-backup-full.service", "co2desk-backup-incr.service"):
                for arguments in commands_of(unit):
                    pgbackrest(folder, *arguments)
            assert check_backup(folder) == (0, "backups are whole and young enough\n")
            names = store.names()
            assert any("/backup/co2desk/" in name for name in names)
            assert any("/archive/co2desk/" in name for name in names)
            cluster.stop("fast")
            shutil.rmtree(folder / "repository")
            for entry in cluster.data.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
            pgbackrest(folder, "--repo=2", "restore")
            cluster.start()
            cluster.wait_for_login()
            with provision.connected(cluster.superuser) as connection:
                found = connection.execute("SELECT count(*) FROM kept").fetchone()
        assert found == (5000,)


def _damage(folder: Path) -> None:
    """Flip a byte in the largest file of the repository."""
    files = [one for one in (folder / "repository" / "backup").rglob("*") if one.is_file()]
    victim = max(files, key=lambda one: one.stat().st_size)
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 0xFF
    victim.write_bytes(data)


def test_that_the_timers_are_understood_by_systemd(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    times = {
        path.name: line.partition("=")[2]
        for path in sorted((KIT / "systemd").glob("*.timer"))
        for line in path.read_text().splitlines()
        if line.startswith("OnCalendar=")
    }
    assert times["co2desk-backup-full.timer"] == "*-*-* 02:00:00"
    for name in times:
        assert (KIT / "systemd" / name).with_suffix(".service").is_file()
    if analyze is None:
        pytest.skip("no systemd-analyze on this machine")
    for moment in times.values():
        subprocess.run([analyze, "calendar", moment], check=True, capture_output=True)
    for unit in (KIT / "systemd").iterdir():
        text = unit.read_text(encoding="utf-8")
        text = text.replace("/usr/local/lib/co2desk/check_backup.py", "/bin/true")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    units = sorted(tmp_path.glob("*.timer")) + sorted(tmp_path.glob("*[a-z].service"))
    said = subprocess.run([analyze, "verify", *units], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")

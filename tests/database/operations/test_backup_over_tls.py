"""A server that is reached over TLS is backed up and restored by programs that know no TLS."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.backup.make import make_backup
from co2desk.database.backup.programs import ClientPrograms, choose_programs, inspect_programs
from co2desk.database.backup.restore import restore_backup
from co2desk.database.backup.tls_relay import tls_relay
from co2desk.database.engine import ConnectionParameters
from co2desk.desktop.paths import migrations_dir
from co2desk.desktop.postgres_binaries import child_environment, shipped_folder
from co2desk.domain.backup import Proof
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from tests.servers.account import server_folder
from tests.servers.certificates import Authority, new_authority, self_signed
from tests.servers.cluster import SYSTEM_15, Cluster, new_cluster
from tests.servers.impostors import relay

pytestmark = pytest.mark.server

# Nobody comes in by TCP without TLS.
_ACCESS = "local all all scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n"


@dataclass
class Site:
    """A server that takes TLS alone, and the authority that people trust."""

    cluster: Cluster
    authority: Authority

    def way(self, **others: object) -> ConnectionParameters:
        """The way of the superuser from elsewhere."""
        trusted = str(self.authority.own.certificate)
        return self.cluster.by_tcp(user="postgres", sslrootcert=trusted, **others)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with server_folder() as folder, ExitStack() as stack:
        authority = new_authority(folder / "authority", "Test authority")
        genuine = authority.issue("localhost")
        cluster = stack.enter_context(
            new_cluster(
                folder / "pg",
                access=_ACCESS,
                ssl="on",
                ssl_cert_file=str(genuine.certificate),
                ssl_key_file=str(genuine.key),
            )
        )
        provision.prepare(cluster.superuser, "co2desk", migrations_dir())
        inside = provision.in_database(cluster.superuser, "co2desk")
        with provision.connected(inside) as connection:
            connection.execute("INSERT INTO laboratories (code, name) VALUES ('LAB', 'Lab')")
        yield Site(cluster, authority)


@pytest.fixture(scope="module")
def without_tls() -> ClientPrograms:
    """The programs that the installer brings along, which have no TLS."""
    folder = shipped_folder()
    assert folder is not None
    programs = inspect_programs(folder, child_environment())
    assert programs is not None
    assert not programs.tls
    return programs


def test_that_programs_with_tls_go_first_and_those_without_will_do(
    without_tls: ClientPrograms,
) -> None:
    environment, folders = child_environment(), [without_tls.folder, SYSTEM_15]
    assert choose_programs(folders, environment, server_major=15, tls=True).folder == SYSTEM_15
    newer = choose_programs(folders, environment, server_major=18, tls=True)
    assert newer.folder == without_tls.folder


@pytest.mark.parametrize("programs", ["with TLS", "without TLS"])
def test_that_a_server_behind_tls_is_backed_up_and_tried(
    site: Site, without_tls: ClientPrograms, tmp_path: Path, programs: str
) -> None:
    system = inspect_programs(SYSTEM_15, child_environment())
    assert system is not None
    chosen = system if programs == "with TLS" else without_tls
    made = make_backup(site.way(), tmp_path / "all.dump", chosen, tried=True)
    assert made.proof is Proof.EQUAL
    assert {one.name: one.rows for one in made.tables}["public.laboratories"] == 1


def test_that_it_is_restored_there_too(
    site: Site, without_tls: ClientPrograms, tmp_path: Path
) -> None:
    made = make_backup(site.way(), tmp_path / "all.dump", without_tls)
    inside = provision.in_database(site.cluster.superuser, "co2desk")
    with provision.connected(inside) as connection:
        connection.execute("DELETE FROM laboratories")
    restore_backup(
        made.path, site.way(), without_tls, confirm_name="co2desk", safety_folder=tmp_path / "s"
    )
    with provision.connected(inside) as connection:
        assert connection.execute("SELECT code FROM laboratories").fetchall() == [("LAB",)]


def test_that_the_way_through_is_encrypted_and_closed_afterwards(site: Site) -> None:
    with tls_relay(site.way()) as way:
        assert (way.sslmode, Path(way.host).stat().st_mode & 0o077) == ("disable", 0)
        with psycopg.connect(**way.keywords()) as connection:  # type: ignore[arg-type]
            assert connection.execute(
                "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
            ).fetchone() == (True,)
            # More than any buffer between the two holds.
            big = connection.execute("SELECT repeat('x', 20000000)").fetchone()
            assert big is not None
            assert len(big[0]) == 20_000_000
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(**way.keywords())  # type: ignore[arg-type]


def test_that_an_impostor_is_refused_before_any_program_runs(
    site: Site, without_tls: ClientPrograms, tmp_path: Path
) -> None:
    for own in (self_signed(tmp_path, "localhost"), site.authority.issue("elsewhere.example.org")):
        with relay(site.cluster.port, own) as impostor:
            way = site.way(port=impostor.port)
            with pytest.raises(DatabaseProblem) as caught:
                make_backup(way, tmp_path / "all.dump", without_tls)
            assert caught.value.code is ErrorCode.SERVER_UNREACHABLE
            # The control: whoever asks for encryption alone is listened in to.
            blind = replace(way, sslmode="require", require_auth="")
            blind = replace(blind, extra=(("channel_binding", "disable"),))
            with tls_relay(blind):
                assert impostor.heard(b"postgres")
    assert list(tmp_path.glob("*.dump")) == []

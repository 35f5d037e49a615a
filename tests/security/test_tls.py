"""With this program's defaults only the genuine server is talked to, and no password gets out."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest

from co2desk.database import provision
from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.engine import ConnectionParameters
from co2desk.desktop.paths import migrations_dir
from co2desk.domain.connection_check import CheckCode, succeeded
from tests.servers.account import server_folder
from tests.servers.certificates import Authority, new_authority, self_signed
from tests.servers.cluster import PASSWORD, Cluster, new_cluster
from tests.servers.impostors import password_thief, relay
from tests.servers.pgbouncer import running_pgbouncer

pytestmark = pytest.mark.server

# What somebody writes who has not thought about it; shows that the traps catch.
NAIVE: dict[str, object] = {"sslmode": "prefer", "require_auth": ""}


@dataclass
class Site:
    """A database server with TLS, a pooler before it, and the authority that people trust."""

    cluster: Cluster
    pooler_port: int
    authority: Authority

    def way(self, port: int = 0, **others: object) -> ConnectionParameters:
        """The way of a workstation that trusts the site's authority."""
        return self.cluster.by_tcp(
            port=port or self.cluster.port,
            sslrootcert=str(self.authority.own.certificate),
            **others,
        )


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with server_folder() as folder, ExitStack() as stack:
        authority = new_authority(folder / "authority", "Test authority")
        genuine = authority.issue("localhost")
        cluster = stack.enter_context(
            new_cluster(
                folder / "pg",
                ssl="on",
                ssl_cert_file=str(genuine.certificate),
                ssl_key_file=str(genuine.key),
            )
        )
        provision.prepare(cluster.superuser, "co2desk", migrations_dir(), _ada())
        pooler = stack.enter_context(
            running_pgbouncer(folder / "pgb", cluster, "co2desk", certificate=genuine)
        )
        yield Site(cluster, pooler.port, authority)


def _ada() -> provision.Login:
    return provision.Login("ada", provision.ADMIN, "Ada", PASSWORD)


def gets_in(parameters: ConnectionParameters) -> bool:
    refused = ""
    try:
        with psycopg.connect(**parameters.keywords()) as connection:  # type: ignore[arg-type]
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError as error:
        refused = str(error)
    assert PASSWORD not in refused
    return False


def found(parameters: ConnectionParameters) -> CheckCode:
    checks = diagnose(parameters, migrations_dir())
    return next((one.code for one in checks if one.outcome != "good"), checks[-1].code)


def test_that_the_genuine_server_is_connected_to_and_bound_to_its_tls(site: Site) -> None:
    with psycopg.connect(**site.way().keywords()) as connection:  # type: ignore[arg-type]
        assert connection.pgconn.ssl_in_use
    checks = diagnose(site.way(), migrations_dir())
    assert succeeded(checks)
    assert CheckCode.TLS_VERIFIED in [one.code for one in checks]
    assert gets_in(site.way(site.pooler_port, pooled=True))


def test_that_a_relay_with_its_own_certificate_is_refused(site: Site, tmp_path: Path) -> None:
    with relay(site.cluster.port, self_signed(tmp_path, "localhost")) as impostor:
        assert not gets_in(site.way(impostor.port))
        assert found(site.way(impostor.port)) is CheckCode.TLS_UNKNOWN_AUTHORITY
    with relay(site.pooler_port, self_signed(tmp_path, "localhost")) as impostor:
        assert not gets_in(site.way(impostor.port, pooled=True))
        assert not impostor.heard(b"SELECT")
        # a pooler cannot be bound to, so the naive client is listened in to
        assert gets_in(site.way(impostor.port, pooled=True, **NAIVE))
        assert impostor.heard(b"SELECT 1")


def test_that_a_relay_with_a_certificate_of_the_right_authority_for_another_host_is_refused(
    site: Site,
) -> None:
    with relay(site.cluster.port, site.authority.issue("elsewhere.example.org")) as impostor:
        assert not gets_in(site.way(impostor.port))
        assert found(site.way(impostor.port)) is CheckCode.TLS_WRONG_NAME
        assert not gets_in(site.way(impostor.port, sslmode="verify-ca"))  # channel binding
    assert not gets_in(site.way(host="127.0.0.1"))


def test_that_a_certificate_out_of_date_is_refused_and_named(site: Site) -> None:
    with relay(site.cluster.port, site.authority.issue("localhost", days=-1)) as impostor:
        assert not gets_in(site.way(impostor.port))
        assert found(site.way(impostor.port)) is CheckCode.TLS_EXPIRED


def test_that_a_relay_that_strips_tls_is_refused(site: Site) -> None:
    with relay(site.cluster.port, None) as impostor:
        assert not gets_in(site.way(impostor.port))
        assert found(site.way(impostor.port)) is CheckCode.TLS_NOT_OFFERED
        assert not impostor.heard(b"ada")
        assert gets_in(site.way(impostor.port, **NAIVE))
        assert impostor.heard(b"SELECT 1")


@pytest.mark.parametrize("kind", ["plain", "self-signed", "of the right authority"])
def test_that_nobody_gets_the_password_by_asking_for_it(
    site: Site, tmp_path: Path, kind: str
) -> None:
    """Even the genuine certificate does not make the password be sent in the clear."""
    own = {
        "plain": None,
        "self-signed": self_signed(tmp_path, "localhost"),
        "of the right authority": site.authority.issue("localhost"),
    }[kind]
    with password_thief(own) as thief:
        for mode in ("verify-full", "require", "prefer"):
            assert not gets_in(site.way(thief.port, sslmode=mode))
        assert not gets_in(site.way(thief.port, pooled=True))
        found(site.way(thief.port))
        assert not thief.heard(PASSWORD.encode())
        assert not gets_in(site.way(thief.port, **NAIVE))
        assert thief.heard(PASSWORD.encode())


def test_that_a_weaker_mode_by_consent_is_told_as_a_warning(site: Site) -> None:
    weak = diagnose(site.way(sslmode="require"), migrations_dir())
    assert succeeded(weak)
    assert CheckCode.TLS_WEAK in [one.code for one in weak]
    none = diagnose(site.way(sslmode="disable"), migrations_dir())
    assert succeeded(none)
    assert CheckCode.TLS_NONE in [one.code for one in none]


def test_that_a_missing_authorities_file_is_named(site: Site) -> None:
    assert found(replace(site.way(), sslrootcert="/nowhere/ca.pem")) is (
        CheckCode.TLS_AUTHORITIES_MISSING
    )


def test_that_the_systems_authorities_are_really_those_of_the_system(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel's libpq looks for them where it was built."""
    system = replace(site.way(), sslrootcert="system")
    assert found(system) is CheckCode.TLS_UNKNOWN_AUTHORITY
    monkeypatch.setenv("SSL_CERT_FILE", str(site.authority.own.certificate))
    assert gets_in(system)

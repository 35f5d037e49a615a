"""Logins without a password: by client certificate, by Kerberos; what OAuth needs to be told."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest
from psycopg import pq

from co2desk.database import provision
from co2desk.database.backup.tls_relay import tls_relay
from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.engine import ConnectionParameters
from co2desk.database.unit_of_work import Database
from co2desk.desktop.paths import migrations_dir
from co2desk.desktop.profiles import ConnectionProfile, Login
from co2desk.domain.connection_check import CheckCode, succeeded
from co2desk.services.connection_choice import profile_parameters
from tests.servers.account import free_port, give_away, server_folder
from tests.servers.certificates import Authority, Certificate, new_authority
from tests.servers.cluster import PASSWORD, Cluster, new_cluster

_ADA = provision.Login("ada", provision.ADMIN, "Ada", PASSWORD)


def codes(parameters: ConnectionParameters) -> list[CheckCode]:
    return [one.code for one in diagnose(parameters, migrations_dir())]


@dataclass
class Site:
    """A server with TLS that knows the authority of people's certificates."""

    cluster: Cluster
    authority: Authority

    def profile(self, own: Certificate | None, login: Login) -> ConnectionProfile:
        """Ada's connection."""
        return ConnectionProfile(
            name="site",
            host="localhost",
            port=self.cluster.port,
            user="ada",
            ca_file=str(self.authority.own.certificate),
            certificate=str(own.certificate) if own else "",
            certificate_key=str(own.key) if own else "",
            login=login,
        )


def for_people(certificate: Certificate) -> Certificate:
    """Give a certificate to whoever runs the tests: libpq takes no key that is somebody else's."""
    os.chown(certificate.key, os.geteuid(), os.getegid())
    return certificate


@contextmanager
def site(access: str) -> Iterator[Site]:
    with server_folder() as folder:
        authority = new_authority(folder / "authority", "Test authority")
        genuine = authority.issue("localhost")
        with new_cluster(
            folder / "pg",
            access=f"local all all scram-sha-256\n{access}\n",
            ssl="on",
            ssl_cert_file=str(genuine.certificate),
            ssl_key_file=str(genuine.key),
            ssl_ca_file=str(authority.own.certificate),
        ) as cluster:
            provision.prepare(cluster.superuser, "co2desk", migrations_dir(), _ADA)
            yield Site(cluster, authority)


@pytest.mark.server
def test_that_a_certificate_alone_lets_a_person_in() -> None:
    with site("hostssl all all 127.0.0.1/32 cert") as here:
        mine = for_people(here.authority.issue("ada", client=True))
        way = profile_parameters(here.profile(mine, Login.CERTIFICATE))
        assert succeeded(diagnose(way, migrations_dir()))
        database = Database(way)
        with database.connection() as connection:
            assert connection.exec_driver_sql("SELECT session_user").scalar_one() == "ada"
        database.close()
        # Backups by programs that know no TLS show it too.
        with tls_relay(way) as relayed, psycopg.connect(**relayed.keywords()) as connection:  # type: ignore[arg-type]
            assert connection.info.user == "ada"
        nothing = profile_parameters(here.profile(None, Login.CERTIFICATE))
        assert codes(nothing)[-1] is CheckCode.CERTIFICATE_WANTED
        others = for_people(here.authority.issue("mia", client=True))
        refused = codes(profile_parameters(here.profile(others, Login.CERTIFICATE)))[-1]
        assert refused is CheckCode.CERTIFICATE_REFUSED
        gone = replace(mine, certificate=Path("/nowhere/ada.crt"))
        missing = codes(profile_parameters(here.profile(gone, Login.CERTIFICATE)))[-1]
        assert missing is CheckCode.CERTIFICATE_WANTED
        mine.key.chmod(0o644)
        unusable = codes(profile_parameters(here.profile(mine, Login.CERTIFICATE)))[-1]
        assert unusable is CheckCode.CERTIFICATE_UNUSABLE


@pytest.mark.server
def test_that_a_certificate_may_be_wanted_beside_the_password() -> None:
    with site("hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-full") as here:
        mine = for_people(here.authority.issue("ada", client=True))
        profile = here.profile(mine, Login.PASSWORD)
        assert succeeded(diagnose(profile_parameters(profile, PASSWORD), migrations_dir()))
        wrong = codes(profile_parameters(profile, "wrong"))[-1]
        assert wrong is CheckCode.PASSWORD_REFUSED
        alone = profile_parameters(here.profile(None, Login.PASSWORD), PASSWORD)
        assert codes(alone)[-1] is CheckCode.CERTIFICATE_WANTED


REALM = "CO2DESK.TEST"


@contextmanager
def kerberos(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Run a key distribution centre on loopback; yields the keytab of the database server."""
    missing = [name for name in ("krb5kdc", "kdb5_util", "kadmin.local", "kinit")
               if shutil.which(name, path="/usr/sbin:/usr/bin") is None]  # fmt: skip
    if missing:
        pytest.fail(f"missing: {missing}; packaging/setup_dev.py --with servers", pytrace=False)
    port, keytab = free_port(), folder / "postgres.keytab"
    (folder / "krb5.conf").write_text(
        f"[libdefaults]\ndefault_realm = {REALM}\ndns_lookup_kdc = false\nrdns = false\n"
        "dns_canonicalize_hostname = false\n"
        f"[realms]\n{REALM} = {{\n kdc = 127.0.0.1:{port}\n}}\n"
        f"[domain_realm]\nlocalhost = {REALM}\n"
    )
    (folder / "kdc.conf").write_text(
        f"[realms]\n{REALM} = {{\n database_name = {folder}/principal\n"
        f" key_stash_file = {folder}/stash\n acl_file = {folder}/acl\n"
        f" kdc_listen = 127.0.0.1:{port}\n kdc_tcp_listen = 127.0.0.1:{port}\n}}\n"
    )
    monkeypatch.setenv("KRB5_CONFIG", str(folder / "krb5.conf"))
    monkeypatch.setenv("KRB5_KDC_PROFILE", str(folder / "kdc.conf"))
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{folder}/tickets")

    def run(*command: str, said: str = "") -> None:
        subprocess.run(
            command, input=said, text=True, check=True, capture_output=True, timeout=60,
            env={**os.environ, "PATH": "/usr/sbin:/usr/bin"},
        )  # fmt: skip

    run("kdb5_util", "create", "-s", "-r", REALM, "-P", "only for this test")
    run("kadmin.local", "-q", "addprinc -pw ticket ada")
    run("kadmin.local", "-q", "addprinc -randkey postgres/localhost")
    run("kadmin.local", "-q", f"ktadd -k {keytab} postgres/localhost")
    give_away(keytab)
    centre = subprocess.Popen(
        ["/usr/sbin/krb5kdc", "-n"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(50):
            try:
                run("kinit", "ada", said="ticket\n")
                break
            except subprocess.CalledProcessError:
                pass
        yield keytab
    finally:
        centre.terminate()
        centre.wait(15)


@pytest.mark.server
def test_that_a_kerberos_ticket_lets_a_person_in(monkeypatch: pytest.MonkeyPatch) -> None:
    with server_folder() as folder, kerberos(folder, monkeypatch) as keytab:
        access = "host all all 127.0.0.1/32 gss include_realm=0"
        with new_cluster(
            folder / "pg",
            access=f"local all all scram-sha-256\n{access}\n",
            krb_server_keyfile=str(keytab),
        ) as cluster:
            provision.prepare(cluster.superuser, "co2desk", migrations_dir(), _ADA)
            profile = ConnectionProfile(
                name="campus",
                host="localhost",
                port=cluster.port,
                user="ada",
                login=Login.KERBEROS,
            )
            way = replace(profile_parameters(profile), sslmode="disable", sslrootcert="")
            assert succeeded(diagnose(way, migrations_dir())), codes(way)
            stranger = codes(replace(way, user="mia"))[-1]
            assert stranger is CheckCode.TICKET_MISSING
            (folder / "tickets").unlink()
            assert codes(way)[-1] is CheckCode.TICKET_MISSING


def test_that_what_oauth_needs_reaches_libpq() -> None:
    """The server needs a validator that PostgreSQL does not bring along: only the way is tried."""
    profile = ConnectionProfile(
        name="sso",
        host="db.example.org",
        user="ada",
        login=Login.OAUTH,
        oauth_issuer="https://login.example.org",
        oauth_client_id="co2desk",
    )
    keywords = profile_parameters(profile).keywords()
    known = {option.keyword.decode() for option in pq.Conninfo.get_defaults()}
    assert set(keywords) <= known
    assert keywords["require_auth"] == "oauth"
    assert keywords["oauth_issuer"] == "https://login.example.org"
    assert keywords["oauth_client_id"] == "co2desk"
    assert keywords["channel_binding"] == "prefer"

"""A standby answers reports, and takes over while imports run: none is lost, none is doubled."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from co2desk.database import provision
from co2desk.database.diagnosis.diagnose import diagnose
from co2desk.database.engine import ConnectionParameters
from co2desk.database.health.overview import read_health
from co2desk.database.import_commit import send_import
from co2desk.database.published_years import PublishedYears
from co2desk.database.reporting import for_reports
from co2desk.database.unit_of_work import Database
from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import migrations_dir
from co2desk.desktop.profiles import ConnectionProfile, TlsMode
from co2desk.desktop.secrets import SecretStore
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.connection_check import CheckCode
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.ids import LabId
from co2desk.domain.import_job import ImportToCommit
from co2desk.services.browse_activities import Activities
from co2desk.services.closed_years import closed_year, standby_state
from co2desk.services.connect import Connection
from co2desk.services.connection_choice import ChosenBy, ConnectionChoice
from co2desk.services.start_up import EmbeddedDatabase
from tests.database.builders import good_row, import_of
from tests.servers.account import give_away, server_folder
from tests.servers.cluster import PASSWORD, Cluster, new_cluster

pytestmark = pytest.mark.server

ROWS = 20
ACCESS = (
    "local all all scram-sha-256\nlocal replication all scram-sha-256\n"
    "host all all 127.0.0.0/8 scram-sha-256\n"
)


@dataclass
class Pair:
    """A primary and its standby. The two listen on one port, at 127.0.0.1 and 127.0.0.2."""

    primary: Cluster
    standby: Cluster
    lab: str

    def way(self, hosts: str = "127.0.0.1,127.0.0.2", **others: object) -> ConnectionParameters:
        """How a workstation comes in."""
        known = {"host": hosts, "sslmode": "disable", "connect_timeout": 2}
        return self.primary.by_tcp(**{"target_session_attrs": "read-write"} | known | others)


@pytest.fixture
def pair() -> Iterator[Pair]:
    access = ACCESS
    with (
        server_folder() as folder,
        new_cluster(
            folder / "a",
            access=access,
            wal_level="replica",
            max_wal_senders="4",
            hot_standby="on",
            synchronous_standby_names="*",
        ) as primary,
    ):
        unsynchronised = {**primary.settings(), "wal_level": "replica", "max_wal_senders": "4"}
        primary.configure(unsynchronised, access)
        primary.run("pg_ctl", "-D", str(primary.data), "reload")
        provision.prepare(primary.superuser, "co2desk", migrations_dir(), _ada())
        inside = provision.in_database(primary.superuser, "co2desk")
        with provision.connected(inside) as connection:
            row = connection.execute(
                "INSERT INTO laboratories (code, name) VALUES ('LAB', 'Lab') RETURNING id"
            ).fetchone()
        with standby_of(primary, folder / "b", access) as standby:
            # From now on, what is acknowledged is on both.
            primary.configure({**unsynchronised, "synchronous_standby_names": "*"}, access)
            primary.run("pg_ctl", "-D", str(primary.data), "reload")
            yield Pair(primary, standby, str(row[0] if row else ""))


def _ada() -> provision.Login:
    return provision.Login("ada", provision.ADMIN, "Ada", PASSWORD)


@contextmanager
def standby_of(primary: Cluster, folder: Path, access: str) -> Iterator[Cluster]:
    """Copy a running primary and follow it, as docs/admin/standby.md says."""
    folder.mkdir()
    give_away(folder)
    passwords = folder / "pgpass"
    passwords.write_text(f"*:*:*:*:{PASSWORD}\n", encoding="utf-8")
    passwords.chmod(0o600)
    give_away(passwords)
    standby = Cluster(folder, primary.port)
    source = f"host={primary.folder} port={primary.port} user=postgres passfile={passwords}"
    standby.run(
        "pg_basebackup", "-D", str(standby.data), "-d", source, "-R", "-X", "stream",
        "--checkpoint=fast", "--no-sync",
    )  # fmt: skip
    following = (standby.data / "postgresql.auto.conf").read_text().splitlines()
    [source_line] = [line for line in following if line.startswith("primary_conninfo")][-1:]
    value = source_line.partition("=")[2].strip().removeprefix("'").removesuffix("'")
    settings = standby.settings(listen_addresses="127.0.0.2", hot_standby="on")
    standby.configure({**settings, "primary_conninfo": value}, access)
    try:
        standby.start()
        yield standby
    finally:
        standby.stop()


@dataclass
class Sender:
    """A workstation that imports one file after the other, and sends again until it is told yes."""

    pair: Pair
    stop: threading.Event
    acknowledged: list[UUID] = field(default_factory=list)
    refused: int = 0

    def run(self) -> None:
        database = Database(self.pair.way())
        try:
            while not self.stop.is_set():
                self.send(database, import_of(self.pair.lab, _rows()))
        finally:
            database.close()

    def send(self, database: Database, job: ImportToCommit) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                send_import(database, job)
            except DatabaseProblem:
                self.refused += 1
                time.sleep(0.2)
            else:
                self.acknowledged.append(job.job_id)
                return
        raise AssertionError("no answer in a minute")


def _rows() -> list[object]:
    return [good_row(number) for number in range(1, ROWS + 1)]


def test_that_a_promotion_during_imports_loses_and_doubles_nothing(
    pair: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    stop = threading.Event()
    senders = [Sender(pair, stop) for _ in range(4)]
    threads = [threading.Thread(target=one.run) for one in senders]
    for thread in threads:
        thread.start()
    time.sleep(2)
    before = sum(len(one.acknowledged) for one in senders)
    pair.primary.stop("immediate")
    pair.standby.promote()
    time.sleep(3)
    stop.set()
    for thread in threads:
        thread.join(70)
        assert not thread.is_alive()
    acknowledged = [job for one in senders for job in one.acknowledged]
    assert before > 0
    assert len(acknowledged) > before
    assert "sent again" in caplog.text or sum(one.refused for one in senders) > 0
    inside = provision.in_database(pair.standby.superuser, "co2desk")
    with provision.connected(inside) as connection:
        rows = connection.execute(
            "SELECT r.import_job_id, count(a.id) FROM import_rows r "
            "LEFT JOIN activities a ON a.import_row_id = r.id GROUP BY 1"
        ).fetchall()
        wrong = connection.execute("SELECT rebuild_results()").fetchone()
    assert {job for job, _ in rows} == set(acknowledged)
    assert {count for _, count in rows} == {ROWS}
    assert wrong == (0,)


def test_that_reports_go_to_the_standby_and_cannot_write(pair: Pair) -> None:
    way = for_reports(pair.way("127.0.0.1"), "127.0.0.2")
    database = Database(way)
    try:
        deadline = time.monotonic() + 10
        with database.connection() as connection:
            assert connection.scalar(text("SELECT pg_is_in_recovery()"))
            while connection.scalar(text("SELECT count(*) FROM laboratories")) == 0:
                assert time.monotonic() < deadline
            assert read_health(connection).replay_delay_seconds is not None
        with (
            pytest.raises(DatabaseProblem) as caught,
            database.transaction() as session,
        ):
            session.execute(text("UPDATE laboratories SET name = 'x'"))
        assert caught.value.code is ErrorCode.NOT_PERMITTED
    finally:
        database.close()
    pair.standby.stop()
    on_the_primary = Database(way)
    try:
        with on_the_primary.connection() as connection:
            assert not connection.scalar(text("SELECT pg_is_in_recovery()"))
        with pytest.raises(DatabaseProblem), on_the_primary.transaction() as session:
            session.execute(text("UPDATE laboratories SET name = 'x'"))
    finally:
        on_the_primary.close()


@contextmanager
def opened(pair: Pair, folder: Path) -> Iterator[Connection]:
    """A connection whose profile names the standby, as a workstation opens it."""
    profile = ConnectionProfile(
        "shared",
        host="127.0.0.1",
        port=pair.primary.port,
        user="ada",
        tls=TlsMode.DISABLE,
        standby_host="127.0.0.2",
        weak_tls_accepted=True,
    )
    connection = Connection(
        ConnectionChoice(ChosenBy.PROFILE, profile=profile),
        EmbeddedDatabase(EmbeddedServer(folder / "server"), migrations_dir(), lambda _: None),
        SecretStore(),
        migrations_dir(),
        lambda *_: None,
    )
    connection.open(password=PASSWORD)
    try:
        yield connection
    finally:
        connection.close()


def test_that_a_published_year_is_exported_from_a_standby_that_has_it_and_no_other_year_is(
    pair: Pair, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever the standby has not got yet comes from the primary; when it dies, the rest does."""
    caplog.set_level("INFO")
    year = good_row(2).activity.date.year  # type: ignore[union-attr]
    wanted = ActivityFilter(year=year)

    def replaying(function: str) -> None:
        inside = provision.in_database(pair.standby.superuser, "co2desk")
        with provision.connected(inside) as superuser:
            superuser.execute(f"SELECT pg_wal_replay_{function}()")

    def change_publication(how: str) -> None:
        with connection.database.transaction() as session:
            getattr(PublishedYears(session), how)(LabId(UUID(pair.lab)), year)

    def wait_until_there() -> None:
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            with closed_year(connection, year, ()) as source:
                if source.on_standby:
                    return
            time.sleep(0.1)
        raise AssertionError("the standby never had it")

    def exported() -> int:
        caplog.clear()
        activities = Activities(connection, None, Messages("en"))  # type: ignore[arg-type]
        return activities.export(tmp_path / "year.csv", wanted)

    with opened(pair, tmp_path) as connection:
        send_import(connection.database, import_of(pair.lab, _rows()))
        assert exported() == ROWS
        assert "read from" not in caplog.text
        change_publication("publish")
        wait_until_there()
        assert exported() == ROWS
        assert "is read from the standby, " in caplog.text
        # Reopened, added to and published again, and the standby knows nothing of it yet.
        replaying("pause")
        change_publication("reopen")
        send_import(connection.database, import_of(pair.lab, _rows()))
        change_publication("publish")
        assert exported() == 2 * ROWS
        assert "has not got that far" in caplog.text
        replaying("resume")
        wait_until_there()
        assert exported() == 2 * ROWS
        assert "is read from the standby, " in caplog.text
        state = standby_state(connection)
        assert state is not None
        assert (state["name"], state["answers"]) == ("127.0.0.2", True)
        assert isinstance(state["replay_delay_seconds"], float)
        with closed_year(connection, year, ()) as source:
            assert source.on_standby
            pair.standby.stop()
            count = source.read(
                lambda session: session.scalar(text("SELECT count(*) FROM activities"))
            )
            assert count == 2 * ROWS
        assert exported() == 2 * ROWS
        assert "no standby answers" in caplog.text
        state = standby_state(connection)
        assert state is not None
        assert state["answers"] is False


def test_that_health_and_diagnosis_know_primary_and_standby(pair: Pair) -> None:
    superuser = provision.in_database(pair.primary.superuser, "co2desk")
    database = Database(superuser)
    with database.connection() as connection:
        [standby] = read_health(connection).standbys
    database.close()
    assert standby.state == "streaming"
    only = diagnose(pair.way("127.0.0.2"), migrations_dir())
    assert only[-1].code is CheckCode.ONLY_STANDBY
    looked_at = diagnose(pair.way("127.0.0.2", target_session_attrs="any"), migrations_dir())
    assert CheckCode.STANDBY in [one.code for one in looked_at]

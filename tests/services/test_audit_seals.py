"""The audit log is sealed by those who work, and what was seen of it is remembered."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import text

from co2desk.app.container import build_services
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.services.bundle import Services
from tests.postgres import DatabaseForTest


@pytest.fixture
def ours(
    database: DatabaseForTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    """Ada's services on a shared server."""
    ada = database.person("ada", "co2calculator_admin")
    monkeypatch.setenv(
        "CO2DESK_DATABASE",
        f"postgresql://{ada.user}:{quote(ada.password)}@/{ada.dbname}"
        f"?host={quote(ada.host, safe='')}&port={ada.port}",
    )
    services = build_services(folder=tmp_path / "home")
    services.connection.open()
    yield services
    services.connection.close()


def sealed(database: DatabaseForTest) -> tuple[object, ...]:
    """Entries that are sealed, and entries that are not."""
    [counts] = database.execute(
        """SELECT (SELECT coalesce(sum(entries), 0) FROM audit_seals)::int,
            (SELECT count(*) FROM audit_logs
             WHERE id > (SELECT coalesce(max(up_to), 0) FROM audit_seals))::int"""
    )
    return counts


def test_that_verifying_seals_what_the_log_has_gained(
    ours: Services, database: DatabaseForTest
) -> None:
    ours.labs.add("LAB-A")
    found = ours.administration.verify_audit()
    assert (found.intact, found.seals) == (True, 1)
    assert sealed(database) == (found.entries, 0)
    ours.labs.add("LAB-B")
    assert ours.administration.verify_audit().seals == 2


@pytest.mark.parametrize("verified", [True, False])
def test_that_an_end_cut_off_with_its_seal_is_found_by_who_saw_it(
    ours: Services, database: DatabaseForTest, verified: bool
) -> None:
    ours.labs.add("LAB-A")
    ours.administration.seal_audit()
    ours.labs.add("LAB-B")
    if verified:
        ours.administration.verify_audit()
    else:
        ours.administration.seal_audit()
    database.execute(
        "DELETE FROM audit_logs WHERE id > (SELECT up_to FROM audit_seals WHERE n = 1)"
    )
    database.execute("DELETE FROM audit_seals WHERE n = 2")
    # Whoever seals every day neither covers it up nor forgets it.
    ours.labs.add("LAB-C")
    assert not ours.administration.seal_audit()
    found = ours.administration.verify_audit()
    assert (found.intact, found.broken_at, found.only_gone) == (False, 2, True)
    # Until somebody says that a backup was restored.
    ours.administration.accept_audit()
    assert ours.administration.verify_audit().intact


def test_that_a_changed_entry_is_never_taken_for_a_restored_backup(
    ours: Services, database: DatabaseForTest
) -> None:
    ours.labs.add("LAB-A")
    ours.administration.verify_audit()
    database.execute("UPDATE audit_logs SET action = 'delete'")
    found = ours.administration.verify_audit()
    assert (found.intact, found.broken_at, found.only_gone) == (False, 1, False)


def test_that_sealing_gives_way_to_those_who_write(
    ours: Services, database: DatabaseForTest
) -> None:
    ours.labs.add("LAB-A")
    before = sealed(database)
    writer = database.open("ada")
    with writer.transaction() as session:
        session.execute(text("UPDATE laboratories SET name = 'slow' WHERE code = 'LAB-A'"))
        began = time.monotonic()
        with pytest.raises(DatabaseProblem) as busy:
            ours.administration.seal_audit()
        assert busy.value.code is ErrorCode.SERVER_BUSY
        assert time.monotonic() - began < 3
    assert sealed(database)[0] == before[0]

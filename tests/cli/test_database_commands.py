"""The group `db` and `connect`, each on a real server."""

import os
import secrets
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from psycopg import sql

from co2desk.database import provision
from co2desk.database.engine import ConnectionParameters
from tests.cli.conftest import Run
from tests.postgres import PASSWORD, DatabaseForTest, Server


@pytest.fixture
def shared(database: DatabaseForTest, monkeypatch: pytest.MonkeyPatch) -> DatabaseForTest:
    """A database of the test's own that the person reaches by an address, as its superuser."""
    where = database.superuser
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    monkeypatch.setenv(
        "CO2DESK_DATABASE", f"postgresql://{where.user}@/{where.dbname}?host={where.host}"
    )
    return database


def test_that_status_tells_everything_of_the_contract(co2desk: Run, shared: DatabaseForTest):
    told = co2desk("db", "status", "--json")
    assert told.code == 0
    assert set(told.json) >= {
        "server_version", "schema", "head", "compatible", "role", "embedded",
    }  # fmt: skip
    assert told.json["schema"] == told.json["head"]
    assert told.json["compatible"] is True
    assert told.json["embedded"] is False
    assert int(told.json["server_version"].split(".")[0]) == shared.server.major


def test_that_the_schema_goes_down_and_up_again_after_a_backup(
    co2desk: Run, shared: DatabaseForTest, tmp_path: Path
):
    head = co2desk("db", "current", "--json").json["schema"]
    backup = tmp_path / "before.dump"
    down = co2desk("db", "downgrade", "-1", "--backup-to", backup, "--json")
    assert down.code == 0, down.err
    assert backup.is_file()
    assert down.json["schema"] < head
    history = co2desk("db", "history", "--json").json["revisions"]
    assert [one["revision"] for one in history if not one["applied"]] == [head]
    refused = co2desk("labs")
    assert refused.code == 3
    assert "db upgrade" in refused.err
    up = co2desk("db", "upgrade", "--no-backup", "--json")
    assert (up.code, up.json["schema"], up.json["applied"]) == (0, head, [head])
    assert co2desk("labs").code == 0


def test_that_the_history_speaks_the_persons_language_and_its_document_one(
    co2desk: Run, shared: DatabaseForTest, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CO2DESK_LANGUAGE", "de")
    assert "Aktivitäten veröffentlichter Jahre sind eingefroren." in co2desk("db", "history").out
    document = co2desk("db", "history", "--json").json["revisions"]
    assert document[5] == {
        "revision": "006", "title": "Activities of published years are frozen.", "applied": True,
    }  # fmt: skip


def test_that_an_upgrade_with_nothing_to_do_makes_no_backup(
    co2desk: Run, shared: DatabaseForTest, tmp_path: Path
):
    backup = tmp_path / "before.dump"
    again = co2desk("db", "upgrade", "--backup-to", backup, "--json")
    assert (again.code, again.json["applied"], again.json["backup"]) == (0, [], None)
    assert not backup.exists()


def test_that_a_schema_from_the_future_is_left_alone_and_not_backed_up(
    co2desk: Run, shared: DatabaseForTest, tmp_path: Path
):
    shared.execute("UPDATE alembic_version SET version_num = '999'")
    backup = tmp_path / "before.dump"
    for step in (("upgrade",), ("downgrade", "-1")):
        refused = co2desk("db", *step, "--backup-to", backup)
        assert refused.code == 3
        assert "newer" in refused.err
    assert not backup.exists()


def test_that_a_backup_is_verified_and_restored_under_the_typed_name_only(
    co2desk: Run, shared: DatabaseForTest, tmp_path: Path
):
    shared.lab("KEEP")
    out = tmp_path / "all.dump"
    made = co2desk("db", "backup", "--out", out, "--json")
    assert made.code == 0, made.err
    assert made.json["tables"]["public.laboratories"] == 1
    assert co2desk("db", "backup", "--out", out).code == 2
    verified = co2desk("db", "verify", out, "--json")
    assert verified.code == 0, verified.err
    assert verified.json["tables"] == made.json["tables"]
    shared.execute("DELETE FROM laboratories")
    assert co2desk("db", "restore", out, "--name", "another").code == 2
    unasked = co2desk("db", "restore", out)
    assert (unasked.code, shared.name in unasked.err) == (2, True)
    restored = co2desk("db", "restore", out, "--name", shared.name, "--json")
    assert restored.code == 0, restored.err
    assert Path(restored.json["safety_backup"]).is_file()
    assert [lab["code"] for lab in co2desk("labs", "--json").json["labs"]] == ["KEEP"]
    out.write_bytes(out.read_bytes()[:-100])
    assert co2desk("db", "verify", out).code == 3


def test_that_an_encrypted_backup_is_made_verified_and_restored(
    co2desk: Run, shared: DatabaseForTest, tmp_path: Path
):
    shared.lab("KEEP")
    key, out = tmp_path / "key", tmp_path / "all.dump.age"
    unasked = co2desk("db", "backup", "--out", out, "--encrypt")
    assert (unasked.code, "--passphrase-file" in unasked.err) == (2, True)
    public = co2desk("db", "new-key", "--out", key, "--json").json["public_key"]
    made = co2desk("db", "backup", "--out", out, "--recipient", public, "--json")
    assert (made.code, made.json["encrypted"]) == (0, True), made.err
    closed = co2desk("db", "verify", out)
    assert (closed.code, "--identity" in closed.err) == (2, True)
    shared.execute("DELETE FROM laboratories")
    restored = co2desk("db", "restore", out, "--identity", key, "--name", shared.name)
    assert restored.code == 0, restored.err
    assert [lab["code"] for lab in co2desk("labs", "--json").json["labs"]] == ["KEEP"]


@pytest.mark.slow
def test_that_a_backup_is_encrypted_by_a_passphrase_from_a_file(
    co2desk: Run, shared: DatabaseForTest, tmp_path: Path
):
    words, out = tmp_path / "words", tmp_path / "all.dump.age"
    words.write_text("a phrase of several words\n")
    made = co2desk("db", "backup", "--out", out, "--encrypt", "--passphrase-file", words)
    assert made.code == 0, made.err
    closed = co2desk("db", "verify", out)
    assert (closed.code, "--passphrase-file" in closed.err) == (2, True)
    assert co2desk("db", "verify", out, "--passphrase-file", words).code == 0


def test_that_old_backups_are_pruned(co2desk: Run, tmp_path: Path):
    assert co2desk("db", "prune", tmp_path, "--json").json == {"deleted": []}
    assert co2desk("db", "prune", tmp_path / "missing").code == 2


def test_that_health_and_maintenance_work(co2desk: Run, shared: DatabaseForTest):
    health = co2desk("db", "health", "--json")
    assert health.code == 0
    assert {"connections", "tables", "unused_indexes", "locks"} <= set(health.json)
    assert co2desk("db", "maintain").code == 0


def test_that_a_granted_person_can_log_in_and_do_what_the_role_allows(
    co2desk: Run, shared: DatabaseForTest, monkeypatch: pytest.MonkeyPatch
):
    shared.lab("MINE")
    shared.lab("OTHER")
    granted = co2desk("db", "grant", "anna", "--role", "lab_manager", "--lab", "MINE", "--json")
    assert granted.code == 0, granted.err
    assert granted.json["new_login"] is True
    assert co2desk("db", "grant", "anna", "--role", "viewer", "--lab", "NOWHERE").code == 2
    assert co2desk("db", "grant", "anna", "--role", "king").code == 2
    [role] = co2desk("db", "roles", "--json").json["roles"]
    assert (role["user"], role["role"], role["lab"]) == ("anna", "lab_manager", "MINE")

    monkeypatch.setenv("PGPASSWORD", granted.json["password"])
    address = os.environ["CO2DESK_DATABASE"].replace("postgres@", "anna@")
    monkeypatch.setenv("CO2DESK_DATABASE", address)
    labs = co2desk("labs", "--json").json["labs"]
    assert [(lab["code"], lab["role"]) for lab in labs] == [("MINE", "lab_manager")]
    refused = co2desk("db", "grant", "eve", "--role", "admin")
    assert refused.code == 3


def test_that_the_audit_log_is_verified(co2desk: Run, shared: DatabaseForTest):
    shared.lab("SEEN")
    assert co2desk("db", "audit-verify", "--json").json["intact"] is True


def test_that_a_connection_is_kept_tried_and_forgotten(
    co2desk: Run, shared: DatabaseForTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.delenv("CO2DESK_DATABASE")
    monkeypatch.delenv("PGPASSWORD")
    where = shared.person("berta")
    secret = tmp_path / "password"
    secret.write_text(PASSWORD, encoding="utf-8")
    kept = co2desk(
        "connect", "campus", "--host", where.host, "--dbname", where.dbname, "--user", "berta",
        "--sslmode", "disable", "--accept-weak-tls", "--password-file", secret, "--test", "--json",
    )  # fmt: skip
    try:
        # Where there is no keyring, the password does not outlast the command.
        assert kept.code == 0, kept.out
        assert kept.json["works"] is True
        assert PASSWORD not in "".join(
            path.read_text("utf-8", errors="replace")
            for path in Path(os.environ["CO2DESK_HOME"]).glob("*.json")
        )
    finally:
        assert co2desk("connect", "campus", "--forget").code == 0
    assert co2desk("connect", "campus", "--test").code == 2


def test_that_a_weak_connection_needs_the_person_s_own_yes(co2desk: Run):
    weak = co2desk("connect", "weak", "--host", "db.example.org", "--sslmode", "require")
    assert weak.code == 2
    assert co2desk("connect", "weak", "--host", "h", "--sslmode", "prefer").code == 2


@pytest.fixture
def empty(
    person: Path, postgres_server: Server, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ConnectionParameters]:
    """A database with nothing in it, of the server's own superuser."""
    name = f"empty_{secrets.token_hex(6)}"
    where = postgres_server.superuser
    with provision.connected(where) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    monkeypatch.setenv("CO2DESK_DATABASE", f"postgresql://{where.user}@/{name}?host={where.host}")
    yield replace(where, dbname=name)
    with provision.connected(where) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def test_that_an_empty_database_is_ready_for_imports_after_one_upgrade(
    co2desk: Run, empty: ConnectionParameters, tmp_path: Path
):
    before = co2desk("db", "status", "--json").json
    assert (before["schema"], before["compatible"]) == (None, False)
    assert "db upgrade" in co2desk("labs").err
    upgraded = co2desk("db", "upgrade")
    assert upgraded.code == 0, upgraded.err
    assert "labs --add" in upgraded.out
    [first] = co2desk("db", "roles", "--json").json["roles"]
    assert (first["user"], first["role"], first["lab"]) == (empty.user, "admin", None)
    made = co2desk("labs", "--add", "LAB-A", "--name", "Première", "--json")
    assert [(lab["code"], lab["name"]) for lab in made.json["labs"]] == [("LAB-A", "Première")]
    again = co2desk("labs", "--add", "LAB-A")
    assert (again.code, again.err.split()[0]) == (3, "LAB-A")
    file = tmp_path / "fuel.csv"
    file.write_text("name,unit,quantity,date\nnatural gas,kWh,1200,2025-02-01\n", "utf-8")
    imported = co2desk("import", file, "--lab", "LAB-A", "--json")
    assert imported.code == 0, imported.err
    [result] = co2desk("results", "--json").json["results"]
    assert Decimal(result["co2e_kg"]) == 288


def test_that_an_upgrade_without_roles_and_rights_says_what_to_run_first(
    empty: ConnectionParameters, monkeypatch: pytest.MonkeyPatch, co2desk: Run
):
    address = os.environ["CO2DESK_DATABASE"].replace(f"{empty.user}@", "plain@")
    with provision.connected(empty) as connection:
        connection.execute(f"CREATE ROLE plain LOGIN PASSWORD '{PASSWORD}'")
        connection.execute("ALTER ROLE co2calculator_readonly RENAME TO co2calculator_away")
        try:
            monkeypatch.setenv("CO2DESK_DATABASE", address)
            refused = co2desk("db", "upgrade")
        finally:
            connection.execute("ALTER ROLE co2calculator_away RENAME TO co2calculator_readonly")
            connection.execute("DROP ROLE plain")
    assert refused.code == 3
    assert "co2calculator_readonly" in refused.err
    assert "roles.sql" in refused.err


def test_that_a_missing_database_is_told_from_an_empty_one(
    co2desk: Run, empty: ConnectionParameters, monkeypatch: pytest.MonkeyPatch
):
    address = os.environ["CO2DESK_DATABASE"].replace(empty.dbname, "nowhere")
    monkeypatch.setenv("CO2DESK_DATABASE", address)
    refused = co2desk("db", "upgrade")
    assert refused.code == 3
    assert "nowhere" in refused.err
    assert "db upgrade" not in refused.err

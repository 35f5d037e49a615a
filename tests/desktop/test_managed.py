"""What an administrator sets for a computer holds; a file with a mistake lets nothing by."""

import os
import sys
from pathlib import Path

import pytest

from co2desk.app.container import build_services
from co2desk.desktop.managed import ManagedSettings, managed_file, read_managed
from co2desk.desktop.messages import Messages
from co2desk.desktop.profiles import ConnectionProfile, ConnectionRules, ProfileFile, TlsMode
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.services.connection_choice import ChosenBy

INSTITUTE = """
[connection]
name = "Institute"
host = "db.example.org"
ca_file = "/etc/ssl/co2desk/authority.crt"
"""
WEAKER = "[connection]\nname = 'x'\nhost = 'db'\ntls = 'require'\nweak_tls_accepted = true\n"
WEAK = ConnectionProfile("weak", "old.example.org", tls=TlsMode.REQUIRE, weak_tls_accepted=True)


def managed(tmp_path: Path, text: str) -> ManagedSettings:
    file = tmp_path / "managed.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)
    return read_managed(file)


def refused(work: object, *arguments: object) -> str:
    with pytest.raises(UnusableInput) as caught:
        work(*arguments)  # type: ignore[operator]
    assert caught.value.code is ErrorCode.SET_BY_ADMINISTRATOR
    return caught.value.params["detail"]


def test_that_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert read_managed(tmp_path / "missing.toml") == ManagedSettings()
    assert managed_file().name == "managed.toml"
    if sys.platform == "linux":
        assert managed_file().parent == Path("/etc/co2desk")


def test_that_everybody_starts_on_the_connection_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CO2DESK_DATABASE", raising=False)
    rules = managed(tmp_path, INSTITUTE)
    home = tmp_path / "home"
    services = build_services(None, home, managed=rules)
    assert services.connection.choice.name == "Institute"
    assert services.connection.choice.chosen_by is ChosenBy.PROFILE
    assert [one.name for one in services.profiles.all()] == ["Institute"]
    assert build_services("embedded", home, managed=rules).connection.choice.embedded


def test_that_of_a_connection_that_is_set_only_the_login_is_the_persons_own(
    tmp_path: Path,
) -> None:
    rules = managed(tmp_path, INSTITUTE).connections
    file = ProfileFile(tmp_path / "home", rules)
    fixed = file.get("Institute")
    assert fixed is not None
    file.save(ConnectionProfile("Institute", "db.example.org", user="mia", ca_file=fixed.ca_file))
    again = ProfileFile(tmp_path / "home", rules).get("Institute")
    assert again is not None
    assert (again.user, again.host, again.ca_file) == ("mia", "db.example.org", fixed.ca_file)
    elsewhere = ConnectionProfile("Institute", "rogue.example.org", user="mia")
    assert refused(file.save, elsewhere) == "only_login_is_yours"
    assert refused(file.remove, "Institute") == "only_login_is_yours"
    # What stood in the person's own file before changes nothing either.
    ProfileFile(tmp_path / "home").save(elsewhere)
    found = file.get("Institute")
    assert found is not None
    assert found.host == "db.example.org"


def test_that_no_other_database_can_be_reached_where_only_one_is_admitted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    ProfileFile(home).save(ConnectionProfile("other", "other.example.org"))
    rules = managed(tmp_path, INSTITUTE + "only = true\n")
    for database in ("embedded", "other", "postgresql://mia@other.example.org/co2desk"):
        assert refused(build_services, database, home, None, None, rules) == (
            "only_fixed_connection"
        )
    monkeypatch.setenv("CO2DESK_DATABASE", "other")
    assert refused(build_services, None, home, None, None, rules) == "only_fixed_connection"
    monkeypatch.delenv("CO2DESK_DATABASE")
    services = build_services(None, home, managed=rules)
    assert services.connection.choice.name == "Institute"
    assert [one.name for one in services.profiles.all()] == ["Institute"]


def test_that_no_consent_weakens_a_connection_where_full_protection_is_set(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    ProfileFile(home).save(WEAK)
    rules = managed(tmp_path, "[tls]\nfull = true\n")
    assert refused(ProfileFile(home, rules.connections).save, WEAK) == "only_full_protection"
    weak = "postgresql://mia@db.example.org/co2desk?sslmode=require"
    for database in ("weak", weak):
        assert refused(build_services, database, home, None, None, rules) == (
            "only_full_protection"
        )
    for database in ("postgresql://mia@db.example.org/x", "postgresql://mia@localhost/x"):
        build_services(database, home, managed=rules)


@pytest.mark.parametrize(
    "text",
    [
        "[connection",
        "connection = 1",
        "[conection]\nhost = 'db'",
        "[connection]\nname = 'x'\nhost = 'db'\nsslmode = 'disable'",
        "[connection]\nhost = 'db'",
        "[connection]\nonly = true",
        "[connection]\nname = 'x'\nhost = 'db'\ntls = 'require'",
        f"[tls]\nfull = true\n{WEAKER}",
        "[connection]\nname = 'x'\nhost = 'db'\nport = '5432'",
        "[tls]\nfull = 'yes'",
        "[updates]\ncheck = 0",
        "[updates]\nurl = 1",
    ],
)
def test_that_a_file_with_a_mistake_stops_the_program_and_says_where(
    tmp_path: Path, text: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        managed(tmp_path, text)
    assert caught.value.code is ErrorCode.BAD_MANAGED_SETTINGS
    for language in ("en", "fr", "de"):
        said = Messages.load(language).error(caught.value)
        assert "managed.toml" in said
        assert "{" not in said


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_that_a_file_that_others_may_write_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "managed.toml"
    file.write_text("[updates]\ncheck = false\n", encoding="utf-8")
    file.chmod(0o666)
    with pytest.raises(UnusableInput) as caught:
        read_managed(file)
    assert caught.value.params["detail"] == "others_may_write"


def test_that_nothing_is_set_by_rules_that_say_nothing() -> None:
    assert ConnectionRules().admit(WEAK) is WEAK

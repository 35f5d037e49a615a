"""Connection profiles hold no password and no weak TLS without a yes."""

import json
from pathlib import Path

import pytest

from co2desk.desktop.profiles import ConnectionProfile, Login, ProfileFile, TlsMode
from co2desk.domain.errors import Co2deskError, ErrorCode


def test_that_a_profile_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    profile = ConnectionProfile(
        "lab", "db1.example.org,db2.example.org", 6432, user="ada", pooled=True, login=Login.OAUTH
    )
    ProfileFile(tmp_path).save(profile)
    assert ProfileFile(tmp_path).get("lab") == profile
    assert ProfileFile(tmp_path).all() == [profile]


def test_that_the_default_verifies_the_server() -> None:
    profile = ConnectionProfile("lab", "db")
    assert profile.tls is TlsMode.VERIFY_FULL
    assert profile.ca_file == "system"
    assert not profile.is_weak


def test_that_weak_tls_needs_the_persons_yes() -> None:
    with pytest.raises(Co2deskError, match="weak_tls"):
        ConnectionProfile("lab", "db", tls=TlsMode.REQUIRE)
    assert ConnectionProfile("lab", "db", tls=TlsMode.REQUIRE, weak_tls_accepted=True).is_weak


@pytest.mark.parametrize("values", [("", "db"), ("a", ""), ("a", "db", 0), ("postgresql://a", "x")])
def test_that_senseless_values_are_refused(values: tuple[str, str]) -> None:
    with pytest.raises(Co2deskError) as caught:
        ConnectionProfile(*values)
    assert caught.value.code is ErrorCode.BAD_CONNECTION


def test_that_no_field_could_hold_a_password(tmp_path: Path) -> None:
    ProfileFile(tmp_path).save(ConnectionProfile("lab", "db"))
    kept = json.loads((tmp_path / "profiles.json").read_text())
    assert not [name for name in kept["lab"] if "password" in name]


def test_that_a_file_edited_into_nonsense_is_named_not_used(tmp_path: Path) -> None:
    ProfileFile(tmp_path).save(ConnectionProfile("good", "db"))
    document = json.loads((tmp_path / "profiles.json").read_text())
    document["bad"] = {"host": "db", "tls": "prefer"}
    (tmp_path / "profiles.json").write_text(json.dumps(document))
    assert [one.name for one in ProfileFile(tmp_path).all()] == ["good"]
    with pytest.raises(Co2deskError, match="prefer"):
        ProfileFile(tmp_path).get("bad")


def test_that_renaming_never_overwrites_another(tmp_path: Path) -> None:
    file = ProfileFile(tmp_path)
    file.save(ConnectionProfile("a", "db-a"))
    file.save(ConnectionProfile("b", "db-b"))
    with pytest.raises(Co2deskError):
        file.rename("a", "b")
    file.rename("a", "c")
    assert [(one.name, one.host) for one in file.all()] == [("b", "db-b"), ("c", "db-a")]
    file.remove("b")
    file.remove("b")
    assert file.get("b") is None

"""Passwords go to the system keyring or stay in memory; never into a file, never for ever."""

import sys
import time
from pathlib import Path

import pytest

from co2desk.desktop.secrets import KeptIn, SecretStore

CANARY = "c4nary-p4ss"


def without_bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
def test_that_without_a_keyring_the_password_lasts_for_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_bus(monkeypatch, tmp_path)
    store = SecretStore()
    assert store.set("lab", CANARY) is KeptIn.SESSION
    assert store.store == ""
    assert store.get("lab") == CANARY
    assert SecretStore().get("lab") is None
    store.delete("lab")
    assert store.get("lab") is None


def test_that_a_hanging_keyring_is_given_up_and_not_asked_again() -> None:
    hanging = (sys.executable, "-c", "import time; time.sleep(60)")
    store = SecretStore(seconds=0.5, command=hanging)
    began = time.monotonic()
    assert store.get("lab") is None
    assert store.set("lab", CANARY) is KeptIn.SESSION
    assert store.get("lab") == CANARY
    assert time.monotonic() - began < 5


def test_that_a_crashing_keyring_counts_as_none() -> None:
    store = SecretStore(command=(sys.executable, "-c", "raise SystemExit(3)"))
    assert store.set("lab", CANARY) is KeptIn.SESSION


def test_that_every_password_is_told_to_whoever_cleans_texts() -> None:
    told: list[str] = []
    answer = 'import sys; sys.stdin.read(); print(\'{"store": "Spy", "secret": "from-keyring"}\')'
    store = SecretStore(command=(sys.executable, "-c", answer), hide=told.append)
    assert store.get("lab") == "from-keyring"
    store.set("other", CANARY)
    assert told == ["from-keyring", CANARY]


def test_that_the_password_is_no_argument_and_no_variable(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    spy = (
        "import os, sys, json; request = sys.stdin.readline();"
        f"open({str(seen)!r}, 'w').write(repr(sys.argv) + repr(dict(os.environ)));"
        "print(json.dumps({'store': 'Spy'}))"
    )
    store = SecretStore(command=(sys.executable, "-c", spy))
    assert store.set("lab", CANARY) is KeptIn.KEYRING
    assert CANARY not in seen.read_text()

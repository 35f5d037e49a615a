"""Passwords go to the system keyring or stay in memory; never into a file, never for ever."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
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


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
def test_that_a_plain_text_store_is_never_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_bus(monkeypatch, tmp_path)
    (tmp_path / "plain.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, service, username): return None\n"
        "    def delete_password(self, service, username): pass\n"
        "    def set_password(self, service, username, password):\n"
        f"        open({str(tmp_path / 'leak')!r}, 'w').write(password)\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{Path.cwd()}")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "plain.Keyring")
    assert SecretStore().set("lab", CANARY) is KeptIn.SESSION
    assert not (tmp_path / "leak").exists()


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


@pytest.fixture
def secret_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A real session bus with a real, unlocked gnome-keyring of its own."""
    if not (shutil.which("dbus-daemon") and shutil.which("gnome-keyring-daemon")):
        pytest.skip("needs dbus-daemon and gnome-keyring-daemon")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert bus.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    daemon.stdin.write(b"login-password\n")
    daemon.stdin.close()
    time.sleep(1)
    yield
    for process in (daemon, bus):
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
    bus.stdout.close()


@pytest.mark.server
def test_that_a_real_keyring_keeps_the_password_for_the_next_session(
    secret_service: None, tmp_path: Path
) -> None:
    store = SecretStore("co2desk-test")
    assert store.set("lab", CANARY) is KeptIn.KEYRING
    assert store.store == "SecretService"
    assert SecretStore("co2desk-test").get("lab") == CANARY
    store.delete("lab")
    assert SecretStore("co2desk-test").get("lab") is None
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if CANARY.encode() in path.read_bytes()]

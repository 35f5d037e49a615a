"""Test 21: whatever state the keyring is in, no password is in plain text, and nobody waits."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from co2desk.desktop.secrets import KeptIn, SecretStore
from tests.servers.secret_service import SecretService, secret_service

CANARY = "c4nary-p4ss"
ANSWER_WITHIN = 5.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")


def in_plain_text(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if CANARY.encode() in path.read_bytes()]


@pytest.fixture
def no_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_that_a_failing_keyring_leaves_the_password_to_the_session(no_bus: Path) -> None:
    began = time.monotonic()
    store = SecretStore("co2desk-test")
    assert store.set("lab", CANARY) is KeptIn.SESSION
    assert store.get("lab") == CANARY
    assert SecretStore("co2desk-test").get("lab") is None
    assert time.monotonic() - began <= 2 * ANSWER_WITHIN  # two stores, each asks once
    assert in_plain_text(no_bus) == []


def test_that_a_plain_text_store_is_never_chosen(
    no_bus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As packages of alternative keyrings do: installed, it offers itself before all others."""
    (no_bus / "plain.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, service, username): return None\n"
        "    def delete_password(self, service, username): pass\n"
        "    def set_password(self, service, username, password):\n"
        f"        open({str(no_bus / 'leak')!r}, 'w').write(password)\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{no_bus}{os.pathsep}{Path.cwd()}")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "plain.Keyring")
    assert SecretStore().set("lab", CANARY) is KeptIn.SESSION
    assert in_plain_text(no_bus) == []


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with secret_service(tmp_path) as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.mark.slow
@pytest.mark.server
def test_that_a_real_keyring_works_hangs_and_vanishes(
    service: SecretService, tmp_path: Path, told: Callable[[str], None]
) -> None:
    seconds: dict[str, float] = {}

    def timed(state: str, ask: Callable[[], object]) -> object:
        began = time.monotonic()
        answer = ask()
        seconds[state] = time.monotonic() - began
        return answer

    working = SecretStore("co2desk-test")
    assert timed("working", lambda: working.set("lab", CANARY)) is KeptIn.KEYRING
    assert working.store == "SecretService"
    assert SecretStore("co2desk-test").get("lab") == CANARY
    working.delete("lab")
    assert SecretStore("co2desk-test").get("lab") is None

    assert working.set("kept", CANARY) is KeptIn.KEYRING
    service.hang()
    hanging = SecretStore("co2desk-test")
    assert timed("hanging", lambda: hanging.get("kept")) is None
    assert timed("hanging, asked again", lambda: hanging.set("lab", CANARY)) is KeptIn.SESSION
    assert hanging.get("lab") == CANARY

    service.vanish()
    assert timed("removed", lambda: working.set("late", CANARY)) is KeptIn.SESSION
    assert working.get("kept") == CANARY  # this session has it in memory
    assert working.get("late") == CANARY

    assert max(seconds.values()) <= ANSWER_WITHIN
    assert in_plain_text(tmp_path) == []
    figures = ", ".join(f"{state} {taken:.1f} s" for state, taken in seconds.items())
    told(f"never in plain text; answers: {figures} (at most {ANSWER_WITHIN:.0f} s)")

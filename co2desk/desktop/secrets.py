"""Keeps passwords in the system keyring, or else in memory for this session, and says which."""

import json
import logging
import subprocess
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

KEYRING_OPTION = "--keyring-process"

_log = logging.getLogger(__name__)
_SERVICE = "co2desk"
# With the start of the other process, nobody waits for more than five.
_SECONDS = 4.0


class KeptIn(StrEnum):
    """Where a password is after `set`."""

    KEYRING = "keyring"
    SESSION = "session"


class SecretStore:
    """Passwords by name.

    Every call to the keyring runs in another process with a time limit; once it was missing,
    locked or silent, this session goes on without it. Nothing is ever written to a file.
    """

    def __init__(
        self,
        service: str = _SERVICE,
        *,
        seconds: float = _SECONDS,
        command: tuple[str, ...] | None = None,
        hide: Callable[[str], None] | None = None,
    ) -> None:
        """`hide` is told every password, so that no log or report ever shows it."""
        self._service = service
        self._seconds = seconds
        self._command = command or _keyring_command()
        self._hide = hide or (lambda _: None)
        self._session: dict[str, str] = {}
        self._store: str | None = None

    @property
    def store(self) -> str:
        """The keyring in use ("SecretService", "macOS" …), or "" for this session's memory."""
        if self._store is None:
            self._ask("probe", "")
        return self._store or ""

    def get(self, name: str) -> str | None:
        """Return the password kept under `name`, or None."""
        if name in self._session:
            return self._session[name]
        if self._store == "":
            return None
        secret = self._ask("get", name).get("secret")
        if not isinstance(secret, str):
            return None
        self._hide(secret)
        self._session[name] = secret
        return secret

    def set(self, name: str, secret: str, *, lasting: bool = True) -> KeptIn:
        """Keep a password; the answer says whether it outlasts this session.

        One that is not to be `lasting` takes the place of one in the keyring, too.
        """
        if not lasting:
            self.delete(name)
        self._hide(secret)
        self._session[name] = secret
        if self._store == "" or not lasting:
            return KeptIn.SESSION
        return KeptIn.KEYRING if self._ask("set", name, secret=secret) else KeptIn.SESSION

    def delete(self, name: str) -> None:
        """Forget a password; harmless where there is none."""
        self._session.pop(name, None)
        if self._store != "":
            self._ask("delete", name)

    def _ask(self, do: str, name: str, **more: str) -> dict[str, Any]:
        """Return the keyring's answer, empty where it gave none; then it is not asked again."""
        request = json.dumps({"do": do, "service": self._service, "name": name, **more})
        try:
            done = subprocess.run(
                self._command,
                input=request + "\n",
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                timeout=self._seconds,
                check=True,
            )
            answer: dict[str, Any] = json.loads(done.stdout)
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            # The error of a failed run holds the command, never the input with the password.
            _log.warning("the system keyring does not answer (%s)", type(error).__name__)
            answer = {"store": ""}
        self._store = str(answer.get("store", ""))
        return answer if self._store else {}


def _keyring_command() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable, KEYRING_OPTION)
    return (sys.executable, "-m", "co2desk.desktop.keyring_process")

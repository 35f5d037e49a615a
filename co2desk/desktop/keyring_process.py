"""The other process that speaks to the system keyring, because a keyring may hang for ever.

It reads one JSON request from standard input and answers with one JSON line. Only stores that
encrypt under the person's own login are used; whatever else is installed is left alone.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_STORES = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)


def main() -> None:
    """Answer one request: `{"do": "probe" | "get" | "set" | "delete", "service", "name", …}`."""
    request = json.loads(sys.stdin.readline())
    json.dump(_answer(request), sys.stdout)
    sys.stdout.write("\n")


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    store = _store()
    if store is None:
        return {"store": ""}
    answer: dict[str, Any] = {"store": type(store).__module__.rsplit(".", maxsplit=1)[-1]}
    place = (str(request["service"]), str(request["name"]))
    match request["do"]:
        case "get":
            answer["secret"] = store.get_password(*place)
        case "set":
            store.set_password(*place, str(request["secret"]))
        case "delete":
            if store.get_password(*place) is not None:
                store.delete_password(*place)
    return answer


def _store() -> "KeyringBackend | None":
    if sys.platform == "linux" and not _has_session_bus():
        return None
    for module, name in _STORES:
        try:
            backend = getattr(importlib.import_module(module), name)
            if backend.viable and backend.priority > 0:
                found: KeyringBackend = backend()
                return found
        except (ImportError, AttributeError, RuntimeError, OSError):
            continue
    return None


def _has_session_bus() -> bool:
    """Without this check, D-Bus would start a daemon of its own that stays behind."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    bus = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}", "bus")
    if bus.exists():
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
        return True
    return False


if __name__ == "__main__":
    main()

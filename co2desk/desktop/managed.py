"""What an administrator has set for everybody on this computer, read at the start."""

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from co2desk.desktop.profiles import ConnectionProfile, ConnectionRules
from co2desk.domain.errors import Co2deskError, ErrorCode, UnusableInput

_NAME = "managed.toml"
_SECTIONS = {
    "connection": {
        *("name", "host", "port", "database", "user", "ca_file", "login", "pooled"),
        *("standby_host", "tls", "weak_tls_accepted", "only"),
    },
    "tls": {"full"},
    "updates": {"check", "url", "public_key", "ca_file"},
}


@dataclass(frozen=True, slots=True)
class UpdateRules:
    """Whether this computer looks for newer versions: as `check` says, None for as people like.

    `url`, `public_key` (Ed25519, in Base64) and `ca_file` name the institution's own channel;
    where they are empty the program's own holds.
    """

    check: bool | None = None
    url: str = ""
    public_key: str = ""
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class ManagedSettings:
    """Nothing is set unless the file says so."""

    connections: ConnectionRules = field(default_factory=ConnectionRules)
    updates: UpdateRules = field(default_factory=UpdateRules)


def managed_file() -> Path:
    """Where the file is on this system; only administrators can write there."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData"), "co2desk", _NAME)
    if sys.platform == "darwin":
        return Path("/Library/Application Support/co2desk", _NAME)
    return Path("/etc/co2desk", _NAME)


def read_managed(path: Path | None = None) -> ManagedSettings:
    """Read the file; nothing is set where there is none.

    A file that cannot be used is never passed over: a rule would silently be gone.

    Raises:
        UnusableInput: BAD_MANAGED_SETTINGS.
    """
    path = path or managed_file()
    try:
        with path.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & (
                stat.S_IWGRP | stat.S_IWOTH
            ):
                raise _bad(path, "others_may_write")
            import tomllib  # most computers have no such file

            document = tomllib.load(file)
        return _understood(document)
    except (FileNotFoundError, NotADirectoryError):
        return ManagedSettings()
    except Co2deskError as error:
        if error.code is ErrorCode.BAD_MANAGED_SETTINGS:
            raise
        raise _bad(path, error.params.get("detail", "")) from error
    except (OSError, ValueError, TypeError) as error:
        raise _bad(path, error) from error


def _understood(document: Mapping[str, Any]) -> ManagedSettings:
    for section, values in document.items():
        known = _SECTIONS.get(section)
        if known is None or not isinstance(values, dict):
            raise ValueError(f"[{section}]")
        for name in values:
            if name not in known:
                raise ValueError(f"[{section}] {name}")
    connection = dict(document.get("connection", {}))
    only = _flag(connection.pop("only", False))
    name = str(connection.pop("name", ""))
    fixed = ConnectionProfile.from_document(name, connection) if connection else None
    if only and fixed is None:
        raise ValueError("[connection] host")
    rules = ConnectionRules(fixed, only, _flag(document.get("tls", {}).get("full", False)))
    if rules.full_tls and fixed is not None and fixed.is_weak:
        raise ValueError("[connection] tls")
    updates = document.get("updates", {})
    check = updates.get("check")
    texts = {key: updates.get(key, "") for key in ("url", "public_key", "ca_file")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("[updates]")
    return ManagedSettings(rules, UpdateRules(None if check is None else _flag(check), **texts))


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r}: true or false")
    return value


def _bad(path: Path, detail: object) -> UnusableInput:
    return UnusableInput(ErrorCode.BAD_MANAGED_SETTINGS, path=path, detail=detail)

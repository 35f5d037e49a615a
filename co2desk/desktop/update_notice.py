"""Fetches the signed notice of the newest version, and believes nothing else.

The notice is a small JSON file, `{"notice": TEXT, "signature": BASE64}`; TEXT is JSON again, and
signed with Ed25519 (RFC 8032). Who can change the file or the way to it can hide a version, and
nothing more. Nothing is sent but the request itself: no version, no name, no cookie.
"""

import base64
import json
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from co2desk.domain.progress import Progress

_SECONDS = 10.0
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}")
_LOOK_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class UpdateChannel:
    """Where the notice is, and the key that it must be signed with (Base64)."""

    url: str
    public_key: str
    ca_file: str = ""

    @property
    def usable(self) -> bool:
        """Whether there is anything to look at; only over HTTPS."""
        return self.url.startswith("https://") and bool(self.public_key)


@dataclass(frozen=True, slots=True)
class UpdateNotice:
    """A version, where it is told of, and what is new in it, by language."""

    version: str
    url: str
    news: Mapping[str, str] = field(default_factory=dict)

    def newer_than(self, version: str) -> bool:
        """Whether it is a later version than that one."""
        return _numbers(self.version) > _numbers(version)


class NoNotice(Exception):
    """There is no notice to be had, or none that can be believed; the reason is for the log."""


def fetch_notice(
    channel: UpdateChannel, progress: Progress, *, seconds: float = _SECONDS
) -> UpdateNotice:
    """Fetch and verify the notice; it takes `seconds` at most, and stops at once when cancelled.

    Raises:
        NoNotice: nothing came in time, or it is not what was signed.
        Cancelled: asked for by the person, or the program ends.
    """
    from co2desk.desktop.protected_download import download  # all of HTTP: not at the start

    found: list[bytes] = []
    problems: list[str] = []
    done = threading.Event()
    deadline = time.monotonic() + seconds

    def work() -> None:
        try:
            found.append(download(channel.url, channel.ca_file, deadline))
        except OSError as error:
            problems.append(f"{type(error).__name__}: {error}")
        finally:
            done.set()

    # Looking up a name cannot be stopped; a thread like this one keeps no program from ending.
    threading.Thread(target=work, name="co2desk-update-notice", daemon=True).start()
    while not done.wait(_LOOK_EVERY):
        progress.report(0)
        if time.monotonic() > deadline:
            raise NoNotice("no answer in time")
    if not found:
        raise NoNotice(problems[0] if problems else "nothing came")
    return read_notice(found[0], channel.public_key)


def read_notice(data: bytes, public_key: str) -> UpdateNotice:
    """Verify and read a notice.

    Raises:
        NoNotice: it is not signed with that key, or makes no sense.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        envelope = json.loads(data)
        text, signature = envelope["notice"], base64.b64decode(envelope["signature"], validate=True)
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(signature, text.encode())
        return _understood(json.loads(text))
    except InvalidSignature:
        raise NoNotice("the signature does not fit") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoNotice(f"not a notice: {type(error).__name__}") from error


def _understood(document: Mapping[str, Any]) -> UpdateNotice:
    version, url = document["version"], document["url"]
    news = document.get("news", {})
    if not _VERSION.fullmatch(version) or not url.startswith("https://"):
        raise ValueError("version or url")
    return UpdateNotice(version, url, {str(key): str(text) for key, text in news.items()})


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    numbers = [int(part) for part in found[0].split(".")] if found else [0]
    return tuple(numbers + [0] * (4 - len(numbers)))

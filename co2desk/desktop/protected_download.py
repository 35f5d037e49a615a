"""Fetches one small file over HTTPS, in bounded time, and tells the other side nothing."""

import ssl
import time
import urllib.request
from http.client import HTTPException
from typing import Any

_MOST_BYTES = 65_536
_PIECE = 4096
_LEAST_SECONDS = 0.1


def download(url: str, ca_file: str, deadline: float) -> bytes:
    """Return what is at `url`; `ca_file` is the trusted authority, "" for those of the system.

    It ends at `deadline` (of `time.monotonic`), except while a name is looked up.

    Raises:
        OSError: it cannot be had, is too long, or leads to where nothing is protected.
    """
    context = ssl.create_default_context(cafile=ca_file or None)
    opener = urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=context), _OnlyProtected()
    )
    # The library would name itself and its version otherwise.
    opener.addheaders = [("User-Agent", "co2desk"), ("Accept", "application/json")]
    seconds = max(_LEAST_SECONDS, deadline - time.monotonic())
    data = bytearray()
    try:
        with opener.open(url, timeout=seconds) as answer:
            while piece := answer.read1(_PIECE):
                data += piece
                if len(data) > _MOST_BYTES or time.monotonic() > deadline:
                    raise OSError("too long, or too slow")
    except (ValueError, HTTPException) as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
    return bytes(data)


class _OnlyProtected(urllib.request.HTTPRedirectHandler):
    """Follows to other protected addresses only."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """Refuse what is not HTTPS."""
        if not newurl.startswith("https://"):
            raise OSError("led to an address without protection")
        return super().redirect_request(req, fp, code, msg, headers, newurl)

"""Notices that the way to the server is gone while a statement waits, and ends the wait.

A query sent into a dead network can hang for a quarter of an hour. Linux can be told a limit
(`tcp_user_timeout`); macOS and Windows cannot.
"""

import contextlib
import logging
import os
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

_log = logging.getLogger(__name__)

_EVERY_SECONDS = 5.0
_ANSWER_SECONDS = 3.0
# One silence may be a moment's; two in a row are a dead link. Told within 16 seconds.
_SILENCES = 2
_SSL_REQUEST = struct.pack("!II", 8, 80877103)


@contextmanager
def watched_link(
    connection: psycopg.Connection[Any],
    *,
    every: float = _EVERY_SECONDS,
    answer_within: float = _ANSWER_SECONDS,
) -> Iterator[None]:
    """Watch the link of `connection` for as long as the block runs.

    Every few seconds the server is asked for a sign of life on a link of its own. Where none
    comes, the connection's link is cut, and whatever waits on it fails as a lost connection. A
    server that is merely slow still answers, and is left alone. Nothing is watched on a socket of
    this computer.
    """
    address = _address(connection)
    if address is None:
        yield
        return
    watch = _Watch(connection, address, every, answer_within)
    thread = threading.Thread(target=watch.run, name="link watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        watch.end()


class _Watch:
    def __init__(
        self,
        connection: psycopg.Connection[Any],
        address: tuple[str, int],
        every: float,
        answer_within: float,
    ) -> None:
        self._connection = connection
        self._address = address
        self._every = every
        self._answer_within = answer_within
        self._over = threading.Event()
        self._cutting = threading.Lock()

    def run(self) -> None:
        silences = 0
        while not self._over.wait(self._every):
            silences = 0 if self._is_alive() else silences + 1
            if silences >= _SILENCES:
                self._cut()
                return

    def end(self) -> None:
        """Stop watching; from now on the connection may belong to somebody else."""
        with self._cutting:
            self._over.set()

    def _is_alive(self) -> bool:
        try:
            with socket.create_connection(self._address, self._answer_within) as link:
                link.settimeout(self._answer_within)
                link.sendall(_SSL_REQUEST)
                return link.recv(1) in (b"S", b"N")
        except ConnectionRefusedError:
            return True  # the computer is there: its own word on the old link will come
        except OSError:
            return False

    def _cut(self) -> None:
        with self._cutting:
            if self._over.is_set():
                return
            _log.warning("the server gives no sign of life; the connection is given up")
            # The descriptor stays libpq's own: only the link behind it is shut.
            with contextlib.suppress(OSError, psycopg.Error):
                descriptor = os.dup(self._connection.fileno())
                with socket.socket(fileno=descriptor) as link:
                    link.shutdown(socket.SHUT_RDWR)


def _address(connection: psycopg.Connection[Any]) -> tuple[str, int] | None:
    host = connection.info.hostaddr or connection.info.host
    if not host or host.startswith(("/", "@")):
        return None
    return host, connection.info.port

"""Carries pg_dump over TLS where it was built without: a relay here, which verifies the server.

The program itself speaks TLS with the server as every connection of the profile does: the same
authorities, the same name, the same client certificate. pg_dump reaches it by a socket in a folder
of its own (on Windows by a port on loopback), and logs in to the server through it.
"""

import contextlib
import select
import socket
import ssl
import struct
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from co2desk.database.certificates import authorities_file
from co2desk.database.engine import ConnectionParameters
from co2desk.database.provision import connected
from co2desk.domain.errors import DatabaseProblem, ErrorCode

_SSL_REQUEST = struct.pack("!II", 8, 80877103)
_AUTHENTICATION, _SASL, _BOUND = b"R", struct.pack("!I", 10), b"SCRAM-SHA-256-PLUS"
_CONNECT_SECONDS = 10
_BLOCK = 1 << 16


@contextmanager
def tls_relay(server: ConnectionParameters) -> Iterator[ConnectionParameters]:
    """Yield the way to `server` for a program without TLS, for as long as the block runs.

    Of several hosts, the one that a connection of the profile finds now is used.

    Raises:
        psycopg.Error: the server cannot be reached as the profile says.
        DatabaseProblem: SERVER_UNREACHABLE where the certificate is not accepted.
    """
    with connected(server) as connection:
        host, address = connection.info.host, connection.info.hostaddr or connection.info.host
        port, encrypted = connection.info.port, connection.pgconn.ssl_in_use
    if not encrypted:  # by a mode that leaves it to the server
        yield server
        return
    target = _Target(host, address, port, _context(server))
    target.open().close()  # whoever cannot be trusted is named before anything runs
    with tempfile.TemporaryDirectory(prefix="c2d-") as folder, _listener(folder, port) as listener:
        threading.Thread(
            target=_accept, args=(listener, target), daemon=True, name="TLS relay"
        ).start()
        here = folder
        if listener.family == socket.AF_INET:
            here, port = listener.getsockname()[:2]
        try:
            yield replace(
                server,
                host=here,
                port=port,
                sslmode="disable",
                target_session_attrs="any",
                extra=tuple(one for one in server.extra if not one[0].startswith("ssl")),
            )
        finally:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)


class _Target:
    """The server, and what it must show before anything is said to it."""

    def __init__(self, host: str, address: str, port: int, context: ssl.SSLContext) -> None:
        self._host, self._address, self._port = host, address, port
        self._context = context

    def open(self) -> ssl.SSLSocket:
        """Return a verified connection.

        Raises:
            DatabaseProblem: SERVER_UNREACHABLE.
        """
        try:
            plain = socket.create_connection((self._address, self._port), _CONNECT_SECONDS)
            plain.sendall(_SSL_REQUEST)
            if plain.recv(1) != b"S":
                plain.close()
                raise DatabaseProblem(
                    ErrorCode.SERVER_UNREACHABLE, host=self._host, detail="TLS is not offered"
                )
            secured = self._context.wrap_socket(plain, server_hostname=self._host)
            secured.settimeout(None)
        except OSError as error:  # of which the errors of TLS are a kind
            raise DatabaseProblem(
                ErrorCode.SERVER_UNREACHABLE, host=self._host, detail=str(error)
            ) from error
        return secured


def _context(server: ConnectionParameters) -> ssl.SSLContext:
    """The profile's TLS: as strict as libpq would be with the same words."""
    keywords = server.keywords()
    if server.sslmode.startswith("verify"):
        authorities = authorities_file(server.sslrootcert)
        context = ssl.create_default_context(
            cafile=authorities if Path(authorities).is_file() else None
        )
        context.check_hostname = server.sslmode == "verify-full"
    else:
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if "sslcert" in keywords:
        context.load_cert_chain(keywords["sslcert"], keywords.get("sslkey"))
    return context


def _listener(folder: str, port: int) -> socket.socket:
    if sys.platform == "win32":
        return socket.create_server(("127.0.0.1", 0))
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(Path(folder, f".s.PGSQL.{port}")))
    listener.listen(20)
    return listener


def _accept(listener: socket.socket, target: _Target) -> None:
    with contextlib.suppress(OSError):
        while True:
            client, _ = listener.accept()
            threading.Thread(target=_serve, args=(client, target), daemon=True).start()


def _serve(client: socket.socket, target: _Target) -> None:
    with client:
        try:
            server = target.open()
        except DatabaseProblem:
            return  # the program reports that the connection ended
        with server, contextlib.suppress(OSError, EOFError):
            client_length = _exactly(client, 4)
            server.sendall(
                client_length + _exactly(client, struct.unpack("!I", client_length)[0] - 4)
            )
            client.sendall(_first_answer(server))
            _pass_on(client, server)


def _first_answer(server: ssl.SSLSocket) -> bytes:
    """Return what the server answers to the start-up, without the binding to TLS among the offers.

    The program would take such an offer on a connection without TLS for an attack. The server sees
    a client that cannot bind, and the certificate has been verified here.
    """
    head = _exactly(server, 5)
    body = _exactly(server, struct.unpack("!I", head[1:])[0] - 4)
    if head[:1] == _AUTHENTICATION and body[:4] == _SASL:
        offered = [name for name in body[4:].split(b"\0") if name and name != _BOUND]
        body = _SASL + b"".join(name + b"\0" for name in offered) + b"\0"
    return head[:1] + struct.pack("!I", len(body) + 4) + body


def _exactly(source: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        block = source.recv(count - len(found))
        if not block:
            raise EOFError
        found += block
    return found


def _pass_on(client: socket.socket, server: ssl.SSLSocket) -> None:
    """Carry bytes both ways until one side ends; one thread, for OpenSSL knows no two at once."""
    while True:
        ready = [server] if server.pending() else select.select([client, server], [], [])[0]
        for source, sink in ((client, server), (server, client)):
            if source in ready:
                block = source.recv(_BLOCK)
                if not block:
                    return
                sink.sendall(block)

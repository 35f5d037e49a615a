"""Servers that pretend to be the database, to see what a client gives away to them."""

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.servers.certificates import Certificate

_SSL_REQUEST = struct.pack("!II", 8, 80877103)
_CLEARTEXT_PLEASE = b"R" + struct.pack("!II", 8, 3)


@dataclass
class Impostor:
    """Where it listens, and what it overheard."""

    port: int
    overheard: list[bytes] = field(default_factory=list)

    def heard(self, words: bytes) -> bool:
        """Whether `words` went through it in the clear."""
        return words in b"".join(self.overheard)


@contextmanager
def relay(upstream: int, own: Certificate | None) -> Iterator[Impostor]:
    """Pass everything on to a server and listen in: by a TLS of its own, or (None) without."""

    def serve(client: socket.socket, impostor: Impostor, opened: ExitStack) -> None:
        first = client.recv(8)
        server = opened.enter_context(socket.create_connection(("127.0.0.1", upstream), 5))
        if own is not None and first == _SSL_REQUEST:
            client.sendall(b"S")
            client = _shaken(opened.enter_context(_as_server(client, own)))
            server.sendall(_SSL_REQUEST)
            if server.recv(1) == b"S":
                server = _shaken(opened.enter_context(_trusting_anybody(server)))
        elif first == _SSL_REQUEST:
            client.sendall(b"N")
        else:
            server.sendall(first)
        _pipe_both(client, server, impostor)

    with _listening(serve) as impostor:
        yield impostor


@contextmanager
def password_thief(own: Certificate | None) -> Iterator[Impostor]:
    """Ask every visitor for the password in the clear, over TLS if there is a certificate."""

    def serve(client: socket.socket, impostor: Impostor, opened: ExitStack) -> None:
        if client.recv(8) == _SSL_REQUEST:
            client.sendall(b"S" if own is not None else b"N")
            if own is not None:
                client = _shaken(opened.enter_context(_as_server(client, own)))
            client.recv(4096)
        client.sendall(_CLEARTEXT_PLEASE)
        impostor.overheard.append(client.recv(4096))

    with _listening(serve) as impostor:
        yield impostor


@contextmanager
def _listening(serve: Callable[[socket.socket, Impostor, ExitStack], None]) -> Iterator[Impostor]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        impostor = Impostor(listener.getsockname()[1])

        def guarded(client: socket.socket) -> None:
            with contextlib.suppress(OSError), ExitStack() as opened:
                opened.enter_context(client).settimeout(10)
                serve(client, impostor, opened)

        def accept() -> None:
            while True:
                try:
                    client, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=guarded, args=(client,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield impostor
        finally:
            listener.shutdown(socket.SHUT_RDWR)


def _as_server(client: socket.socket, own: Certificate) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own.certificate, own.key)
    return context.wrap_socket(client, server_side=True, do_handshake_on_connect=False)


def _trusting_anybody(server: socket.socket) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(server, do_handshake_on_connect=False)


def _shaken(link: ssl.SSLSocket) -> ssl.SSLSocket:
    link.do_handshake()
    return link


def _pipe_both(client: socket.socket, server: socket.socket, impostor: Impostor) -> None:
    def pipe(source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while block := source.recv(65536):
                impostor.overheard.append(block)
                sink.sendall(block)
        for one in (source, sink):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    back = threading.Thread(target=pipe, args=(server, client), daemon=True)
    back.start()
    pipe(client, server)
    back.join(5)

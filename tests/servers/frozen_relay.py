"""A relay that can be frozen: like a network cable that was pulled."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class FreezableRelay:
    """Passes on what comes to `port` until it is frozen."""

    port: int
    flowing: threading.Event = field(default_factory=threading.Event)

    def freeze(self) -> None:
        """Let nothing through any more, without a word to either side."""
        self.flowing.clear()


@contextmanager
def freezable_relay(server_socket: Path) -> Iterator[FreezableRelay]:
    """Relay from a TCP port to a server's unix socket."""
    opened: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        relay = FreezableRelay(listener.getsockname()[1])
        relay.flowing.set()

        def pipe(source: socket.socket, sink: socket.socket) -> None:
            with contextlib.suppress(OSError):
                while block := source.recv(65536):
                    relay.flowing.wait()
                    sink.sendall(block)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    server = socket.socket(socket.AF_UNIX)
                    server.connect(str(server_socket))
                    opened.extend((client, server))
                    for pair in ((client, server), (server, client)):
                        threading.Thread(target=pipe, args=pair, daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield relay
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            for one in opened:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
            relay.flowing.set()

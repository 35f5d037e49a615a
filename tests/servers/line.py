"""The line to a server on this computer: it can be cut now, or in the midst of what is said."""

import contextlib
import re
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Where = Literal["before", "after"]
_WRITE = re.compile(rb"INSERT INTO|UPDATE [a-z_]+ (AS [a-z]+ )?SET|DELETE FROM")


@dataclass
class Line:
    """Stands in the place of the server's socket and passes on what comes.

    `cut_at(words, where)`: the line goes dead when the client says `words`, before the server
    hears them or after it has answered; `cut_at_commit` does so at the COMMIT of whoever wrote.
    It stays dead until `mend`. `cuts` counts.
    """

    server: Path
    place: Path
    cuts: int = 0
    _words: bytes = b""
    _where: Where = "before"
    _of_writers: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ends: set[socket.socket] = field(default_factory=set)
    _listener: socket.socket | None = None

    def mend(self) -> None:
        """Let the line be whole again."""
        self._words = b""
        if self._listener is None:
            self._listener = socket.socket(socket.AF_UNIX)
            self._listener.bind(str(self.place))
            self._listener.listen(50)
            threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """Cut every connection, and refuse each new one."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self.place.unlink()
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        self._cut_ends()

    def cut_at(self, words: bytes, where: Where = "before") -> None:
        """Cut the line when a client says `words`."""
        self._of_writers, self._where, self._words = False, where, words

    def cut_at_commit(self, where: Where) -> None:
        """Cut the line at the next COMMIT of a transaction that has written."""
        self._of_writers, self._where, self._words = True, where, b"COMMIT"

    def _cut_ends(self) -> None:
        with self._lock:
            ends, self._ends = self._ends, set()
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        with client, server, contextlib.suppress(OSError):
            server.connect(str(self.server))
            with self._lock:
                self._ends |= {client, server}
            self._pump(client, server)
            for end in (client, server):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def _pump(self, client: socket.socket, server: socket.socket) -> None:
        doomed = wrote = False
        while True:
            ready, _, _ = select.select([client, server], [], [])
            if client in ready:
                asked = client.recv(65536)
                if not asked:
                    return
                wrote = (wrote and b"BEGIN" not in asked) or bool(_WRITE.search(asked))
                words = self._words
                if words and words in asked and (wrote or not self._of_writers):
                    self._words = b""
                    self.cuts += 1
                    doomed = True
                    if self._where == "before":
                        self.cut()
                        return
                server.sendall(asked)
            if server in ready:
                answer = server.recv(65536)
                if not answer:
                    return
                if doomed:
                    self.cut()
                    return
                client.sendall(answer)


@contextmanager
def line_to(place: Path) -> Iterator[Line]:
    """Put a line in the place of a server's unix socket; it is whole again afterwards.

    Connections that were made before go past it.
    """
    server = place.with_suffix(".away")
    place.rename(server)
    line = Line(server, place)
    try:
        line.mend()
        yield line
    finally:
        line.cut()
        server.rename(place)

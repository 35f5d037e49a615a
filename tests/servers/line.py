"""The line to a server on this computer: it is listened in on, and cut wherever a test says."""

import contextlib
import re
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

Where = Literal["before", "after"]
_WRITE = re.compile(rb"INSERT INTO|UPDATE [a-z_]+ (AS [a-z]+ )?SET|DELETE FROM")
_COMMITTED = b"COMMIT\x00"


@dataclass
class Line:
    """Listens at `place`, and passes on what comes to `server`; both are unix sockets.

    `cut_at(words, where)`: the line goes dead when a client says `words`, before the server hears
    them or after it has answered; `cut_at_commit` does so at the COMMIT of whoever wrote.
    `cuts` counts, and `round_trips` counts how often a client asked and waited for the answer.

    With `is_whole` everybody's line goes dead, until `mend`. Else it is the speaker's alone;
    `refuses` is how many get through no more after the cut, and with `server_notices` False the
    server's end stays open until the line is taken down.
    """

    server: Path
    place: Path
    is_whole: bool = True
    refuses: int = 0
    server_notices: bool = True
    cuts: int = 0
    round_trips: int = 0
    _words: bytes = b""
    _where: Where = "before"
    _of_writers: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ends: set[socket.socket] = field(default_factory=set)
    _left_open: list[socket.socket] = field(default_factory=list)
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
        with self._lock:
            ends, self._ends = self._ends, set()
        _shut(*ends)

    def take_down(self) -> None:
        """Cut the line for good, also where the server has not noticed yet."""
        self.cut()
        for end in self._left_open:
            end.close()

    def cut_at(self, words: bytes, where: Where = "before") -> None:
        """Cut the line when a client says `words`."""
        self._of_writers, self._where, self._words = False, where, words

    def cut_at_commit(self, where: Where) -> None:
        """Cut the line at the next COMMIT of a transaction that has written."""
        self._of_writers, self._where, self._words = True, where, b"COMMIT"

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        if self.refuses and self.cuts:
            self.refuses -= 1
            client.close()
            return
        server = socket.socket(socket.AF_UNIX)
        is_cut = False
        with contextlib.suppress(OSError):
            server.connect(str(self.server))
            with self._lock:
                self._ends |= {client, server}
            is_cut = self._pump(client, server)
        with self._lock:
            self._ends -= {client, server}
        if is_cut and self.is_whole:
            self.cut()
        _shut(client)
        if is_cut and not self.server_notices:
            self._left_open.append(server)
        else:
            _shut(server)
            server.close()
        client.close()

    def _pump(self, client: socket.socket, server: socket.socket) -> bool:
        """Pass on what is said until one of both ends, or until the line is to be cut (True)."""
        doomed = wrote = False
        asks = False
        while True:
            ready, _, _ = select.select([client, server], [], [])
            if client in ready:
                asked = client.recv(65536)
                if not asked:
                    return False
                self.round_trips += not asks
                asks = True
                wrote = (wrote and b"BEGIN" not in asked) or bool(_WRITE.search(asked))
                if self._is_the_word(asked, wrote=wrote):
                    if self._where == "before":
                        return True
                    doomed = True
                server.sendall(asked)
            if server in ready:
                answer = server.recv(65536)
                if not answer:
                    return False
                asks = False
                if doomed and (not self._of_writers or _COMMITTED in answer):
                    return True
                client.sendall(answer)

    def _is_the_word(self, asked: bytes, *, wrote: bool) -> bool:
        with self._lock:
            words = self._words
            if not words or words not in asked or (self._of_writers and not wrote):
                return False
            if self._of_writers and b"ON COMMIT" in asked:
                return False
            self._words = b""
            self.cuts += 1
            return True


def _shut(*ends: socket.socket) -> None:
    """Close the lines; close() alone would leave the other end waiting."""
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


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
        line.take_down()
        server.rename(place)


@contextmanager
def line_beside(server: Path) -> Iterator[Line]:
    """Put up a line with a socket in a folder of its own; a cut is of one connection only."""
    with TemporaryDirectory(prefix="line-") as folder:
        line = Line(server, Path(folder, server.name), is_whole=False)
        try:
            line.mend()
            yield line
        finally:
            line.take_down()

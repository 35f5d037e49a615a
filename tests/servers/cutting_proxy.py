"""Stands between client and server, and cuts the line just before or just after a COMMIT."""

import contextlib
import os
import select
import socket
import threading
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Literal, Self

_COMMIT = b"COMMIT"


class CuttingProxy:
    """Listens on a unix socket of its own; `cut` says where at the next COMMIT the line goes dead.

    "before": the server never hears of it. "after": the server commits, the client never learns.
    `refuses`: how many get through no more after the cut. `server_notices` False: the server's end
    stays open until the proxy is left.
    """

    def __init__(self, server: Path, port: int = 5432) -> None:
        self.folder = Path(mkdtemp(prefix="cut-"))
        self.cut: Literal["before", "after", ""] = ""
        self.cuts = 0
        self.refuses = 0
        self.server_notices = True
        self._left: list[socket.socket] = []
        self._server = str(server / f".s.PGSQL.{port}")
        self._path = self.folder / f".s.PGSQL.{port}"
        self._listener = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> Self:
        self._listener.bind(str(self._path))
        self._listener.listen(20)
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for end in self._left:
            end.close()
        self._path.unlink(missing_ok=True)
        os.rmdir(self.folder)  # noqa: PTH106

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        if self.refuses and self.cuts:
            self.refuses -= 1
            client.close()
            return
        server = socket.socket(socket.AF_UNIX)
        server.connect(self._server)
        cuts = self.cuts
        try:
            self._pump(client, server)
        finally:
            left_open = self.cuts > cuts and not self.server_notices
            if left_open:
                self._left.append(server)
            # close() alone would leave the other end waiting.
            for end in (client,) if left_open else (client, server):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def _pump(self, client: socket.socket, server: socket.socket) -> None:
        doomed = False
        while True:
            ready, _, _ = select.select([client, server], [], [])
            if client in ready:
                asked = client.recv(65536)
                if not asked:
                    return
                if self.cut and _COMMIT in asked and b"ON COMMIT" not in asked:
                    self.cuts += 1
                    where, self.cut = self.cut, ""
                    if where == "before":
                        return
                    doomed = True
                server.sendall(asked)
            if server in ready:
                answer = server.recv(65536)
                if not answer:
                    return
                if doomed and b"COMMIT\x00" in answer:
                    return
                client.sendall(answer)

"""An HTTPS server on this computer that hands out a notice of a new version, or misbehaves."""

import base64
import json
import os
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.servers.certificates import new_authority

_TOOL = Path(__file__).resolve().parents[2] / "packaging" / "update_notice.py"


@dataclass
class NoticeServer:
    """Its address, the authority of its certificate, and what it answers and was asked."""

    url: str = ""
    ca_file: str = ""
    body: bytes = b""
    way: str = "plain"
    target: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)


@contextmanager
def notice_server(folder: Path) -> Iterator[NoticeServer]:
    """Run it on a free port of loopback; ways: plain, redirect, silent, drip, endless, missing."""
    authority = new_authority(folder / "authority", "Test authority")
    genuine = authority.issue("localhost")
    state = NoticeServer(ca_file=str(authority.own.certificate))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(
                {"path": self.path, **{k.lower(): v for k, v in self.headers.items()}}
            )
            _answer(self, state)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 as the library has it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(genuine.certificate, genuine.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    state.url = f"https://localhost:{server.server_address[1]}/co2desk.json"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.stop.set()
        server.shutdown()
        server.server_close()
        thread.join(10)


def _answer(handler: BaseHTTPRequestHandler, state: NoticeServer) -> None:
    match state.way:
        case "redirect":
            handler.send_response(302)
            handler.send_header("Location", state.target)
            handler.end_headers()
        case "missing":
            handler.send_error(404)
        case "silent":
            state.stop.wait(60)
        case _:
            handler.send_response(200)
            handler.end_headers()
            _send(handler, state)


def _send(handler: BaseHTTPRequestHandler, state: NoticeServer) -> None:
    deadline = time.monotonic() + 60
    try:
        while state.way in ("drip", "endless") and not state.stop.is_set():
            handler.wfile.write(b" " * (1 if state.way == "drip" else 8192))
            state.stop.wait(0.1 if state.way == "drip" else 0)
            assert time.monotonic() < deadline
        handler.wfile.write(state.body)
    except OSError:
        """The other side has heard enough."""


def new_key() -> tuple[str, str]:
    """A public and a private key, as the tool of the packaging makes them."""
    said = _tool("new-key").split()
    return said[said.index("public:") + 1], said[said.index("private:") + 1]


def signed(private: str, version: str, folder: Path, news: str = "") -> bytes:
    """A notice of `version`, signed by the tool of the packaging."""
    file = folder / "notice.json"
    _tool(
        *("sign", str(file), "--version", version, "--url", "https://example.org/new"),
        *("--news-en", news),
        key=private,
    )
    return file.read_bytes()


def forged(notice: bytes, version: str) -> bytes:
    """The notice with another version in it, and the signature as it was."""
    envelope = json.loads(notice)
    inside = json.loads(envelope["notice"])
    envelope["notice"] = json.dumps({**inside, "version": version})
    return json.dumps(envelope).encode()


def without_signature(notice: bytes) -> bytes:
    """The notice with an empty signature."""
    return json.dumps({**json.loads(notice), "signature": base64.b64encode(b"").decode()}).encode()


def _tool(*arguments: str, key: str = "") -> str:
    environment = {**os.environ, "CO2DESK_UPDATE_KEY": key}
    return subprocess.run(
        [sys.executable, str(_TOOL), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

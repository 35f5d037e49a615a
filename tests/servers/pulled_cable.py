"""A network link of its own whose cable can be pulled: what is sent vanishes without a word.

A network namespace stands for the server's computer; a relay in it passes on to the server's
socket. Needs root and iproute2. `python -m tests.servers.pulled_cable ADDRESS PORT SOCKET` is the
relay.
"""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PORT = 5432


@dataclass(frozen=True)
class Cable:
    """The way to the server: `host` and `port`."""

    host: str
    port: int
    space: str
    far_end: str

    def pull(self) -> None:
        """Take the link away; neither side is told."""
        _ip("-n", self.space, "link", "set", self.far_end, "down")

    def plug_in(self) -> None:
        """Let the link be as before."""
        _ip("-n", self.space, "link", "set", self.far_end, "up")


@contextmanager
def cable_to(server_socket: Path) -> Iterator[Cable]:
    """Lay a link of its own, and relay at its far end to the server's unix socket."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.fail("pulling a cable needs root and iproute2 (package iproute2)", pytrace=False)
    tag = secrets.token_hex(3)
    space, near, far = f"c2d-{tag}", f"c2n{tag}", f"c2f{tag}"
    # 198.18.0.0/15 is set aside for tests of networks.
    subnet = f"198.18.{secrets.randbelow(256)}"
    here, there = f"{subnet}.1", f"{subnet}.2"
    _ip("netns", "add", space)
    try:
        _ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", space)
        _ip("addr", "add", f"{here}/30", "dev", near)
        _ip("link", "set", near, "up")
        _ip("-n", space, "addr", "add", f"{there}/30", "dev", far)
        _ip("-n", space, "link", "set", far, "up")
        # As behind a router: the neighbour is always known, so nobody says that it is gone.
        with contextlib.ExitStack() as stack:
            stack.enter_context(_relay(space, there, server_socket))
            hardware = _hardware_address(space, far)
            _ip("neigh", "replace", there, "lladdr", hardware, "dev", near, "nud", "permanent")
            yield Cable(there, _PORT, space, far)
    finally:
        _ip("netns", "del", space)


@contextmanager
def _relay(space: str, address: str, server_socket: Path) -> Iterator[None]:
    command = ["ip", "netns", "exec", space, sys.executable, "-m", "tests.servers.pulled_cable"]
    with subprocess.Popen(
        [*command, address, str(_PORT), str(server_socket)], cwd=_ROOT, stdout=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        try:
            yield
        finally:
            running.kill()


def _hardware_address(space: str, device: str) -> str:
    said = _ip("-n", space, "-o", "link", "show", device)
    return said.partition("link/ether ")[2].split()[0]


def _ip(*arguments: str) -> str:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"ip {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def main() -> None:
    """Relay until killed."""
    address, port, server_socket = sys.argv[1:]
    with socket.create_server((address, int(port))) as listener:
        print("ready", flush=True)  # noqa: T201
        while True:
            client, _ = listener.accept()
            server = socket.socket(socket.AF_UNIX)
            server.connect(server_socket)
            for pair in ((client, server), (server, client)):
                threading.Thread(target=_pipe, args=pair, daemon=True).start()


def _pipe(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while block := source.recv(65536):
            sink.sendall(block)
    for one in (source, sink):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


if __name__ == "__main__":
    main()

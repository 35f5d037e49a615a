"""Tries the way to a server before any login: name, port, and whether PostgreSQL answers."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from co2desk.database.diagnosis.findings import failed, good
from co2desk.database.engine import ConnectionParameters
from co2desk.domain.connection_check import CheckCode, ConnectionCheck, Outcome

# Message formats of the PostgreSQL manual, section "Message Formats": length, request code.
_SSL_REQUEST = struct.pack("!II", 8, 80877103)


def check_network(parameters: ConnectionParameters) -> Iterator[ConnectionCheck]:
    """Yield what is found on the way to each host; the last finding fails where none answers."""
    hosts = [host.strip() for host in parameters.host.split(",")]
    for place, host in enumerate(hosts):
        found = list(_check_host(host, parameters))
        if found[-1].outcome is Outcome.GOOD:
            yield from found
            return
        if place == len(hosts) - 1:
            yield from found


@contextmanager
def ask_for_tls(
    host: str, port: int, timeout: float
) -> Iterator[tuple[socket.socket, bool | None]]:
    """Yield a link to a server and whether it offers TLS; None where it is not PostgreSQL.

    Raises:
        OSError: nothing answers.
    """
    with socket.create_connection((host, port), timeout) as link:
        link.settimeout(timeout)
        link.sendall(_SSL_REQUEST)
        try:
            answer = link.recv(1)
        except OSError:
            answer = b""
        yield link, {b"S": True, b"N": False}.get(answer)


def _check_host(host: str, parameters: ConnectionParameters) -> Iterator[ConnectionCheck]:
    if parameters.local:
        path = Path(host, f".s.PGSQL.{parameters.port}")
        known = path.exists() or host.startswith("@")
        yield (good if known else failed)(
            CheckCode.SOCKET_FOUND if known else CheckCode.SOCKET_MISSING, path=path
        )
        return
    port, seconds = parameters.port, float(parameters.connect_timeout)
    try:
        addresses = sorted({str(one[4][0]) for one in socket.getaddrinfo(host, port)})
    except (OSError, UnicodeError):
        yield failed(CheckCode.NAME_UNKNOWN, host=host)
        return
    yield good(CheckCode.NAME_FOUND, host=host, addresses=", ".join(addresses))
    try:
        with ask_for_tls(host, port, seconds) as (_, offered):
            pass
    except TimeoutError:
        yield failed(CheckCode.PORT_SILENT, host=host, port=port)
    except OSError:
        yield failed(CheckCode.PORT_CLOSED, host=host, port=port)
    else:
        if offered is None:
            yield failed(CheckCode.NOT_POSTGRESQL, host=host, port=port)
        elif not offered and parameters.sslmode in ("require", "verify-ca", "verify-full"):
            yield failed(CheckCode.TLS_NOT_OFFERED, host=host)
        else:
            yield good(CheckCode.PORT_OPEN, host=host, port=port)

"""The account that test servers run as: neither PostgreSQL nor PgBouncer runs as root."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NOBODY = 65534


def account() -> dict[str, Any]:
    """Keyword arguments for subprocess that drop root's rights."""
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def give_away(path: Path) -> None:
    """Let the servers' account own `path`."""
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)


@contextmanager
def server_folder() -> Iterator[Path]:
    """A folder with a short path (sockets need one) that the servers own; removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="c2s-"))
    folder.chmod(0o755)
    give_away(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A TCP port on loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

"""Takes the processor time of a server process: what a busy machine cannot make longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass
class Taken:
    """Seconds of processor time; set when the block has ended."""

    seconds: float = 0.0


@contextmanager
def processor_time(session: Session) -> Iterator[Taken]:
    """How long the server process behind `session` computes while the block runs."""
    backend = psutil.Process(session.scalar(text("SELECT pg_backend_pid()")))
    taken = Taken()
    before = backend.cpu_times()
    yield taken
    after = backend.cpu_times()
    taken.seconds = after.user + after.system - before.user - before.system

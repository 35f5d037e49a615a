"""Bounds on what a reading process may use, set by itself before it opens anything."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 30


def limit_this_process(memory: int = MEMORY_BYTES, seconds: int | None = CPU_SECONDS) -> None:
    """Bound address space (bytes) and processor time of this process where the system can.

    None: as much time as it takes.

    Windows has no such call for a running process: there the parent's clock is the bound.
    """
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    if seconds is not None:
        _lower(resource.RLIMIT_CPU, seconds)
    if sys.platform != "darwin":  # macOS counts shared caches, and refuses most values
        _lower(resource.RLIMIT_AS, memory)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, hard))


@contextmanager
def within_limits(memory: int = MEMORY_BYTES, seconds: int = CPU_SECONDS) -> Iterator[None]:
    """Bound this process as `limit_this_process` does, and lift the bounds again.

    For a process that lives on: `seconds` count from now. Where they are used up it is ended.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    kinds = (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_CORE)
    before = {kind: resource.getrlimit(kind) for kind in kinds}
    limit_this_process(memory, seconds + int(used.ru_utime + used.ru_stime) + 1)
    try:
        yield
    finally:
        for kind, limits in before.items():
            resource.setrlimit(kind, limits)

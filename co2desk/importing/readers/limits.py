"""Bounds on what a reading process may use, set by itself before it opens anything."""

import sys

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

"""Holds the search for reference cycles while rows by the thousand are made, which have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Within it no cycles are searched for: each search walks all rows, a fifth of the time.

    What was made meanwhile counts as old afterwards. Otherwise the first search behind it would
    walk all rows after all, a tenth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else what the program froze would thaw too
                gc.freeze()
                gc.unfreeze()
            gc.enable()

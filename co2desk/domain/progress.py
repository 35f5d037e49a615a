"""How long work reports where it is, and learns that the person asked it to stop."""

from typing import Protocol


class Progress(Protocol):
    """The work's end of the line: called often, cheap, knows nothing of who listens."""

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        """Say that `done` of `total` units of `stage` are done.

        Raises:
            Cancelled: the person asked to stop; the work must leave no trace.
        """


class NoProgress:
    """Nobody listens and nobody cancels."""

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        """Do nothing."""

"""Which rows of a table say the same, kept up to date while rows change."""

from collections.abc import Sequence
from itertools import chain

_NOBODY: Sequence[int] = ()


class AlikeRows:
    """Rows by their identity; most are alone with theirs, which costs no list of its own."""

    def __init__(self, identities: Sequence[int | None]) -> None:
        self._alone: dict[int, int] = {}
        self._groups: dict[int, list[int]] = {}
        for row, identity in enumerate(identities):
            if identity is not None:
                first = self._alone.setdefault(identity, row)
                if first != row:
                    self._groups.setdefault(identity, [first]).append(row)
        for identity in self._groups:
            del self._alone[identity]

    def put(self, row: int, identity: int) -> Sequence[int]:
        """Add a row; returns all that are alike now, in the order of the file."""
        alike = sorted(chain(self._of(identity), (row,)))
        return self._keep(identity, alike)

    def take(self, row: int, identity: int) -> Sequence[int]:
        """Take a row out; returns those that are alike without it, in the order of the file."""
        return self._keep(identity, [one for one in self._of(identity) if one != row])

    def _of(self, identity: int) -> Sequence[int]:
        if identity in self._alone:
            return (self._alone[identity],)
        return self._groups.get(identity, _NOBODY)

    def _keep(self, identity: int, alike: list[int]) -> Sequence[int]:
        self._alone.pop(identity, None)
        self._groups.pop(identity, None)
        if len(alike) == 1:
            self._alone[identity] = alike[0]
        elif alike:
            self._groups[identity] = alike
        return alike

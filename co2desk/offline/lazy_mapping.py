"""A mapping that is filled when it is first asked, so that starting costs nothing."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Generic, TypeVar

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class LazyMapping(Mapping[K, V_co], Generic[K, V_co]):
    """Holds how to get the entries until somebody needs one; sent elsewhere, it is filled there."""

    def __init__(self, load: Callable[[], Mapping[K, V_co]]) -> None:
        self._load = load

    @cached_property
    def _entries(self) -> Mapping[K, V_co]:
        return self._load()

    def __getitem__(self, key: K) -> V_co:
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def values(self) -> ValuesView[V_co]:
        """All values, without a look-up for each."""
        return self._entries.values()

    def items(self) -> ItemsView[K, V_co]:
        """All entries, without a look-up for each."""
        return self._entries.items()

    def __reduce__(self) -> tuple[type["LazyMapping[K, V_co]"], tuple[object]]:
        return (type(self), (self._load,))

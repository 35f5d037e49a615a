"""All rows of a check as a sequence, made page by page when they are looked at."""

from collections.abc import Iterator, Sequence
from typing import overload

from co2desk.importing.check_run import CheckRun
from co2desk.importing.checked import CheckedRow

_PAGE = 1_000


class CheckedRows(Sequence[CheckedRow]):
    """The rows of a run; only one page of them is held."""

    def __init__(self, run: CheckRun) -> None:
        self._run = run
        self._page = -1
        self._made: list[CheckedRow] = []

    def __len__(self) -> int:
        return len(self._run.states)

    @overload
    def __getitem__(self, index: int) -> CheckedRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[CheckedRow]: ...
    def __getitem__(self, index: int | slice) -> CheckedRow | list[CheckedRow]:
        if isinstance(index, slice):
            return self._run.make_rows(range(len(self))[index])
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        page, place = divmod(index % len(self), _PAGE)
        if page != self._page:
            self._made, self._page = self._run.make_rows(self._rows_of(page)), page
        return self._made[place]

    def __iter__(self) -> Iterator[CheckedRow]:
        for page in range(-(-len(self) // _PAGE)):
            yield from self._run.make_rows(self._rows_of(page))

    def forget(self) -> None:
        """Make rows anew when they are next looked at, because some have changed."""
        self._page, self._made = -1, []

    def _rows_of(self, page: int) -> range:
        return range(page * _PAGE, min((page + 1) * _PAGE, len(self)))

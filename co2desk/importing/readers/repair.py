"""One record whose quotes are not well formed, cut into the number of cells it should have."""

MAX_CHARACTERS = 50_000
MAX_CELLS = 500


def split_broken(record: str, delimiter: str, quote: str, width: int) -> list[str] | None:
    """Cut `record` into exactly `width` cells; None if there is no way to.

    A quote opens a cell only at its start and closes it only before a delimiter or the end; where
    that gives the wrong number of cells, the quote at the start is taken as text. Nothing is
    dropped but pairs of quotes that enclose a cell, and one of each pair of doubled quotes.
    """
    if (
        not quote
        or quote not in record
        or len(record) > MAX_CHARACTERS
        or not 2 <= width <= MAX_CELLS
    ):
        return None
    return _Cutter(record, delimiter, quote).cut(width)


class _Cutter:
    """Depth-first search over cell ends, remembering the dead ends."""

    def __init__(self, record: str, delimiter: str, quote: str) -> None:
        self._record = record
        self._delimiter = delimiter
        self._quote = quote
        self._dead: set[tuple[int, int]] = set()
        self._steps_left = 20_000

    def cut(self, width: int) -> list[str] | None:
        """Give `width` cells, the reading with the most proper quotes first."""
        cells: list[str] = []
        return cells if self._cut_from(0, width, cells) else None

    def _cut_from(self, start: int, wanted: int, cells: list[str]) -> bool:
        if (start, wanted) in self._dead or self._steps_left <= 0:
            return False
        self._steps_left -= 1
        for cell, following in self._ways(start):
            cells.append(cell)
            if following is None:
                if wanted == 1:
                    return True
            elif wanted > 1 and self._cut_from(following, wanted - 1, cells):
                return True
            cells.pop()
        self._dead.add((start, wanted))
        return False

    def _ways(self, start: int) -> list[tuple[str, int | None]]:
        """All readings of the cell at `start`: its text, and where the next cell begins."""
        record, delimiter, quote = self._record, self._delimiter, self._quote
        ways: list[tuple[str, int | None]] = []
        if record.startswith(quote, start):
            end = record.find(quote, start + 1)
            while end >= 0:
                inner = record[start + 1 : end].replace(quote * 2, quote)
                behind = end + 1
                while behind < len(record) and record[behind] == " " != delimiter:
                    behind += 1
                if behind == len(record):
                    ways.append((inner, None))
                elif record.startswith(delimiter, behind):
                    ways.append((inner, behind + len(delimiter)))
                end = record.find(quote, end + 1)
        end = record.find(delimiter, start)
        if end < 0:
            ways.append((record[start:], None))
        else:
            ways.append((record[start:end], end + len(delimiter)))
        return ways

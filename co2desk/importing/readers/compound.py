"""A stream out of a compound file (OLE), the container of XLS workbooks.

Source: Microsoft, [MS-CFB] Compound File Binary File Format.
"""

import struct

_END = 0xFFFFFFFE
_HEADER = 512
_ENTRY = 128


class BrokenCompoundFileError(Exception):
    """The container's tables lead nowhere or in a circle."""


def read_stream(data: bytes, names: tuple[str, ...]) -> bytes | None:
    """Give the content of the first stream with one of `names`; None if there is none.

    Raises:
        BrokenCompoundFileError: the container is damaged.
    """
    try:
        return _Compound(data).stream({name.casefold() for name in names})
    except (struct.error, IndexError) as problem:
        raise BrokenCompoundFileError from problem


class _Compound:
    """Sector tables of one file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._shift = struct.unpack_from("<H", data, 30)[0]
        self._mini_shift = struct.unpack_from("<H", data, 32)[0]
        if not 7 <= self._shift <= 16 or not 4 <= self._mini_shift <= 12:
            raise BrokenCompoundFileError
        self._directory_start, _, self._mini_cutoff = struct.unpack_from("<3I", data, 48)
        self._mini_table_start = struct.unpack_from("<I", data, 60)[0]
        self._table = self._allocation_table()

    def stream(self, names: set[str]) -> bytes | None:
        directory = self._chain(self._directory_start)
        root_start = struct.unpack_from("<I", directory, 116)[0]
        for begin in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", directory, begin + 64)[0]
            name = directory[begin : begin + max(0, min(length, 64) - 2)]
            if name.decode("utf-16-le", "replace").casefold() not in names:
                continue
            start, size = struct.unpack_from("<2I", directory, begin + 116)
            if size < self._mini_cutoff:
                return self._mini_chain(start, root_start)[:size]
            return self._chain(start)[:size]
        return None

    def _sector(self, number: int) -> bytes:
        begin = _HEADER + (number << self._shift)
        if begin >= len(self._data):
            raise BrokenCompoundFileError
        return self._data[begin : begin + (1 << self._shift)]

    def _allocation_table(self) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        per_sector = (1 << self._shift) // 4
        while following < _END:
            if len(sectors) * per_sector > len(self._data):
                raise BrokenCompoundFileError
            more = struct.unpack(f"<{per_sector}I", self._sector(following))
            sectors += more[:-1]
            following = more[-1]
        table = b"".join(self._sector(number) for number in sectors if number < _END)
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        number = start
        while number < _END:
            if len(parts) > len(self._table):
                raise BrokenCompoundFileError
            parts.append(self._sector(number))
            number = self._table[number]
        return b"".join(parts)

    def _mini_chain(self, start: int, root_start: int) -> bytes:
        container = self._chain(root_start)
        raw = self._chain(self._mini_table_start)
        table = struct.unpack(f"<{len(raw) // 4}I", raw)
        size = 1 << self._mini_shift
        parts: list[bytes] = []
        number = start
        while number < _END:
            if len(parts) > len(table):
                raise BrokenCompoundFileError
            parts.append(container[number * size : (number + 1) * size])
            number = table[number]
        return b"".join(parts)

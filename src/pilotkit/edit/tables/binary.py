"""How far the cells of an old .xls reach: its records are walked before a library reads them."""

from collections.abc import Iterator
from struct import error, unpack_from

from pilotkit.edit.tables.grid import MAX_COLUMNS, MAX_ROWS, damaged, locked, too_large

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
_NAMES = {"Workbook", "Book"}
# What a workbook of today is wrapped in where it has a password; the record of an old one.
_WRAPPED, _PASSWORD = "EncryptedPackage", 0x002F
# Records that begin with the row and the column of a cell; the last column of several stands last.
_ONE = {0x0203, 0x00FD, 0x027E, 0x0006, 0x0205, 0x0204, 0x00D6, 0x0201}
_SEVERAL = {0x00BD, 0x00BE}


def refuse_far_cells(name: str, content: bytes) -> None:
    """Walk the records of a workbook.

    Raises:
        TableError: a cell lies beyond what we read, or the file is locked or damaged.
    """
    try:
        compound = _Compound(content)
        if _WRAPPED in compound.streams:
            raise locked(name)
        for kind, record in _records(compound.workbook()):
            _check(name, kind, record)
    except (error, IndexError, ValueError, RecursionError):
        raise damaged(name) from None


def _check(name: str, kind: int, record: bytes) -> None:
    if kind == _PASSWORD:
        raise locked(name)
    if kind in _ONE or kind in _SEVERAL:
        row, column = unpack_from("<HH", record)
        if kind in _SEVERAL:
            column = unpack_from("<H", record, len(record) - 2)[0]
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise too_large(name)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


class _Compound:
    """A compound file of Microsoft: sectors chained by a table."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = 1 << unpack_from("<H", content, 30)[0]
        if self._size not in {512, 4096}:
            raise ValueError
        listed = list(unpack_from("<109I", content, 76))
        listed += self._further(unpack_from("<I", content, 68)[0])
        table = b"".join(self._sector(one) for one in listed if one < _END)
        self._next = unpack_from(f"<{len(table) // 4}I", table)

        self.streams = self._streams()

    def workbook(self) -> bytes:
        found = [one for name, one in self.streams.items() if name in _NAMES]
        if not found:
            raise ValueError
        first, size = found[0]
        return self._chain(first)[:size]

    def _streams(self) -> dict[str, tuple[int, int]]:
        """Find the first sector and the size of each stream by its name."""
        streams: dict[str, tuple[int, int]] = {}
        directory = self._chain(unpack_from("<I", self._content, 48)[0])
        for at in range(0, len(directory), 128):
            length = unpack_from("<H", directory, at + 64)[0]
            name = directory[at : at + max(0, length - 2)].decode("utf-16-le", "replace")
            streams.setdefault(name, unpack_from("<II", directory, at + 116))
        return streams

    def _further(self, at: int) -> Iterator[int]:
        seen = set()
        while at < _END and at not in seen:
            seen.add(at)
            *listed, at = unpack_from(f"<{self._size // 4}I", self._sector(at))
            yield from listed

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._content[begin : begin + self._size]

    def _chain(self, at: int) -> bytes:
        parts, seen = [], set()
        while at < _END:
            if at in seen:
                raise ValueError
            seen.add(at)
            parts.append(self._sector(at))
            at = self._next[at]
        return b"".join(parts)

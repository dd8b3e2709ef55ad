"""How far the cells of an old .xls reach: its records are walked before a library reads them.

The walk also finds the formulas that failed: to the library these are empty cells.
"""

from collections.abc import Iterator, Mapping, Sequence
from struct import error, unpack_from
from typing import NamedTuple

from pilotkit.edit.tables.grid import MAX_COLUMNS, MAX_ROWS, damaged, locked, too_large

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
# Streams of fewer bytes lie in small sectors.
_SMALL, _SECTOR = 4096, 64
_NAMES = {"Workbook", "Book"}
# What a workbook of today is wrapped in where it has a password; the record of an old one.
_WRAPPED, _PASSWORD = "EncryptedPackage", 0x002F
# Records that begin with the row and the column of a cell; the last column of several stands last.
_ONE = {0x0203, 0x00FD, 0x027E, 0x0006, 0x0205, 0x0204, 0x00D6, 0x0201}
_SEVERAL = {0x00BD, 0x00BE}
# A sheet of a book, by where its records begin; where records of a part begin and end.
_SHEET, _BEGIN, _CLOSE = 0x0085, 0x0809, 0x000A
# A truth or an error; a formula with what it gave, of which these two mark an error.
_TRUTH_OR_ERROR, _FORMULA = 0x0205, 0x0006
_NO_NUMBER, _ERROR = 0xFFFF, 2
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
}
_NOT_THERE = "#N/A"


class Failed(NamedTuple):
    """A cell, by row and column from 0, and the error that stands in it."""

    row: int
    column: int
    text: str


def walk(name: str, content: bytes) -> Mapping[int, list[Failed]]:
    """Walk the records of a workbook; return the cells that failed, by the number of their sheet.

    Raises:
        TableError: a cell lies beyond what we read, or the file is locked or damaged.
    """
    try:
        compound = _Compound(content)
        if _WRAPPED in compound.streams:
            raise locked(name)
        return _walked(name, compound.workbook())
    except (error, IndexError, ValueError, RecursionError):
        raise damaged(name) from None


def _walked(name: str, stream: bytes) -> dict[int, list[Failed]]:
    sheets: list[int] = []
    within: list[int] = []
    failed: dict[int, list[Failed]] = {}
    for at, kind, record in _records(stream):
        _check(name, kind, record)
        if kind == _SHEET:
            sheets.append(unpack_from("<I", record)[0])
        elif kind == _BEGIN:
            within.append(at)
        elif kind == _CLOSE:
            within.pop()
        elif within and within[-1] in sheets and (found := _failed(kind, record)):
            failed.setdefault(sheets.index(within[-1]), []).append(found)
    return failed


def _failed(kind: int, record: bytes) -> Failed | None:
    if kind == _TRUTH_OR_ERROR:
        row, column, _, code, is_error = unpack_from("<HHHBB", record)
    elif kind == _FORMULA:
        row, column, _, what, _, code, *_, mark = unpack_from("<HHHBBBBBBH", record)
        is_error = mark == _NO_NUMBER and what == _ERROR
    else:
        return None
    return Failed(row, column, _ERRORS.get(code, _NOT_THERE)) if is_error else None


def _check(name: str, kind: int, record: bytes) -> None:
    if kind == _PASSWORD:
        raise locked(name)
    if kind in _ONE or kind in _SEVERAL:
        row, column = unpack_from("<HH", record)
        if kind in _SEVERAL:
            column = unpack_from("<H", record, len(record) - 2)[0]
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise too_large(name)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield where each record begins, its kind and what it says."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
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
        whole = self._chain(first) if size >= _SMALL else self._small(first)
        return whole[:size]

    def _small(self, first: int) -> bytes:
        """Return a small stream: its sectors lie in the stream of the root, chained by a table."""
        root, *_ = self.streams.values()
        room, table = self._chain(root[0]), self._chain(unpack_from("<I", self._content, 60)[0])
        chained = unpack_from(f"<{len(table) // 4}I", table)
        parts = [room[at * _SECTOR :][:_SECTOR] for at in _steps(first, chained)]
        return b"".join(parts)

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
        return b"".join(map(self._sector, _steps(at, self._next)))


def _steps(at: int, chained: Sequence[int]) -> Iterator[int]:
    """Yield the sectors of a chain."""
    seen = set()
    while at < _END:
        if at in seen:
            raise ValueError
        seen.add(at)
        yield at
        at = chained[at]
